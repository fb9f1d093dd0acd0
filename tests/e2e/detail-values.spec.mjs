// The details of an annotation: what its tag asks for, certainty, note; by keys alone, then with the mouse.

import {
  annotations, cards, chosenCard, expect, expectCount, importFiles, json, press, project, reader, tabTo, tag, tagButton, test, undoKey,
} from './support/page.mjs';

const id = (number) => `0a99a77b-0000-4000-8000-${String(number).padStart(12, '0')}`;
const choices = (first, ...names) => names.map((name, at) => ({ id: id(first + at), name }));

// The starter whose claim asks for something of every kind.
function asking(file) {
  const claim = file.codebook.tags.find((tag) => tag.name === 'claim');
  const [kind] = claim.attributes;
  claim.attributes = [
    { ...kind, required: true },
    { id: id(1), name: 'rule', kind: 'text', only_if: { attribute: kind.id, value: kind.choices[1].id } },
    { id: id(2), name: 'grounds', kind: 'choices', choices: choices(20, 'witnesses', 'documents', 'none') },
    { id: id(3), name: 'victims', kind: 'number' },
    { id: id(4), name: 'quoted', kind: 'yes/no' },
    { id: id(5), name: 'day', kind: 'date' },
    { id: id(6), name: 'topic', kind: 'choice', choices: choices(30, 'war', 'peace', 'trade', 'law', 'land', 'people', 'faith') },
  ];
  return file;
}

const details = (page) => annotations(page).getByRole('group', { name: 'Details' });
const radio = (page, group, name) => details(page).getByRole('radiogroup', { name: group }).getByRole('radio', { name });
const box = (page, name) => details(page).getByRole('textbox', { name });
const said = (page) => page.locator('.said');

test.use({ viewport: { width: 1440, height: 900 } });

test('what a tag asks for is filled in by keys alone', async ({ app: page }) => {
  await importFiles(page, json('asking.glossator.json', asking(await project(page))));
  await expect(page.locator('.notice')).toContainText('Opened');
  await tabTo(page, reader(page));
  await page.keyboard.press('Control+Home');
  await press(page, 'Control+Shift+ArrowRight', 2);
  await page.keyboard.press('1');
  await expectCount(page, 1);

  // A key leads in; arrows go from one to the next, and the same key takes away again.
  await expect(details(page)).toContainText('Still needed.');
  await expect(box(page, 'rule')).toHaveCount(0);
  await page.keyboard.press('i');
  await expect(radio(page, 'kind', 'factual')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(radio(page, 'kind', 'factual')).toBeChecked();
  await expect(said(page)).toHaveText('kind: factual');
  await expect(details(page)).not.toContainText('Still needed.');
  await page.keyboard.press('Space');
  await expect(radio(page, 'kind', 'factual')).not.toBeChecked();
  await expect(said(page)).toHaveText('kind: nothing any more');
  await page.keyboard.press('ArrowRight');
  await expect(radio(page, 'kind', 'legal')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(radio(page, 'kind', 'legal')).toBeChecked();

  // What depends on it comes, and is the next stop.
  await page.keyboard.press('Tab');
  await expect(box(page, 'rule')).toBeFocused();
  await page.keyboard.type('Article 3');
  await page.keyboard.press('Tab');
  await expect(details(page).getByRole('checkbox', { name: 'witnesses' })).toBeFocused();
  await page.keyboard.press('Space');
  await press(page, 'Tab', 2);
  await page.keyboard.press('Space');
  await expect(details(page).getByRole('checkbox', { checked: true })).toHaveCount(2);
  await expect(said(page)).toHaveText('grounds: witnesses, none');

  // What is no value is told next to its field, and stays there to be mended.
  await page.keyboard.press('Tab');
  await page.keyboard.type('three');
  await page.keyboard.press('Tab');
  await expect(box(page, 'victims')).toHaveAttribute('aria-invalid', 'true');
  await expect(box(page, 'victims')).toHaveAccessibleDescription(/no number/);
  await expect(radio(page, 'quoted', 'yes')).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.type('2020-02-30');
  await page.keyboard.press('Escape');
  await expect(reader(page)).toBeFocused();
  await expect(box(page, 'day')).toHaveAccessibleDescription(/no such date/);
  await page.keyboard.press('Escape');
  await expect(details(page)).toHaveCount(0);
  await expect(cards(page)).toContainText('legal · Article 3 · witnesses, none · quoted: yes');
  await page.keyboard.press('n');
  await expect(box(page, 'victims')).toHaveValue('three');
  await expect(box(page, 'day')).toHaveValue('2020-02-30');
  await page.keyboard.press('i');
  await tabTo(page, box(page, 'victims'));
  await page.keyboard.type('3');
  await tabTo(page, box(page, 'day'));
  await expect(box(page, 'victims')).toHaveAttribute('aria-invalid', 'false');
  await page.keyboard.type('2020-10');
  await page.keyboard.press('Tab');
  await expect(box(page, 'day')).toHaveAttribute('aria-invalid', 'false');
  await expect(details(page).getByRole('combobox', { name: 'topic' })).toBeFocused();
  await page.keyboard.type('law');

  // Certainty in three steps, and a note.
  await page.keyboard.press('Tab');
  await expect(radio(page, 'Certainty', 'low')).toBeFocused();
  await press(page, 'ArrowLeft');
  await page.keyboard.press('Space');
  await expect(radio(page, 'Certainty', 'high')).toBeChecked();
  await expect(said(page)).toHaveText('Certainty: high');
  await page.keyboard.press('Delete');
  await expect(radio(page, 'Certainty', 'high')).not.toBeChecked();
  await expectCount(page, 1);
  await page.keyboard.press('Space');
  await tabTo(page, box(page, 'Note'));
  await page.keyboard.type('Looked at twice');
  await page.keyboard.press('Control+Enter');
  await expect(reader(page)).toBeFocused();

  const { annotations: [kept] } = await project(page);
  expect(Object.values(kept.values)).toEqual(expect.arrayContaining(['Article 3', 3, true, '2020-10', id(33)]));
  expect([kept.certainty, kept.note]).toEqual(['high', 'Looked at twice']);

  // One act is one step.
  await reader(page).focus();
  await page.keyboard.press(undoKey);
  await page.keyboard.press(undoKey);
  await expect(radio(page, 'Certainty', 'high')).not.toBeChecked();
  await expect(details(page).getByRole('combobox', { name: 'topic' })).toHaveValue(id(33));
});

test('with the mouse, from one annotation to the next, and what is kept but does not fit', async ({ app: page }) => {
  await tag(page, 'the armed forces of Amenia', '4');
  await tag(page, 'continuously subjecting the civilian population', '2');
  // An accusation is a claim: it asks for what a claim asks for.
  await radio(page, 'kind', 'moral').click();
  await expect(radio(page, 'kind', 'moral')).toBeChecked();
  await radio(page, 'kind', 'legal').click();
  await expect(radio(page, 'kind', 'moral')).not.toBeChecked();
  await radio(page, 'kind', 'legal').click();
  await expect(details(page).getByRole('radio', { checked: true })).toHaveCount(0);
  await radio(page, 'kind', 'factual').click();
  await radio(page, 'Certainty', 'medium').click();

  // Keys go on to the next one's details.
  await page.keyboard.press('p');
  await expect(chosenCard(page)).toHaveAccessibleName(/^actor/);
  await expect(radio(page, 'kind', 'state')).toBeFocused();
  await expect(cards(page).nth(1)).toContainText('factual · fairly sure');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(cards(page).first()).toContainText('armed forces');

  // Another tag asks for other things; what was said is not lost by it.
  await cards(page).nth(1).click();
  await page.keyboard.press('t');
  await page.keyboard.type('actor');
  await page.keyboard.press('Enter');
  await expect(chosenCard(page)).toHaveAccessibleName(/^actor/);
  await expect(details(page).getByRole('radiogroup', { name: 'kind' }).getByRole('radio')).toHaveCount(5);
  await page.keyboard.press(undoKey);
  await expect(radio(page, 'kind', 'factual')).toBeChecked();
  await expect(tagButton(page, 'accusation')).toHaveAccessibleName(/1 annotation/);
});
