// The reading surface: the same generated texts and annotations through the program and through plain paragraphs
// without any annotations (the floor), in one Chromium, interleaved. Milliseconds, medians.
//
//   benches/browser/run [shape…]     builds the release page first; ROUNDS=5

import { readFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { browser } from '../../tests/e2e/support/browser.mjs';
import { mean, median, quantile } from '../../tests/e2e/support/figures.mjs';
import { serve } from '../../tests/e2e/support/serve.mjs';
import { fill, real, stored } from '../../tests/e2e/support/stored.mjs';
import { generated } from './texts.mjs';

const ROUNDS = Number(process.env.ROUNDS ?? 5);
const SLOWER = Number(process.env.SLOWER ?? 1);

const sizes = [
  ['latin', 2_000, 10],
  ['latin', 100_000, 1_000],
  ['latin', 1_000_000, 10_000],
  ['latin', 5_000_000, 50_000],
  ['one line', 1_000_000, 10_000],
  ['hard-wrapped lines', 1_000_000, 10_000],
  ['hebrew', 1_000_000, 10_000],
  ['chinese', 1_000_000, 10_000],
];

const server = await serve('dist');
const base = `http://127.0.0.1:${server.address().port}/`;
const engine = await chromium.launch({ ...browser.launchOptions, args: [...browser.launchOptions.args, '--enable-precise-memory-info'] });
const viewport = { width: 1280, height: 900 };

// What both pages are measured with.
function tools() {
  window.longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
  }).observe({ type: 'longtask' });
  const frame = () => new Promise(requestAnimationFrame);
  const task = () =>
    new Promise((come) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = come;
      port2.postMessage(0);
    });
  // The task after a frame comes when that frame was painted.
  window.painted = async () => {
    await frame();
    await task();
  };
  window.frameTimes = async (column, distance, step) => {
    const times = [];
    let before = await frame();
    for (let gone = 0; gone < distance; gone += step) {
      column.scrollBy(0, step);
      const now = await frame();
      times.push(now - before);
      before = now;
    }
    return times;
  };
}


async function slower(page) {
  if (SLOWER === 1) return;
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
}

// Private memory of the page's process in MB.
async function privateMemory(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { processInfo } = await (await engine.newBrowserCDPSession()).send('SystemInfo.getProcessInfo');
  const sizes = await Promise.all(
    processInfo.filter(({ type }) => type === 'renderer').map(async ({ id }) => {
      const rollup = await readFile(`/proc/${id}/smaps_rollup`, 'utf8').catch(() => '');
      return [...rollup.matchAll(/^Private_\w+:\s+(\d+)/gm)].reduce((sum, [, kilobytes]) => sum + Number(kilobytes), 0) / 1024;
    }),
  );
  return Math.max(...sizes);
}

async function floor(text) {
  const context = await engine.newContext({ viewport });
  const page = await context.newPage();
  await page.setContent(`<style>body{margin:0}.reader{height:100vh;overflow:auto}.text{max-width:660px;margin:0 auto;font:18px/1.7 serif;white-space:pre-wrap;overflow-wrap:anywhere}p{margin:0 0 18px}</style><div class=reader><div class=text></div></div>`);
  await page.evaluate(tools);
  await slower(page);
  const result = await page.evaluate(async (paragraphs) => {
    await window.painted();
    window.longest = 0;
    const begun = performance.now();
    document.querySelector('.text').replaceChildren(
      ...paragraphs.map((words) => {
        const p = document.createElement('p');
        p.textContent = words;
        return p;
      }),
    );
    await window.painted();
    const open = performance.now() - begun;
    const frames = await window.frameTimes(document.querySelector('.reader'), 12_000, 100);
    return { open, frames };
  }, text.split(/\n\n/));
  const megabytes = await privateMemory(page);
  await context.close();
  return { ...result, megabytes };
}

async function program(model, { text, spans }) {
  const context = await engine.newContext({ viewport });
  const page = await context.newPage();
  await page.goto(`${base}icon.svg`);
  const leaflet = { title: 'leaflet', text: 'A leaflet.', spans: [] };
  const entries = Object.entries(stored(model, [leaflet, { title: 'book', text, spans }]));
  for (let at = 0; at < entries.length; at += 20) await fill(page, entries.slice(at, at + 20));
  const started = Date.now();
  await page.goto(base);
  await page.locator('#reader', { hasText: 'A leaflet.' }).waitFor();
  const inStore = Date.now() - started;
  await page.mouse.move(640, 300);
  await page.locator('.strip').waitFor();
  await page.evaluate(tools);
  await slower(page);
  const opened = await page.evaluate(async (wanted) => {
    const button = [...document.querySelectorAll('.document')].find((button) => button.textContent.includes('book'));
    await window.painted();
    window.longest = 0;
    const begun = performance.now();
    button.click();
    while (!document.querySelector('#reader mark')) await new Promise(requestAnimationFrame);
    await window.painted();
    const open = performance.now() - begun;
    const ids = () => document.querySelectorAll('#reader mark').length;
    let all = ids();
    for (let same = 0; same < 3; ) {
      await new Promise((come) => requestIdleCallback(come));
      await new Promise(requestAnimationFrame);
      const now = ids();
      same = now === all && now >= wanted ? same + 1 : 0;
      all = now;
    }
    return { open, all: performance.now() - begun, longest: window.longest };
  }, spans.length);
  const frames = await page.evaluate(() => window.frameTimes(document.querySelector('.reader'), 12_000, 100));
  await page.evaluate(() => document.querySelector('.reader').scrollTo(0, 0));
  const acts = await page.evaluate(async () => {
    const times = { add: [], remove: [], hide: [] };
    const press = (key, more) =>
      document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
    await window.painted();
    const reader = document.querySelector('#reader');
    reader.focus();
    for (let time = 0; time < 30; time += 1) {
      press('ArrowRight', { ctrlKey: true, shiftKey: true });
      press('Enter');
      while (!document.querySelector('.palette')?.contains(document.activeElement)) await new Promise(requestAnimationFrame);
      await window.painted();
      const begun = performance.now();
      press(String(1 + (time % 7)));
      await window.painted();
      times.add.push(performance.now() - begun);
      while (document.querySelector('.palette')) await new Promise(requestAnimationFrame);
      if (time % 3 === 0) {
        reader.focus();
        await window.painted();
        const begun = performance.now();
        press('z', { ctrlKey: true });
        await window.painted();
        times.remove.push(performance.now() - begun);
      }
      reader.focus();
      press('Escape');
      press('ArrowRight', { ctrlKey: true });
    }
    for (let time = 0; time < 4; time += 1) {
      const eye = document.querySelector('.tag-row .eye');
      await window.painted();
      const begun = performance.now();
      eye.click();
      await window.painted();
      times.hide.push(performance.now() - begun);
      await new Promise((come) => requestIdleCallback(come));
    }
    return times;
  });
  const megabytes = await privateMemory(page);
  await context.close();
  return { ...opened, inStore, frames, acts, megabytes };
}

const asked = process.argv.slice(2);
const model = await real(engine, base);
const rows = [];
for (const [shape, characters, annotations] of sizes) {
  const name = `${shape}, ${characters.toLocaleString('en')} characters, ${annotations.toLocaleString('en')} annotations`;
  if (asked.length && !asked.some((word) => name.includes(word))) continue;
  const made = generated(shape, characters, annotations);
  const floors = [];
  const programs = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    floors.push(await floor(made.text));
    programs.push(await program(model, made));
  }
  const of = (list, read) => median(list.map(read));
  const open = of(floors, (it) => it.open);
  const ratio = (value, against) => `${value.toFixed(0)} (${(value / against).toFixed(2)} ×)`;
  const frame = of(floors, (it) => mean(it.frames));
  rows.push({
    text: name,
    'floor, open': open.toFixed(0),
    'first screen': ratio(of(programs, (it) => it.open), open),
    'all marks': ratio(of(programs, (it) => it.all), open),
    'longest task': of(programs, (it) => it.longest).toFixed(0),
    'start of the page': of(programs, (it) => it.inStore).toFixed(0),
    'add, p75': quantile(programs.flatMap((it) => it.acts.add), 0.75).toFixed(0),
    'undo, p75': quantile(programs.flatMap((it) => it.acts.remove), 0.75).toFixed(0),
    'hide a tag': of(programs, (it) => median(it.acts.hide)).toFixed(0),
    'frame': `${of(programs, (it) => mean(it.frames)).toFixed(1)} (${(of(programs, (it) => mean(it.frames)) / frame).toFixed(2)} ×)`,
    'MB': ratio(of(programs, (it) => it.megabytes), of(floors, (it) => it.megabytes)),
  });
  const row = rows.at(-1);
  if (rows.length === 1) console.log(`| ${Object.keys(row).join(' | ')} |\n|${Object.keys(row).map(() => '---').join('|')}|`);
  console.log(`| ${Object.values(row).join(' | ')} |`);
}
await engine.close();
server.close();
