// How long the recogniser takes in its worker, in a built page: 1 MB of the legal texts, beside a plain scan of
// the same text for some words. node tests/e2e/bench-law.mjs [folder of a page]

import { readFileSync, readdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { browser } from './support/browser.mjs';
import { serve } from './support/serve.mjs';

const RUNS = 9;
const server = await serve(process.argv[2] ?? 'dist');
const engine = await chromium.launch(browser.launchOptions);
try {
  const folder = 'tests/legal/texts';
  const texts = readdirSync(folder).filter((name) => /^t(0|1).*\.txt$/.test(name)).map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
  let text = '';
  while (Buffer.byteLength(text) < 1 << 20) text += `${texts.join('\n\n')}\n\n`;
  text = text.slice(0, Math.floor((text.length * (1 << 20)) / Buffer.byteLength(text)));

  const page = await engine.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  const figures = await page.evaluate(
    async ({ text, runs }) => {
      const worker = new Worker(document.querySelector('meta[name=law]').content);
      const heard = () => new Promise((come) => worker.addEventListener('message', (event) => come(event.data), { once: true }));
      const begun = performance.now();
      await heard();
      const start = performance.now() - begun;
      const ask = async (question, about) => {
        const begun = performance.now();
        const answer = heard();
        worker.postMessage([1, question, about]);
        const [, found] = await answer;
        return [performance.now() - begun, found];
      };
      const [table] = await ask('entries', 'gc4');
      const times = [];
      let found = '';
      for (let run = 0; run < runs; run += 1) {
        const [time, answer] = await ask('recognise', text);
        times.push(time);
        found = answer;
      }
      const words = ['Convention', 'resolution', 'Article', 'S/RES/', 'Charter'];
      const scans = [];
      for (let run = 0; run < runs; run += 1) {
        const begun = performance.now();
        let hits = 0;
        for (const word of words) for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) hits += 1;
        scans.push(performance.now() - begun + 0 * hits);
      }
      return { start, table, times, scans, references: found.split('\n').length - 1 };
    },
    { text, runs: RUNS },
  );
  const median = (times) => [...times].sort((one, other) => one - other)[times.length >> 1].toFixed(1);
  console.log(`${Buffer.byteLength(text)} bytes, ${figures.references} references`);
  console.log(`start of the worker ${figures.start.toFixed(1)} ms, its table ${figures.table.toFixed(1)} ms`);
  console.log(`recogniser, with the way there and back: ${median(figures.times)} ms (median of ${RUNS})`);
  console.log(`plain scan for 5 words: ${median(figures.scans)} ms`);
} finally {
  await engine.close();
  server.close();
}
