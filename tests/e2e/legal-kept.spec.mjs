// The ledger keeps what is odd, counted or lost; instruments of the project's own; the ledger by keyboard and on a phone.

import {
  annotations, dialog, expect, head, importFiles, lists, noDialog, notice, project, tag, test, text,
} from './support/page.mjs';

const ledger = (page) => page.getByRole('main');
const suggested = (page) => lists(page).getByRole('region', { name: 'Suggested' });
const rows = (page) => suggested(page).locator('button.suggestion');
const go = (page, name) => head(page).getByRole('button', { name }).click();
const section = (page, name) => ledger(page).getByRole('region', { name }).first();
const passages = (page) => ledger(page).locator('#passages-head');
const note = (words) => text('note.txt', words);

async function acceptAll(page, number) {
  await expect(rows(page)).toHaveCount(number);
  await rows(page).first().click();
  for (let left = number - 1; left >= 0; left -= 1) {
    await page.keyboard.press('y');
    await expect(rows(page)).toHaveCount(left);
  }
}

async function add(page, fields) {
  await ledger(page).getByRole('button', { name: 'Add an instrument' }).click();
  const form = dialog(page, 'Instrument of this project');
  for (const [name, value] of Object.entries(fields)) await form.getByRole('textbox', { name: new RegExp(`^${name}`) }).fill(value);
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  return form;
}

test('what does not fit, what is counted and what nobody identified stays so when it is accepted', async ({ app: page }) => {
  await importFiles(page, note('Resolution 1325 (1995) of the Security Council was cited. Four Security Council resolutions were cited too.'));
  await acceptAll(page, 2);
  await go(page, 'Ledger');
  await expect(section(page, 'Does not fit together')).toContainText('Security Council resolution 1325 (1995)');
  await expect(section(page, 'Does not fit together')).toContainText('the number is one of another year');
  await expect(section(page, 'Left open')).toContainText('4 places, none named');
  await expect(ledger(page).getByRole('region', { name: 'Settled' })).toHaveCount(0);
});

test('the provision of something that nobody identified is kept', async ({ app: page }) => {
  await importFiles(page, note('Paragraph 5 of the Declaration of the Protection of Women and Children in Emergency and Armed Conflict (1974) was cited.'));
  await acceptAll(page, 1);
  await go(page, 'Ledger');
  await expect(section(page, 'Left open').getByRole('row', { name: /5/ })).toContainText('not named yet');
});

test('an instrument that annotations refer to is deleted with their number, and is missed then', async ({ app: page }) => {
  await go(page, 'Ledger');
  await add(page, { Title: 'Lagos Compact' });
  await noDialog(page);
  await go(page, 'Annotate');
  await importFiles(page, note('The Lagos Compact says so.'));
  await acceptAll(page, 1);
  await go(page, 'Ledger');
  await expect(section(page, 'Settled')).toContainText('Lagos Compact');
  await expect(ledger(page).getByText('1 annotation refers')).toBeVisible();
  await ledger(page).getByRole('button', { name: 'Delete “Lagos Compact”, to which 1 annotation refers' }).click();
  await expect(notice(page)).toContainText('Deleted “Lagos Compact”, to which 1 annotation refers');
  await expect(page.locator('.said')).toContainText('1 annotation refers');
  await expect(section(page, 'Left open')).toContainText('no longer among the project’s instruments');
  await go(page, 'Annotate');
  await expect(annotations(page).locator('.short').first()).toContainText('no longer among the project');
  await annotations(page).locator('.pick').first().click();
  await expect(annotations(page).getByRole('region', { name: 'Refers to' })).toContainText('no longer among');
  await go(page, 'Ledger');
  await notice(page).getByRole('button', { name: 'Undo' }).click();
  await expect(section(page, 'Settled')).toContainText('Lagos Compact');
});

test('what is no date, number or name is said beside its field, and nothing is kept of it', async ({ app: page }) => {
  await go(page, 'Ledger');
  const form = await add(page, { Title: 'L', Adopted: '2019-02-30', 'Number of articles': '99999999999', 'Further names': 'LC\nLC\nX' });
  await expect(form.getByText('Not kept:')).toHaveCount(4);
  const title = form.getByRole('textbox', { name: 'Title' });
  await expect(title).toBeFocused();
  await expect(title).toHaveAttribute('aria-invalid', 'true');
  await expect(form.getByRole('textbox', { name: 'Adopted' })).toHaveValue('2019-02-30');
  await title.fill('Lagos Compact');
  await form.getByRole('textbox', { name: 'Adopted' }).fill('yesterday');
  await form.getByRole('textbox', { name: 'Number of articles' }).fill('12');
  await form.getByRole('textbox', { name: /^Further names/ }).fill('LC\nLC');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(form.getByText('Not kept:')).toHaveCount(1);
  await form.getByRole('textbox', { name: 'Adopted' }).fill('2019-02');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await noDialog(page);
  const [kept] = (await project(page)).instruments;
  expect([kept.name, kept.aliases, kept.date, kept.articles]).toEqual(['Lagos Compact', ['LC'], '2019-02', 12]);
});

test('signs in a person’s own words part nothing', async ({ app: page }) => {
  await tag(page, 'the Geneva Convention of 1949', '6');
  const panel = annotations(page).getByRole('region', { name: 'Refers to' });
  await panel.getByRole('combobox').fill('Ruritania Pact; Annex | b');
  await panel.getByRole('option', { name: /in your own words/ }).click();
  await expect(panel.getByRole('listitem')).toHaveCount(1);
  await expect(panel.getByRole('listitem')).toContainText('Ruritania Pact; Annex | b');
});

test('the numbers are one stop of Tab, and arrow keys lead from one to the next', async ({ app: page }) => {
  await importFiles(page, note('Article 49(6) of the Fourth Geneva Convention. Article 27 of the Fourth Geneva Convention.'));
  await acceptAll(page, 2);
  await go(page, 'Ledger');
  const numbers = section(page, 'Settled').getByRole('gridcell').getByRole('button');
  await expect(numbers).toHaveCount(4);
  await numbers.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(numbers.nth(2)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(numbers.nth(3)).toBeFocused();
  await expect(section(page, 'Settled').locator('td button[tabindex="0"]')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(passages(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(ledger(page).locator('.passage').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(numbers.nth(3)).toBeFocused();
});

test('on a phone the passages of a number come into view', async ({ app: page }) => {
  await importFiles(page, note(Array.from({ length: 20 }, (_, at) => `Article ${at + 1} of the Fourth Geneva Convention.`).join(' ')));
  await acceptAll(page, 20);
  await page.setViewportSize({ width: 390, height: 844 });
  await go(page, 'Ledger');
  const first = section(page, 'Settled').getByRole('gridcell').getByRole('button').first();
  await first.click();
  await expect(passages(page)).toBeFocused();
  await expect(passages(page)).toBeInViewport();
  await expect(ledger(page).locator('.passage').first()).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(first).toBeFocused();
});
