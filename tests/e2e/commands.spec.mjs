// The palette of commands and the sheet of shortcuts, which walk one table.

import { AxeBuilder } from '@axe-core/playwright';
import {
  chosenCard, dialog, dragOver, expect, expectCount, foot, give, head, importFiles, kept, marks, noDialog, palette, press, reader, redoKey, started, tabTo, tag, test, text, undoKey,
} from './support/page.mjs';

const finder = (page) => page.getByRole('dialog', { name: 'Commands' });
const field = (page) => finder(page).getByRole('combobox');
const option = (page, name) => finder(page).getByRole('option', { name });
const sheet = (page) => dialog(page, 'Keys');
const row = (page, name) => sheet(page).getByRole('row', { name });
const keysOf = (page, name) => row(page, name).locator('.keys');

async function open(page) {
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
}

// Opens the sheet by its button, and gives a command other keys.
async function openSheet(page) {
  await foot(page).getByRole('button', { name: /Keys$/ }).click();
  await expect(sheet(page)).toBeVisible();
}

async function change(page, name, key) {
  await sheet(page).getByRole('button', { name: `Change the keys of “${name}”` }).click();
  await expect(sheet(page).getByRole('button', { name: /^Press the new keys/ })).toBeFocused();
  await page.keyboard.press(key);
}

async function close(page, box) {
  await page.keyboard.press('Escape');
  await expect(box).toBeHidden();
  await noDialog(page);
}

test('a command is found by its words and done; the focus goes back', async ({ app: page }) => {
  await tag(page, 'historic city', '1');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Home');
  await open(page);
  await expect(option(page, /^Undo/)).toContainText('Ctrl Z');
  await expect(option(page, /^Redo/), 'there is nothing to do again').toHaveAttribute('aria-disabled', 'true');
  await expect(option(page, /^Change the chosen annotation/)).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.type('anno');
  await expect(option(page, /Next annotation/)).toContainText('n');
  await expect(finder(page).getByRole('option').first(), 'what begins so comes before what holds it').toHaveText(/annotation/i);
  await page.keyboard.type(' next');
  await expect(finder(page).getByRole('option')).toHaveCount(1);
  await expect(finder(page).getByRole('status')).toHaveText('1 command');
  await page.keyboard.press('Enter');
  await expect(finder(page)).toBeHidden();
  await expect(reader(page)).toBeFocused();
  await expect(chosenCard(page)).toHaveCount(1);

  // Esc leaves all as it was; so does the key that opened it.
  await open(page);
  await close(page, finder(page));
  await expect(reader(page)).toBeFocused();
  await open(page);
  await page.keyboard.press('Control+k');
  await expect(finder(page)).toBeHidden();
  await expect(reader(page)).toBeFocused();
  await expect(chosenCard(page)).toHaveCount(1);

  // What cannot be done now is not done.
  await open(page);
  await page.keyboard.type('redo');
  await page.keyboard.press('Enter');
  await expect(finder(page)).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('undo');
  await page.keyboard.press('Enter');
  await expectCount(page, 0);
});

test('arrows choose, and what is found leads to dialogs, screens, columns and documents', async ({ app: page }) => {
  await importFiles(page, text('second.txt', 'Another text.'));
  await expect(reader(page)).toHaveAccessibleName('Text: second');
  await tabTo(page, reader(page));
  await open(page);
  await page.keyboard.type('appeal');
  await expect(finder(page).getByRole('option')).toHaveText([/^Go to “Appeal of 292 NGOs”$/]);
  await page.keyboard.press('Enter');
  await expect(reader(page)).toHaveAccessibleName('Text: Appeal of 292 NGOs');
  await expect(reader(page)).toBeFocused();

  await open(page);
  await page.keyboard.type('go to the');
  const first = finder(page).getByRole('option').first();
  await expect(first).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  const second = finder(page).getByRole('option').nth(1);
  await expect(second).toHaveAttribute('aria-selected', 'true');
  await expect(field(page)).toHaveAttribute('aria-activedescendant', await second.getAttribute('id'));
  await expect(second).toHaveText(/codebook/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article')).toBeVisible();
  await expect(page.locator('.codebook [role=treeitem][aria-selected=true]'), 'the focus is on what is new').toBeFocused();

  await open(page);
  await page.keyboard.type('annotations go');
  await page.keyboard.press('Enter');
  await expect(reader(page)).toBeVisible();

  // A dialog that was opened so hands the focus back to where it was before both.
  await tabTo(page, reader(page));
  await open(page);
  await page.keyboard.type('label');
  await page.keyboard.press('Enter');
  await expect(dialog(page, 'Your label')).toBeVisible();
  await close(page, dialog(page, 'Your label'));
  await expect(reader(page)).toBeFocused();

  const coming = page.waitForEvent('filechooser');
  await open(page);
  await page.keyboard.type('import');
  await page.keyboard.press('Enter');
  await coming;
});

test('the mouse finds commands as well, and a click beside lets go', async ({ app: page }) => {
  await foot(page).getByRole('button', { name: /Commands$/ }).click();
  await option(page, /^Light or dark/).click();
  await expect(finder(page)).toBeHidden();
  await expect(head(page).getByRole('button', { name: /^Colours/ })).toHaveAccessibleName('Colours: light');
  await foot(page).getByRole('button', { name: /Commands$/ }).click();
  await expect(finder(page)).toBeVisible();
  await page.mouse.click(20, 700);
  await expect(finder(page)).toBeHidden();
  await expect(foot(page).getByRole('button', { name: /Commands$/ })).toBeFocused();
});

test('from a field, and over the palette of tags', async ({ app: page }) => {
  await tag(page, 'historic city', '1');
  await page.getByRole('textbox', { name: 'Note' }).focus();
  await open(page);
  await close(page, finder(page));
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused();
  await dragOver(page, 'September 27');
  await expect(palette(page)).toBeVisible();
  await open(page);
  await close(page, finder(page));
  await expect(palette(page).getByRole('combobox')).toBeFocused();
});

test('on a phone it is as wide as the page, at the top', async ({ app: page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await foot(page).getByRole('button', { name: /Commands$/ }).click();
  // Its style sheet may come a moment later.
  const box = async () => {
    const { x, y, width } = await finder(page).boundingBox();
    return [x, y, width].map(Math.round);
  };
  await expect.poll(box).toEqual([0, 0, 390]);
  await option(page, /^Go to the annotations/).click();
  await expect(page.getByRole('navigation', { name: 'Columns' }).getByRole('button', { name: 'Annotations' })).toHaveAttribute('aria-current', 'true');
});

test('keys are changed, kept, taken over and reset', async ({ app: page }) => {
  await openSheet(page);
  await change(page, 'Next annotation', 'q');
  await expect(keysOf(page, /^Next annotation/)).toHaveText('q');
  await expect(sheet(page).getByRole('status')).toContainText('q: Next annotation');

  // Keys that another command has are named, and taken only when that is said.
  await change(page, 'Undo', 'Control+y');
  await expect(sheet(page).getByRole('status')).toContainText('Ctrl Y is the key of “Redo”.');
  await expect(sheet(page).getByRole('button', { name: 'Take it over' })).toBeFocused();
  await sheet(page).getByRole('button', { name: 'Leave it' }).click();
  await expect(keysOf(page, /^Undo/)).toHaveText('Ctrl Z');
  await change(page, 'Undo', 'Control+y');
  await expect(sheet(page).getByRole('button', { name: 'Take it over' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(keysOf(page, /^Undo/)).toHaveText('Ctrl Y');
  await expect(keysOf(page, /^Redo/)).toHaveText('Ctrl Shift Z');

  // Esc gives up, and only that; what is needed elsewhere is refused.
  await change(page, 'Delete the chosen annotation', 'Escape');
  await expect(sheet(page)).toBeVisible();
  await expect(keysOf(page, /^Delete the chosen/)).toHaveText(/Delete\s+Backspace/);
  await change(page, 'Delete the chosen annotation', '4');
  await expect(sheet(page).getByRole('status')).toContainText('4 is needed for something else');
  await close(page, sheet(page));

  // They act, and still do after a reload.
  await tag(page, 'historic city', '1');
  await page.reload();
  await started(page);
  await tabTo(page, reader(page));
  await page.keyboard.press('n');
  await expect(chosenCard(page)).toHaveCount(0);
  await page.keyboard.press('q');
  await expect(chosenCard(page)).toHaveCount(1);
  await page.keyboard.press(undoKey);
  await expectCount(page, 1);
  await page.keyboard.press('Control+y');
  await expectCount(page, 0);
  await page.keyboard.press(redoKey);
  await expectCount(page, 1);
  await open(page);
  await expect(option(page, /^Next annotation/)).toContainText('q');
  await close(page, finder(page));

  await openSheet(page);
  await sheet(page).getByRole('button', { name: 'Reset the keys of “Undo”' }).click();
  await expect(keysOf(page, /^Undo/)).toHaveText('Ctrl Z');
  await expect(sheet(page).getByRole('button', { name: 'Change the keys of “Undo”' })).toBeFocused();
  await sheet(page).getByRole('button', { name: 'Reset all keys' }).click();
  await expect(keysOf(page, /^Next annotation/)).toHaveText('n');
  await expect(keysOf(page, /^Redo/)).toHaveText(/Ctrl Shift Z\s+Ctrl Y/);
  await expect(sheet(page).getByRole('button', { name: 'Reset all keys' })).toBeDisabled();
});

test('single-character keys can be turned off', async ({ app: page }) => {
  await tag(page, 'historic city', '1');
  await openSheet(page);
  await sheet(page).getByRole('checkbox', { name: /^Single-character keys/ }).uncheck();
  await expect(keysOf(page, /^Next annotation/)).toHaveText('none');
  await change(page, 'Next annotation', 'j');
  await expect(sheet(page).getByRole('status')).toContainText('j needs Ctrl or Alt');
  await change(page, 'Next annotation', 'Alt+j');
  await close(page, sheet(page));
  await page.reload();
  await started(page);

  await tabTo(page, reader(page));
  await page.keyboard.press('Alt+j');
  await expect(chosenCard(page)).toHaveAccessibleName(/^claim/);
  for (const key of ['?', 'm', 't', 'w', '4', '.']) await page.keyboard.press(key);
  await page.keyboard.press('Control+k');
  await expect(finder(page), 'the commands are still there').toBeVisible();
  await close(page, finder(page));
  await expect(sheet(page)).toBeHidden();
  await expect(palette(page)).toBeHidden();
  await expect(chosenCard(page), 'the digit gave no tag').toHaveAccessibleName(/^claim/);
  // In the palette of tags a digit is what one came for.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Home');
  await press(page, 'Control+Shift+ArrowRight', 2);
  await page.keyboard.press('Enter');
  await give(page, '4');
  await expectCount(page, 2);
});

test('what was kept and reads wrong is ignored', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('glossator:keys', 'undo\n=\nundo=\nredo=\u0000 \nno-such=Mod+q\nnext-annotation=j\n' + 'x'.repeat(5000) + '=\ud83d');
  });
  await page.goto('./');
  await started(page);
  await tag(page, 'historic city', '1');
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await expect(chosenCard(page)).toHaveCount(1);
  await openSheet(page);
  await expect(keysOf(page, /^Redo/)).toHaveText(/Ctrl Shift Z\s+Ctrl Y/);
  await expect(keysOf(page, /^Undo/), 'no key at all can be chosen').toHaveText('none');
  expect((await kept(page))['glossator:keys']).toContain('next-annotation=j');
});

test('on another alphabet a shortcut is where the key lies', async ({ app: page }) => {
  const type = (key, code, options = {}) => reader(page).evaluate(
    (target, init) => target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init })),
    { key, code, ...options },
  );
  await tag(page, 'historic city', '1');
  await type('я', 'KeyZ', { ctrlKey: true });
  await expectCount(page, 0);
  await type('Я', 'KeyZ', { ctrlKey: true, shiftKey: true });
  await expectCount(page, 1);
  await type('ئ', 'KeyZ', { ctrlKey: true });
  await expectCount(page, 0);
  await page.keyboard.press(redoKey);
  await type('т', 'KeyN');
  await expect(chosenCard(page)).toHaveAccessibleName(/^claim/);
  await type('٤', 'Digit4');
  await expect(chosenCard(page)).toHaveAccessibleName(/^actor/);
  // Dvorak writes a semicolon where a US keyboard has z.
  await type(';', 'KeyZ', { ctrlKey: true });
  await expect(chosenCard(page)).toHaveAccessibleName(/^actor/);
  await expect(marks(page)).toHaveCount(1);
});

for (const colorScheme of ['light', 'dark']) {
  for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
    test(`both are sound: ${colorScheme}, ${viewport.width} px`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      await page.goto('./');
      await started(page);
      const check = async (state) => {
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target, failureSummary }) => [target, failureSummary])]), state).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), state).toBe(0);
      };
      await tabTo(page, reader(page));
      await open(page);
      await check('all commands');
      await page.keyboard.type('no such thing');
      await expect(finder(page).getByRole('status')).toHaveText('0 commands');
      await check('none');
      await close(page, finder(page));
      await openSheet(page);
      await check('sheet');
      await change(page, 'Undo', 'Control+y');
      await expect(sheet(page).getByRole('button', { name: 'Take it over' })).toBeVisible();
      await check('conflict');
      await page.keyboard.press('Enter');
      await change(page, 'Redo', 'Control+z');
      await expect(keysOf(page, /^Redo/)).toHaveText('Ctrl Z');
      await check('changed');
    });
  }
}
