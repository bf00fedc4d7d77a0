// SPDX-License-Identifier: GPL-3.0-or-later
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const ACCESS_KEY_ID = 'LTAI-official-check';
export const ACCESS_KEY_SECRET = 'a secret of these checks only';

const PROGRAM = process.argv[2] ?? process.env.EDGEWRIGHT_SANDBOX;
const READY_MS = 10_000;

const running = new Set();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** One running service; stop() ends it, restart() brings it back on the same data. */
export class Sandbox {
  #process;
  #directory = mkdtempSync(join(tmpdir(), 'edgewright-official-'));
  #options;
  endpoint;

  static async start(...options) {
    const sandbox = new Sandbox(options);
    await sandbox.restart();
    return sandbox;
  }

  constructor(options) {
    this.#options = options;
  }

  async restart() {
    this.#process = spawn(PROGRAM, [
      '--listen', '127.0.0.1:0', '--data', this.#directory,
      '--access-key-id', ACCESS_KEY_ID, '--access-key-secret', ACCESS_KEY_SECRET,
      ...this.#options,
    ], { stdio: ['ignore', 'pipe', 'inherit'] });
    running.add(this.#process);
    this.endpoint = (await this.#readyLine()).endpoint;
  }

  #readyLine() {
    return new Promise((resolve, reject) => {
      let text = '';
      const late = setTimeout(() => reject(new Error('the sandbox did not get ready')), READY_MS);
      this.#process.once('error', reject);
      this.#process.once('exit', (status) => reject(new Error(`the sandbox ended with ${status}`)));
      this.#process.stdout.on('data', (data) => {
        text += data;
        if (text.includes('\n')) {
          clearTimeout(late);
          resolve(JSON.parse(text));
        }
      });
    });
  }

  /** Answers the exit status, or the signal that ended the program. */
  end(signal = 'SIGTERM') {
    return new Promise((resolve) => {
      running.delete(this.#process);
      this.#process.once('exit', (status, by) => resolve(status ?? by));
      this.#process.kill(signal);
    });
  }

  async stop() {
    const status = await this.end();
    rmSync(this.#directory, { recursive: true, force: true });
    return status;
  }
}
