// SPDX-License-Identifier: GPL-3.0-or-later
import { equal, refused, that } from './check.mjs';
import { call, Esa, readBack, sameDescription, save, sdk } from './clients.mjs';
import { Sandbox } from './sandbox.mjs';

const NAME = 'official-check';
const HELLO = 'export default { async fetch() { return new Response("hello"); } };\n';

const TEXTS = {
  'a small text': HELLO,
  'no final newline': HELLO.trimEnd(),
  'CRLF line ends': HELLO.replaceAll(' ', '\r\n'),
  'a byte order mark': `\ufeff${HELLO}`,
  'Chinese and an emoji': '// 你好，世界 😀\u2028\nexport default {};\n',
  'base64 that needs no padding': 'abc',
  'one byte': ';',
  'a megabyte': `export default \`${'0123456789abcdef\n'.repeat(61_680)}\`;\n`,
};

function shares(routine, environment) {
  const env = routine.envs.find((candidate) => candidate.env === environment);
  return env?.codeDeploy?.codeVersions
    .map(({ codeVersion, percentage }) => [codeVersion, percentage]);
}

function split(client, env, codeVersions) {
  return call(client, 'createRoutineCodeDeployment', {
    name: NAME,
    env,
    strategy: 'percentage',
    codeVersions: codeVersions.map(([codeVersion, percentage]) =>
      new Esa.CreateRoutineCodeDeploymentRequestCodeVersions({ codeVersion, percentage })),
  });
}

async function account(client) {
  const service = await call(client, 'getErService');
  equal('the service is running', service.status, 'Running');
  that('request ids are GUIDs in capitals',
    /^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/.test(service.requestId), service.requestId);
  const { planInfo } = await call(client, 'listEdgeRoutinePlans');
  equal('the plan tells the version quota, as a text', planInfo?.[0]?.erRoutineCodeVersionQuota, '10');
  const addresses = await call(client, 'getRoutineStagingEnvIp');
  that('staging has addresses', addresses.IPV4?.length > 0, addresses);
}

async function create(client) {
  const answer = await call(client, 'createRoutine', { name: NAME, description: '官方 SDK check' });
  equal('a routine is created', answer.status, 'OK');
  const routine = await call(client, 'getRoutine', { name: NAME });
  that('its description comes back', sameDescription(routine.description, '官方 SDK check'), routine);
  that('its creation time can be read', !Number.isNaN(Date.parse(routine.createTime)), routine);
  that('it has a host name', /^[a-z0-9.-]+$/.test(routine.defaultRelatedRecord), routine);
  const list = await call(client, 'listUserRoutines', {});
  equal('it is listed', list.routines.map((item) => item.routineName), [NAME]);
  equal('the list counts', [list.totalCount, list.pageNumber, list.usedRoutineNumber], [1, 1, 1]);
  const info = await call(client, 'getRoutineUserInfo');
  equal('the user info lists it as well', info.routines.map((item) => item.routineName), [NAME]);
  const { token } = await call(client, 'getRoutineAccessToken', { name: NAME });
  const payload = JSON.parse(Buffer.from(token.split('.')[1], 'base64url'));
  that('the access token names it and lives an hour',
    payload.routine_id.startsWith(NAME) && Math.abs(payload.exp - Date.now() / 1000 - 3600) < 60, payload);
}

async function saveVersions(client) {
  const versions = [];
  for (const [what, text] of Object.entries(TEXTS)) {
    const version = await save(client, NAME, text, `${what}，版本`);
    that(`${what}: the id has 19 digits`, /^\d{19}$/.test(version), version);
    const bytes = await readBack(client, NAME, version);
    that(`${what}: every byte comes back`, bytes.equals(Buffer.from(text)), bytes.length);
    const info = await call(client, 'getRoutineCodeVersionInfo', { name: NAME, codeVersion: version });
    equal(`${what}: the version is available`, info.status, 'Available');
    that(`${what}: the description comes back`,
      sameDescription(info.codeDescription, `${what}，版本`), info);
    versions.push(version);
  }
  equal('ids grow', [...versions].sort(), versions);
  return versions;
}

async function list(client, versions) {
  const pages = [];
  for (const pageNumber of [1, 2]) {
    pages.push(await call(client, 'listRoutineCodeVersions', { name: NAME, pageNumber, pageSize: 5 }));
  }
  const ids = pages.flatMap((page) => page.codeVersions.map((item) => item.codeVersion));
  equal('two pages list every version, newest first',
    ids.filter((id) => id !== 'unstable'), [...versions].reverse());
  that('the staging code is listed as unstable', ids.includes('unstable'), ids);
  equal('both pages know the whole number',
    pages.map((page) => page.totalCount), [ids.length, ids.length]);
  const search = { name: NAME, searchKeyWord: 'Chinese' };
  const found = await call(client, 'listRoutineCodeVersions', search);
  equal('descriptions can be searched',
    found.codeVersions.map((item) => item.codeVersion), [versions[4]]);
}

async function publish(client, versions) {
  for (const [env, codeVersion] of [['staging', versions[1]], ['production', versions[0]]]) {
    const answer = await call(client, 'publishRoutineCodeVersion', { name: NAME, env, codeVersion });
    equal(`publishing to ${env} answers the version`, answer.codeVersion, codeVersion);
  }
  let routine = await call(client, 'getRoutine', { name: NAME });
  equal('staging has it', shares(routine, 'staging'), [[versions[1], 100]]);
  equal('production has the other', shares(routine, 'production'), [[versions[0], 100]]);

  const wanted = [[versions[2], 90], [versions[3], 10]];
  const deployment = await split(client, 'production', wanted);
  that('a deployment has an id in a text', /^\d+$/.test(deployment.deploymentId), deployment);
  routine = await call(client, 'getRoutine', { name: NAME });
  equal('production is split', shares(routine, 'production'), wanted);
  equal('staging stays', shares(routine, 'staging'), [[versions[1], 100]]);
  for (const codeVersion of versions.slice(1, 4)) {
    await refused('a live version cannot be deleted',
      call(client, 'deleteRoutineCodeVersion', { name: NAME, codeVersion }), 'DependedByOthers');
  }
}

async function remove(client, versions) {
  const codeVersion = versions[0];
  const answer = await call(client, 'deleteRoutineCodeVersion', { name: NAME, codeVersion });
  equal('a version that is not live can be deleted', answer.status, 'OK');
  await refused('a deleted version cannot be read',
    call(client, 'getRoutineCodeVersion', { name: NAME, codeVersion }), /NotExist|InvalidParameter/);
  equal('a routine can be deleted', (await call(client, 'deleteRoutine', { name: NAME })).status, 'OK');
  await refused('a deleted routine is gone', call(client, 'getRoutine', { name: NAME }), 'RoutineNotExist');
}

export default async function lifecycle() {
  const sandbox = await Sandbox.start('--rate', '1000');
  let client = sdk(sandbox);
  await account(client);
  await create(client);
  const versions = await saveVersions(client);
  await list(client, versions);
  await publish(client, versions);

  await sandbox.end('SIGKILL');
  await sandbox.restart();
  client = sdk(sandbox);
  for (const [index, text] of Object.values(TEXTS).entries()) {
    const bytes = await readBack(client, NAME, versions[index]);
    that('every version survives a killed service', bytes.equals(Buffer.from(text)), index);
  }
  await remove(client, versions);
  equal('SIGTERM ends the service cleanly', await sandbox.stop(), 0);
}
