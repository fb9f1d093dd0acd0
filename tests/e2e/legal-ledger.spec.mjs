// The ledger, and instruments that a project adds.

import { checker } from './support/axe.mjs';
import {
  annotations, chosenCard, content, dialog, expect, head, importFiles, json, lists, markOf, noDialog, project, reader, started, tag, test,
  text, undoKey,
} from './support/page.mjs';

const ledger = (page) => page.getByRole('main');
const suggested = (page) => lists(page).getByRole('region', { name: 'Suggested' });
const rows = (page) => suggested(page).locator('button.suggestion');
const go = (page, name) => head(page).getByRole('button', { name }).click();
const taken = async (page, name) => {
  const coming = page.waitForEvent('download');
  await ledger(page).getByRole('button', { name: `Take away: ${name}`, exact: true }).click();
  return content(await coming);
};

test('an instrument that a project adds takes part at once, and travels in its file', async ({ app: page, visitor }) => {
  const note = text('note.txt', 'The Windmill Compact of 2019 was signed at Zwolle. Article 3 of the Windmill Compact says so, and WMC again.');
  await importFiles(page, note);
  await expect(reader(page)).toContainText('Windmill');
  await go(page, 'Ledger');
  await ledger(page).getByRole('button', { name: 'Add an instrument' }).click();
  const form = dialog(page, 'Instrument of this project');
  await form.getByRole('textbox', { name: 'Title' }).fill('Windmill Compact');
  await form.getByRole('textbox', { name: /^Further names/ }).fill('WMC');
  await form.getByRole('textbox', { name: 'Adopted' }).fill('2019');
  await form.getByRole('textbox', { name: 'Number of articles' }).fill('12');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await noDialog(page);
  await expect(ledger(page).getByRole('button', { name: 'Change “Windmill Compact”' })).toBeVisible();

  await go(page, 'Annotate');
  await expect(rows(page)).toHaveCount(3);
  await rows(page).nth(1).click();
  await expect(suggested(page)).toContainText('3 · Windmill Compact');
  await page.keyboard.press('y');
  await expect(markOf(page, 'Article 3 of the Windmill Compact')).toHaveCount(1);
  const whole = await project(page);
  expect(Object.values(whole.annotations[0].values).sort()).toEqual(['3', expect.stringMatching(/^own:windmill-compact-[0-9a-f]{6}$/)]);
  expect(whole.instruments.map(({ name, aliases, articles }) => [name, aliases, articles])).toEqual([['Windmill Compact', ['WMC'], 12]]);

  const other = await visitor();
  await importFiles(other, json('project.glossator.json', whole));
  await go(other, 'Ledger');
  await expect(ledger(other).getByRole('button', { name: 'Change “Windmill Compact”' })).toBeVisible();
  await expect(ledger(other).getByRole('row', { name: /Windmill Compact/ })).toBeVisible();
  await ledger(other).getByRole('button', { name: 'Delete “Windmill Compact”' }).click();
  await expect(ledger(other).getByRole('button', { name: 'Change “Windmill Compact”' })).toHaveCount(0);
  await other.keyboard.press(undoKey);
  await expect(ledger(other).getByRole('button', { name: 'Change “Windmill Compact”' })).toBeVisible();
});

test('an instrument that comes while a text is looked through takes part in it', async ({ app: page }) => {
  let release;
  const held = new Promise((done) => (release = done));
  await page.route(/law.*\.wasm/, async (route) => {
    await held;
    await route.continue();
  });
  const asked = page.waitForRequest(/law.*\.wasm/);
  await importFiles(page, text('note.txt', 'The Windmill Compact of 2019 was signed at Zwolle.'));
  await expect(reader(page)).toContainText('Windmill');
  await asked;
  await go(page, 'Ledger');
  await ledger(page).getByRole('button', { name: 'Add an instrument' }).click();
  const form = dialog(page, 'Instrument of this project');
  await form.getByRole('textbox', { name: 'Title' }).fill('Windmill Compact');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await noDialog(page);
  await go(page, 'Annotate');
  release();
  await expect(rows(page)).toHaveCount(1);
});

test('the ledger leads from a number to the passage, and goes out in three forms', async ({ app: page }) => {
  await importFiles(page, text('note.txt', 'Article 49(6) of the Fourth Geneva Convention. Article 200 of the Fourth Geneva Convention.'));
  await expect(rows(page)).toHaveCount(2);
  await rows(page).first().click();
  await page.keyboard.press('y');
  await page.keyboard.press('y');
  await expect(rows(page)).toHaveCount(0);
  await lists(page).getByRole('button', { name: /Appeal/ }).first().click();
  await tag(page, 'the Geneva Convention of 1949', '6');
  await reader(page).focus();

  await go(page, 'Ledger');
  const settled = ledger(page).getByRole('region', { name: 'Settled' }).first();
  await expect(settled.getByRole('row', { name: /49\(6\)/ })).toContainText('Geneva Convention (IV)');
  await expect(ledger(page).getByRole('region', { name: 'Left open' }).first()).toContainText('Nothing said');
  const odd = ledger(page).getByRole('region', { name: 'Does not fit together' }).first();
  await expect(odd).toContainText('it has 159 articles');

  await settled.getByRole('button', { name: /^1 passage, 49\(6\), .*, note$/ }).click();
  const passage = ledger(page).getByRole('button', { name: /Article 49\(6\) of the Fourth/ });
  await expect(passage).toContainText('note');

  const csv = await taken(page, 'CSV');
  expect(csv.text).toContain('settled,gc4#49(6),gc4,49(6),');
  const asJson = JSON.parse((await taken(page, 'JSON')).text);
  expect(asJson.entries.map(({ standing }) => standing).sort()).toEqual(['contradictory', 'open', 'settled']);
  const linked = JSON.parse((await taken(page, 'JSON-LD')).text);
  expect(linked['@graph'].some(({ body }) => body?.[0]?.['schema:legislationIdentifier'] === 'gc4#49(6)')).toBe(true);

  await passage.click();
  await expect(chosenCard(page)).toContainText('Article 49(6) of the Fourth Geneva Convention');
  await expect(reader(page)).toContainText('Article 200');
  await page.reload();
  await started(page);
});

for (const [look, options] of Object.entries({ 'light, wide': { viewport: { width: 1440, height: 900 } }, 'dark, narrow': { colorScheme: 'dark', viewport: { width: 390, height: 844 } } })) {
  test.describe(look, () => {
    test.use(options);

    test('suggestions, meanings and the ledger break none of axe-core’s rules', async ({ app: page }) => {
      const found = [];
      const check = checker(page, found);
      const pane = async (name) => {
        const columns = page.getByRole('navigation', { name: 'Columns' });
        if (await columns.isVisible()) await columns.getByRole('button', { name }).click();
      };
      await reader(page).focus();
      await page.keyboard.press('l');
      await pane('Documents and tags');
      await expect(rows(page)).toHaveCount(2);
      await check('a suggestion under review');
      await suggested(page).getByRole('button', { name: /^Accept/ }).click();
      await suggested(page).getByRole('button', { name: /^Accept/ }).click();
      await pane('Annotations');
      await expect(annotations(page).locator('.pick')).toHaveCount(2);
      await annotations(page).locator('.pick').last().click();
      const meaning = annotations(page).getByRole('region', { name: 'Refers to' });
      await expect(meaning.getByRole('listitem')).toHaveCount(4);
      await annotations(page).getByRole('button', { name: 'Name number 1' }).click();
      await page.keyboard.type('geneva');
      await expect(page.getByRole('option').nth(3)).toBeVisible();
      await check('a set with a place for each');
      await go(page, 'Ledger');
      await ledger(page).getByRole('button', { name: /^1 passage, One of/ }).first().click();
      await check('the ledger');
      await ledger(page).getByRole('button', { name: 'Add an instrument' }).click();
      await expect(dialog(page, 'Instrument of this project')).toBeVisible();
      await check('an instrument');
      expect(found).toEqual([]);
    });
  });
}
