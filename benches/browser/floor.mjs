// The floor: plain paragraphs of the text, without annotations.

import { begin, megabytes, withPage } from './page.mjs';

// The column that the text stands in, here and with the peer.
export const column = `<!doctype html><style>
  body { margin: 0 }
  .reader { height: 100vh; overflow: auto }
  .text { max-width: 660px; margin: 0 auto; font: 18px/1.7 serif; white-space: pre-wrap; overflow-wrap: anywhere }
  p { margin: 0 0 18px }
</style><div class="reader"><div class="text" dir="auto"></div></div>`;

export const paragraphs = (text) => text.split('\n\n');

export const floor = (engine, { text }) =>
  withPage(engine, async (watched) => {
    const { page } = watched;
    await page.setContent(column);
    await begin(watched);
    const opened = await page.evaluate(async (paragraphs) => {
      await bench.painted();
      const begun = performance.now();
      document.querySelector('.text').replaceChildren(
        ...paragraphs.map((words) => {
          const p = document.createElement('p');
          p.textContent = words;
          return p;
        }),
      );
      await bench.painted();
      return { open: performance.now() - begun, opening: bench.longest(begun) };
    }, paragraphs(text));
    const scrolled = await page.evaluate(() => bench.scroll(document.querySelector('.reader'), 12_000, 100));
    return { ...opened, scrolled, megabytes: await megabytes(watched) };
  });
