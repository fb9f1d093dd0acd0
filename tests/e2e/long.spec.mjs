// A list with thousands of rows: of which only those near the view are there, and which says so to nobody.

import { ROWS, long } from './support/long.mjs';
import { annotations, cards, chosenCard, clickAt, expect, project, test } from './support/page.mjs';

const rows = (page) => annotations(page).locator('.tall-row');
const place = (locator) => locator.evaluate((card) => Number(card.closest('[aria-posinset]').getAttribute('aria-posinset')));

// Rows lie below each other without gap or overlap.
const gaps = (page) =>
  rows(page).evaluateAll((rows) => {
    const places = rows.map((row) => [Number(row.getAttribute('aria-posinset')), row.getBoundingClientRect()]);
    return places.flatMap(([at, rect], i) => {
      const next = places[i + 1];
      return next && next[0] === at + 1 && Math.abs(next[1].top - rect.bottom) > 1 ? [[at, rect.bottom, next[1].top]] : [];
    });
  });

test('a list of thousands holds few rows, in their places, and is walked with the keys from end to end', async ({ app: page }) => {
  await long(page);
  await expect(rows(page).first()).toHaveAttribute('aria-setsize', String(ROWS));
  expect(await rows(page).count()).toBeLessThan(60);
  await cards(page).first().focus();
  await page.keyboard.press('End');
  await expect(page.locator(':focus')).toContainText('p749w9');
  expect(await place(page.locator(':focus'))).toBe(ROWS);
  await expect.poll(() => gaps(page)).toEqual([]);
  for (let step = 0; step < 30; step += 1) await page.keyboard.press('ArrowUp');
  await expect.poll(() => place(page.locator(':focus'))).toBe(ROWS - 30);
  await page.keyboard.press('Home');
  await expect(page.locator(':focus')).toContainText('p0w0');
  for (let step = 0; step < 40; step += 1) await page.keyboard.press('ArrowDown');
  await expect.poll(() => place(page.locator(':focus'))).toBe(41);
  await expect(page.locator(':focus')).toContainText('p10w0');
  await expect(page.locator(':focus')).toBeInViewport();
  await expect.poll(() => gaps(page)).toEqual([]);
  expect(await rows(page).count()).toBeLessThan(60);
});

test('scrolling brings the rows; the chosen one and its note stay, wherever the view is', async ({ app: page }) => {
  await long(page);
  await clickAt(page, 'p3w6');
  await expect(chosenCard(page)).toContainText('p3w6');
  await expect(chosenCard(page)).toBeInViewport();
  await annotations(page).locator('textarea').fill('half a note');
  await annotations(page).evaluate((column) => (column.scrollTop = 150_000));
  await expect.poll(() => annotations(page).evaluate((column) => {
    const view = column.getBoundingClientRect();
    const places = [...column.querySelectorAll('.tall-row')].map((row) => row.getBoundingClientRect());
    return places.filter((place) => place.height > 0 && place.bottom > view.top && place.top < view.bottom).length;
  })).toBeGreaterThan(3);
  await expect.poll(() => gaps(page)).toEqual([]);
  await expect(annotations(page).locator('textarea')).toBeFocused();
  await annotations(page).evaluate((column) => (column.scrollTop = 0));
  await page.keyboard.type('; the other half');
  await page.keyboard.press('Escape');
  const file = await project(page);
  expect(file.annotations.map((annotation) => annotation.note)).toContain('half a note; the other half');
});

test('deleting and undoing keep the list whole', async ({ app: page }) => {
  await long(page);
  await clickAt(page, 'p2w3');
  await page.keyboard.press('Delete');
  await expect(annotations(page).getByRole('heading', { level: 2 })).toContainText('2,999 here');
  await expect(rows(page).first()).toHaveAttribute('aria-setsize', String(ROWS - 1));
  await expect.poll(() => gaps(page)).toEqual([]);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(annotations(page).getByRole('heading', { level: 2 })).toContainText('3,000 here');
  await expect(cards(page).filter({ hasText: 'p2w3' })).toHaveCount(1);
});
