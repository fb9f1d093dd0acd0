// What an annotation refers to: nothing is chosen that a person did not choose.

import { annotations, expect, project, redoKey, tag, test, undoKey } from './support/page.mjs';

const panel = (page) => annotations(page).getByRole('region', { name: 'Refers to' });
const parts = (page) => panel(page).getByRole('listitem');
const radios = (page) => panel(page).getByRole('radio');
const find = (page) => panel(page).getByRole('combobox');
const values = async (page, at = 0) => Object.values((await project(page)).annotations[at].values);

test('an ambiguous reference made by hand is resolved, with its evidence, and opened again', async ({ app: page }) => {
  await tag(page, 'the Geneva Convention of 1949', '6');
  await expect(radios(page)).toHaveCount(4);
  await expect(panel(page).getByRole('radio', { checked: true })).toHaveCount(0);
  await expect(panel(page)).toContainText('Nothing is said yet.');
  await expect(panel(page)).toContainText('1949 fits 4 of this name');
  expect(await values(page)).toEqual([]);

  // By keyboard: to the first candidate, and down to the fourth.
  await radios(page).first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(radios(page).nth(3)).toBeChecked();
  await expect(radios(page).nth(3)).toBeFocused();
  await expect(parts(page)).toContainText('Geneva Convention (IV) relative to the Protection of Civilian Persons');
  await expect(parts(page)).toContainText('75 UNTS 287 (No. 973)');
  await expect(parts(page)).toContainText('ihl-databases.icrc.org');
  await expect(parts(page).getByRole('link', { name: 'Open in a new tab' })).toHaveAttribute('rel', /noopener noreferrer/);
  const provision = panel(page).getByRole('textbox', { name: /^Provision of/ });
  await provision.fill('49(6)');
  await provision.press('Enter');
  expect((await values(page)).sort()).toEqual(['49(6)', 'gc4']);
  await expect(radios(page).nth(3)).toBeChecked();
  await page.keyboard.press(undoKey);
  await expect(provision).toHaveValue('');
  expect(await values(page)).toEqual(['gc4']);

  await panel(page).getByRole('button', { name: 'Leave it open' }).click();
  await expect(panel(page)).toContainText('one of 4 is meant, and the text does not say which');
  expect(await values(page)).toEqual(['gc1 | gc2 | gc3 | gc4']);
  await expect(panel(page).getByRole('radio', { checked: true })).toHaveCount(0);
});

test('a counted set has a place for each, which are named from the table or from what is often meant', async ({ app: page }) => {
  await tag(page, 'four UN Security Council resolutions', '7');
  await panel(page).getByRole('button', { name: 'All 4 together' }).click();
  await expect(panel(page).getByRole('button', { name: 'Name number 1' })).toBeFocused();
  await expect(parts(page)).toHaveCount(4);
  await expect(parts(page).filter({ hasText: 'not named yet' })).toHaveCount(4);
  expect(await values(page)).toEqual(['?; ?; ?; ?']);

  await panel(page).getByRole('button', { name: 'Name number 1' }).click();
  await expect(find(page)).toBeFocused();
  await find(page).fill('822');
  await expect(panel(page).getByRole('option').first()).toContainText('Security Council resolution 822 (1993)');
  await page.keyboard.press('Enter');
  await expect(parts(page).first()).toContainText('Security Council resolution 822 (1993)');
  await expect(parts(page).filter({ hasText: 'not named yet' })).toHaveCount(3);

  // On to the next place; Escape stays at it, and takes what was typed away.
  await expect(panel(page).getByRole('button', { name: 'Name number 2' })).toBeFocused();
  await page.keyboard.press('Enter');
  await find(page).fill('853');
  await expect(panel(page).getByRole('listbox')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(find(page)).toHaveCount(0);
  await expect(panel(page).getByRole('button', { name: 'Name number 2' })).toBeFocused();

  // Undo and redo leave the focus in the panel.
  await page.keyboard.press(undoKey);
  await expect(parts(page).filter({ hasText: 'not named yet' })).toHaveCount(4);
  await expect(panel(page).getByRole('button', { name: 'Name number 2' })).toBeFocused();
  await page.keyboard.press(undoKey);
  await expect(parts(page)).toHaveCount(0);
  await expect(panel(page).locator(':focus')).toHaveCount(1);
  await page.keyboard.press(redoKey);
  await page.keyboard.press(redoKey);
  await expect(parts(page).filter({ hasText: 'not named yet' })).toHaveCount(3);

  // What is often meant is a hint that counts for nothing until it is ticked.
  const hints = panel(page).getByRole('group', { name: 'Not said in the text, but often meant' });
  const boxes = hints.getByRole('checkbox');
  await expect(hints.getByRole('checkbox', { checked: true })).toHaveCount(1);
  await boxes.nth(1).check();
  await expect(parts(page).filter({ hasText: 'not named yet' })).toHaveCount(2);
  await boxes.nth(1).uncheck();
  await expect(parts(page).filter({ hasText: 'not named yet' })).toHaveCount(3);
  expect(await values(page)).toEqual(['un:S/RES/822(1993); ?; ?; ?']);
});

test('an instrument is searched by its names, and what the table lacks is kept in one’s own words', async ({ app: page }) => {
  await tag(page, 'international humanitarian law', '5');
  // A year comes before the resolution of that number; what is said of each is for people.
  await find(page).fill('1949');
  const first = panel(page).getByRole('option').first();
  await expect(first).toContainText('August 12, 1949');
  await expect(first).not.toContainText('gc1');
  await expect(panel(page).getByRole('option').filter({ hasText: 'Security Council resolution 1949' })).toContainText('S/RES/1949(2010)');
  // Leaving the field closes the list, and Escape takes what was typed away too.
  await page.keyboard.press('Shift+Tab');
  await expect(panel(page).getByRole('listbox')).toHaveCount(0);
  await find(page).focus();
  await expect(panel(page).getByRole('listbox')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(find(page)).toHaveValue('');
  await expect(panel(page).getByRole('listbox')).toHaveCount(0);
  await expect(find(page)).not.toBeFocused();
  await find(page).focus();

  await find(page).fill('additional protocol ii');
  await expect(first).toContainText('(Protocol II)');
  await expect(first).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(parts(page)).toContainText('Protocol II');
  expect(await values(page)).toEqual(['ap2']);

  await panel(page).getByRole('button', { name: /^Change “/ }).click();
  await find(page).fill('customs of the sea');
  await expect(panel(page).getByRole('option')).toHaveText([/in your own words/]);
  await page.keyboard.press('Enter');
  await expect(parts(page)).toContainText('customs of the sea');
  expect(await values(page)).toEqual(['customs of the sea']);
});
