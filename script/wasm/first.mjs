// Opens a page that counts (count.mjs) as people open it, and writes which functions ran until the text
// was there.

import { writeFileSync } from 'node:fs';
import { chromium, expect } from '@playwright/test';

import { browser } from '../../tests/e2e/support/browser.mjs';
import { records, saved, started, tag } from '../../tests/e2e/support/page.mjs';
import { serve } from '../../tests/e2e/support/serve.mjs';

const [page, list] = process.argv.slice(2);
const server = await serve(page);
const chrome = await chromium.launch(browser.launchOptions);
const ran = new Set();

// Wide and narrow, light and dark; first with nothing kept, then with what was marked before.
for (const colorScheme of ['light', 'dark']) {
  for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
    const context = await chrome.newContext({ colorScheme, viewport, serviceWorkers: 'block' });
    const first = await opened(context);
    if (viewport.width > 1000) {
      await tag(first, 'fired rockets', '1');
      await saved(first);
      // The next visit opens from the log alone, the one after it from a snapshot and what came after that.
      const second = await opened(context);
      await tag(second, 'the Geneva Convention of 1949', '6');
      await expect.poll(async () => Object.keys(await records(second)).join()).toContain('/snapshot:');
      await tag(second, 'a third country', '4');
      await saved(second);
      await second.close();
    }
    await first.close();
    await opened(context);
    await context.close();
  }
}
await askForRest();
writeFileSync(list, [...ran].sort().map((mark) => `${mark}\n`).join(''));
await chrome.close();
server.close();

// What fetches the rest: at the first sign of a person, when a function needs it, and in vain.
async function askForRest() {
  const context = await chrome.newContext({ serviceWorkers: 'block' });
  // Once the rest is there, all that runs may be of it.
  await context.addInitScript(() => {
    const { instantiate, Instance } = WebAssembly;
    const stop = () => (globalThis.until ??= [...globalThis.ran]);
    WebAssembly.instantiate = (...what) => {
      if (what[0] instanceof WebAssembly.Module) stop();
      return instantiate.apply(WebAssembly, what);
    };
    WebAssembly.Instance = new Proxy(Instance, {
      construct(made, what) {
        stop();
        return new made(...what);
      },
    });
  });
  const signed = await opened(context);
  const came = signed.waitForResponse('**/*_rest.wasm');
  await signed.evaluate(() => dispatchEvent(new Event('wheel')));
  await came;
  await note(signed);

  const needed = await opened(context);
  await needed.evaluate(() => wasmBindings.need_rest());
  await note(needed);

  const failed = await opened(context);
  await failed.route('**/*_rest.wasm', (route) => route.abort());
  await expect(failed.evaluate(() => wasmBindings.need_rest())).rejects.toThrow();
  await note(failed);
  await context.close();
}

async function opened(context) {
  const tab = await context.newPage();
  await tab.goto(`http://127.0.0.1:${server.address().port}/`);
  await started(tab);
  await saved(tab);
  // A page can be left before anything was done.
  await tab.evaluate(() => ['beforeunload', 'pagehide'].forEach((name) => dispatchEvent(new Event(name))));
  await note(tab);
  return tab;
}

async function note(tab) {
  await tab.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 1000 })));
  for (const mark of await tab.evaluate(() => globalThis.until ?? [...globalThis.ran])) ran.add(mark);
}
