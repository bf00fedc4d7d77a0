// SPDX-License-Identifier: GPL-3.0-or-later
import { createRequire } from 'node:module';
import { equal, refused, that } from './check.mjs';
import { call, handMade, sdk, timeInMinutes } from './clients.mjs';
import { ACCESS_KEY_ID, ACCESS_KEY_SECRET, Sandbox } from './sandbox.mjs';

const { RPCClient } = createRequire(import.meta.url)('@alicloud/pop-core');
const AWKWARD = ['!()*\'', 'a b+c', '中文', '~-_.', '%2F', '&=?#', '"<>', '/', '😀'];

async function identities(sandbox) {
  await refused('a wrong secret is told',
    call(sdk(sandbox, { accessKeySecret: 'wrong' }), 'getErService'), 'SignatureDoesNotMatch', null);
  await refused('an unknown key is told', call(sdk(sandbox, { accessKeyId: 'nobody' }), 'getErService'),
    'InvalidAccessKeyId.NotFound', 404);
}

async function clockAndNonce(sandbox) {
  const code = async (options) => {
    const { json } = await handMade(sandbox, 'GetErService', options);
    return json?.Code ?? json?.Status;
  };
  for (const minutes of [-16, 16]) {
    equal(`a clock off by ${minutes} minutes`, await code({ date: timeInMinutes(minutes) }),
      'InvalidTimeStamp.Expired');
  }
  for (const minutes of [-14, 14]) {
    equal(`a clock off by ${minutes} minutes is fine`, await code({ date: timeInMinutes(minutes) }),
      'Running');
  }
  equal('a date in words', await code({ date: 'yesterday' }), 'InvalidTimeStamp.Format');
  equal('a nonce is used once', [await code({ nonce: 'one' }), await code({ nonce: 'one' })],
    ['Running', 'SignatureNonceUsed']);
  equal('a refused signature does not use up its nonce',
    [await code({ nonce: 'two', secret: 'wrong' }), await code({ nonce: 'two' })],
    ['SignatureDoesNotMatch', 'Running']);
}

async function tampering(sandbox) {
  const changes = {
    'another operation': ({ headers }) => { headers['x-acs-action'] = 'OpenErService'; },
    'another host': ({ headers }) => { headers.host = 'attacker.example.com'; },
    'an added header': ({ headers }) => { headers['x-acs-extra'] = 'yes'; },
    'another query': (request) => { request.path = '/?Name=other'; },
    'another digest': ({ headers }) => { headers['x-acs-content-sha256'] = '0'.repeat(64); },
    'one digit of the signature': ({ headers }) => {
      const last = headers.authorization.at(-1) === '0' ? '1' : '0';
      headers.authorization = headers.authorization.slice(0, -1) + last;
    },
  };
  for (const [what, change] of Object.entries(changes)) {
    const { json } = await handMade(sandbox, 'GetErService', { change });
    equal(`${what} breaks the signature`, json?.Code, 'SignatureDoesNotMatch');
  }
  const type = 'application/x-www-form-urlencoded';
  const change = (request) => { request.body = 'Name=bbbb'; };
  const { json } =
    await handMade(sandbox, 'CreateRoutine', { method: 'POST', type, body: 'Name=aaaa', change });
  equal('another body breaks the signature', json?.Code, 'SignatureDoesNotMatch');
  const foreign = await handMade(sandbox, 'GetErService', { headers: { host: 'esa.example.com' } });
  equal('a host behind a proxy is taken as it was signed', foreign.status, 200);
}

async function positions(sandbox) {
  for (const text of AWKWARD) {
    const query = { SearchKeyWord: text };
    const change = (request) => { request.path = `/?SearchKeyWord=${encodeURIComponent(text)}`; };
    const answer = await handMade(sandbox, 'ListUserRoutines', { query, change });
    equal(`the query ${text} is understood as the clients spell it`, answer.status, 200);
  }
  const everything = { RegionId: '', SearchKeyWord: '', PageNumber: '1', PageSize: '50' };
  equal('the command-line client lists with everything in the query',
    (await handMade(sandbox, 'ListUserRoutines', { query: everything })).status, 200);
  const query = { Name: 'by-get', HasAssets: 'true' };
  const created = await handMade(sandbox, 'CreateRoutine', { query });
  equal('a routine can be created by GET', created.json?.Status, 'OK');
  const posted = await handMade(sandbox, 'CreateRoutine', { method: 'POST', query: { Name: 'by-post' } });
  equal('a POST may keep its parameters in the query', posted.json?.Status, 'OK');
  const body = JSON.stringify({ Name: 'by-json' });
  const type = 'application/json; charset=utf-8';
  const json = await handMade(sandbox, 'CreateRoutine', { method: 'POST', body, type });
  equal('a body may be JSON', json.json?.Status, 'OK');
  const change = ({ headers }) => { headers['transfer-encoding'] = 'chunked'; };
  const formType = 'application/x-www-form-urlencoded';
  const form = { method: 'POST', body: 'Name=by-chunks', type: formType, change };
  equal('a body may come in chunks', (await handMade(sandbox, 'CreateRoutine', form)).json?.Status, 'OK');
}

async function olderSignature(sandbox) {
  const client = (changes = {}) => new RPCClient({
    accessKeyId: ACCESS_KEY_ID,
    accessKeySecret: ACCESS_KEY_SECRET,
    endpoint: `http://${sandbox.endpoint}`,
    apiVersion: '2024-09-10',
    ...changes,
  });
  for (const method of ['GET', 'POST']) {
    const answer = await client().request('GetErService', {}, { method });
    equal(`HMAC-SHA1 by ${method} is accepted`, answer.Status, 'Running');
  }
  const parameters = { Name: 'older', Description: '中文 +&!()*~' };
  const created = await client().request('CreateRoutine', parameters, { method: 'POST' });
  equal('with every kind of character', created.Status, 'OK');
  const answer = await call(sdk(sandbox, { signatureAlgorithm: 'v2' }), 'getRoutine', { name: 'older' });
  that('the SDK may use it too', answer.requestId, answer);
  await refused('a wrong secret is told to it',
    client({ accessKeySecret: 'wrong' }).request('GetErService', {}), 'SignatureDoesNotMatch', null);
  await refused('an unknown key as well',
    client({ accessKeyId: 'nobody' }).request('GetErService', {}), 'InvalidAccessKeyId.NotFound', null);
}

async function throttling() {
  const sandbox = await Sandbox.start('--rate', '10');
  const answers = await Promise.all(Array.from({ length: 40 }, () => handMade(sandbox, 'GetErService')));
  const denied = answers.filter((answer) => answer.status !== 200);
  that('too many calls are throttled', denied.length >= 20, denied.length);
  that('with the documented code',
    denied.every(({ status, json }) => status === 400 && json.Code.startsWith('Throttling')), denied[0]);
  that('and a time to wait', denied.every(({ headers }) => Number(headers['x-acs-retry-after']) > 0),
    denied[0]?.headers);
  await sandbox.stop();
}

export default async function signing() {
  const sandbox = await Sandbox.start('--rate', '1000');
  await identities(sandbox);
  await clockAndNonce(sandbox);
  await tampering(sandbox);
  await positions(sandbox);
  await olderSignature(sandbox);
  await sandbox.stop();
  await throttling();
}
