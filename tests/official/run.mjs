// SPDX-License-Identifier: GPL-3.0-or-later
import { group, summary } from './check.mjs';
import dcdn from './dcdn.mjs';
import lifecycle from './lifecycle.mjs';
import refusals from './refusals.mjs';
import signing from './signing.mjs';
import uploads from './uploads.mjs';

if (!process.argv[2] && !process.env.EDGEWRIGHT_SANDBOX) {
  console.error('usage: node run.mjs PATH/TO/edgewright-sandbox');
  process.exit(2);
}

await group('life of a routine', lifecycle);
await group('life of a routine in the first generation', dcdn);
await group('refusals', refusals);
await group('signing', signing);
await group('uploads', uploads);
process.exit(summary() ? 0 : 1);
