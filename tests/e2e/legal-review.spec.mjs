// Suggestions of legal references: found beside the page, reviewed by keyboard, refused for good.

import {
  annotations, cards, chosenCard, clickAt, expect, expectCount, importFiles, lists, marks, noDialog, notice, project, reader, redoKey,
  started, test, text, undoKey,
} from './support/page.mjs';

const suggested = (page) => lists(page).getByRole('region', { name: 'Suggested' });
const rows = (page) => suggested(page).locator('button.suggestion');
const current = (page) => suggested(page).getByRole('button', { expanded: true });
const said = (page) => page.locator('.said');
const lines = (page) => page.evaluate(() => [...(CSS.highlights.get('suggested') ?? [])].map(String));
const valuesOf = (file, at = 0) => Object.values(file.annotations[at].values);

const CONVENTION = 'Geneva Convention of 1949';
const RESOLUTIONS = 'four UN Security Council resolutions';

test('suggestions are reviewed by keyboard, one undo each, and a refusal survives a reload', async ({ app: page }) => {
  expect(page.workers(), 'nothing runs beside the page before it is needed').toEqual([]);
  await reader(page).focus();
  await page.keyboard.press('l');
  await expect(rows(page)).toHaveCount(2);
  expect(page.workers()).toHaveLength(1);
  await expect(suggested(page).locator('.count')).toHaveText('2');
  await expect(current(page)).toContainText(CONVENTION);
  await expect(current(page)).toContainText('ambiguous: 4 candidates');
  await expect(said(page).first()).toContainText(`Suggestion 1 of 2: “${CONVENTION}”, ambiguous: 4 candidates`);
  await expect.poll(() => lines(page)).toEqual([CONVENTION, RESOLUTIONS]);
  await expect(marks(page), 'a suggestion is no mark').toHaveCount(0);

  // On and back; none of four candidates is chosen before a person does.
  await page.keyboard.press('j');
  await expect(current(page)).toContainText(RESOLUTIONS);
  await page.keyboard.press('k');
  await expect(current(page)).toContainText(CONVENTION);
  await expect(suggested(page).getByRole('radio')).toHaveCount(4);
  await expect(suggested(page).getByRole('radio', { checked: true })).toHaveCount(0);

  // Accepted with a choice: the keys lead to the candidates and back to the next suggestion.
  await page.keyboard.press('c');
  await expect(suggested(page).getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(suggested(page).getByRole('radio', { name: /^Geneva Convention \(II\)/ })).toBeChecked();
  await page.keyboard.press('Enter');
  await expectCount(page, 1);
  await expect(cards(page)).toHaveAccessibleName(/^treaty/);
  await expect(current(page)).toContainText(RESOLUTIONS);
  await expect(current(page)).toBeFocused();
  await expect.poll(() => lines(page)).toEqual([RESOLUTIONS]);
  expect(valuesOf(await project(page))).toEqual(['gc2']);

  // One undo takes all of it back; left open it is one of four.
  await page.keyboard.press(undoKey);
  await expectCount(page, 0);
  await expect(rows(page)).toHaveCount(2);
  await rows(page).first().click();
  await page.keyboard.press('y');
  await expectCount(page, 1);
  await expect(said(page).first()).toContainText(/^Accepted\. Suggestion 1 of 1/);
  expect(valuesOf(await project(page))).toEqual(['gc1 | gc2 | gc3 | gc4']);

  // Refused for every text; undone and done again.
  await page.keyboard.press('Shift+x');
  await expect(rows(page)).toHaveCount(0);
  await expect(suggested(page)).toContainText('Nothing is left to suggest in this text.');
  await expect.poll(() => lines(page)).toEqual([]);
  await page.keyboard.press(undoKey);
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press(redoKey);
  await expect(rows(page)).toHaveCount(0);
  const { refusals } = await project(page);
  expect(refusals.map(({ words, reading, document }) => [words, reading, document])).toEqual([[RESOLUTIONS, 'set: ?; ?; ?; ?', undefined]]);

  await page.reload();
  await started(page);
  await reader(page).focus();
  await page.keyboard.press('l');
  await expect(notice(page)).toContainText('Nothing is left to suggest');
  await expect(rows(page)).toHaveCount(0);

  // What names nothing is offered when it is asked for.
  await suggested(page).getByRole('checkbox', { name: 'Also mentions that name nothing' }).check();
  await expect(rows(page).filter({ hasText: 'international conventions' })).toHaveCount(1);
  await suggested(page).getByRole('checkbox', { name: 'Also mentions that name nothing' }).uncheck();
  await expect(rows(page)).toHaveCount(0);
  await suggested(page).getByRole('button', { name: 'Offer again' }).click();
  await expect(rows(page)).toHaveCount(1);
});

test('a text that comes is looked through by itself, and the mouse does it all', async ({ app: page }) => {
  await importFiles(page, text('note.txt', 'It cites Article 49(6) of the Fourth Geneva Convention and the UN Charter.\n\nArticle 49 of the Fourth Geneva Convention again.'));
  // What is told of the file comes when all of it is in, after the first suggestions perhaps.
  await expect(notice(page)).toContainText('Added “note”');
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).first()).toContainText('49(6) · Geneva Convention (IV)');
  // A click on dotted words opens what is suggested for them, one beside them closes it.
  await clickAt(page, 'UN Charter', 4);
  await expect(current(page)).toContainText('UN Charter');
  await expect(said(page).first()).toContainText('Suggestion 2 of 3: “UN Charter”');
  await clickAt(page, 'It cites', 4);
  await expect(current(page)).toHaveCount(0);
  await rows(page).first().click();
  await suggested(page).getByRole('button', { name: /^Accept/ }).click();
  await expectCount(page, 1);
  expect(valuesOf(await project(page)).sort()).toEqual(['49(6)', 'gc4']);
  await suggested(page).getByRole('button', { name: /^Refuse x/ }).click();
  await expect(rows(page)).toHaveCount(1);
  // The caret elsewhere ends the review, and its keys are the page's own again.
  await reader(page).focus();
  await page.keyboard.press('Control+Home');
  await expect(current(page)).toHaveCount(0);
  await page.keyboard.press('y');
  await expect(page.getByRole('dialog', { name: 'History' })).toBeVisible();
  await page.keyboard.press('Escape');
  await noDialog(page);
  await expect(annotations(page)).toBeVisible();
  await expect(chosenCard(page)).toHaveCount(0);
});

test('where the recogniser cannot come, that is said, and it can be tried again', async ({ app: page, watched }) => {
  watched.allow(/^console: .*(ERR_FAILED|Failed to load)/);
  await page.route('**/law-*.js', (route) => route.abort());
  await reader(page).focus();
  await page.keyboard.press('l');
  await expect(suggested(page).getByRole('alert')).toContainText('could not be started here');
  await page.unroute('**/law-*.js');
  await suggested(page).getByRole('button', { name: 'Try again' }).click();
  await expect(rows(page)).toHaveCount(2);
});
