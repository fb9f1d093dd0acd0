// Every screen without a violation of axe-core's rules: light and dark, wide and narrow.

import { AxeBuilder } from '@axe-core/playwright';
import { checker } from './support/axe.mjs';
import {
  blockStorage, annotations, dialog, expect, foot, head, importFiles, json, lists, markOf, noDialog, notice, palette, project,
  putRecords, reader, records, recovery, saving, started, tabTo, test, text, undoKey,
} from './support/page.mjs';
import { passageCount, sample } from './support/sample.mjs';

const sizes = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } };

const looks = { light: { colorScheme: 'light' }, dark: { colorScheme: 'dark' }, forced: { contextOptions: { forcedColors: 'active' } } };

// What breaks a rule in one look or size does so in most: these two add little to the other four.
const rare = ['dark, narrow', 'forced, wide'];

for (const [look, options] of Object.entries(looks)) {
  for (const [size, viewport] of Object.entries(sizes)) {
    const tag = rare.includes(`${look}, ${size}`) ? ['@long'] : [];
    test.describe(`${look}, ${size}`, { tag }, () => {
      test.use({ ...options, viewport });

      test('every screen', async ({ page }) => {
        test.setTimeout(150_000);
        const found = [];
        const check = checker(page, found);
        const pane = async (name) => {
          if (size === 'narrow') await page.getByRole('navigation', { name: 'Columns' }).getByRole('button', { name }).click();
        };
        const close = async (box) => {
          await page.keyboard.press('Escape');
          await expect(box).toBeHidden();
          await noDialog(page);
        };
        await page.goto('./');
        await started(page);

        // Empty.
        await check('empty');
        await pane('Annotations');
        await check('hints');
        await pane('Documents and tags');
        await check('lists');
        await lists(page).getByRole('button', { name: 'New tag' }).click();
        await check('new tag');
        await page.keyboard.press('Escape');
        await pane('Text');
        await reader(page).focus();
        await page.keyboard.press('?');
        await expect(dialog(page, 'Keys')).toBeVisible();
        await check('sheet of keys');
        await close(dialog(page, 'Keys'));
        await page.keyboard.press('Control+k');
        await expect(dialog(page, 'Commands')).toBeVisible();
        await check('commands');
        await close(dialog(page, 'Commands'));

        // Full.
        await importFiles(page, json('sample.glossator.json', sample(await project(page))));
        await expect(foot(page)).toContainText(`${passageCount} annotations`);
        await check('full');
        await tabTo(page, reader(page));
        await page.keyboard.press('Control+Home');
        await page.keyboard.press('n');
        await page.keyboard.press('n');
        await expect(page.locator('mark.chosen').first()).toBeVisible();
        await check('chosen');
        await pane('Annotations');
        await expect(annotations(page).getByRole('textbox', { name: 'Note' })).toBeVisible();
        await check('card chosen');
        await annotations(page).getByRole('button', { name: 'Filter' }).click();
        await expect(annotations(page).getByRole('combobox', { name: 'Tag' })).toBeVisible();
        await check('filter');
        await annotations(page).getByRole('combobox', { name: 'Order' }).selectOption({ label: 'By tag' });
        await check('groups');
        await annotations(page).getByRole('combobox', { name: 'Order' }).selectOption({ label: 'As in the text' });
        await annotations(page).getByRole('button', { name: 'Filter' }).click();
        await pane('Documents and tags');
        await check('lists of a full project');
        await lists(page).getByRole('button', { name: 'Marker pen with demand' }).click();
        await check('pen');
        await page.keyboard.press('Escape');
        await pane('Text');
        await tabTo(page, reader(page));
        await page.keyboard.press('Control+Home');
        await page.keyboard.press('Control+Shift+ArrowRight');
        await page.keyboard.press('Enter');
        await expect(palette(page)).toBeVisible();
        await check('palette');
        await page.keyboard.type('no such tag');
        await check('palette with a new name');
        await close(palette(page));
        await page.keyboard.press('Control+Home');
        await page.keyboard.press('n');
        await expect(markOf(page, 'Azerbaijani NGOs').first()).toHaveClass(/chosen/);
        await page.keyboard.press('Delete');
        await expect(notice(page)).toBeVisible();
        await check('notice');
        await page.keyboard.press(undoKey);

        await head(page).getByRole('button', { name: 'Export' }).click();
        await expect(page.getByRole('menuitem').first()).toBeFocused();
        await check('export menu');
        await page.keyboard.press('Escape');

        // Dialogs.
        for (const [command, name] of [['History', 'History'], ['Reading and', 'Reading and printing']]) {
          await page.keyboard.press('Control+k');
          await page.keyboard.type(command);
          await page.keyboard.press('Enter');
          await expect(dialog(page, name)).toBeVisible();
          await check(name);
          await close(dialog(page, name));
        }
        await head(page).getByRole('button', { name: /^Coder/ }).click();
        await expect(dialog(page, 'Your label')).toBeVisible();
        await check('coder');
        await close(dialog(page, 'Your label'));
        await pane('Documents and tags');
        await lists(page).getByRole('button', { name: 'Paste a text' }).click();
        await expect(dialog(page, 'Paste a text')).toBeVisible();
        await check('paste');
        await close(dialog(page, 'Paste a text'));
        await page.getByRole('button', { name: /^Details of/ }).click();
        await expect(dialog(page, 'Document')).toBeVisible();
        await check('document');
        await close(dialog(page, 'Document'));
        await importFiles(page, { name: 'other.txt', mimeType: 'text/plain', buffer: Buffer.from([0xd1, 0xf2, 0xe0, 0xf2, 0xfc, 0xff]) });
        await expect(dialog(page, /^How is/)).toBeVisible();
        await check('encoding');
        await close(dialog(page, /^How is/));
        await importFiles(page, json('wrong.json', '{'));
        await expect(dialog(page, 'What came of it')).toBeVisible();
        await check('message');
        await close(dialog(page, 'What came of it'));

        // The codebook.
        await head(page).getByRole('button', { name: 'Codebook' }).click();
        await expect(page.getByRole('article')).toBeVisible();
        await check('codebook');
        await page.getByRole('textbox', { name: 'Name of the tag' }).fill('  ');
        await page.getByRole('textbox', { name: 'Name of the tag' }).blur();
        await expect(notice(page)).toBeVisible();
        await check('codebook with an error');

        // Where the work is, the projects, and what is said when some of it is lost.
        await foot(page).locator('.where').click();
        await expect(dialog(page, 'Where your work is')).toBeVisible();
        await check('where the work is');
        await close(dialog(page, 'Where your work is'));
        await head(page).getByRole('button', { name: 'Projects' }).click();
        await page.getByRole('button', { name: /^Duplicate/ }).click();
        await expect(page.getByRole('listitem').filter({ hasText: '(copy)' })).toBeVisible();
        await page.getByRole('button', { name: /^Remove: .*copy/ }).click();
        await expect(page.getByRole('list', { name: 'Bin' })).toBeVisible();
        await check('projects');
        await page.getByRole('button', { name: /^Erase everything/ }).click();
        await expect(dialog(page, 'Erase everything?')).toBeVisible();
        await check('erase everything');
        await close(dialog(page, 'Erase everything?'));
        const [second] = Object.keys(await records(page)).filter((key) => key.startsWith('00000000/log:')).sort().slice(1);
        await putRecords(page, { [second]: 'damaged' });
        await page.reload();
        await expect(recovery(page)).toBeVisible();
        await page.mouse.move(200, 200);
        await check('recovery');
        expect(found).toEqual([]);
      });
    });
  }
}

test.describe('where nothing is saved', () => {
  for (const colorScheme of ['light', 'dark']) {
    test(`the foot, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await blockStorage(page);
      await page.goto('./');
      await started(page);
      await expect(saving(page)).toContainText('NOT SAVED');
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
    });
  }
});

test('right-to-left and long texts fit the narrow page', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('./');
  await started(page);
  await importFiles(page, text('arabic.txt', 'لما كان الاعتراف بالكرامة المتأصلة\n\n' + 'W'.repeat(400)));
  await expect(reader(page)).toHaveAccessibleName('Text: arabic');
  const direction = await reader(page).locator('[data-block]').first().evaluate((block) => getComputedStyle(block).direction);
  expect(direction).toBe('rtl');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(await page.locator('.reader').evaluate((reader) => reader.scrollWidth - reader.clientWidth)).toBe(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
});
