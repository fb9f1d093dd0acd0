// Tags: made from the palette by the typed word, and changed in the codebook.

import {
  cards, chosenCard, dialog, dragOver, expect, expectCount, head, markOf, noDialog, notice, palette, project, readings, started,
  tag, tagButton, test, undoButton, undoKey,
} from './support/page.mjs';

const codebook = (page) => head(page).getByRole('button', { name: 'Codebook' }).click();
const annotate = (page) => head(page).getByRole('button', { name: 'Annotate' }).click();
const sheet = (page) => page.getByRole('article');
const field = (page, name) => sheet(page).getByRole('textbox', { name, exact: true });
const tagOf = (file, name) => file.codebook.tags.find((tag) => tag.name === name);

// Writes in a field and leaves it.
async function write(page, name, words) {
  await field(page, name).fill(words);
  await field(page, name).blur();
}

test('a typed word that is no tag yet becomes one', async ({ app: page }) => {
  await dragOver(page, 'the civilian population');
  await expect(palette(page)).toBeVisible();
  await page.keyboard.type('Civilians');
  await expect(palette(page).getByRole('option')).toHaveText(['+ New tag “Civilians”']);
  await page.keyboard.press('Enter');
  await expect(chosenCard(page)).toHaveAccessibleName(/^Civilians/);
  await expect(tagButton(page, 'Civilians')).toHaveAccessibleName('Civilians, 1 annotation, key 8');

  // Now there is one of this name, in whatever case; a click takes it.
  await dragOver(page, 'civilian objects');
  await expect(palette(page)).toBeVisible();
  await page.keyboard.type('civil');
  await expect(palette(page).getByRole('option')).toHaveCount(2);
  await page.keyboard.type('IANS');
  await expect(palette(page).getByRole('option')).toHaveCount(1);
  await palette(page).getByRole('option', { name: /Civilians/ }).click();
  await expect(tagButton(page, 'Civilians')).toHaveAccessibleName(/2 annotations/);

  // A new tag for an annotation that has one.
  await page.keyboard.press('t');
  await expect(palette(page).getByRole('combobox')).toBeFocused();
  await page.keyboard.type('objects');
  await page.keyboard.press('Enter');
  await expect(chosenCard(page)).toHaveAccessibleName(/^objects/);
  await page.keyboard.press(undoKey);
  await expect(tagButton(page, 'objects')).toHaveCount(0);

  // Tag and annotation came in one step, and go in one.
  await page.keyboard.press(undoKey);
  await expectCount(page, 1);
  await page.keyboard.press(undoKey);
  await expectCount(page, 0);
  await expect(tagButton(page, 'Civilians')).toHaveCount(0);
});

test('a tag is renamed, described, recoloured, re-keyed and moved, and all of it undone', async ({ app: page }) => {
  await tag(page, 'four UN Security Council resolutions', '7');
  const before = await project(page);
  await codebook(page);
  await tagButton(page, 'UN resolution').click();
  await expect(field(page, 'Name of the tag')).toHaveValue('UN resolution');
  await expect(sheet(page)).toContainText('under legal reference · 1 annotation in 1 document');

  await write(page, 'Name of the tag', 'resolution');
  await expect(tagButton(page, 'resolution')).toHaveAccessibleName('resolution, under legal reference, 1 annotation, key 7');
  await write(page, 'Definition', 'What an organ resolved.');
  await write(page, 'Use when', 'it has a number.');
  await write(page, 'Do not use when', 'it is a draft.');
  await sheet(page).getByRole('button', { name: 'Add an example' }).click();
  await page.keyboard.type('  resolution 853 (1993)  ');
  await page.keyboard.press('Enter');
  await expect(sheet(page).getByRole('group', { name: 'Examples', exact: true }).getByRole('listitem')).toHaveCount(2);
  await sheet(page).getByRole('radio', { name: 'mauve' }).check();
  await sheet(page).getByRole('combobox', { name: 'Key' }).selectOption({ label: '1 (now: claim)' });
  await sheet(page).getByRole('combobox', { name: 'Under' }).selectOption({ label: 'actor' });
  await expect(tagButton(page, 'resolution')).toHaveAccessibleName('resolution, under actor, 1 annotation, key 1');
  await expect(tagButton(page, 'claim')).toHaveAccessibleName('claim, 0 annotations');

  await annotate(page);
  await expect(cards(page)).toHaveAccessibleName(/^resolution/);
  await expect(markOf(page, 'four UN')).toHaveAccessibleDescription(/^resolution/);
  expect(await markOf(page, 'four UN').evaluate((mark) => mark.style.getPropertyValue('--l0'))).toBe('#79507b');
  await tag(page, 'fired rockets', '1');
  await expect(chosenCard(page)).toHaveAccessibleName(/^resolution/);
  await page.keyboard.press(undoKey);

  await page.reload();
  await started(page);
  const after = await project(page);
  expect(tagOf(after, 'resolution')).toMatchObject({
    id: tagOf(before, 'UN resolution').id,
    parent: tagOf(after, 'actor').id,
    colour: '#79507b',
    key: '1',
    definition: 'What an organ resolved.',
    use_when: 'it has a number.',
    not_when: 'it is a draft.',
    examples: ['four UN Security Council resolutions', 'resolution 853 (1993)'],
  });
  expect(tagOf(after, 'claim').key).toBeNull();
  expect(readings(after)).toEqual([['resolution', 'four UN Security Council resolutions']]);

  // Eight steps back: the codebook of the beginning.
  for (let step = 0; step < 8; step += 1) await undoButton(page).click();
  expect((await project(page)).codebook).toEqual(before.codebook);
});

test('a name that a sibling has is refused, and so is an empty one', async ({ app: page }) => {
  await codebook(page);
  await tagButton(page, 'treaty').click();
  await write(page, 'Name of the tag', 'UN Resolution');
  await expect(notice(page)).toContainText(/UN Resolution/);
  await expect(field(page, 'Name of the tag')).toHaveValue('treaty');
  await write(page, 'Name of the tag', '   ');
  await expect(field(page, 'Name of the tag')).toHaveValue('treaty');
  await expect(tagButton(page, 'treaty')).toHaveCount(1);
  await expect(undoButton(page)).toBeDisabled();
});

test('a tag goes with its annotations, and comes back with them', async ({ app: page }) => {
  await tag(page, 'four UN Security Council resolutions', '5');
  await tag(page, 'international conventions', '5');
  await tag(page, 'the Geneva Convention of 1949', '6');
  const before = await project(page);
  await codebook(page);
  await tagButton(page, 'legal reference').click();
  await sheet(page).getByRole('button', { name: 'Delete' }).click();
  const question = dialog(page, 'Delete “legal reference”');
  await expect(question.getByRole('status')).toHaveText(/^This touches 2 annotations.*2 of the annotations will go/);
  await question.getByRole('button', { name: 'Delete the tag' }).click();
  await noDialog(page);
  await expect(notice(page)).toContainText('Deleted “legal reference” and its 2 annotations; treaty and UN resolution moved up.');
  await expect(tagButton(page, 'legal reference')).toHaveCount(0);
  await expect(tagButton(page, 'treaty')).toHaveAccessibleName('treaty, 1 annotation, key 6');
  await annotate(page);
  await expectCount(page, 1);
  await codebook(page);
  await undoButton(page).click();
  await expect(tagButton(page, 'legal reference')).toHaveAccessibleName('legal reference, 2 annotations, key 5');
  await expect(tagButton(page, 'treaty')).toHaveAccessibleName('treaty, under legal reference, 1 annotation, key 6');
  await annotate(page);
  await expectCount(page, 3);
  const after = await project(page);
  expect(after.codebook).toEqual(before.codebook);
  expect(readings(after)).toEqual(readings(before));
});

test('tags are made, put in order and nested in the codebook', async ({ app: page }) => {
  await codebook(page);
  await page.getByRole('button', { name: 'New tag' }).click();
  const name = page.getByRole('textbox', { name: 'Name of the new tag' });
  await expect(name).toBeFocused();
  await page.keyboard.type('place');
  await page.keyboard.press('Enter');
  await expect(field(page, 'Name of the tag')).toHaveValue('place');
  const order = async () => (await page.locator('.tag-tree .name').allTextContents()).join(', ');
  await expect(tagButton(page, 'place')).toHaveAttribute('aria-level', '1');
  expect(await order()).toBe('claim, accusation, demand, actor, legal reference, treaty, UN resolution, place');
  await sheet(page).getByRole('button', { name: 'Move up' }).click();
  await expect.poll(order).toBe('claim, accusation, demand, actor, place, legal reference, treaty, UN resolution');
  await sheet(page).getByRole('button', { name: 'Move up' }).click();
  await sheet(page).getByRole('button', { name: 'Move up' }).click();
  await expect.poll(order).toBe('place, claim, accusation, demand, actor, legal reference, treaty, UN resolution');
  await sheet(page).getByRole('button', { name: 'Move down' }).click();
  await expect.poll(order).toBe('claim, accusation, demand, place, actor, legal reference, treaty, UN resolution');
  // A tag cannot go under itself or what lies under it.
  await tagButton(page, 'claim').click();
  await expect(sheet(page).getByRole('combobox', { name: 'Under' }).getByRole('option')).toHaveText([
    'the top', 'place', 'actor', 'legal reference', 'legal reference / treaty', 'legal reference / UN resolution',
  ]);
});
