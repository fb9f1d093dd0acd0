// What large projects cost: opening one, and an edit until it is on the disk, beside the cost of putting the
// same bytes into a bare database with strict durability in the same run.
//
//   node tests/e2e/bench-saving.mjs     GLOSSATOR_PROFILE=name for profiles of the processor beside it

import { writeFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { browser } from './support/browser.mjs';
import { profile, remove, start } from './support/chromium.mjs';
import { median, p95 } from './support/figures.mjs';
import { serve } from './support/serve.mjs';
import { edit, fill, real, stored } from './support/stored.mjs';

const EDITS = 200;

const server = await serve('dist');
const base = `http://127.0.0.1:${server.address().port}/`;
const engine = await chromium.launch(browser.launchOptions);

// So many documents of so many characters, with the annotations spread over them.
const documents = (number, characters, annotations) =>
  Array.from({ length: number }, (_, at) => {
    let text = `document ${at}`;
    for (let word = 0; text.length < characters; word += 1) text += word % 60 ? ` word${word % 997}` : `\n\nparagraph${word}`;
    const each = annotations / number;
    const spans = Array.from({ length: each }, (_, place) => Math.floor((place * (characters - 40)) / each)).map((start) => [start, start + 12]);
    return { title: `document ${at}`, text: text.slice(0, characters), spans };
  });

// Ten edits a second, each a passage of its own with the first tag: from the key that tags to the task's end
// is what the main thread works, from there to the words in the foot how long it is not yet saved.
const editing = (page, edits) =>
  page.evaluate(async (edits) => {
    const times = { kept: [], busy: [], saved: [] };
    const frame = () => new Promise(requestAnimationFrame);
    const press = (key, more) =>
      document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
    // What the program puts off to the end of the task is done before the message comes.
    const rest = () =>
      new Promise((come) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = come;
        port2.postMessage(0);
      });
    const foot = document.querySelector('.saving');
    let since;
    new MutationObserver(() => {
      if (since && foot.textContent.includes('Saved')) {
        times.saved.push(performance.now() - since);
        since = undefined;
      }
    }).observe(foot, { childList: true, characterData: true, subtree: true });
    document.querySelector('#reader').focus();
    for (let edit = 0; edit < edits; edit += 1) {
      const begun = performance.now();
      press('ArrowRight', { ctrlKey: true, shiftKey: true });
      press('Enter');
      while (!document.querySelector('.palette')?.contains(document.activeElement)) await frame();
      await frame();
      await rest();
      since = performance.now();
      press('1');
      times.kept.push(performance.now() - since);
      await rest();
      times.busy.push(performance.now() - since);
      while (document.querySelector('.palette')) await frame();
      document.querySelector('#reader').focus();
      press('Escape');
      press('ArrowRight', { ctrlKey: true });
      while (performance.now() - begun < 100) await frame();
    }
    while (since) await frame();
    return times;
  }, edits);

// The same bytes as a step's, in a database of their own.
const bare = (page, edits) =>
  page.evaluate(async (edits) => {
    const database = await new Promise((come) => {
      const opening = indexedDB.open('floor', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('records');
      opening.onsuccess = () => come(opening.result);
    });
    const took = [];
    for (let time = 0; time < edits; time += 1) {
      const begun = performance.now();
      await new Promise((come) => {
        const transaction = database.transaction('records', 'readwrite', { durability: 'strict' });
        transaction.objectStore('records').put('x'.repeat(900), String(time));
        transaction.oncomplete = come;
      });
      took.push(performance.now() - begun);
    }
    return took;
  }, edits);

async function measure(model, number, characters, annotations) {
  const folder = await profile();
  const own = await start(folder);
  const { page } = own;
  await page.goto(`${base}icon.svg`);
  const entries = Object.entries(stored(model, documents(number, characters, annotations)));
  for (let at = 0; at < entries.length; at += 100) await fill(page, entries.slice(at, at + 100));
  const begun = Date.now();
  await page.goto(base);
  await page.locator('#reader, main.recovery').first().waitFor();
  const opened = Date.now() - begun;
  if (await page.locator('main.recovery').count()) throw new Error(await page.locator('main.recovery').textContent());
  await page.mouse.move(300, 300);
  await edit(page);
  await page.locator('.saving', { hasText: 'Saved in this browser' }).waitFor();
  const profiler = process.env.GLOSSATOR_PROFILE && (await page.context().newCDPSession(page));
  await profiler?.send('Profiler.enable');
  await profiler?.send('Profiler.start');
  const { kept, busy, saved } = await editing(page, EDITS);
  if (profiler) await writeFile(`${process.env.GLOSSATOR_PROFILE}-${annotations}.cpuprofile`, JSON.stringify((await profiler.send('Profiler.stop')).profile));
  const floor = await bare(page, EDITS);
  await own.kill();
  await remove(folder);
  const both = (times) => `${median(times).toFixed(1)} ms (p95 ${p95(times).toFixed(1)})`;
  console.log(
    `${number} documents of ${characters} characters, ${annotations} annotations: first text after ${opened} ms; ` +
      `an edit is done and in local storage after ${both(kept)}, shown after ${both(busy)}, and saved after ${both(saved)}, a bare strict put takes ${both(floor)}, ` +
      `ratio ${(median(saved) / median(floor)).toFixed(1)}`,
  );
}

try {
  const model = await real(engine, base);
  await measure(model, 1, 20_000, 400);
  if (!process.env.ONLY_SMALL) await measure(model, 250, 20_000, 100_000);
  if (!process.env.ONLY_SMALL) await measure(model, 500, 20_000, 200_000);
} finally {
  await engine.close();
  server.close();
}
