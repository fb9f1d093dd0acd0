// The codebook's own view: what a tag asks for, its examples, the types of relations, rules, versions, and tags that
// become others.

import {
  cards, content, dialog, dragOver, expect, expectCount, head, noDialog, notice, palette, press, project, readings, tag,
  tagButton, test, text, undoButton,
} from './support/page.mjs';

const codebook = (page) => head(page).getByRole('button', { name: 'Codebook' }).click();
const annotate = (page) => head(page).getByRole('button', { name: 'Annotate' }).click();
const sheet = (page) => page.getByRole('article');
const left = (page) => page.getByRole('region', { name: 'Tags' });
const right = (page) => page.getByRole('complementary', { name: 'Versions' });
const group = (page, name) => sheet(page).getByRole('group', { name, exact: true });
const tagOf = (file, name) => file.codebook.tags.find((tag) => tag.name === name);
const order = async (page) => (await page.locator('.tag-tree .name').allTextContents()).join(', ');

test('the tree is walked and changed by the keyboard, and by dragging', async ({ app: page }) => {
  const before = await project(page);
  await codebook(page);
  await tagButton(page, 'claim').click();
  await press(page, 'ArrowDown', 3);
  await expect(tagButton(page, 'actor')).toBeFocused();
  await expect(sheet(page).getByRole('textbox', { name: 'Name of the tag' })).toHaveValue('actor');
  await page.keyboard.press('End');
  await expect(tagButton(page, 'UN resolution')).toHaveAttribute('aria-level', '2');
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => order(page)).toBe('claim, accusation, demand, actor, legal reference, UN resolution, treaty');
  await expect(tagButton(page, 'UN resolution')).toBeFocused();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(tagButton(page, 'UN resolution')).toHaveAccessibleName('UN resolution, 0 annotations, key 7');
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowRight');
  await expect(tagButton(page, 'UN resolution')).toHaveAccessibleName('UN resolution, under actor, 0 annotations, key 7');
  await expect(page.locator('.said')).toContainText('Moved the tag “UN resolution”, under actor');
  await expect(tagButton(page, 'UN resolution')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(sheet(page).getByRole('textbox', { name: 'Name of the tag' })).toBeFocused();
  await page.keyboard.press('Tab');

  // The pointer: onto a tag is under it, onto its edge beside it.
  await tagButton(page, 'UN resolution').dragTo(tagButton(page, 'legal reference'));
  await expect(tagButton(page, 'UN resolution')).toHaveAccessibleName(/under legal reference/);
  await tagButton(page, 'UN resolution').dragTo(tagButton(page, 'claim'), { targetPosition: { x: 60, y: 2 } });
  await expect.poll(() => order(page)).toBe('UN resolution, claim, accusation, demand, actor, legal reference, treaty');
  // Not under itself.
  await tagButton(page, 'claim').dragTo(tagButton(page, 'demand'));
  await expect(notice(page)).toContainText('A tag cannot go under itself');
  for (let step = 0; step < 6; step += 1) await undoButton(page).click();
  expect((await project(page)).codebook).toEqual(before.codebook);
});

test('a tag asks for attributes, by keyboard', async ({ app: page }) => {
  await codebook(page);
  await tagButton(page, 'demand').click();
  await expect(group(page, 'Asks for').getByRole('button', { name: /^kind: factual · legal · moral from claim/ })).toBeVisible();
  await page.keyboard.press('a');
  await expect(sheet(page).getByRole('textbox', { name: 'Name of the attribute' })).toBeFocused();
  await page.keyboard.type('addressee');
  await page.keyboard.press('Enter');
  const sheetOf = sheet(page).getByRole('group', { name: 'Attribute addressee' });
  await expect(sheetOf.getByRole('combobox', { name: 'Its values' })).toBeFocused();
  await sheetOf.getByRole('combobox', { name: 'Its values' }).selectOption({ label: 'one of some choices' });
  for (const choice of ['state', 'court']) {
    await sheetOf.getByRole('button', { name: 'New choice' }).click();
    await page.keyboard.type(choice);
    await page.keyboard.press('Enter');
    await expect(sheetOf.getByRole('button', { name: `Remove the choice ${choice}` })).toBeVisible();
  }
  // A second one of the same name is refused, and what was typed stays.
  await sheetOf.getByRole('button', { name: 'New choice' }).click();
  await page.keyboard.type('Court');
  await page.keyboard.press('Enter');
  await expect(notice(page)).toContainText('“Court” stands there twice');
  await expect(sheetOf.getByRole('textbox', { name: 'New choice' })).toHaveValue('Court');
  await page.keyboard.press('Escape');
  await sheetOf.getByRole('checkbox').check();
  await sheetOf.getByRole('combobox', { name: 'Asked for' }).selectOption({ label: 'kind' });
  await sheetOf.getByRole('combobox', { name: 'has the value' }).selectOption({ label: 'legal' });
  await expect(group(page, 'Asks for').getByRole('button', { name: /addressee: state · court \(required\)/ })).toBeVisible();
  const [made] = tagOf(await project(page), 'demand').attributes;
  expect(made).toMatchObject({ name: 'addressee', required: true, choices: [{ name: 'state' }, { name: 'court' }] });
  await codebook(page);
  await sheetOf.getByRole('button', { name: 'Remove this attribute' }).click();
  await expect(notice(page)).toContainText('Removed the attribute “addressee”.');
  await expect(sheetOf).toHaveCount(0);
  await notice(page).getByRole('button', { name: 'Undo' }).click();
  await expect(group(page, 'Asks for').getByRole('button', { name: /addressee/ })).toBeVisible();
});

test('a passage becomes an example in one step, and leads back to its place', async ({ app: page }) => {
  await tag(page, 'the Geneva Convention of 1949', '6');
  await page.keyboard.press('x');
  await expect(notice(page)).toContainText('Kept as an example of “treaty”.');
  await dragOver(page, 'international conventions');
  await expect(palette(page)).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+X');
  const asked = page.getByRole('dialog', { name: /^Keep “international conventions” as a counter-example of/ });
  await expect(asked).toBeVisible();
  await page.keyboard.type('treaty');
  await page.keyboard.press('Enter');
  await expect(asked).toBeHidden();
  await codebook(page);
  await tagButton(page, 'treaty').click();
  const example = group(page, 'Examples').getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Appeal of 292 NGOs' }) });
  await expect(group(page, 'Counter-examples').getByRole('listitem')).toContainText('international conventions');
  await example.getByRole('button', { name: 'Appeal of 292 NGOs' }).click();
  await expect(page.locator('.selected, .taken').first()).toBeInViewport();
  await codebook(page);
  await example.getByRole('button', { name: /^Remove/ }).click();
  await expect(example).toHaveCount(0);
  const file = await project(page);
  const { counter_examples } = tagOf(file, 'treaty');
  expect(JSON.stringify(counter_examples)).toContain('international conventions');
});

test('colour, line and palette: a colour that is much like another’s is said', async ({ app: page }) => {
  await codebook(page);
  await tagButton(page, 'actor').click();
  await expect(sheet(page).getByRole('radio', { name: 'blue' })).toBeChecked();
  await sheet(page).locator('input[type=color]').fill('#c98000');
  await expect(sheet(page).getByRole('status')).toContainText('Hard to tell from “claim”');
  await sheet(page).locator('input[type=color]').fill('#ffffaa');
  await expect(sheet(page).getByRole('status')).toContainText('On a light page this colour is drawn darker');
  await sheet(page).getByRole('radio', { name: 'cobalt' }).check();
  await expect(sheet(page).getByRole('status')).toHaveText('');
  await sheet(page).getByRole('radio', { name: 'dashed' }).check();
  expect(tagOf(await project(page), 'actor')).toMatchObject({ colour: '#0047ce', style: 'dashed' });
});

test('a retired tag stays on old annotations and is not offered', async ({ app: page }) => {
  await tag(page, 'four UN Security Council resolutions', '7');
  await codebook(page);
  await tagButton(page, 'UN resolution').click();
  await page.keyboard.press('r');
  await expect(notice(page)).toContainText('Retired “UN resolution”');
  await expect(tagButton(page, 'UN resolution')).toHaveAccessibleName(/retired$/);
  await annotate(page);
  await expectCount(page, 1);
  await dragOver(page, 'international conventions');
  await page.keyboard.type('UN res');
  await expect(palette(page).getByRole('option')).toHaveText(['+ New tag “UN res”']);
  await page.keyboard.press('Escape');
  await codebook(page);
  await sheet(page).getByRole('button', { name: 'Bring back' }).click();
  await expect(tagButton(page, 'UN resolution')).not.toHaveAccessibleName(/retired/);
});

test('two tags become one, previewed and undone in one step', async ({ app: page }) => {
  await tag(page, 'the Geneva Convention of 1949', '6');
  await tag(page, 'four UN Security Council resolutions', '7');
  const before = await project(page);
  await codebook(page);
  await tagButton(page, 'treaty').click();
  await page.keyboard.press('m');
  const asked = dialog(page, 'Merge “treaty”');
  await asked.getByRole('combobox', { name: 'Merge into' }).selectOption({ label: 'legal reference / UN resolution' });
  await expect(asked.getByRole('status')).toContainText('This touches 1 annotation and 2 tags, in 1 document.');
  await asked.getByRole('button', { name: 'Merge', exact: true }).click();
  await noDialog(page);
  await expect(notice(page)).toContainText('Merged into “UN resolution”; 1 annotation changed.');
  await expect(tagButton(page, 'UN resolution')).toHaveAccessibleName(/2 annotations/);
  await expect(tagButton(page, 'treaty')).toHaveCount(0);
  await notice(page).getByRole('button', { name: 'Undo' }).click();
  const after = await project(page);
  expect(after.codebook).toEqual(before.codebook);
  expect(readings(after)).toEqual(readings(before));
});

test('a tag is split by rule, and passage by passage', async ({ app: page }) => {
  await tag(page, 'the Geneva Convention of 1949', '5');
  await tag(page, 'international conventions', '5');
  await tag(page, 'four UN Security Council resolutions', '5');
  await codebook(page);
  await tagButton(page, 'legal reference').click();
  await page.keyboard.press('s');
  const asked = dialog(page, 'Split “legal reference”');
  await asked.getByRole('textbox', { name: 'Tag of part 1' }).fill('treaty');
  await asked.getByRole('textbox', { name: 'Words of part 1' }).fill('convention');
  await expect(asked.getByRole('status')).toContainText('This touches 2 annotations');
  await asked.getByRole('button', { name: 'Split', exact: true }).click();
  await noDialog(page);
  await expect(notice(page)).toContainText('Split “legal reference”; 2 annotations got another tag.');
  await expect(tagButton(page, 'treaty')).toHaveAccessibleName(/2 annotations/);
  await notice(page).getByRole('button', { name: 'Undo' }).click();
  await expect(tagButton(page, 'treaty')).toHaveAccessibleName(/0 annotations/);

  await page.keyboard.press('Escape');
  await tagButton(page, 'legal reference').click();
  await sheet(page).getByRole('button', { name: 'Split…' }).click();
  await asked.getByRole('radio', { name: 'One by one' }).check();
  await asked.getByRole('textbox', { name: 'Tag of part 1' }).fill('vague');
  await asked.getByRole('combobox', { name: '“international conventions” becomes' }).selectOption({ label: 'vague' });
  await expect(asked.getByRole('status')).toContainText('This touches 1 annotation, 1 tag and 1 type of relations');
  await asked.getByRole('button', { name: 'Split', exact: true }).click();
  await noDialog(page);
  expect(readings(await project(page))).toContainEqual(['vague', 'international conventions']);
  await undoButton(page).click();
  await expect(tagButton(page, 'vague')).toHaveCount(0);
});

test('what becomes of the annotations of a tag that goes is chosen', async ({ app: page }) => {
  await tag(page, 'the Geneva Convention of 1949', '6');
  await codebook(page);
  await tagButton(page, 'treaty').click();
  await page.keyboard.press('Delete');
  const asked = dialog(page, 'Delete “treaty”');
  await expect(asked.getByRole('radio', { name: 'They get the tag above it, legal reference' })).toBeChecked();
  await expect(asked.getByRole('status')).toContainText('This touches 1 annotation');
  await asked.getByRole('radio', { name: 'They get another tag' }).check();
  await asked.getByRole('combobox', { name: 'Which tag they get' }).selectOption({ label: 'claim / demand' });
  await asked.getByRole('button', { name: 'Delete the tag' }).click();
  await noDialog(page);
  expect(readings(await project(page))).toEqual([['demand', 'the Geneva Convention of 1949']]);
  await undoButton(page).click();
  expect(readings(await project(page))).toEqual([['treaty', 'the Geneva Convention of 1949']]);
});

test('a type of relations says what it joins', async ({ app: page }) => {
  await codebook(page);
  await expect(left(page).getByRole('button', { name: 'claim made by actor' })).toBeVisible();
  await page.keyboard.press('l');
  await page.keyboard.type('answers');
  await page.keyboard.press('Enter');
  await expect(sheet(page).getByRole('textbox', { name: 'Name of the relation' })).toHaveValue('answers');
  await group(page, 'Starts from').getByRole('combobox').selectOption({ label: 'claim / demand' });
  await group(page, 'Leads to').getByRole('combobox').selectOption({ label: 'claim' });
  await expect(left(page).getByRole('button', { name: 'demand answers claim' })).toBeVisible();
  await group(page, 'Leads to').getByRole('button', { name: 'Remove claim' }).click();
  await expect(left(page).getByRole('button', { name: 'demand answers anything' })).toBeVisible();
  await sheet(page).getByRole('button', { name: 'Delete' }).click();
  await expect(notice(page)).toContainText('Deleted the relation “answers”.');
  await expect(left(page).getByRole('button', { name: /answers/ })).toHaveCount(0);
  await undoButton(page).click();
  await expect(left(page).getByRole('button', { name: 'demand answers anything' })).toBeVisible();
});

test('rules are made, and each breach leads to its place', async ({ app: page }) => {
  await tag(page, 'the Geneva Convention of 1949', '6');
  await tag(page, 'the Geneva Convention', '1');
  await codebook(page);
  await expect(left(page).getByRole('button', { name: 'Nothing breaches the codebook' })).toBeVisible();
  await page.keyboard.press('u');
  await sheet(page).getByRole('combobox', { name: 'Tag', exact: true }).selectOption({ label: 'claim' });
  await sheet(page).getByRole('combobox', { name: 'Other tag' }).selectOption({ label: 'legal reference / treaty' });
  await sheet(page).getByRole('button', { name: 'Make the rule' }).click();
  await expect(left(page).getByRole('button', { name: 'claim never overlaps treaty, 1 breach' })).toBeVisible();
  await sheet(page).getByRole('button', { name: /overlaps/ }).click();
  await expect(cards(page).and(page.getByRole('button', { expanded: true }))).toHaveCount(1);
  await page.keyboard.press('Delete');
  await codebook(page);
  await expect(left(page).getByRole('button', { name: 'claim never overlaps treaty, 0 breaches' })).toBeVisible();

  await left(page).getByRole('button', { name: /never overlaps/ }).click();
  await sheet(page).getByRole('combobox', { name: 'What it asks' }).selectOption({ label: 'each document has a tag' });
  await sheet(page).getByRole('combobox', { name: 'Tag', exact: true }).selectOption({ label: 'actor' });
  await expect(left(page).getByRole('button', { name: 'each document has actor, 1 breach' })).toBeVisible();
  await page.keyboard.press('Escape');
  await left(page).getByRole('button', { name: 'Show 1 breach' }).click();
  await expect(sheet(page).getByRole('listitem')).toHaveText('“Appeal of 292 NGOs” has no actor');
  await left(page).getByRole('button', { name: /each document has actor/ }).click();
  await sheet(page).getByRole('button', { name: 'Delete the rule' }).click();
  await expect(left(page).getByRole('button', { name: 'Nothing breaches the codebook' })).toBeVisible();
});

test('versions are named and compared, and what was made under an older definition is worked through', async ({ app: page }) => {
  await tag(page, 'the Geneva Convention of 1949', '6');
  await tag(page, 'four UN Security Council resolutions', '6');
  await codebook(page);
  await page.keyboard.press('v');
  await page.keyboard.type('pilot');
  await page.keyboard.press('Enter');
  await expect(right(page)).toContainText('as in “pilot”');
  await tagButton(page, 'treaty').click();
  const definition = sheet(page).getByRole('textbox', { name: 'Definition' });
  const old = await definition.inputValue();
  await definition.fill(`${old} Or a protocol.`);
  await definition.blur();
  await expect(right(page)).toContainText('1 change since “pilot”');
  await right(page).getByRole('button', { name: 'Compare “pilot” with now' }).click();
  await expect(sheet(page).getByRole('rowheader', { name: 'treaty changed' })).toBeVisible();
  await expect(sheet(page).locator('ins')).toHaveText('Or a protocol.');

  await expect(right(page)).toContainText('2 annotations were made under older definitions.');
  await right(page).getByRole('button', { name: 'Work them through' }).click();
  await sheet(page).getByRole('button', { name: '“the Geneva Convention of 1949” still holds' }).click();
  await expect(sheet(page).getByRole('listitem')).toHaveCount(1);
  await expect(sheet(page).getByRole('button', { name: /still holds$/ })).toBeFocused();
  await sheet(page).getByRole('button', { name: 'Change the tag' }).click();
  await expect(palette(page)).toBeVisible();
  await page.keyboard.press('7');
  await codebook(page);
  await expect(sheet(page)).toContainText('Every annotation was made under the present definition');
  await right(page).getByRole('button', { name: 'Forget the version “pilot”' }).click();
  await expect(right(page)).not.toContainText('pilot');
  await undoButton(page).click();
  await expect(right(page)).toContainText('pilot');
});

test('the codebook goes out as a table, for other programs and for print, and comes in again', async ({ app: page, visitor }) => {
  await codebook(page);
  const take = async (name) => {
    const coming = page.waitForEvent('download');
    await right(page).getByRole('button', { name }).click();
    return content(await coming);
  };
  const table = await take('Codebook (CSV)');
  const qdc = await take('Codebook (REFI-QDA)');
  const paper = await take('Codebook for print');
  expect(table.name).toBe('claims-and-law.codebook.csv');
  expect(qdc.name).toBe('claims-and-law.qdc');
  expect(paper.text).toMatch(/^#+ claim$/m);

  for (const file of [table, qdc]) {
    const other = await visitor();
    await codebook(other);
    await right(other).getByRole('button', { name: 'Codebooks to begin with…' }).click();
    const asked = dialog(other, 'Codebooks to begin with');
    await asked.getByRole('radio', { name: /^Stance/ }).check();
    await asked.getByRole('button', { name: 'Use instead of this codebook' }).click();
    await noDialog(other);
    await expect(notice(other)).toContainText('Replaced the codebook.');
    expect(await order(other)).toBe('stance, for, against, undecided, target, reason');
    const chooser = other.waitForEvent('filechooser');
    await right(other).getByRole('button', { name: 'Import a codebook' }).click();
    await (await chooser).setFiles(text(file.name, file.text));
    await expect(notice(other)).toContainText('Added 7 tags to the codebook.');
    await expect(tagButton(other, 'treaty')).toHaveAccessibleName(/^treaty, under legal reference/);
  }
});

test('a starter comes beside the codebook that is there, and goes with one undo', async ({ app: page }) => {
  await codebook(page);
  await right(page).getByRole('button', { name: 'Codebooks to begin with…' }).click();
  const asked = dialog(page, 'Codebooks to begin with');
  await asked.getByRole('radio', { name: /^Interview themes/ }).check();
  await asked.getByRole('button', { name: 'Add to this codebook' }).click();
  await noDialog(page);
  await expect(notice(page)).toContainText('Added 8 tags to the codebook.');
  expect(await order(page)).toMatch(/^claim, .*UN resolution, experience, .*in their own words$/);
  await undoButton(page).click();
  expect(await order(page)).toBe('claim, accusation, demand, actor, legal reference, treaty, UN resolution');
});
