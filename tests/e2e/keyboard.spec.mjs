// The same with the keyboard alone: no pointer is touched in these journeys.

import {
  cards, chosenCard, content, dialog, expect, expectCount, expectExact, head, markOf, marks, palette, press,
  reader, readings, redoKey, started, tabTo, test, undoKey,
} from './support/page.mjs';

test('everything from the first mark to the file, by keys', async ({ app: page }) => {
  // The first stop leads past the head; the reader itself is one stop.
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the text' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(reader(page)).toBeFocused();

  // Select two words: the preview says what will be taken, Enter opens the palette.
  await page.keyboard.press('Control+Home');
  await press(page, 'Control+Shift+ArrowRight', 2);
  await expect(page.locator('.overlay .taken').first()).toBeVisible();
  await expect(page.locator('.said')).toHaveText('Azerbaijani NGOs');
  await expect(palette(page), 'never while extending').toBeHidden();
  await page.keyboard.press('Enter');
  await expect(palette(page).getByRole('combobox')).toBeFocused();
  await page.keyboard.press('4');
  await expect(palette(page)).toBeHidden();
  await expect(reader(page)).toBeFocused();
  await expect(markOf(page, 'Azerbaijani NGOs')).toHaveAccessibleDescription(/^actor/);
  await expectCount(page, 1);

  // A digit tags what is selected, without the palette: from the middle of a word.
  await page.keyboard.press('Control+End');
  await press(page, 'ArrowLeft', 3);
  await press(page, 'Control+Shift+ArrowLeft', 2);
  await page.keyboard.press('4');
  await expect(markOf(page, 'of Azerbaijan').last()).toHaveText('of Azerbaijan');
  await expectCount(page, 2);

  // Letters filter the palette; arrows choose.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Home');
  await press(page, 'Control+ArrowDown', 7);
  await page.keyboard.press('Control+ArrowUp');
  await page.keyboard.press('s');
  await page.keyboard.press('Enter');
  await expect(palette(page).getByRole('option')).toHaveCount(8);
  await page.keyboard.type('acc');
  await expect(palette(page).getByRole('option')).toHaveText([/^accusation/, /New tag “acc”/]);
  await press(page, 'Backspace', 3);
  await page.keyboard.type('e');
  await page.keyboard.press('ArrowDown');
  const second = palette(page).getByRole('option', { selected: true });
  await expect(palette(page).getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(palette(page).getByRole('combobox')).toHaveAttribute('aria-activedescendant', await second.getAttribute('id'));
  await press(page, 'Backspace', 1);
  await page.keyboard.type('accu');
  await page.keyboard.press('Enter');
  await expectCount(page, 3);
  await expect(chosenCard(page)).toHaveAccessibleName(/^accusation/);

  // n and p go from one to the next.
  await page.keyboard.press('Escape');
  await expect(chosenCard(page)).toHaveCount(0);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('n');
  await expect(chosenCard(page)).toHaveAccessibleName(/^actor.*Azerbaijani NGOs/);
  await page.keyboard.press('n');
  await expect(chosenCard(page)).toHaveAccessibleName(/^accusation/);
  await page.keyboard.press('p');
  await expect(chosenCard(page)).toHaveAccessibleName(/^actor.*Azerbaijani NGOs/);

  // The ends of the chosen one: Shift moves its end, Control its start, Alt goes by characters.
  await press(page, 'Shift+ArrowRight', 2);
  await expect(chosenCard(page)).toContainText('Azerbaijani NGOs appeal to');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(chosenCard(page)).toContainText('Azerbaijani NGOs appeal');
  await page.keyboard.press('Control+ArrowRight');
  await expect(markOf(page, 'NGOs appeal')).toHaveText('NGOs appeal');
  await page.keyboard.press('Alt+Shift+ArrowLeft');
  await expect(markOf(page, 'NGOs appea')).toHaveText('NGOs appea');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+ArrowLeft');
  await press(page, 'Shift+ArrowLeft', 1);
  await expect(markOf(page, 'Azerbaijani NGOs').first()).toHaveText('Azerbaijani NGOs');

  // Another tag, a note.
  await page.keyboard.press('t');
  await expect(palette(page).getByRole('combobox')).toBeFocused();
  await page.keyboard.type('legal');
  await page.keyboard.press('Enter');
  await expect(chosenCard(page)).toHaveAccessibleName(/^legal reference/);
  await page.keyboard.press('t');
  await page.keyboard.press('4');
  await expect(chosenCard(page)).toHaveAccessibleName(/^actor/);
  await page.keyboard.press('e');
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused();
  await page.keyboard.type('Who are they? 4 n t');
  await page.keyboard.press('Escape');
  await expect(reader(page)).toBeFocused();
  await expect(markOf(page, 'Azerbaijani NGOs').first()).toHaveAccessibleDescription(/Note: Who are they\? 4 n t$/);

  // Delete, undo, redo, undo.
  await page.keyboard.press('Delete');
  await expectCount(page, 2);
  await page.keyboard.press(undoKey);
  await expectCount(page, 3);
  await page.keyboard.press(redoKey);
  await expectCount(page, 2);
  await page.keyboard.press(undoKey);
  await expectCount(page, 3);
  await page.keyboard.press('Control+y');
  await expectCount(page, 2);
  await page.keyboard.press(undoKey);
  await expectCount(page, 3);

  await page.reload();
  await started(page);
  await expectCount(page, 3);

  // The file, by the menu; the question who codes is answered by keys too.
  const button = head(page).getByRole('button', { name: 'Export' });
  await tabTo(page, button);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: /^Project/ })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: /^Annotations only/ })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('menuitem', { name: /^Relations/ })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: /^Project/ })).toBeFocused();
  const coming = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  await expect(dialog(page, 'Your label').getByRole('textbox', { name: 'Label' })).toBeFocused();
  await page.keyboard.type('Keys only');
  await page.keyboard.press('Enter');
  const file = JSON.parse((await content(await coming)).text);
  await expect(dialog(page, 'Your label')).toBeHidden();
  expect(file.coders.map((coder) => coder.label)).toEqual(['Keys only']);
  expect(readings(file).map(([tag]) => tag)).toEqual(['actor', 'accusation', 'actor']);
  expect(readings(file)[0][1]).toBe('Azerbaijani NGOs');
  expectExact(file);
});

test('the caret goes by character, word, line, sentence and paragraph, and Shift selects', async ({ app: page }) => {
  await tabTo(page, reader(page));
  await expect(page.locator('.overlay .caret')).toBeVisible();
  const taken = (words) => expect(page.locator('.said')).toHaveText(words);
  await page.keyboard.press('Control+Home');
  await press(page, 'Shift+ArrowRight', 3);
  await taken('Azerbaijani');
  await page.keyboard.press('ArrowRight');
  await press(page, 'Control+ArrowRight', 2);
  await page.keyboard.press('Shift+End');
  await taken(/^appeal to the international community/);
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowDown');
  await taken(/^Azerbaijani NGOs appeal to/);
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Shift+<');
  await taken('It has been signed by 292 NGOs of Azerbaijan');
  await page.keyboard.press('Control+Home');
  await press(page, 'Control+ArrowDown', 2);
  await page.keyboard.press('Control+Shift+ArrowUp');
  await taken(/16:29\s4 October 2020$/);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+Shift+End');
  await taken(/^Azerbaijani NGOs appeal to the international community.*…\s*$/s);

  // Exact characters with Alt and Enter.
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowRight');
  await press(page, 'Shift+ArrowRight', 4);
  await page.keyboard.press('Alt+Enter');
  await expect(palette(page)).toHaveAccessibleName('Tag for “zerb”');
  await page.keyboard.press('Escape');
  await expect(marks(page)).toHaveCount(0);

  // The word and the paragraph at the caret, by one letter each.
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('w');
  await page.keyboard.press('Enter');
  await expect(palette(page)).toHaveAccessibleName('Tag for “Azerbaijani”');
  await page.keyboard.press('Escape');
  await page.keyboard.press('b');
  await page.keyboard.press('Enter');
  await expect(palette(page)).toHaveAccessibleName(/^Tag for “Azerbaijani NGOs appeal to the international community/);
});

test('n and p go through a stack, and Enter chooses what lies at the caret', async ({ app: page }) => {
  await tabTo(page, reader(page));
  await page.keyboard.press('Control+Home');
  for (const [words, key] of [[4, '1'], [2, '4'], [1, '5']]) {
    await page.keyboard.press('Control+Home');
    await press(page, 'Control+Shift+ArrowRight', words);
    await page.keyboard.press(key);
    await expect(chosenCard(page)).toHaveCount(1);
    await page.keyboard.press('Escape');
  }
  await expectCount(page, 3);
  await page.keyboard.press('Control+Home');
  for (const name of [/^claim/, /^actor/, /^legal reference/]) {
    await page.keyboard.press('n');
    await expect(chosenCard(page)).toHaveAccessibleName(name);
  }
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Home');
  for (const name of [/^legal reference/, /^actor/, /^claim/, /^legal reference/]) {
    await page.keyboard.press('Enter');
    await expect(chosenCard(page)).toHaveAccessibleName(name);
  }
  // The cards are reached by keys as well, and lead back.
  await tabTo(page, cards(page).first());
  await page.keyboard.press('ArrowDown');
  await expect(cards(page).nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(cards(page).nth(1)).toHaveAttribute('aria-expanded', 'true');
  await expect(markOf(page, 'NGOs').first()).toHaveClass(/chosen/);
});

test('the sheet of keys opens with a question mark and closes with Escape', async ({ app: page }) => {
  await tabTo(page, reader(page));
  await page.keyboard.press('?');
  const sheet = dialog(page, 'Keys');
  await expect(sheet).toBeVisible();
  await expect(sheet.getByRole('row', { name: /Undo/ })).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(reader(page)).toBeFocused();
});

test('copying takes the exact slice of the text, over paragraphs too', async ({ app: page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await tabTo(page, reader(page));
  await page.keyboard.press('Control+End');
  await press(page, 'Control+Shift+ArrowUp', 2);
  await page.keyboard.press('Control+c');
  await expect.poll(copied).toMatch(/^On behalf of the hundreds.*condemn these crimes\.\n\nIn conclusion.*appeal\.\nIt has been signed by 292 NGOs of Azerbaijan\.?$/s);

  // What the mouse selected and the palette holds is copied as well.
  await page.keyboard.press('Control+Home');
  await press(page, 'Shift+ArrowRight', 3);
  await page.keyboard.press('4');
  await expect(chosenCard(page)).toHaveCount(1);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('n');
  await page.keyboard.press('Control+c');
  await expect.poll(copied).toBe('Azerbaijani');
});
