// From navigation to readable text: the program beside a plain page with the same text, from the
// same server, in a new browser context each time, turn about. Prints medians; judges nothing.

import { readFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { browser } from './support/browser.mjs';
import { median } from './support/figures.mjs';
import { serve } from './support/serve.mjs';

const rounds = 5;
const text = await readFile('assets/appeal.txt', 'utf8');

// A sentence of the text itself: its title also stands in the list of documents.
const sentence = '"Since September 27, 2020 the armed forces of Amenia';

const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const plain = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Plain</title>
<body>${escaped.split(/\n\n+/).map((block) => `<p>${block}</p>`).join('\n')}</body></html>`;

// Runs in the page before anything else: the time of the first frame that shows the sentence.
function watch(sentence) {
  window.firstText = new Promise((done) => {
    const look = () => {
      const shown = document.body?.innerText.replace(/\s+/g, ' ').includes(sentence);
      if (!shown) return requestAnimationFrame(look);
      requestAnimationFrame(() => setTimeout(() => done(performance.now())));
    };
    look();
  });
}

async function measure(engine, address) {
  const context = await engine.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.addInitScript(watch, sentence);
  await page.goto(address, { waitUntil: 'commit' });
  const time = await Promise.race([
    page.evaluate(() => window.firstText),
    page.waitForTimeout(20_000).then(() => Promise.reject(new Error(`${address} shows no text`))),
  ]);
  await context.close();
  return time;
}


const server = await serve('dist', 0, { '/plain.html': plain });
const origin = `http://127.0.0.1:${server.address().port}`;
const engine = await chromium.launch(browser.launchOptions);
const times = { page: [], plain: [] };
try {
  // The first page of a new browser pays for the browser.
  await measure(engine, `${origin}/plain.html`);
  for (let round = 0; round < rounds; round += 1) {
    times.plain.push(await measure(engine, `${origin}/plain.html`));
    times.page.push(await measure(engine, `${origin}/`));
  }
} finally {
  await engine.close();
  server.close();
}

const [ours, bare] = [median(times.page), median(times.plain)];
console.log(`Time to readable text, median of ${rounds}:`);
console.log(`  Glossator   ${ours.toFixed(0).padStart(5)} ms`);
console.log(`  plain page  ${bare.toFixed(0).padStart(5)} ms`);
console.log(`  difference  ${(ours - bare).toFixed(0).padStart(5)} ms (goal: 250 at most), ${(ours / bare).toFixed(1)} times`);
