// SPDX-License-Identifier: GPL-3.0-or-later
import { createHash, createHmac, randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { createRequire } from 'node:module';
import FormData from 'form-data';
import { ACCESS_KEY_ID, ACCESS_KEY_SECRET } from './sandbox.mjs';

const require = createRequire(import.meta.url);
export const Esa = require('@alicloud/esa20240910');
const { $OpenApiUtil } = require('@alicloud/openapi-core');
const $dara = require('@darabonba/typescript');

export function sdk(sandbox, changes = {}) {
  return new Esa.default(new $OpenApiUtil.Config({
    accessKeyId: ACCESS_KEY_ID,
    accessKeySecret: ACCESS_KEY_SECRET,
    endpoint: sandbox.endpoint,
    protocol: 'http',
    ...changes,
  }));
}

const capital = (name) => name[0].toUpperCase() + name.slice(1);
const small = (name) => name[0].toLowerCase() + name.slice(1);

function renamed(value, rename) {
  if (Array.isArray(value)) {
    return value.map((item) => renamed(item, rename));
  }
  if (value === null || typeof value !== 'object') {
    return value;
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [rename(key), renamed(item, rename)]));
}

/** The way of the command-line client: for an operation that has no method in this SDK. */
async function generic(client, action, parameters) {
  const params = new $OpenApiUtil.Params({
    action, version: '2024-09-10', protocol: 'HTTP', pathname: '/', method: 'GET', authType: 'AK',
    style: 'RPC', reqBodyType: 'formData', bodyType: 'json',
  });
  const request = new $OpenApiUtil.OpenApiRequest({ query: renamed(parameters, capital) });
  const answer = await client.callApi(params, request, new $dara.RuntimeOptions({}));
  return renamed(answer.body, small);
}

/** call(client, 'getRoutine', { name }) answers the body; the SDK throws on every refusal. */
export async function call(client, operation, parameters = {}) {
  if (!client[operation]) {
    return generic(client, capital(operation), parameters);
  }
  const Model = Esa[`${capital(operation)}Request`];
  const answer = Model ? await client[operation](new Model(parameters)) : await client[operation]();
  return answer.body;
}

function sent(options, body) {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest({ ...options, agent: false }, (answer) => {
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        resolve({ status: answer.statusCode, headers: answer.headers, text });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** The fields of an upload form in the order of the command-line client and the MCP server. */
export function formFields(config) {
  return [
    ['OSSAccessKeyId', config.OSSAccessKeyId],
    ['Signature', config.Signature],
    ['callback', config.callback],
    ['x:codeDescription', config['x:codeDescription']],
    ['policy', config.policy],
    ['key', config.key],
  ];
}

export function postForm(url, fields, file, fileOptions) {
  const form = new FormData();
  fields.forEach(([name, value]) => form.append(name, value));
  if (file !== undefined) {
    form.append('file', file, fileOptions);
  }
  const { hostname, port, pathname, search } = new URL(url);
  const body = form.getBuffer();
  const headers = { ...form.getHeaders(), 'content-length': body.length };
  return sent({ method: 'POST', hostname, port, path: pathname + search, headers }, body);
}

/** Upload info, form, commit: answers the new version's id. */
export async function save(client, name, code, codeDescription = '') {
  const { ossPostConfig } =
    await call(client, 'getRoutineStagingCodeUploadInfo', { name, codeDescription });
  const { status, text } = await postForm(ossPostConfig.Url, formFields(ossPostConfig), code);
  if (status !== 200) {
    throw new Error(`the upload was answered with ${status} ${text}`);
  }
  return (await call(client, 'commitRoutineStagingCode', { name, codeDescription })).codeVersion;
}

export async function readBack(client, name, codeVersion) {
  const { routineCode } = await call(client, 'getRoutineCodeVersion', { name, codeVersion });
  return Buffer.from(routineCode, 'base64');
}

/** Descriptions are base64 or plain, depending on the operation. */
export function sameDescription(received, expected) {
  return received === expected || Buffer.from(received ?? '', 'base64').toString() === expected;
}

const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const encode = (text) =>
  encodeURIComponent(text)
    .replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

export const timeInMinutes = (minutes) =>
  new Date(Date.now() + minutes * 60_000).toISOString().replace(/\.\d+/, '');

/** A call signed by hand (ACS3): what the SDK cannot be made to send. `change` alters it after signing. */
export async function handMade(sandbox, action, options = {}) {
  const { method = 'GET', query = {}, body = '', type, secret = ACCESS_KEY_SECRET, change } = options;
  const headers = {
    host: sandbox.endpoint,
    'x-acs-action': action,
    'x-acs-content-sha256': sha256(body),
    'x-acs-date': options.date ?? timeInMinutes(0),
    'x-acs-signature-nonce': options.nonce ?? randomUUID(),
    'x-acs-version': '2024-09-10',
    ...(type ? { 'content-type': type } : {}),
    ...options.headers,
  };
  const search = Object.keys(query).sort()
    .map((key) => `${encode(key)}=${encode(query[key])}`).join('&');
  const names = Object.keys(headers).sort();
  const lines = names.map((name) => `${name}:${headers[name]}\n`).join('');
  const canonical = [method, '/', search, lines, names.join(';'), sha256(body)].join('\n');
  const signature = createHmac('sha256', secret)
    .update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`).digest('hex');
  headers.authorization =
    `ACS3-HMAC-SHA256 Credential=${ACCESS_KEY_ID},SignedHeaders=${names.join(';')},Signature=${signature}`;

  const outgoing = { method, path: `/?${search}`, headers, body };
  change?.(outgoing);
  const [hostname, port] = sandbox.endpoint.split(':');
  const answer = await sent({ hostname, port, method, path: outgoing.path, headers }, outgoing.body);
  let json;
  try {
    json = JSON.parse(answer.text);
  } catch {
    json = undefined;
  }
  return { ...answer, json };
}
