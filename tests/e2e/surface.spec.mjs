// A text of which the browser lays out only what is near the view: all of it can be found, selected, copied, read
// and printed as if it were all there.

import { ROWS, WORDS, field, long } from './support/long.mjs';
import { cards, documentButton, expect, reader, started, tag, test, undoKey } from './support/page.mjs';

const BLOCKS = ROWS / 4;
const block = (page, at) => reader(page).locator(`[data-block="${at}"]`);
// The first block in sight, and where it stands under the upper edge of the view.
const shown = (page) => reader(page).evaluate((root) => {
  const top = root.closest('.reader').getBoundingClientRect().top;
  const block = [...root.querySelectorAll('[data-block]')].find((block) => block.getBoundingClientRect().bottom > top);
  return [Number(block.dataset.block), block.getBoundingClientRect().top - top];
});
const marksIn = (page, at) => block(page, at).locator('mark');

test('all marks are made by themselves, those in sight first, and the text is whole', async ({ app: page }) => {
  await long(page);
  await expect(marksIn(page, 0)).toHaveCount(4);
  await expect(reader(page).locator('mark')).toHaveCount(ROWS);
  const texts = await reader(page).locator('[data-block]').evaluateAll((blocks) => blocks.map((block) => block.textContent));
  expect(texts.join('\n\n')).toBe(field);
  // What is out of sight has a place, and is not laid out.
  const skipped = await reader(page).locator('.chunk').evaluateAll((chunks) =>
    chunks.filter((chunk) => !chunk.firstElementChild.checkVisibility({ contentVisibilityAuto: true })).length);
  expect(skipped).toBeGreaterThan(BLOCKS / 32 / 2);
});

test('the browser’s own search finds what was never in sight', async ({ app: page }) => {
  await long(page);
  const found = await page.evaluate((word) => {
    getSelection().removeAllRanges();
    const isFound = window.find(word);
    return [isFound, String(getSelection()), getSelection().anchorNode.parentElement.closest('[data-block]').dataset.block];
  }, `p${BLOCKS - 2}w5`);
  expect(found).toEqual([true, `p${BLOCKS - 2}w5`, String(BLOCKS - 2)]);
  // What is found has a place then, and can be brought into sight.
  await page.evaluate(() => getSelection().anchorNode.parentElement.scrollIntoView());
  await expect(block(page, BLOCKS - 2)).toBeInViewport();
});

test('a selection over all blocks stays while marks are made, and copies the exact slice', async ({ app: page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await long(page);
  await page.evaluate((last) => {
    const text = (at, end) => {
      const nodes = document.createTreeWalker(document.querySelector(`[data-block="${at}"]`), NodeFilter.SHOW_TEXT);
      let node = nodes.nextNode();
      for (let next = node; end && next; next = nodes.nextNode()) node = next;
      return node;
    };
    const end = text(last, true);
    getSelection().setBaseAndExtent(text(1), 2, end, end.length - 1);
  }, BLOCKS - 1);
  await page.keyboard.press('Control+c');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const start = field.indexOf('p1w0') + 2;
  expect(copied).toBe(field.slice(start, -1));
});

test('choosing what is far away shows it, marked', async ({ app: page }) => {
  await long(page);
  await cards(page).first().focus();
  await page.keyboard.press('End');
  await expect(page.locator(':focus')).toContainText(`p${BLOCKS - 1}w9`);
  await page.keyboard.press('Enter');
  await expect(reader(page).locator('mark.chosen')).toBeInViewport();
  await expect(reader(page).locator('mark.chosen')).toHaveText(`p${BLOCKS - 1}w9`);
});

test('the first lines in sight stay where they are while what is above them turns out to be of another height', async ({ app: page }) => {
  await long(page);
  await page.locator('.reader').hover();
  // Down to the end, and up again in steps: each goes on from where the one before ended.
  await page.locator('.reader').evaluate((column) => column.scrollTo(0, column.scrollHeight));
  await expect(block(page, BLOCKS - 1)).toBeInViewport();
  let [before] = await shown(page);
  for (let step = 0; step < 12; step += 1) {
    await page.mouse.wheel(0, -300);
    await expect.poll(async () => (await shown(page))[0]).toBeLessThan(before);
    const [now] = await shown(page);
    expect(before - now).toBeLessThan(20);
    before = now;
  }
});

test('hiding a tag, undo and the whole document printed reach all blocks', async ({ app: page }) => {
  await long(page);
  await expect(reader(page).locator('mark')).toHaveCount(ROWS);
  await tag(page, `p0w${WORDS - 1}`, '1');
  await expect(reader(page).locator('mark')).toHaveCount(ROWS + 1);
  await page.keyboard.press(undoKey);
  await expect(reader(page).locator('mark')).toHaveCount(ROWS);
  const printed = page.evaluate(() =>
    new Promise((come) => addEventListener('beforeprint', () => come(document.querySelectorAll('.print mark').length), { once: true })));
  const pages = (await page.pdf()).toString('latin1').match(/\/Type\s*\/Page\b/g);
  expect(await printed).toBe(ROWS);
  expect(pages.length).toBeGreaterThan(ROWS / 4 / 20);
  await expect(page.locator('.print')).toHaveCount(0);
});

test('each text is where it was left, also when the page is loaded anew', async ({ app: page }) => {
  await long(page);
  const isAt = async ([at, offset]) => {
    const [there, stands] = await shown(page);
    return there === at && Math.abs(stands - offset) < 4;
  };
  await block(page, 400).evaluate((block) => block.scrollIntoView());
  await expect(block(page, 400)).toBeInViewport();
  const place = await shown(page);
  expect(place[0]).toBeGreaterThan(390);
  await documentButton(page, 'Appeal').click();
  await expect(reader(page)).toContainText('historic city of Ganja');
  expect(await page.locator('.reader').evaluate((column) => column.scrollTop)).toBe(0);
  await documentButton(page, 'field').click();
  await expect.poll(() => isAt(place)).toBe(true);
  await page.reload();
  await started(page);
  await expect(reader(page)).toContainText('p400w0');
  await expect.poll(() => isAt(place)).toBe(true);
});

test('what is changed where one has scrolled to is shown before anything else is done', async ({ app: page }) => {
  await long(page);
  await expect(reader(page).locator('mark')).toHaveCount(ROWS);
  await page.locator('.reader').evaluate((column) => column.scrollTo(0, column.scrollHeight));
  await expect(block(page, BLOCKS - 1)).toBeInViewport();
  await tag(page, `p${BLOCKS - 1}w1`, '1');
  await expect(marksIn(page, BLOCKS - 1)).toHaveCount(5);
  // A message is handled before what waits for an idle moment.
  await page.evaluate((at) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (window.then = document.querySelectorAll(`[data-block="${at}"] mark`).length);
    addEventListener('keydown', () => port2.postMessage(0), { capture: true, once: true });
  }, BLOCKS - 1);
  await page.keyboard.press('Delete');
  await expect.poll(() => page.evaluate(() => window.then)).toBe(4);
});
