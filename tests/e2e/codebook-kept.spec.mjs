// What is said of annotations is kept when the codebook changes: in deletions, merges, splits and files from outside.

import {
  annotations, content, dialog, expect, head, noDialog, notice, project, tag, tagButton, test, text, undoButton,
} from './support/page.mjs';

const codebook = (page) => head(page).getByRole('button', { name: 'Codebook' }).click();
const annotate = (page) => head(page).getByRole('button', { name: 'Annotate' }).click();
const sheet = (page) => page.getByRole('article');
const left = (page) => page.getByRole('region', { name: 'Tags' });
const right = (page) => page.getByRole('complementary', { name: 'Versions' });
const details = (page) => annotations(page).getByRole('group', { name: 'Details' });
const tagOf = (file, name) => file.codebook.tags.find((tag) => tag.name === name);
const values = (file) => file.annotations.map(({ values }) => Object.values(values ?? {})).sort();

// Chooses a value of the annotation that was made just now.
const choose = (page, group, name) =>
  details(page).getByRole('radiogroup', { name: group }).getByRole('radio', { name, exact: true }).click();

test.use({ viewport: { width: 1440, height: 900 } });

test('what a tag asked for goes on being asked for, and a rule about it is told before', async ({ app: page }) => {
  await tag(page, 'international conventions', '3');
  await choose(page, 'kind', 'moral');
  const before = await project(page);
  expect(values(before)[0]).toHaveLength(1);
  await codebook(page);
  await tagButton(page, 'claim').click();
  await page.keyboard.press('Delete');
  await expect(notice(page)).toContainText('Deleted “claim”; accusation and demand moved up.');
  const after = await project(page);
  expect(values(after)).toEqual(values(before));
  expect(tagOf(after, 'demand').attributes.map(({ name }) => name)).toEqual(['kind']);
  await expect(left(page).getByRole('button', { name: 'accusation, demand made by actor' })).toBeVisible();
  await annotate(page);
  await expect(details(page).getByRole('radio', { name: 'moral' })).toBeChecked();
  await undoButton(page).click();
  expect((await project(page)).codebook).toEqual(before.codebook);

  // A tag without tags under it leaves a type of relations without an end: that is asked.
  await codebook(page);
  await tagButton(page, 'actor').click();
  await page.keyboard.press('Delete');
  const asked = dialog(page, 'Delete “actor”');
  await expect(asked).toContainText('It has no annotations.');
  await expect(asked.getByRole('radio')).toHaveCount(0);
  await expect(asked.getByRole('status')).toContainText('This touches 1 tag and 2 types of relations');
  await asked.getByRole('button', { name: 'Delete the tag' }).click();
  await noDialog(page);
  await left(page).getByRole('button', { name: 'claim made by no tag any more' }).click();
  await expect(sheet(page).getByRole('group', { name: 'Leads to' })).toContainText('no tag any more');
});

test('a tag that is moved away from what it asked for says that the values are kept', async ({ app: page }) => {
  await tag(page, 'international conventions', '3');
  await choose(page, 'kind', 'moral');
  await codebook(page);
  await tagButton(page, 'demand').click();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(notice(page)).toContainText('One annotation keeps a value that it is no longer asked for.');
  expect(values(await project(page))[0]).toHaveLength(1);
  await notice(page).getByRole('button', { name: 'Undo' }).click();
  await annotate(page);
  await expect(details(page).getByRole('radio', { name: 'moral' })).toBeChecked();
});

test('a merge keeps what both tags asked for under one name', async ({ app: page }) => {
  await tag(page, 'international conventions', '1');
  await choose(page, 'kind', 'legal');
  await tag(page, 'the Geneva Convention of 1949', '4');
  await choose(page, 'kind', 'state');
  const before = await project(page);
  await codebook(page);
  await tagButton(page, 'claim').click();
  await page.keyboard.press('m');
  const asked = dialog(page, 'Merge “claim”');
  await asked.getByRole('combobox', { name: 'Merge into' }).selectOption({ label: 'actor' });
  await expect(asked.getByRole('status')).not.toContainText('lose');
  await asked.getByRole('button', { name: 'Merge', exact: true }).click();
  await noDialog(page);
  const after = await project(page);
  const [kind, ...others] = tagOf(after, 'actor').attributes;
  expect(others).toEqual([]);
  const names = kind.choices.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['state', 'factual', 'legal', 'moral']));
  const said = after.annotations.map((one) => kind.choices.find(({ id }) => id === one.values[kind.id])?.name);
  expect(said.sort()).toEqual(['legal', 'state']);
  await undoButton(page).click();
  expect(values(await project(page))).toEqual(values(before));
});

test('a choice that goes says from how many it went', async ({ app: page }) => {
  await tag(page, 'international conventions', '1');
  await choose(page, 'kind', 'legal');
  await codebook(page);
  await tagButton(page, 'claim').click();
  await sheet(page).getByRole('button', { name: /^Edit the attribute kind/ }).click();
  await sheet(page).getByRole('button', { name: 'Remove the choice moral' }).click();
  await expect(notice(page)).toContainText('“moral” can no longer be chosen.');
  await sheet(page).getByRole('button', { name: 'Remove the choice legal' }).click();
  await expect(notice(page)).toContainText('“legal” can no longer be chosen; it went from 1 annotation.');
  await notice(page).getByRole('button', { name: 'Undo' }).click();
  expect(values(await project(page))[0]).toHaveLength(1);
});

test('a table of the codebook comes back from a spreadsheet with what was changed there', async ({ app: page }) => {
  await codebook(page);
  const coming = page.waitForEvent('download');
  await right(page).getByRole('button', { name: 'Codebook (CSV)' }).click();
  const table = await content(await coming);
  const { definition } = tagOf(await project(page), 'demand');
  expect(table.text).toContain(definition);
  const bring = async (name, words) => {
    const chooser = page.waitForEvent('filechooser');
    await right(page).getByRole('button', { name: 'Import a codebook' }).click();
    await (await chooser).setFiles(text(name, words));
  };
  await bring(table.name, table.text.replace(definition, 'What somebody wants done.'));
  await expect(notice(page)).toContainText('Changed 1 tag of the codebook.');
  expect(tagOf(await project(page), 'demand').definition).toBe('What somebody wants done.');
  await bring('mine.codebook.csv', 'row,name,path,definition\ntag,plea,claim / plea,Asked for.\ntag,demand,claim / demand,Wanted.\n');
  await expect(notice(page)).toContainText('Added 1 tag to the codebook, changed 1.');
  expect(tagOf(await project(page), 'demand').definition).toBe('Wanted.');
  await undoButton(page).click();
  expect(tagOf(await project(page), 'demand').definition).toBe('What somebody wants done.');
});

