// Lists and texts of any size: few rows are there, all are counted, and keys reach each of them.

import { annotations, cards, chosenCard, dialog, documentButton, expect, head, importFiles, lists, palette, reader, saved, started, test, text, undoKey } from './support/page.mjs';
import { fill, real, stored } from './support/stored.mjs';

const ANNOTATIONS = 50_000;
const WORDS = 20;
const blocks = Array.from({ length: 3_000 }, (_, number) =>
  Array.from({ length: WORDS }, (_, word) => `p${number}w${word}`).join(' '));
const book = blocks.join('\n\n');

// This text with as many annotations, a word each, as the program keeps it.
async function open(page, browser, baseURL, watched) {
  // A picture by itself asks for the page's icon.
  watched.allow(/404/);
  const words = [...book.matchAll(/\S+/g)].map(({ index, 0: word }) => [index, index + word.length]);
  const entries = Object.entries(stored(await real(browser, baseURL), [{ title: 'book', text: book, spans: words.slice(0, ANNOTATIONS) }]));
  await page.goto(`${baseURL}icon.svg`);
  for (let at = 0; at < entries.length; at += 20) await fill(page, entries.slice(at, at + 20));
  await page.goto(baseURL);
  await started(page);
  await page.mouse.move(640, 300);
  await expect(page.locator('.strip')).toBeVisible();
}

const rows = (list) => list.locator('.tall-row');
const here = (page) => annotations(page).getByRole('heading', { level: 2 });

test('fifty thousand annotations are walked, chosen, deleted and hidden by the keyboard, with true counts', async ({ page, browser, baseURL, watched }) => {
  await open(page, browser, baseURL, watched);
  await expect(here(page)).toContainText('50,000 here');
  await cards(page).first().focus();
  await page.keyboard.press('End');
  const last = page.locator('.tall-row', { has: page.locator(':focus') });
  await expect(last).toHaveAttribute('aria-posinset', String(ANNOTATIONS));
  await expect(last).toHaveAttribute('aria-setsize', String(ANNOTATIONS));
  await expect(last).toBeInViewport();
  expect(await rows(annotations(page)).count()).toBeLessThan(100);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(reader(page).locator('mark.chosen')).toBeInViewport();
  const word = await reader(page).locator('mark.chosen').textContent();
  await expect(chosenCard(page)).toContainText(word);
  await reader(page).focus();
  await page.keyboard.press('Delete');
  await expect(here(page)).toContainText('49,999 here');
  await expect(reader(page).locator('mark', { hasText: new RegExp(`^${word}$`) })).toHaveCount(0);
  await page.keyboard.press(undoKey);
  await expect(here(page)).toContainText('50,000 here');
  await expect(reader(page).locator('mark', { hasText: new RegExp(`^${word}$`) })).toHaveCount(1);
  const row = lists(page).locator('.tag-row').last();
  const hidden = Number((await row.locator('.count').innerText()).replace(/\D/g, ''));
  expect(hidden).toBeGreaterThan(7_000);
  await row.locator('.eye').click();
  await expect(here(page)).toContainText(`${(ANNOTATIONS - hidden).toLocaleString('en')} of 50,000 here`);
});

test('a step over thousands of annotations is kept, and undone after a reload', async ({ page, browser, baseURL, watched }) => {
  await open(page, browser, baseURL, watched);
  const before = await lists(page).locator('.tag-row').count();
  await head(page).getByRole('button', { name: 'Codebook' }).click();
  await page.locator('.codebook .tag').first().click();
  await page.locator('.sheet .delete').click();
  await page.getByRole('dialog').getByRole('radio', { name: 'They are deleted with it' }).check();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete the tag' }).click();
  await expect(page.locator('.codebook .tag-row')).toHaveCount(before - 1);
  // What is done while the step is being written comes after it.
  await head(page).getByRole('button', { name: 'Annotate' }).click();
  await cards(page).first().click();
  await reader(page).focus();
  await page.keyboard.press('Delete');
  const left = Math.floor(ANNOTATIONS * (1 - 1 / before)) - 1;
  await expect(here(page)).toContainText(`${left.toLocaleString('en')} here`);
  await saved(page);
  await page.reload();
  await started(page);
  await expect(here(page)).toContainText(`${left.toLocaleString('en')} here`);
  await reader(page).focus();
  await page.keyboard.press(undoKey);
  await page.keyboard.press(undoKey);
  await expect(here(page)).toContainText('50,000 here');
  await saved(page);
});

test('a selection over three thousand blocks copies the exact slice', async ({ page, browser, baseURL, watched, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, browser, baseURL, watched);
  await reader(page).focus();
  await page.keyboard.press('Control+End');
  await expect(reader(page).locator(`[data-block="${blocks.length - 1}"]`)).toBeInViewport();
  await page.keyboard.press('Control+Home');
  await expect(reader(page).locator('[data-block="0"]')).toBeInViewport();
  await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.press('Control+Shift+End');
  await page.keyboard.press('Control+c');
  // The second word is where whole words begin.
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(book.slice('p0w0 '.length));
});

test('the history holds few rows, names the last and goes to the first by the keyboard', async ({ app: page }) => {
  const STEPS = 90;
  await reader(page).focus();
  for (let step = 0; step < STEPS; step += 1) {
    await page.keyboard.press('Control+Shift+ArrowRight');
    await page.keyboard.press('Enter');
    await expect(palette(page)).toBeVisible();
    await page.keyboard.press(String(1 + (step % 3)));
    await expect(palette(page)).toHaveCount(0);
    await page.keyboard.press('Escape');
  }
  await page.keyboard.press('y');
  const history = dialog(page, 'History');
  const current = history.locator('[aria-current=step]');
  await expect(current).toBeFocused();
  await expect(rows(history).first()).toHaveAttribute('aria-setsize', String(STEPS + 1));
  expect(await rows(history).count()).toBeLessThan(60);
  await page.keyboard.press('End');
  await expect(history.locator(':focus')).toContainText('The beginning');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(here(page)).toContainText('1 here');
  await expect(current).toBeFocused();
  // On a slow machine the next key comes before the next frame, and is for the row that was gone to.
  await page.evaluate(() => {
    const next = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (run) => next(() => setTimeout(() => run(performance.now()), 200));
  });
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(here(page)).toContainText(`${STEPS} here`);
});

test('hundreds of documents are listed and walked, and found by name', async ({ app: page }) => {
  const DOCUMENTS = 300;
  await importFiles(page, ...Array.from({ length: DOCUMENTS }, (_, at) => text(`report ${at}.txt`, `Report number ${at}.`)));
  await expect(lists(page).locator('.list-head').first()).toContainText(String(DOCUMENTS + 1));
  await expect.poll(() => rows(lists(page)).count()).toBeLessThan(100);
  await lists(page).locator('.document').first().focus();
  await page.keyboard.press('End');
  await expect(page.locator(':focus')).toContainText(`report ${DOCUMENTS - 1}`);
  await page.keyboard.press('Enter');
  await expect(reader(page)).toContainText(`Report number ${DOCUMENTS - 1}.`);
  await expect(documentButton(page, `report ${DOCUMENTS - 1}`)).toBeInViewport();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('report 1');
  await expect(page.locator('.finder .found')).toContainText('138');
  await expect(page.locator('.finder [role=option]')).toHaveCount(100);
  await page.keyboard.press('ArrowUp');
  await expect(page.locator('.finder [aria-selected=true]')).toHaveAttribute('aria-posinset', '138');
  await expect(page.locator('.finder [aria-selected=true]')).toBeInViewport();
});
