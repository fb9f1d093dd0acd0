// What a screen reader is told: each act in words, and nothing where nothing happened.

import {
  chosenCard, dialog, expect, expectCount, head, lists, notice, palette, press, reader, redoKey, tabTo, tagButton, test, undoKey,
} from './support/page.mjs';

// Notes everything that the polite region says, as often as it says it.
async function listen(page) {
  await page.evaluate(() => {
    const region = document.querySelector('.said');
    window.told = [];
    new MutationObserver(() => window.told.push(region.textContent)).observe(region, {
      childList: true, characterData: true, subtree: true,
    });
  });
}

const clean = (sentence) => sentence.replace(/\s+/g, ' ').trim();

// What was told since this was asked last.
const since = (page) => page.evaluate(() => new Promise((done) => {
  requestAnimationFrame(() => requestAnimationFrame(() => done(window.told.splice(0))));
})).then((told) => told.map(clean).filter(Boolean));

async function tells(page, ...sentences) {
  const told = [];
  await expect.poll(async () => {
    told.push(...(await since(page)));
    return sentences.filter((sentence) => !told.some((heard) => (sentence instanceof RegExp ? sentence.test(heard) : heard === sentence)));
  }).toEqual([]);
  return told;
}

test('the region is polite, and there from the start', async ({ app: page }) => {
  const region = page.locator('.said');
  await expect(region).toHaveAttribute('role', 'status');
  await expect(region).toHaveAttribute('aria-live', 'polite');
  await expect(region).toHaveText('');
});

test('each act on an annotation is told', async ({ app: page }) => {
  await listen(page);
  await tabTo(page, reader(page));
  await page.keyboard.press('Control+Home');
  await tells(page, /^Azerbaijani NGOs appeal/);
  await press(page, 'Control+Shift+ArrowRight', 2);
  await tells(page, 'Azerbaijani NGOs');
  await page.keyboard.press('Enter');
  await page.keyboard.type('ac');
  await tells(page, '3 choices');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('4');
  await tells(page, 'Tagged “Azerbaijani NGOs” as actor');
  await page.keyboard.press('Shift+ArrowRight');
  await tells(page, 'The passage is now “Azerbaijani NGOs appeal”');
  await page.keyboard.press('5');
  await tells(page, '“Azerbaijani NGOs appeal” is now legal reference');
  await page.keyboard.press('e');
  await page.keyboard.type('Who?');
  await page.keyboard.press('Escape');
  await tells(page, 'Note kept');
  await page.keyboard.press('Escape');
  await tells(page, 'Nothing is selected any more');
  await page.keyboard.press('n');
  await tells(page, /^legal reference: “Azerbaijani NGOs appeal”, by an unnamed coder\. Note: Who\?\. 1 of 1$/);
  await page.keyboard.press('Control+c');
  await tells(page, 'Copied “Azerbaijani NGOs appeal”');
  await page.keyboard.press('Delete');
  await tells(page, 'Deleted one annotation with the tag legal reference');
  await page.keyboard.press(undoKey);
  await tells(page, 'Undone: deleting annotations');
  await page.keyboard.press(undoKey);
  await tells(page, 'Undone: a note');
  await page.keyboard.press(redoKey);
  await tells(page, 'Done again: a note');
  await page.keyboard.press('Control+End');
  await page.keyboard.press('w');
  await tells(page, /^Selected: /);
});

test('where the caret comes to is told', async ({ app: page }) => {
  await listen(page);
  await tabTo(page, reader(page));
  await page.keyboard.press('Control+Home');
  await since(page);
  await page.keyboard.press('ArrowRight');
  await tells(page, 'z');
  await page.keyboard.press('Control+ArrowRight');
  await tells(page, 'NGOs');
  await page.keyboard.press('Control+ArrowDown');
  await tells(page, /^# 16:29/);
  await page.keyboard.press('Enter');
  await tells(page, 'No annotation here');
});

test('acts on tags, documents and settings are told', async ({ app: page }) => {
  await listen(page);
  const find = async (words) => {
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox')).toBeFocused();
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
  };
  await tabTo(page, reader(page));
  await find('done reading');
  await tells(page, 'Marked as done reading');
  await find('done reading');
  await tells(page, 'Marked as not done reading');
  await find('light or dark');
  await tells(page, 'Colours: light');
  await find('your label');
  await dialog(page, 'Your label').getByRole('textbox').fill('A');
  await page.keyboard.press('Enter');
  await tells(page, 'Your annotations are now labelled “A”');
  await find('details');
  await dialog(page, 'Document').getByRole('textbox', { name: 'Author' }).fill('Somebody');
  await page.keyboard.press('Escape');
  await tells(page, 'Changed what is known about “Appeal of 292 NGOs”');
  await head(page).getByRole('button', { name: 'Codebook' }).click();
  await tagButton(page, 'claim').click();
  await page.getByRole('textbox', { name: 'Definition' }).fill('Who acts');
  await page.getByRole('textbox', { name: 'Definition' }).blur();
  await tells(page, 'Changed the tag “claim”');
  await page.getByRole('button', { name: 'Move down' }).click();
  await tells(page, 'Moved the tag “claim”, at the top');
  await page.getByRole('article').getByRole('button', { name: 'Delete' }).click();
  await tells(page, /^Deleted “claim”; .* moved up\.$/);
  await expect(notice(page)).toBeVisible();
});

test('the same sentence twice is told twice', async ({ app: page }) => {
  await listen(page);
  await tabTo(page, reader(page));
  await page.keyboard.press('Control+Home');
  for (const key of ['1', '4']) {
    await page.keyboard.press('Control+Home');
    await press(page, 'Control+Shift+ArrowRight', 2);
    await page.keyboard.press(key);
    await expect(chosenCard(page)).toHaveCount(1);
  }
  await expectCount(page, 2);
  await since(page);
  await page.keyboard.press(undoKey);
  await tells(page, 'Undone: tagging a passage');
  await page.keyboard.press(undoKey);
  await tells(page, 'Undone: tagging a passage');
  await expectCount(page, 0);
});

test('nothing is told while nothing happens', async ({ app: page }) => {
  await listen(page);
  await tabTo(page, reader(page));
  await page.keyboard.press(undoKey);
  await page.keyboard.press(redoKey);
  for (const key of ['n', 'p', 't', 'e', 'Delete', 'Backspace', 'Escape', '4']) await page.keyboard.press(key);
  await expect(palette(page)).toBeHidden();
  await lists(page).getByRole('button', { name: 'New tag' }).click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Commands' })).toBeHidden();
  // A note that is left as it was is no act.
  expect(await since(page)).toEqual([]);
  await expectCount(page, 0);
});
