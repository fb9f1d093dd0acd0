// The codebook by keys: nothing is done while it is only passed, the focus goes on to what follows, and Escape takes
// back what was typed.

import {
  annotations, dialog, dragOver, expect, head, noDialog, notice, press, tag, tagButton, test, undoButton,
} from './support/page.mjs';

const codebook = (page) => head(page).getByRole('button', { name: 'Codebook' }).click();
const sheet = (page) => page.getByRole('article');
const left = (page) => page.getByRole('region', { name: 'Tags' });
const group = (page, name) => sheet(page).getByRole('group', { name, exact: true });
const select = (page, name) => sheet(page).getByRole('combobox', { name });
const typed = async (page, words) => {
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
};

test('a closed list is gone through, and only what is chosen is done, in one step', async ({ app: page }) => {
  await codebook(page);
  await tagButton(page, 'demand').click();
  const key = select(page, 'Key');
  await key.focus();
  await press(page, 'ArrowDown', 3);
  await expect(key).toHaveValue('6');
  await expect(undoButton(page)).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(key).toHaveValue('3');
  await press(page, 'ArrowDown', 3);
  await page.keyboard.press('Enter');
  await expect(notice(page)).toContainText('Took the key 6 from “treaty”.');
  await expect(key).toBeFocused();
  await expect(tagButton(page, 'demand')).toHaveAccessibleName(/key 6$/);
  await expect(tagButton(page, 'actor')).toHaveAccessibleName(/key 4$/);
  await expect(tagButton(page, 'treaty')).not.toHaveAccessibleName(/key/);
  await undoButton(page).click();
  await expect(tagButton(page, 'treaty')).toHaveAccessibleName(/key 6$/);
  await expect(undoButton(page)).toBeDisabled();

  // In the open list it is done with Enter; leaving the field does it as well.
  await key.focus();
  await page.keyboard.press('Space');
  await press(page, 'ArrowDown', 5);
  await page.keyboard.press('Enter');
  await expect(tagButton(page, 'demand')).toHaveAccessibleName(/key 8$/);
  await undoButton(page).click();
  await key.focus();
  await page.keyboard.type('9');
  await expect(undoButton(page)).toBeDisabled();
  await page.keyboard.press('Tab');
  await expect(tagButton(page, 'demand')).toHaveAccessibleName(/key 9$/);
  await undoButton(page).click();
  await expect(undoButton(page)).toBeDisabled();

  await select(page, 'Under').focus();
  await press(page, 'ArrowDown', 2);
  await expect(tagButton(page, 'demand')).toHaveAccessibleName(/under claim/);
  await page.keyboard.press('Tab');
  await expect(tagButton(page, 'demand')).toHaveAccessibleName(/under actor/);
  await undoButton(page).click();
  await expect(undoButton(page)).toBeDisabled();

  await left(page).getByRole('button', { name: 'claim made by actor' }).click();
  const more = group(page, 'Starts from').getByRole('combobox');
  await more.focus();
  await press(page, 'ArrowDown', 3);
  await expect(undoButton(page)).toBeDisabled();
  await page.keyboard.press('Enter');
  await expect(left(page).getByRole('button', { name: 'claim, actor made by actor' })).toBeVisible();
  await expect(more).toBeFocused();
  await expect(more).toHaveValue('');
  await undoButton(page).click();
  await expect(undoButton(page)).toBeDisabled();
});

test('after each act the focus is at what follows', async ({ app: page }) => {
  await codebook(page);
  await tagButton(page, 'actor').click();
  const remove = (page, name) => group(page, name).getByRole('button', { name: /^Remove/ });
  for (const words of ['one', 'two']) {
    await group(page, 'Counter-examples').getByRole('button', { name: 'Add a counter-example' }).click();
    await typed(page, words);
    await expect(group(page, 'Counter-examples').getByRole('listitem').last()).toContainText(words);
  }
  await remove(page, 'Counter-examples').first().click();
  await expect(group(page, 'Counter-examples').getByRole('button', { name: 'Remove “two”' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(group(page, 'Counter-examples').getByRole('button', { name: 'Add a counter-example' })).toBeFocused();

  // An attribute from above is opened where it can be edited.
  await tagButton(page, 'demand').click();
  await group(page, 'Asks for').getByRole('button', { name: /from claim$/ }).click();
  await expect(sheet(page).getByRole('textbox', { name: 'Name of the tag' })).toHaveValue('claim');
  await expect(group(page, 'Asks for').getByRole('button', { name: /^Edit the attribute kind/ })).toBeFocused();
  await sheet(page).getByRole('button', { name: 'Remove the choice factual' }).click();
  await expect(sheet(page).getByRole('button', { name: 'Remove the choice legal' })).toBeFocused();

  await left(page).getByRole('button', { name: 'claim made by actor' }).click();
  await expect(tagButton(page, 'claim')).toHaveAttribute('aria-selected', 'false');
  await remove(page, 'Leads to').click();
  await expect(group(page, 'Leads to').getByRole('combobox')).toBeFocused();

  await left(page).getByRole('button', { name: 'New rule' }).click();
  await select(page, 'Tag').first().selectOption({ label: 'claim' });
  await select(page, 'Other tag').selectOption({ label: 'actor' });
  await sheet(page).getByRole('button', { name: 'Make the rule' }).click();
  await expect(sheet(page).getByRole('heading', { name: 'claim never overlaps actor' })).toBeFocused();

  // The same rule is not made twice, whichever of the two comes first.
  await left(page).getByRole('button', { name: 'New rule' }).click();
  await select(page, 'Tag').first().selectOption({ label: 'actor' });
  await select(page, 'Other tag').selectOption({ label: 'claim' });
  await sheet(page).getByRole('button', { name: 'Make the rule' }).click();
  await expect(notice(page)).toContainText('The codebook has this rule already.');
  await expect(left(page).getByRole('button', { name: /never overlaps/ })).toHaveCount(1);

  // What a tag becomes one with may be retired, and says so.
  await tagButton(page, 'actor').click();
  await sheet(page).getByRole('button', { name: 'Retire' }).click();
  await tagButton(page, 'treaty').click();
  await sheet(page).getByRole('button', { name: 'Merge into…' }).click();
  const asked = dialog(page, 'Merge “treaty”');
  await expect(asked.getByRole('option', { name: 'actor (retired)' })).toBeAttached();
  await asked.getByRole('combobox', { name: 'Merge into' }).selectOption({ label: 'legal reference / UN resolution' });
  await asked.getByRole('button', { name: 'Merge', exact: true }).click();
  await noDialog(page);
  await expect(tagButton(page, 'UN resolution')).toBeFocused();
});

test('a piece that is taken out leaves the focus with the pieces', async ({ app: page }) => {
  await tag(page, 'Armenia has grossly violated', '2');
  for (const words of ['the Geneva Convention of 1949', 'In conclusion']) {
    await page.keyboard.down('Control');
    await dragOver(page, words);
    await page.keyboard.up('Control');
  }
  const take = annotations(page).getByRole('button', { name: /^Take/ });
  await expect(take).toHaveCount(3);
  await take.nth(1).click();
  await expect(take.nth(1)).toBeFocused();
  await expect(take.nth(1)).toHaveAccessibleName(/In conclusion/);
  await page.keyboard.press('Enter');
  await expect(take).toHaveCount(0);
  await expect(annotations(page).getByRole('button', { name: 'Start one word earlier' })).toBeFocused();
});

test('Escape takes back what was typed in a field', async ({ app: page }) => {
  await codebook(page);
  await tagButton(page, 'treaty').click();
  const name = sheet(page).getByRole('textbox', { name: 'Name of the tag' });
  const definition = sheet(page).getByRole('textbox', { name: 'Definition' });
  await name.fill('covenant');
  await page.keyboard.press('Escape');
  await expect(name).toHaveValue('treaty');
  const before = await definition.inputValue();
  await definition.focus();
  await page.keyboard.press('End');
  await page.keyboard.type(' And more.');
  await page.keyboard.press('Escape');
  await expect(definition).toHaveValue(before);
  await page.keyboard.press('Tab');
  await expect(undoButton(page)).toBeDisabled();
  // What was kept already stays.
  await name.fill('covenant');
  await page.keyboard.press('Enter');
  await expect(tagButton(page, 'covenant')).toBeVisible();
  await page.keyboard.type('s');
  await page.keyboard.press('Escape');
  await expect(name).toHaveValue('covenant');
});
