// SPDX-License-Identifier: GPL-3.0-or-later
import { equal, refused, that } from './check.mjs';
import { call, Esa, handMade, readBack, save, sdk } from './clients.mjs';
import { Sandbox } from './sandbox.mjs';

const NAME = 'refusal-check';
const UNKNOWN = '1000000000000000000';
const QUOTA = 4;
const CODE = 'export default {};\n';

const BAD_NAMES = ['a', 'A', 'Upper', '1abc', 'abc-', 'a_b', 'a b', '../x', '中文', 'a'.repeat(42)];

async function names(client) {
  for (const name of BAD_NAMES) {
    await refused(`the name ${name} is refused`, call(client, 'createRoutine', { name }), /^Invalid/);
  }
  await refused('a name is mandatory', call(client, 'createRoutine', {}), /^Missing/);
  await refused('a name is used once', call(client, 'createRoutine', { name: NAME }), 'RoutineAlreadyExist');
}

async function unknownRoutine(client) {
  const calls = {
    getRoutine: {},
    deleteRoutine: {},
    updateRoutineConfigDescription: { description: 'x' },
    listRoutineCodeVersions: {},
    getRoutineCodeVersion: { codeVersion: UNKNOWN },
    getRoutineCodeVersionInfo: { codeVersion: UNKNOWN },
    deleteRoutineCodeVersion: { codeVersion: UNKNOWN },
    getRoutineStagingCodeUploadInfo: {},
    createRoutineWithAssetsCodeVersion: {},
    commitRoutineStagingCode: {},
    publishRoutineCodeVersion: { env: 'staging', codeVersion: UNKNOWN },
    getRoutineAccessToken: {},
  };
  for (const [operation, parameters] of Object.entries(calls)) {
    await refused(`${operation} knows unknown routines`,
      call(client, operation, { name: 'no-such-routine', ...parameters }), 'RoutineNotExist');
  }
}

async function unknownVersion(client) {
  const operations =
    ['getRoutineCodeVersion', 'getRoutineCodeVersionInfo', 'deleteRoutineCodeVersion'];
  for (const operation of operations) {
    await refused(`${operation} knows unknown versions`,
      call(client, operation, { name: NAME, codeVersion: UNKNOWN }), /NotExist|InvalidParameter/);
    await refused(`${operation} wants a version`, call(client, operation, { name: NAME }), /^Missing/);
  }
  await refused('the staging code cannot be deleted',
    call(client, 'deleteRoutineCodeVersion', { name: NAME, codeVersion: 'unstable' }), /./);
}

async function pages(client) {
  const parameters = [
    ['listRoutineCodeVersions', { name: NAME, pageNumber: 3 }],
    ['listRoutineCodeVersions', { name: NAME, pageNumber: -1 }],
    ['listRoutineCodeVersions', { name: NAME, pageSize: 0 }],
    ['listUserRoutines', { pageNumber: 11 }],
  ];
  for (const [operation, page] of parameters) {
    await refused(`${operation} ${JSON.stringify(page)}`, call(client, operation, page), /^Invalid/);
  }
}

async function deployments(client, versions) {
  const [first, second, third] = versions;
  const bad = {
    'a sum of 99': [[first, 50], [second, 49]],
    'a sum of 101': [[first, 50], [second, 51]],
    'three versions': [[first, 50], [second, 25], [third, 25]],
    'no version': [],
    'one version with 90 percent': [[first, 90]],
    'nought percent': [[first, 100], [second, 0]],
    'the same version twice': [[first, 50], [first, 50]],
    'an unknown version': [[UNKNOWN, 100]],
  };
  const deploy = (codeVersions, changes = {}) => call(client, 'createRoutineCodeDeployment', {
    name: NAME,
    env: 'staging',
    strategy: 'percentage',
    codeVersions: codeVersions.map(([codeVersion, percentage]) =>
      new Esa.CreateRoutineCodeDeploymentRequestCodeVersions({ codeVersion, percentage })),
    ...changes,
  });
  for (const [what, codeVersions] of Object.entries(bad)) {
    await refused(`a deployment with ${what} is refused`, deploy(codeVersions), /./);
  }
  await refused('an unknown environment is refused', deploy([[first, 100]], { env: 'canary' }), /./);
  await refused('an unknown strategy is refused', deploy([[first, 100]], { strategy: 'canary' }), /./);
  await refused('publishing wants an environment',
    call(client, 'publishRoutineCodeVersion', { name: NAME, codeVersion: first }), /^Missing/);
  await refused('publishing an unknown version is refused',
    call(client, 'publishRoutineCodeVersion', { name: NAME, env: 'staging', codeVersion: UNKNOWN }), /./);
}

async function quota(client) {
  await refused('the next version is too many',
    save(client, NAME, CODE, 'too many'), 'CodeVersionNumberExceedQuotaLimit');
  const list = await call(client, 'listRoutineCodeVersions', { name: NAME });
  const numbered = list.codeVersions.map((item) => item.codeVersion)
    .filter((id) => id !== 'unstable');
  equal('the refused version left nothing behind', numbered.length, QUOTA);
  await call(client, 'deleteRoutineCodeVersion', { name: NAME, codeVersion: numbered.at(-1) });
  const version = await save(client, NAME, CODE, 'room again');
  equal('after a deletion there is room', (await readBack(client, NAME, version)).toString(), CODE);
}

async function envelope(sandbox) {
  const query = { Name: 'no-such-routine' };
  const { status, headers, json } = await handMade(sandbox, 'GetRoutine', { query });
  equal('an error is answered with 400', status, 400);
  that('as JSON', headers['content-type']?.startsWith('application/json'), headers);
  for (const member of ['RequestId', 'HostId', 'Code', 'Message', 'Recommend']) {
    that(`with ${member}`, typeof json?.[member] === 'string' && json[member] !== '', json);
  }
  const unknown = await handMade(sandbox, 'NoSuchOperation');
  that('an unknown operation is not found',
    unknown.status === 404 && /^Invalid(Api|Action)/.test(unknown.json?.Code), unknown);
}

export default async function refusals() {
  const sandbox = await Sandbox.start('--version-quota', String(QUOTA), '--rate', '1000');
  const client = sdk(sandbox);
  await call(client, 'createRoutine', { name: NAME });
  await names(client);
  await unknownRoutine(client);
  await unknownVersion(client);
  await refused('nothing to commit', call(client, 'commitRoutineStagingCode', { name: NAME }), /./);
  await refused('the service is open already', call(client, 'openErService', {}), /HasOpened/);
  const versions = [];
  for (let number = 1; number <= QUOTA; number += 1) {
    versions.push(await save(client, NAME, CODE, `version ${number}`));
  }
  await pages(client);
  await deployments(client, versions);
  await quota(client);
  await envelope(sandbox);
  await sandbox.stop();
}
