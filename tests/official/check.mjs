// SPDX-License-Identifier: GPL-3.0-or-later
import { isDeepStrictEqual, inspect } from 'node:util';

const counts = { passed: 0, failed: 0 };

function count(good, sentence, came) {
  if (good) {
    counts.passed += 1;
    return;
  }
  counts.failed += 1;
  const details = inspect(came, { depth: 6, maxStringLength: 400, breakLength: 110 });
  console.log(`FAIL  ${sentence}\n      ${details.replaceAll('\n', '\n      ')}`);
}

export function that(sentence, good, came) {
  count(Boolean(good), sentence, came);
}

export function equal(sentence, actual, expected) {
  count(isDeepStrictEqual(actual, expected), sentence, { actual, expected });
}

/** The call must be refused with this code (text or pattern) and status (null: any). */
export async function refused(sentence, call, code, status = 400) {
  try {
    const answer = await call;
    count(false, sentence, answer?.body ?? answer);
  } catch (error) {
    const right = code instanceof RegExp ? code.test(error.code) : error.code === code;
    const came = { code: error.code, status: error.statusCode, message: error.message };
    count(right && (status === null || error.statusCode === status), sentence, came);
  }
}

/** A group that breaks counts as one failure and does not stop the others. */
export async function group(name, run) {
  const before = counts.passed + counts.failed;
  try {
    await run();
  } catch (error) {
    count(false, `${name} runs to its end`, error);
  }
  console.log(`${name}: ${counts.passed + counts.failed - before} checks`);
}

export function summary() {
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  return counts.failed === 0;
}
