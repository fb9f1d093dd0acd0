// A Chromium of one's own, with a profile on the disk, that can be killed: by its pid, with all
// that it started.

import { spawn } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { browser } from './browser.mjs';

export const profile = (folder = tmpdir()) => mkdtemp(join(folder, 'glossator-'));
export const remove = (folder) => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });

export async function start(folder) {
  await rm(join(folder, 'DevToolsActivePort'), { force: true });
  await rm(join(folder, 'SingletonLock'), { force: true });
  const { executablePath, args } = browser.launchOptions;
  const words = [...args, `--user-data-dir=${folder}`, '--remote-debugging-port=0', '--window-size=1440,900', 'about:blank'];
  const child = spawn(executablePath, words, { stdio: 'ignore', detached: true });
  const ended = new Promise((done) => child.once('exit', done));
  const port = await portOf(folder, child);
  const connection = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const context = connection.contexts()[0];
  return {
    context,
    page: context.pages()[0] ?? (await context.newPage()),
    pid: child.pid,
    // As a power switch does it: nothing is told, nothing is written any more.
    async kill() {
      process.kill(-child.pid, 'SIGKILL');
      await ended;
      await connection.close().catch(() => {});
    },
    // As a person closes it.
    async quit() {
      const session = await connection.newBrowserCDPSession();
      await session.send('Browser.close').catch(() => {});
      await ended;
      await connection.close().catch(() => {});
    },
  };
}

// Chromium writes the port that it chose into its profile.
async function portOf(folder, child) {
  for (;;) {
    const text = await readFile(join(folder, 'DevToolsActivePort'), 'utf8').catch(() => '');
    const port = Number(text.split('\n')[0]);
    if (port > 0 && text.includes('\n')) return port;
    if (child.exitCode !== null) throw new Error(`Chromium ended with ${child.exitCode}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}

// The pids of a browser's renderers.
export async function renderers(pid) {
  const found = [];
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const [stat, line] = await Promise.all(
      ['stat', 'cmdline'].map((file) => readFile(`/proc/${name}/${file}`, 'utf8').catch(() => '')),
    );
    const group = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]);
    if (group === pid && line.includes('--type=renderer')) found.push(Number(name));
  }
  return found;
}
