// SPDX-License-Identifier: GPL-3.0-or-later
import AdmZip from 'adm-zip';
import { equal, that } from './check.mjs';
import { call, formFields, handMade, postForm, readBack, sdk } from './clients.mjs';
import { Sandbox } from './sandbox.mjs';

const NAME = 'upload-check';
const CODE = 'export default { async fetch() {} };\n';
const JSON_TYPE = 'application/json; charset=utf-8';

async function newForm(client) {
  const parameters = { name: NAME, codeDescription: '上传' };
  return (await call(client, 'getRoutineStagingCodeUploadInfo', parameters)).ossPostConfig;
}

function withField(name, value) {
  return (fields) => fields.map(([key, old]) => [key, key === name ? value : old]);
}

function withoutField(name) {
  return (fields) => fields.filter(([key]) => key !== name);
}

function shuffled(fields) {
  return fields.map((field) => [Math.random(), field]).sort(([a], [b]) => a - b)
    .map(([, field]) => field);
}

async function formMembers(client) {
  const form = await newForm(client);
  const members =
    ['Url', 'OSSAccessKeyId', 'Signature', 'policy', 'key', 'callback', 'x:codeDescription'];
  for (const member of members) {
    that(`the form has ${member}`, typeof form[member] === 'string' && form[member] !== '', form);
  }
  equal('the form has a token, if only an empty one', typeof form.XOssSecurityToken, 'string');
  const policy = JSON.parse(Buffer.from(form.policy, 'base64'));
  that('its policy expires later', Date.parse(policy.expiration) > Date.now(), policy);
  const callback = JSON.parse(Buffer.from(form.callback, 'base64'));
  that('its callback has a URL', callback.callbackUrl, callback);
}

async function accepted(client) {
  const orders = {
    'as the command-line client sends it': [(fields) => fields, undefined],
    'in Terraform\'s random order with a success status': [
      (fields) => [...shuffled(fields), ['success_action_status', '200']],
      { filename: 'index.js', contentType: 'application/octet-stream' },
    ],
    'with x:codedescription in lower case': [
      (fields) => fields.map(([name, value]) => [name.startsWith('x:') ? name.toLowerCase() : name, value]),
      { filename: 'blob', contentType: 'text/plain' },
    ],
  };
  for (const [what, [order, options]] of Object.entries(orders)) {
    const code = `${CODE}// ${what}\n`;
    const form = await newForm(client);
    const { status, headers } = await postForm(form.Url, order(formFields(form)), code, options);
    equal(`a form ${what} is answered with 200`, status, 200);
    that('and JSON', headers['content-type']?.includes('json'), headers);
    equal('the bytes arrive', (await readBack(client, NAME, 'unstable')).toString(), code);
  }
}

async function refusedForms(client) {
  const before = await readBack(client, NAME, 'unstable');
  const later = (form) => Buffer.from(Buffer.from(form.policy, 'base64').toString()
    .replace(/"expiration":\s*"\d{4}/, '"expiration":"2999')).toString('base64');
  const cases = {
    'a wrong signature': [() => withField('Signature', 'bm90IHJlYWw='), 403, 'SignatureDoesNotMatch'],
    'a prolonged policy': [(form) => withField('policy', later(form)), 403, 'SignatureDoesNotMatch'],
    'another key id': [() => withField('OSSAccessKeyId', 'nobody'), 403, 'InvalidAccessKeyId'],
    'another object': [() => withField('key', 'elsewhere.js'), 403, 'AccessDenied'],
    'no object': [() => withoutField('key'), 400, ''],
    'a policy that is none': [() => withField('policy', 'undefined'), 403, ''],
  };
  for (const [what, [change, wanted, code]] of Object.entries(cases)) {
    const form = await newForm(client);
    const { status, text } = await postForm(form.Url, change(form)(formFields(form)), `${CODE}//`);
    that(`${what} is refused with XML`, text.startsWith('<?xml') && text.includes(`<Code>${code}`), text);
    that(`${what}: the status`, status === wanted || (code === '' && [400, 403].includes(status)), status);
  }
  const form = await newForm(client);
  const [, , largest] = JSON.parse(Buffer.from(form.policy, 'base64')).conditions
    .find(([name]) => name === 'content-length-range');
  const huge = await postForm(form.Url, formFields(form), Buffer.alloc(largest + 1, 'a'));
  that('one byte too many is told', huge.status === 400 && huge.text.includes('EntityTooLarge'), huge);
  const none = await postForm(form.Url, formFields(form));
  equal('a form without a file is refused', none.status, 400);
  that('refused forms change nothing', (await readBack(client, NAME, 'unstable')).equals(before));
}

function zipFields({ OSSAccessKeyId, Signature, XOssSecurityToken, Policy, Key }) {
  return [
    ['OSSAccessKeyId', OSSAccessKeyId],
    ['Signature', Signature],
    ['x-oss-security-token', XOssSecurityToken],
    ['policy', Policy],
    ['key', Key],
  ];
}

async function uploadZip(sandbox, client, buffer) {
  const body = JSON.stringify({
    Name: NAME, CodeDescription: 'zip', ExtraInfo: JSON.stringify({ Source: 'CLI' }),
    ConfOptions: { NotFoundStrategy: 'SinglePageApplication' },
  });
  const options = { method: 'POST', body, type: JSON_TYPE };
  const { json } = await handMade(sandbox, 'CreateRoutineWithAssetsCodeVersion', options);
  const { CodeVersion: codeVersion, OssPostConfig: form } = json;
  const info = () => call(client, 'getRoutineCodeVersionInfo', { name: NAME, codeVersion });
  const before = await info();
  const { status } = await postForm(form.Url, zipFields(form), buffer);
  let after = await info();
  for (let turn = 0; turn < 50 && after.status.toLowerCase() === 'init'; turn += 1) {
    await new Promise((resolve) => { setTimeout(resolve, 100); });
    after = await info();
  }
  return { codeVersion, before, status, after };
}

async function zips(sandbox, client) {
  const zip = new AdmZip();
  zip.addFile('routine/index.js', Buffer.from(CODE));
  zip.addFile('assets/index.html', Buffer.from('<p>你好</p>'));
  const { codeVersion, before, status, after } = await uploadZip(sandbox, client, zip.toBuffer());
  equal('a version waits for its zip', before.status.toLowerCase(), 'init');
  that('the zip is taken', status === 200 || status === 204, status);
  equal('then it is available', after.status.toLowerCase(), 'available');
  equal('it has assets', after.hasAssets, true);
  equal('its options are kept', after.confOptions?.notFoundStrategy, 'SinglePageApplication');
  equal('its script is the code', (await readBack(client, NAME, codeVersion)).toString(), CODE);
  const broken = await uploadZip(sandbox, client, Buffer.from('this is no zip'));
  that('what is no zip never becomes available', broken.after.status.toLowerCase() !== 'available', broken);
}

export default async function uploads() {
  const sandbox = await Sandbox.start('--rate', '1000');
  const client = sdk(sandbox);
  await call(client, 'createRoutine', { name: NAME, hasAssets: true });
  await formMembers(client);
  await accepted(client);
  await refusedForms(client);
  await zips(sandbox, client);
  await sandbox.stop();
}
