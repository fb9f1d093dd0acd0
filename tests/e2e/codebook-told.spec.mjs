// What the codebook says: of changes only what changed, of names that are there already, of files that are none.

import { dialog, expect, head, notice, tag, tagButton, test, text } from './support/page.mjs';

const codebook = (page) => head(page).getByRole('button', { name: 'Codebook' }).click();
const sheet = (page) => page.getByRole('article');
const right = (page) => page.getByRole('complementary', { name: 'Versions' });
const name = async (page, words) => {
  await right(page).getByRole('button', { name: 'Name this version' }).click();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
};

test('of two versions only what changed is marked, attribute by attribute', async ({ app: page }) => {
  await tag(page, 'Armenia has grossly violated', '1');
  await codebook(page);
  await name(page, 'pilot');
  await expect(right(page)).toContainText('as in “pilot”');
  // A name means one version.
  await name(page, 'Pilot');
  await expect(notice(page)).toContainText('There is a version “Pilot” already.');
  await expect(right(page).getByRole('textbox', { name: 'Name of the version' })).toHaveValue('Pilot');
  await page.keyboard.press('Escape');

  await tagButton(page, 'claim').click();
  await page.keyboard.press('a');
  await page.keyboard.type('strength');
  await page.keyboard.press('Enter');
  await expect(sheet(page).getByRole('group', { name: 'Attribute strength' })).toBeVisible();
  await right(page).getByRole('button', { name: 'Compare “pilot” with now' }).click();
  const rows = sheet(page).getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Asks for' }) });
  await expect(rows).toHaveCount(1);
  await expect(sheet(page).locator('ins')).toHaveText(['strength: words']);
  await expect(sheet(page).locator('del')).toHaveCount(0);

  await tagButton(page, 'claim').click();
  await sheet(page).getByRole('button', { name: /^Edit the attribute kind/ }).click();
  await sheet(page).getByRole('button', { name: 'New choice' }).click();
  await page.keyboard.type('aesthetic');
  await page.keyboard.press('Enter');
  await right(page).getByRole('button', { name: 'Compare “pilot” with now' }).click();
  await expect(rows).toHaveCount(2);
  await expect(sheet(page).locator('ins')).toHaveText(['· aesthetic', 'strength: words']);
  await expect(sheet(page).locator('del')).toHaveCount(0);

  // The same stands over what was made under the older definition.
  await right(page).getByRole('button', { name: 'Work them through' }).click();
  const change = sheet(page).locator('.change');
  await expect(change.getByRole('heading', { name: 'claim' })).toBeVisible();
  await expect(change.locator('ins')).toHaveText(['· aesthetic', 'strength: words']);
});

test('what changed in a definition is known without a version, and words stay whole in a narrow window', async ({ app: page }) => {
  await tag(page, 'the Geneva Convention of 1949', '6');
  await codebook(page);
  await tagButton(page, 'treaty').click();
  const definition = sheet(page).getByRole('textbox', { name: 'Definition' });
  await definition.fill(`${await definition.inputValue()} Or a protocol.`);
  await definition.blur();
  await page.setViewportSize({ width: 390, height: 844 });
  await right(page).getByRole('button', { name: 'Work them through' }).click();
  await expect(sheet(page).locator('ins')).toHaveText('Or a protocol.');
  const lines = await sheet(page).getByRole('rowheader', { name: 'Definition' }).evaluate((header) => {
    const range = document.createRange();
    range.selectNodeContents(header);
    return range.getClientRects().length;
  });
  expect(lines).toBe(1);
});

test('a table that is no codebook is told from one, once', async ({ app: page }) => {
  await codebook(page);
  const chooser = page.waitForEvent('filechooser');
  await right(page).getByRole('button', { name: 'Import a codebook' }).click();
  await (await chooser).setFiles(text('codes.csv', 'name,definition\nclaim,What is said.\n'));
  const told = dialog(page, 'What came of it');
  await expect(told).toContainText('“codes.csv” is no codebook’s table. Its first row would begin “row,name,path,definition”');
  expect((await told.innerText()).match(/Nothing was changed/g)).toHaveLength(1);
});
