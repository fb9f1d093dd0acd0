// Nothing leaves the origin and nothing foreign runs: on a loopback address, and on a plain-http
// name, where browsers keep much of what the program could lean on from a page.

import { plainHost } from './support/browser.mjs';
import {
  annotations, dialog, documentButton, exported, expect, expectCount, importFiles, json, readings, saving, started,
  tag, test, text, undoKey,
} from './support/page.mjs';

for (const host of ['127.0.0.1', 'localhost', plainHost]) {
  test.describe(`on http://${host}`, () => {
    test.use({ baseURL: async ({}, use) => use(`http://${host}:${process.env.GLOSSATOR_PORT}/`) });

    test('the page starts, and runs and reaches nothing foreign', async ({ page, watched, elsewhere }) => {
      watched.allow(/^console: .*(Content Security Policy|violates the following)/);
      const asked = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.addInitScript(() => {
        window.violations = [];
        document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.effectiveDirective));
      });
      await page.goto('./');
      await started(page);
      expect(await page.evaluate(() => window.isSecureContext)).toBe(host !== plainHost);
      expect(await page.evaluate(() => window.violations)).toEqual([]);

      await page.evaluate(() => {
        const script = document.createElement('script');
        script.textContent = 'window.inlineRan = true';
        document.head.append(script);
        const holder = document.createElement('div');
        holder.innerHTML = '<img src="data:," onerror="window.handlerRan = true">';
        document.body.append(holder);
      });
      await expect.poll(() => page.evaluate(() => window.violations)).toEqual(['script-src-elem', 'script-src-attr']);
      expect(await page.evaluate(() => [window.inlineRan, window.handlerRan])).toEqual([undefined, undefined]);
      // In a task of the page's own: what is evaluated from outside is let pass.
      await page.evaluate(() => {
        setTimeout(() => {
          try {
            window.evalRan = new Function('return true')();
          } catch (error) {
            window.evalRan = error.name;
          }
        });
      });
      await expect.poll(() => page.evaluate(() => window.evalRan)).toBe('EvalError');

      const outcome = await page.evaluate(async (origin) => {
        const image = new Promise((done) => {
          const image = new Image();
          image.onload = () => done('loaded');
          image.onerror = () => done('refused');
          image.src = `${origin}/browser.mjs?img`;
        });
        const script = new Promise((done) => {
          const script = document.createElement('script');
          script.onload = () => done('loaded');
          script.onerror = () => done('refused');
          script.src = `${origin}/browser.mjs?script`;
          document.head.append(script);
        });
        navigator.sendBeacon(`${origin}/browser.mjs?beacon`, 'words');
        const fetched = fetch(`${origin}/browser.mjs?fetch`, { mode: 'no-cors' }).then(() => 'fetched', () => 'refused');
        const frame = document.createElement('iframe');
        frame.src = `${origin}/browser.mjs?frame`;
        document.body.append(frame);
        return Promise.all([image, script, fetched]);
      }, elsewhere.origin);
      expect(outcome).toEqual(['refused', 'refused', 'refused']);
      await expect
        .poll(() => page.evaluate(() => [...new Set(window.violations)].sort()))
        .toEqual(['connect-src', 'frame-src', 'img-src', 'script-src', 'script-src-attr', 'script-src-elem']);
      expect(elsewhere.visits(), 'nobody came to the other origin').toBe(0);
      const origin = new URL(page.url()).origin;
      const own = asked.filter((address) => new URL(address).origin === origin);
      expect(own.length).toBeGreaterThan(2);
      expect(asked.filter((address) => !own.includes(address) && !/^(data|blob):/.test(address) && !address.startsWith(elsewhere.origin))).toEqual([]);
    });

    test('a whole journey makes no request but for the program itself', async ({ page }) => {
      const asked = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto('./');
      await started(page);
      const start = [...asked];
      await tag(page, 'the armed forces of Amenia', '4');
      await tag(page, 'four UN Security Council resolutions', '7');
      await annotations(page).getByRole('textbox', { name: 'Note' }).fill('A note that is nobody’s business');
      await annotations(page).getByRole('textbox', { name: 'Note' }).blur();
      await page.keyboard.press(undoKey);
      await importFiles(page, text('mine.txt', 'A text of my own with https://example.org/link and <img src=x>.'));
      await tag(page, 'text of my own', '1');
      const whole = await exported(page, /^Project/, 'Somebody');
      await exported(page, /^Table/);
      await importFiles(page, json(whole.name, whole.text));
      await expect(dialog(page, 'What came of it')).toContainText('holds nothing that is not in the project already');
      await page.keyboard.press('Escape');
      await documentButton(page, /Appeal/).click();
      await expectCount(page, 3, 2);
      await expect(saving(page)).toContainText('Saved in this browser');
      const later = asked.slice(start.length).filter((address) => !address.startsWith('blob:'));
      const paths = [...new Set(later.map((address) => new URL(address).pathname))];
      // The rest of the program, and the recogniser that a new text is looked through by.
      const programs = paths.filter((path) => !path.endsWith('.css') && !/^\/law-\w+\.(js|wasm)$/.test(path));
      expect(programs).toEqual([expect.stringMatching(/^\/glossator-\w+_rest\.wasm$/)]);
      for (const path of paths) expect(path).toMatch(/^\/([\w.-]+\.(wasm|css)|law-\w+\.js)$/);
      for (const address of start) expect(new URL(address).pathname).toMatch(/^\/(|[\w.-]+\.(js|wasm|css|svg|webmanifest))$/);
      await page.reload();
      await started(page);
      await expectCount(page, 3, 2);
      expect(readings(JSON.parse(whole.text)).map(([tag]) => tag)).toEqual(['actor', 'UN resolution', 'claim']);
    });
  });
}

test('the page runs from any folder of a host', async ({ page, watched, baseURL }) => {
  void watched;
  // The same files under another path: what is asked is relative.
  await page.route('**/deep/er/**', async (route) => {
    const address = new URL(route.request().url());
    await route.fulfill({ response: await route.fetch({ url: `${baseURL}${address.pathname.replace(/^\/deep\/er\//, '')}` }) });
  });
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('./deep/er/');
  await started(page);
  expect(asked.filter((path) => !path.startsWith('/deep/er/'))).toEqual([]);
  await tag(page, 'cluster bombs', '2');
  // What comes when it is first needed comes from there too.
  await page.keyboard.press('l');
  await expect(page.locator('button.suggestion')).toHaveCount(2);
  expect(asked.filter((path) => !path.startsWith('/deep/er/'))).toEqual([]);
});

test('without JavaScript the page explains itself', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('./');
  await expect(page.getByRole('heading', { name: 'Glossator' })).toBeVisible();
  await expect(page.getByText('Glossator needs a current browser')).toBeVisible();
  await context.close();
});
