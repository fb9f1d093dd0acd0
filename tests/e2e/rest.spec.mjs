// The page comes in two parts: what shows a text, and the rest, which a person's first act asks for.

import { annotations, dialog, expect, head, marks, started, tag, test } from './support/page.mjs';

// Until the page has nothing to do: Chromium can forget an idle page that paints nothing, hence the bound.
const idle = (page) => page.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 2000 })));
const isRest = (request) => request.url().endsWith('_rest.wasm');

test('a text is shown without the rest, which comes once, in the background, at the first sign of a person', async ({ page }) => {
  const asked = [];
  page.on('request', (request) => asked.push(request));
  await page.goto('./');
  await started(page);
  await expect(annotations(page)).toBeVisible();
  await idle(page);
  expect(asked.filter(isRest).map((request) => request.url())).toEqual([]);

  const came = page.waitForResponse((response) => isRest(response.request()));
  await page.mouse.move(600, 400);
  await (await came).finished();
  await tag(page, 'the armed forces of Amenia', '4');
  await expect(marks(page)).toHaveCount(1);
  expect(asked.filter(isRest).map((request) => request.resourceType())).toEqual(['fetch']);

  // What was marked is shown without the rest as well.
  asked.length = 0;
  await page.reload();
  await expect(marks(page)).toHaveCount(1);
  await idle(page);
  expect(asked.filter(isRest)).toEqual([]);
});

test('what needs the rest at once waits for it', async ({ app: page }) => {
  const asked = [];
  page.on('request', (request) => asked.push(request));
  // A click that no pointer made, as assistive technology makes it.
  await head(page).getByRole('button', { name: 'Codebook' }).evaluate((button) => button.click());
  await expect(page.getByRole('article')).toBeVisible();
  expect(asked.filter(isRest).map((request) => request.resourceType())).toEqual(['xhr']);
});

test('where the rest cannot come, the page says so, and a reload goes on', async ({ app: page, watched }) => {
  watched.allow(/^(console|uncaught): .*(_rest\.wasm|ERR_FAILED|unreachable|NetworkError)/);
  await page.route('**/*_rest.wasm', (route) => route.abort());
  await head(page).getByRole('button', { name: 'Codebook' }).evaluate((button) => button.click());
  await expect(page.getByRole('alert')).toContainText('A part of Glossator could not be loaded');
  await page.unroute('**/*_rest.wasm');
  await page.reload();
  await started(page);
  await expect(page.getByRole('alert')).toBeHidden();
  await tag(page, 'the armed forces of Amenia', '4');
  await expect(marks(page)).toHaveCount(1);
});
