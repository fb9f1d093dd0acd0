// The browser, and pages of it that are measured alike.

import { readFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { browser } from '../../tests/e2e/support/browser.mjs';
import { tools } from './tools.mjs';

// How many times slower than it is the processor pretends to be.
export const SLOWER = Number(process.env.SLOWER ?? 1);

const viewport = { width: 1280, height: 900 };

export const launch = () => chromium.launch(browser.launchOptions);

// Runs something with a page of its own, and closes it. The next page comes when the process of this one is gone.
export async function withPage(engine, run) {
  const context = await engine.newContext({ viewport });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  const watched = { page, engine, process: undefined };
  try {
    return await run(watched);
  } finally {
    await context.close();
    while (watched.process && (await renderers(engine)).has(watched.process));
  }
}

// From here on the page is measured.
export async function begin({ page }) {
  await page.evaluate(tools);
  if (SLOWER === 1) return;
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
}

// What one input of a person brings: `expect` says to the page what is waited for (see `expect` of the tools).
export async function timed(page, expect, input, argument) {
  await page.evaluate(expect, argument);
  await input();
  return page.evaluate(() => bench.done);
}

// How long a drag takes, in milliseconds. A short one is a click to some.
const DRAG = 350;

// Drags as a hand does, which comes to rest before it lets go. The button is still down after it.
export async function drag(page, { from, to }) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  const begun = performance.now();
  for (let share = 0; share < 1; ) {
    share = (performance.now() - begun) / DRAG;
    const way = Math.min(1, share * 1.25);
    await page.mouse.move(Math.round(from.x + (to.x - from.x) * way), to.y);
  }
}

// The seconds that each renderer has worked, by process.
async function renderers(engine) {
  const session = await engine.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return new Map(processInfo.filter(({ type }) => type === 'renderer').map(({ id, cpuTime }) => [id, cpuTime]));
}

// The process of the page: the one that works when the page does. The browser holds others ready.
async function processOf({ page, engine }) {
  const before = await renderers(engine);
  await page.evaluate(() => {
    for (const end = performance.now() + 300; performance.now() < end; );
  });
  const worked = [...(await renderers(engine))].map(([id, seconds]) => [id, seconds - (before.get(id) ?? 0)]);
  return worked.reduce((most, other) => (other[1] > most[1] ? other : most))[0];
}

// Private memory of the page's process in MB.
export async function megabytes(watched) {
  watched.process = await processOf(watched);
  const session = await watched.page.context().newCDPSession(watched.page);
  await session.send('HeapProfiler.collectGarbage');
  const rollup = await readFile(`/proc/${watched.process}/smaps_rollup`, 'utf8');
  const kilobytes = [...rollup.matchAll(/^Private_\w+:\s+(\d+)/gm)].reduce((sum, [, number]) => sum + Number(number), 0);
  return kilobytes / 1024;
}
