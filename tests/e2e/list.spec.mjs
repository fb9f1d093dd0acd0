// The list of annotations: filtered, in another order, in groups.

import AxeBuilder from '@axe-core/playwright';
import {
  annotations, cards, chosenCard, expect, expectCount, importFiles, json, project, reader, tag, test,
} from './support/page.mjs';
import { passageCount, sample } from './support/sample.mjs';

const filter = (page) => annotations(page).getByRole('button', { name: 'Filter' });
const bar = (page) => annotations(page).getByRole('group', { name: 'Filter' });
const quotes = (page) => cards(page).locator('q').allInnerTexts();

async function four(page) {
  await tag(page, 'the Geneva Convention of 1949', '6');
  await tag(page, 'artillery and rocket fire', '2');
  await tag(page, 'the armed forces of Amenia', '4');
  await tag(page, 'the Azerbaijani NGOs', '4');
  await annotations(page).getByRole('textbox', { name: 'Note' }).fill('Who signed is not said');
  await page.keyboard.press('Escape');
  await expect(page.locator('.said')).toContainText('Note kept');
}

test('by tag, by words, by note, and all again', async ({ app: page }) => {
  await four(page);
  await expectCount(page, 4);
  await filter(page).click();
  await bar(page).getByLabel('Tag', { exact: true }).selectOption({ label: 'actor' });
  await expect(cards(page)).toHaveCount(2);
  await expect(annotations(page)).toContainText('2 of 4 here');
  await expect(page.locator('.said')).toContainText('2 of 4 annotations shown');
  await bar(page).getByLabel('Words in passage or note').fill('ARMED');
  await expect(cards(page)).toHaveCount(1);
  await bar(page).getByRole('button', { name: 'Show all' }).click();
  await expectCount(page, 4);
  await bar(page).getByLabel('Words in passage or note').fill('signed');
  await expect(cards(page)).toHaveCount(1);
  await bar(page).getByLabel('Words in passage or note').fill('');
  await bar(page).getByLabel('With a note').check();
  await expect(cards(page)).toHaveCount(1);
  await bar(page).getByLabel('Words in passage or note').fill('nowhere');
  await expect(annotations(page)).toContainText('No annotation here fits.');
  await annotations(page).locator('.left-out').getByRole('button', { name: 'Show all' }).click();
  await expectCount(page, 4);
});

test('a tag stands for those under it', async ({ app: page }) => {
  await four(page);
  await filter(page).click();
  await bar(page).getByLabel('Tag', { exact: true }).selectOption({ label: 'claim' });
  await expect(cards(page)).toHaveCount(1);
});

test('in the order of the text, of tags in groups, of time', async ({ app: page }) => {
  await four(page);
  const place = await quotes(page);
  expect(place[0]).toBe('the armed forces of Amenia');
  await filter(page).click();
  await bar(page).getByLabel('Order').selectOption('By tag');
  await expect(annotations(page).getByRole('heading', { level: 3 })).toHaveCount(3);
  await expect(annotations(page).getByRole('heading', { level: 3, name: 'actor, 2 annotations' })).toBeVisible();
  expect((await quotes(page))[0]).toBe('artillery and rocket fire');
  await bar(page).getByLabel('Order').selectOption('Newest first');
  await expect(annotations(page).getByRole('heading', { level: 3 })).toHaveCount(0);
  expect((await quotes(page))[0]).toBe('the Azerbaijani NGOs');
});

test('n and p go through what is listed, in its order', async ({ app: page }) => {
  await four(page);
  await page.keyboard.press('f');
  await expect(bar(page).getByLabel('Tag', { exact: true })).toBeFocused();
  await bar(page).getByLabel('Tag', { exact: true }).selectOption({ label: 'actor' });
  await reader(page).focus();
  // From no card, so that the first one is what the key chose.
  await page.keyboard.press('Escape');
  const quote = chosenCard(page).locator('q');
  await expect(quote).toHaveCount(0);
  await page.keyboard.press('n');
  await expect(quote).toHaveCount(1);
  const first = await quote.innerText();
  await page.keyboard.press('n');
  await expect(quote).not.toHaveText(first);
  await page.keyboard.press('n');
  await expect(quote).toHaveText(first);
});

test('what is no longer listed is let go of', async ({ app: page }) => {
  await four(page);
  await expect(chosenCard(page)).toHaveCount(1);
  await filter(page).click();
  await bar(page).getByLabel('Tag', { exact: true }).selectOption({ label: 'claim' });
  await expect(chosenCard(page)).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark']) {
  test(`the open filter with groups is sound, ${colorScheme}`, async ({ visitor }) => {
    const page = await visitor({ colorScheme });
    await four(page);
    await filter(page).click();
    await bar(page).getByLabel('Order').selectOption('By tag');
    await expect(annotations(page).getByRole('heading', { level: 3 })).toHaveCount(3);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
}

test('the filter opens in sight, however far the list was scrolled', async ({ app: page }) => {
  await page.setViewportSize({ width: 1440, height: 420 });
  await four(page);
  await annotations(page).evaluate((list) => list.scrollTo(0, list.scrollHeight));
  expect(await annotations(page).evaluate((list) => list.scrollTop)).toBeGreaterThan(100);
  await reader(page).focus();
  await page.keyboard.press('f');
  await expect(bar(page).getByLabel('Tag', { exact: true })).toBeFocused();
  await expect(bar(page).getByLabel('Tag', { exact: true })).toBeInViewport();
});

test('by coder: what another made, and what is one\u2019s own', async ({ app: page }) => {
  await importFiles(page, json('sample.glossator.json', sample(await project(page))));
  await expect(cards(page)).toHaveCount(passageCount);
  await tag(page, 'brutal crimes', '1');
  await expectCount(page, passageCount + 1);
  await filter(page).click();
  await bar(page).getByLabel('Coder', { exact: true }).selectOption({ label: 'Student 7' });
  await expect(cards(page)).toHaveCount(passageCount);
  await expect(annotations(page)).toContainText(`${passageCount} of ${passageCount + 1} here`);
  const others = await bar(page).getByLabel('Coder', { exact: true }).locator('option').allInnerTexts();
  await bar(page).getByLabel('Coder', { exact: true }).selectOption({ index: others.findIndex((name) => !/All coders|Student 7/.test(name)) });
  await expect(cards(page)).toHaveCount(1);
  await expect(cards(page)).toContainText('brutal crimes');
});
