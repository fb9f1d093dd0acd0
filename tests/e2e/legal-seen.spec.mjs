// What is suggested is seen: how many, what does not fit, the card under review, and again when a person comes back.

import {
  annotations, clickAt, documentButton, expect, exported, importFiles, lists, noDialog, reader, saved, started, test, text,
} from './support/page.mjs';

const suggested = (page) => lists(page).getByRole('region', { name: 'Suggested' });
const rows = (page) => suggested(page).locator('button.suggestion');
const current = (page) => suggested(page).getByRole('button', { expanded: true });
const said = (page) => page.locator('.said').first();
const lines = (page) => page.evaluate(() => [...(CSS.highlights.get('suggested') ?? [])].map(String));

const WRONG = 'Article 250 of the Rome Statute forbids it. The UN Charter of 1948 is quoted. See the Rome Statute.';

// The card under review lies in the column, from its head to its buttons, as soon as it has come to rest.
const expectInView = (page) => expect.poll(() => lists(page).evaluate((lists) => {
  const view = lists.getBoundingClientRect();
  const card = lists.querySelector('.suggested .current').getBoundingClientRect();
  return card.top >= view.top && (card.bottom <= view.bottom || card.top <= view.top + 16);
})).toBe(true);

test('what does not fit has a sign and words in the list', async ({ app: page }) => {
  await importFiles(page, text('wrong.txt', WRONG));
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).nth(0).locator('.misfit')).toHaveText('! The instrument has no such article.');
  await expect(rows(page).nth(1).locator('.misfit')).toHaveText('! The year in the text is not the instrument’s.');
  await expect(rows(page).nth(2).locator('.misfit')).toHaveCount(0);
  await reader(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('j');
  await expect(said(page)).toContainText('The instrument has no such article.');
});

test('the card under review is in view from the first one to the last of a long list', async ({ app: page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await reader(page).focus();
  await page.keyboard.press('l');
  await expect(current(page)).toContainText('Geneva Convention of 1949');
  await expect(suggested(page).getByRole('radio', { name: /^Geneva Convention \(IV\)/ })).toBeVisible();
  await expectInView(page);
  const lastly = suggested(page).getByRole('radio').last();
  const [radio, acts] = [await lastly.boundingBox(), await suggested(page).locator('.acts').boundingBox()];
  expect(radio.y + radio.height, 'no candidate is behind the buttons').toBeLessThanOrEqual(acts.y);

  const long = Array.from({ length: 70 }, (_, at) => `Paragraph ${at}: Article ${at + 1} of the Rome Statute and the Geneva Convention of 1949.`);
  await importFiles(page, text('long.txt', long.join('\n\n')));
  await expect(reader(page)).toContainText('Paragraph 69');
  await expect(rows(page).first()).toBeVisible();
  await reader(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('k');
  await expect(current(page)).toContainText('Geneva Convention of 1949');
  await expectInView(page);
  await page.keyboard.press('k');
  await expectInView(page);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expectInView(page);
});

test('who comes back sees what is open, and a text whose law nobody asked for stays as it is', async ({ app: page, visitor }) => {
  await page.reload();
  await started(page);
  await page.mouse.move(600, 400);
  await expect(suggested(page).getByRole('button', { name: /^Look for legal references/ })).toBeVisible();
  expect(page.workers()).toEqual([]);

  // Looked through, and nothing decided.
  await reader(page).focus();
  await page.keyboard.press('l');
  await expect(rows(page)).toHaveCount(2);
  await page.reload();
  await started(page);
  await page.mouse.move(600, 400);
  await expect(rows(page)).toHaveCount(2);

  // One refused.
  await reader(page).focus();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(rows(page)).toHaveCount(1);
  await saved(page);
  const file = (await exported(page, /^Project/)).text;
  await page.reload();
  await started(page);
  await page.mouse.move(600, 400);
  await expect(rows(page)).toHaveCount(1);
  await expect.poll(() => lines(page)).toEqual(['four UN Security Council resolutions']);

  // From a file too.
  const other = await visitor();
  await other.goto('./');
  await started(other);
  await importFiles(other, { name: 'project.json', mimeType: 'application/json', buffer: Buffer.from(file) });
  await expect(rows(other)).toHaveCount(1);
});

test('the only candidate that is said is what it means, and a field for another is as wide as the panel', async ({ app: page }) => {
  await importFiles(page, text('one.txt', 'The Rome Statute holds.'));
  await rows(page).click();
  await suggested(page).getByRole('button', { name: /^Accept/ }).click();
  await clickAt(page, 'Rome Statute', 6);
  const panel = annotations(page).getByRole('region', { name: 'Refers to' });
  await expect(panel.getByRole('radio', { checked: true })).toHaveCount(1);
  await expect(panel.getByRole('group', { name: 'It means' })).toBeVisible();
  await panel.getByRole('button', { name: 'Remove' }).click();
  await expect(panel.getByRole('group', { name: 'It may mean' })).toBeVisible();
  await panel.getByRole('radio').check();
  await panel.getByRole('button', { name: 'Add another' }).click();
  const [field, part] = [await panel.getByRole('combobox').boundingBox(), await panel.getByRole('listitem').boundingBox()];
  expect(Math.abs(field.width - part.width)).toBeLessThan(2);
});

test('all like one are counted when they are refused, and a key too many does nothing', async ({ app: page }) => {
  await importFiles(page, text('one.txt', 'The Rome Statute holds. The Rome Statute holds again.'), text('two.txt', 'So the Rome Statute says.'));
  await documentButton(page, 'one').click();
  await expect(rows(page)).toHaveCount(2);
  await lists(page).getByRole('button', { name: '2 suggested' }).click();
  await expect(current(page)).toBeFocused();
  await page.keyboard.press('Shift+X');
  await expect(rows(page)).toHaveCount(0);
  await expect(said(page)).toContainText('Refused: 2 in this text, 1 in 1 other text. No suggestion is left in this text.');
  for (const key of ['y', 'x', 'Shift+X']) {
    await page.keyboard.press(key);
    await expect(said(page)).toHaveText('Nothing is left to suggest in this text.');
    await noDialog(page);
  }
  // With anything else in hand the keys are the page's own again.
  await reader(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('y');
  await expect(page.getByRole('dialog', { name: 'History' })).toBeVisible();
});
