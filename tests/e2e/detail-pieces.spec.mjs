// One annotation in several pieces, tags of the whole document, memos, tags made of the marked words.

import {
  annotations, cards, chosenCard, dialog, dragOver, expect, expectCount, expectExact, exported,
  importFiles, json, lists, markOf, noDialog, notice, palette, press, project, reader, readings, tag, tagButton, test, undoKey,
} from './support/page.mjs';

const details = (page) => annotations(page).getByRole('group', { name: 'Details' });
const pieces = (page) => details(page).getByRole('list', { name: 'Pieces' }).getByRole('listitem');
const documentTags = (page) => page.getByRole('list', { name: 'Tags of the whole document' });
const option = (page, name) => palette(page).getByRole('option', { name });

test.use({ viewport: { width: 1440, height: 900 } });

test('more words become a piece of the chosen annotation: by the palette, by a key, with Ctrl and the mouse', async ({ app: page, context }) => {
  await tag(page, 'Armenia has grossly violated', '2');
  // The palette offers it, with its key.
  await dragOver(page, 'the Geneva Convention of 1949');
  await expect(option(page, /Add to accusation “Armenia has/)).toBeVisible();
  await page.keyboard.press('+');
  await expectCount(page, 1);
  await expect(chosenCard(page)).toContainText('Armenia has grossly violated … the Geneva Convention of 1949');
  await expect(page.locator('mark.chosen')).toHaveCount(2);
  await expect(pieces(page)).toHaveCount(2);
  await expect(page.locator('.margin .name')).toHaveCount(1);

  // Ctrl and a drag need no palette.
  await page.keyboard.down('Control');
  await dragOver(page, 'In conclusion');
  await page.keyboard.up('Control');
  await expect(palette(page)).toHaveCount(0);
  await expect(pieces(page)).toHaveCount(3);

  // By keys: the caret leaves, selects, and + adds.
  await reader(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('+');
  await expect(pieces(page)).toHaveText([/^Azerbaijani/, /^Armenia has/, /^the Geneva/, /^In conclusion/]);
  const file = await project(page);
  expectExact(file);
  expect(readings(file)).toEqual([['accusation', 'Azerbaijani … Armenia has grossly violated … the Geneva Convention of 1949 … In conclusion']]);
  const table = await exported(page, /^Table/);
  expect(table.text.trim().split('\r\n')).toHaveLength(2);

  // Copying takes its pieces, and nothing of what lies between.
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await reader(page).focus();
  await page.keyboard.press('Control+c');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe('Azerbaijani … Armenia has grossly violated … the Geneva Convention of 1949 … In conclusion');

  // A piece is taken out, and comes back.
  await pieces(page).nth(1).getByRole('button', { name: /^Take/ }).click();
  await expect(pieces(page)).toHaveCount(3);
  await expect(markOf(page, 'grossly')).toHaveCount(0);
  await reader(page).focus();
  await page.keyboard.press(undoKey);
  await expect(pieces(page)).toHaveCount(4);
  // Once it is let go of, nothing is added to it.
  await page.keyboard.press('Escape');
  await dragOver(page, 'artillery and rocket fire');
  await expect(option(page, /Add to/)).toHaveCount(0);
});

test('a document has tags of its own', async ({ app: page }) => {
  await reader(page).focus();
  await page.keyboard.press('d');
  await expect(page.getByRole('dialog', { name: 'Tag for “Appeal of 292 NGOs”' })).toBeVisible();
  await page.keyboard.press('3');
  await expect(documentTags(page).getByRole('listitem')).toHaveText([/demand/]);
  await expect(chosenCard(page)).toContainText('The whole document');
  await expect(details(page).getByRole('radiogroup', { name: 'kind' })).toBeVisible();
  await expect(details(page).getByRole('button', { name: /^Start/ })).toHaveCount(0);
  await details(page).getByRole('radio', { name: 'moral' }).click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(cards(page)).toContainText('moral');

  // With a new name, and from the list of commands.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('tag the document');
  await page.keyboard.press('Enter');
  await expect(palette(page).getByRole('combobox')).toBeFocused();
  await page.keyboard.type('appeals');
  await page.keyboard.press('Enter');
  await expect(documentTags(page).getByRole('listitem')).toHaveCount(2);
  const chip = documentTags(page).getByRole('button', { name: 'demand', exact: true });
  await chip.click();
  await expect(chip).toHaveAttribute('aria-pressed', 'true');
  await expect(chosenCard(page)).toHaveAccessibleName(/^demand/);
  await documentTags(page).getByRole('button', { name: 'Remove the tag demand from the document' }).click();
  await expect(documentTags(page).getByRole('listitem')).toHaveText([/appeals/]);
  const file = await project(page);
  expect(file.annotations.map(({ target }) => target)).toEqual([{ document: true }]);

  // It survives a visit, and undo takes all of it back.
  await page.reload();
  await expect(documentTags(page).getByRole('listitem')).toHaveText([/appeals/]);
  await reader(page).focus();
  await press(page, undoKey, 2);
  await expect(documentTags(page).getByRole('listitem')).toHaveText([/demand/]);
});

test('memos on the document and on the project are kept with it', async ({ app: page }) => {
  await lists(page).getByRole('button', { name: /^Details of/ }).click();
  const about = dialog(page, 'Document');
  await about.getByRole('textbox', { name: 'Memo' }).fill('Two states are named; a third is meant.');
  await about.getByRole('button', { name: 'Close' }).click();
  await noDialog(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('memo of the project');
  await page.keyboard.press('Enter');
  const whole = dialog(page, 'The project');
  await whole.getByRole('textbox', { name: 'Title' }).fill('Appeals of 2020');
  await whole.getByRole('textbox', { name: 'Memo' }).fill('Read twice by two.');
  await whole.getByRole('button', { name: 'Close' }).click();
  await noDialog(page);
  const file = await project(page);
  expect([file.project.title, file.project.memo]).toEqual(['Appeals of 2020', 'Read twice by two.']);
  expect(file.documents[0].memo).toBe('Two states are named; a third is meant.');
  await reader(page).focus();
  await press(page, undoKey, 2);
  expect((await project(page)).project).toMatchObject({ title: 'Claims and law' });
});

test('a tag is made of the marked words, with a warning, and a retired one is not given any more', async ({ app: page }) => {
  await dragOver(page, 'the civilian population');
  await expect(palette(page).getByRole('option').last()).toHaveText(/New tag from these words: “the civilian population”/);
  await palette(page).getByRole('option').last().click();
  await expect(chosenCard(page)).toHaveAccessibleName(/^the civilian population/);
  await page.keyboard.press('Escape');
  await dragOver(page, 'the rules of international');
  await page.keyboard.type('The civilian populations');
  await expect(option(page, /New tag/)).toContainText('Nearly the same name: the civilian population');
  await page.keyboard.press('Escape');

  // Retired: as the codebook has it.
  await page.keyboard.press('Escape');
  await tag(page, 'the armed forces of Amenia', '4');
  const file = await project(page);
  file.codebook.tags.find(({ name }) => name === 'actor').retired = true;
  await importFiles(page, json('retired.glossator.json', file));
  await expect(tagButton(page, 'actor')).toHaveAccessibleName(/retired/);
  await expect(markOf(page, 'armed forces')).toHaveAccessibleDescription(/^actor/);
  await expect(lists(page).getByRole('button', { name: 'Marker pen with actor' })).toHaveCount(0);
  await dragOver(page, 'the Geneva Convention of 1949');
  await expect(palette(page).getByRole('option', { name: /^actor/ })).toHaveCount(0);
  await page.keyboard.press('4');
  await expect(palette(page).getByRole('combobox')).toHaveValue('4');
  await page.keyboard.press('Escape');
  await dragOver(page, 'the Geneva Convention of 1949');
  await tagButton(page, 'actor').click();
  await expect(notice(page)).toContainText('retired');
  await expectCount(page, 2);
});
