// SPDX-License-Identifier: GPL-3.0-or-later
import { createRequire } from 'node:module';
import { equal, refused, that } from './check.mjs';
import { postForm } from './clients.mjs';
import { ACCESS_KEY_ID, ACCESS_KEY_SECRET, Sandbox } from './sandbox.mjs';

const require = createRequire(import.meta.url);
const Dcdn = require('@alicloud/dcdn20180115');
const OpenApi = require('@alicloud/openapi-client');

const NAME = 'official-dcdn-check';
const HELLO = 'addEventListener("fetch", (event) => event.respondWith(new Response("hello")));\n';
const REGIONS = ['presetCanaryZhejiang', 'presetCanaryOverseas'];

const TEXTS = {
  'a small text': HELLO,
  'no final newline': HELLO.trimEnd(),
  'CRLF line ends': HELLO.replaceAll(' ', '\r\n'),
  'a byte order mark': `\ufeff${HELLO}`,
  'Chinese and an emoji': `// 你好，世界 😀\u2028\n${HELLO}`,
};

function sdk(sandbox, signatureAlgorithm) {
  return new Dcdn.default(new OpenApi.Config({
    accessKeyId: ACCESS_KEY_ID,
    accessKeySecret: ACCESS_KEY_SECRET,
    endpoint: sandbox.endpoint,
    protocol: 'http',
    signatureAlgorithm,
  }));
}

/** call(client, 'describeRoutine', { name }) answers Content, or the body where there is none. */
async function call(client, operation, parameters = {}) {
  const Model = Dcdn[`${operation[0].toUpperCase()}${operation.slice(1)}Request`];
  const { body } = Model ? await client[operation](new Model(parameters)) : await client[operation]();
  that(`${operation} answers a request id`, /^[0-9A-F-]{36}$/.test(body.requestId), body);
  return body.content ?? body;
}

const decoded = (text) => JSON.parse(Buffer.from(text, 'base64').toString());

/** The order of the one public tool of this generation. */
function formFields(config) {
  return [
    ['OSSAccessKeyId', config.OSSAccessKeyId],
    ['x:codeDescription', config['x:codeDescription']],
    ['policy', config.policy],
    ['Signature', config.Signature],
    ['key', config.key],
    ['callback', config.callback],
  ];
}

async function post(config, code) {
  const { status, text } = await postForm(config.Url, formFields(config), code);
  equal('the upload is stored and its callback succeeded', [status, JSON.parse(text).code], [200, 200]);
}

async function readBack(client, version) {
  const { ErCode } =
    await call(client, 'describeRoutineCodeRevision', { name: NAME, selectCodeRevision: version });
  return Buffer.from(ErCode, 'base64');
}

async function account(client) {
  const status = await call(client, 'describeUserErStatus');
  equal('the service is running', [status.enabled, status.onService, status.inDebt], [true, true, false]);
  equal('CPU tiers', (await call(client, 'describeRoutineSpec')).Specs, ['5ms', '50ms', '100ms']);
  const { CanaryEnvs } = await call(client, 'describeRoutineCanaryEnvs');
  that('there are 35 regions', CanaryEnvs.length === 35 && REGIONS.every((name) => CanaryEnvs.includes(name)),
    CanaryEnvs);
}

async function create(client) {
  const envConf = { production: { SpecName: '50ms' }, staging: { SpecName: '5ms' } };
  const answer = await call(client, 'createRoutine', { name: NAME, description: '官方 SDK', envConf });
  equal('a routine is created', answer.Status, 'OK');
  await refused('a second one of that name is refused', call(client, 'createRoutine', { name: NAME }),
    'EdgeRoutine.GeneralError');
  const routine = await call(client, 'describeRoutine', { name: NAME });
  equal('its description is base64 of a JSON text', decoded(routine.Description), '官方 SDK');
  equal('its environments', [...routine.Envs].sort(), ['production', 'staging']);
  equal('their CPU tiers', [routine.EnvConf.production.SpecName, routine.EnvConf.staging.SpecName],
    ['50ms', '5ms']);
  const { Routines } = await call(client, 'describeRoutineUserInfo');
  equal('it is listed', Routines.map((item) => item.RoutineName), [NAME]);
}

async function upload(client) {
  const versions = [];
  for (const [what, text] of Object.entries(TEXTS)) {
    const { CodeRevision, OssPostConfig } =
      await call(client, 'uploadRoutineCode', { name: NAME, codeDescription: `${what}，版本` });
    that(`${what}: the id has 19 digits`, /^\d{19}$/.test(CodeRevision), CodeRevision);
    equal(`${what}: the form brings the description`, decoded(OssPostConfig['x:codeDescription']), `${what}，版本`);
    await post(OssPostConfig, text);
    const bytes = await readBack(client, CodeRevision);
    that(`${what}: every byte comes back`, bytes.equals(Buffer.from(text)), bytes.length);
    versions.push(CodeRevision);
  }
  return versions;
}

async function stage(client) {
  const { OssPostConfig } = await call(client, 'uploadStagingRoutineCode', { name: NAME });
  await post(OssPostConfig, '// staged\n');
  let routine = await call(client, 'describeRoutine', { name: NAME });
  equal('staging runs what was uploaded to it', routine.EnvConf.staging.CodeRev, 'unstable');
  const { CodeRevision } =
    await call(client, 'commitStagingRoutineCode', { name: NAME, codeDescription: 'committed' });
  equal('the committed version has the staged text', (await readBack(client, CodeRevision)).toString(), '// staged\n');
  routine = await call(client, 'describeRoutine', { name: NAME });
  equal('staging goes on with the version', routine.EnvConf.staging.CodeRev, CodeRevision);
  return CodeRevision;
}

async function list(client, versions) {
  const { CodeRevs } = await call(client, 'describeRoutine', { name: NAME });
  equal('every version is listed', CodeRevs.map((item) => item.CodeRevision).sort(), [...versions].sort());
  that('each with its time and description', CodeRevs.every((item) =>
    !Number.isNaN(Date.parse(item.CreationTime)) && decoded(item.CodeDescription)), CodeRevs);
}

const live = async (client) => {
  const { EnvConf } = await call(client, 'describeRoutine', { name: NAME });
  return Object.fromEntries(Object.entries(EnvConf).map(([name, item]) => [name, item.CodeRev]));
};

async function publish(client, versions) {
  const envs = ['production', ...REGIONS];
  await refused('regions have to be added first',
    call(client, 'publishRoutineCodeRevision', { name: NAME, selectCodeRevision: versions[0], envs: REGIONS }),
    'EdgeRoutine.GeneralError');
  const envConf = Object.fromEntries(REGIONS.map((name) => [name, { SpecName: '100ms' }]));
  equal('regions are added', (await call(client, 'editRoutineConf', { name: NAME, envConf })).Status, 'OK');
  const answer =
    await call(client, 'publishRoutineCodeRevision', { name: NAME, selectCodeRevision: versions[0], envs });
  equal('publishing answers the version', answer.CodeRevision, versions[0]);
  const now = await live(client);
  equal('it runs in all of them', envs.map((name) => now[name]), envs.map(() => versions[0]));
  await refused('a live version cannot be deleted',
    call(client, 'deleteRoutineCodeRevision', { name: NAME, selectCodeRevision: versions[0] }),
    'EdgeRoutine.GeneralError');

  await call(client, 'editRoutineConf', { name: NAME, description: 'changed',
    envConf: { production: { SpecName: '100ms', AllowedHosts: ['www.example.com'] } } });
  const routine = await call(client, 'describeRoutine', { name: NAME });
  equal('settings change and the rest stays',
    [decoded(routine.Description), routine.EnvConf.production], ['changed',
      { SpecName: '100ms', AllowedHosts: ['www.example.com'], CodeRev: versions[0] }]);
  equal('the domains are told', (await call(client, 'describeRoutineRelatedDomains', { name: NAME })).Domains,
    ['www.example.com']);
  equal('regions are removed', (await call(client, 'deleteRoutineConfEnvs', { name: NAME, envs: REGIONS })).Status, 'OK');
  await refused('production is not', call(client, 'deleteRoutineConfEnvs', { name: NAME, envs: ['production'] }),
    'EdgeRoutine.GeneralError');
}

async function tenVersions(client, count) {
  const upload = () => call(client, 'uploadRoutineCode', { name: NAME, codeDescription: 'more' });
  let last;
  for (let made = count; made < 10; ++made) {
    last = (await upload()).CodeRevision;
  }
  try {
    await upload();
    that('the eleventh version is refused', false);
  } catch (error) {
    equal('the eleventh version is refused', error.code, 'EdgeRoutine.GeneralError');
    that('in the words the public tools look for',
      error.message.includes('A server error occurred: you got upper limit of code revisions'), error.message);
  }
  equal('a version without code is deleted',
    (await call(client, 'deleteRoutineCodeRevision', { name: NAME, selectCodeRevision: last })).Status, 'OK');
  that('and leaves room', /^\d{19}$/.test((await upload()).CodeRevision));
}

async function remove(client) {
  equal('a routine can be deleted', (await call(client, 'deleteRoutine', { name: NAME })).Status, 'OK');
  await refused('a deleted routine is gone', call(client, 'describeRoutine', { name: NAME }),
    'EdgeRoutine.GeneralError');
}

/** The first generation, under the signature of the current SDKs and the older one. */
export default async function dcdn() {
  for (const signature of [undefined, 'v2']) {
    const sandbox = await Sandbox.start('--rate', '1000');
    let client = sdk(sandbox, signature);
    await account(client);
    await create(client);
    const versions = await upload(client);
    versions.push(await stage(client));
    await list(client, versions);
    await publish(client, versions);
    await tenVersions(client, versions.length);

    await sandbox.end('SIGKILL');
    await sandbox.restart();
    client = sdk(sandbox, signature);
    for (const [index, text] of Object.values(TEXTS).entries()) {
      const bytes = await readBack(client, versions[index]);
      that('every version survives a killed service', bytes.equals(Buffer.from(text)), index);
    }
    await remove(client);
    equal('SIGTERM ends the service cleanly', await sandbox.stop(), 0);
  }
}
