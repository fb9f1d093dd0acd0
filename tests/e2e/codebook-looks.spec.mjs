// Every page and question of the codebook, as axe-core sees it, and no wider than the window.

import { checker } from './support/axe.mjs';
import { dialog, expect, head, noDialog, tag, tagButton, test } from './support/page.mjs';

const looks = { 'light, wide': [{}, { width: 1440, height: 900 }], 'dark, narrow': [{ colorScheme: 'dark' }, { width: 390, height: 844 }] };

for (const [look, [options, size]] of Object.entries(looks)) {
  test.describe(look, () => {
    // Marked where there is room for a mouse.
    test.use({ ...options, viewport: { width: 1440, height: 900 } });

    test('the codebook breaks none of axe-core’s rules', async ({ app: page }) => {
      const found = [];
      const check = checker(page, found);
      const sheet = page.getByRole('article');
      const versions = page.getByRole('complementary', { name: 'Versions' });
      await tag(page, 'the Geneva Convention of 1949', '6');
      await tag(page, 'the Geneva Convention', '1');
      await page.setViewportSize(size);
      await head(page).getByRole('button', { name: 'Codebook' }).click();
      await versions.getByRole('button', { name: 'Name this version' }).click();
      await page.keyboard.type('pilot');
      await page.keyboard.press('Enter');
      await expect(versions).toContainText('as in “pilot”');

      await tagButton(page, 'treaty').click();
      await sheet.getByRole('textbox', { name: 'Definition' }).fill('A treaty.');
      await sheet.getByRole('button', { name: 'New attribute' }).click();
      await page.keyboard.type('bindingness');
      await page.keyboard.press('Enter');
      await sheet.getByRole('combobox', { name: 'Its values' }).selectOption({ label: 'one of some choices' });
      await sheet.getByRole('button', { name: 'New choice' }).click();
      await page.keyboard.type('binding');
      await page.keyboard.press('Enter');
      await expect(sheet.getByRole('button', { name: 'Remove the choice binding' })).toBeVisible();
      await sheet.locator('input[type=color]').fill('#ffffaa');
      await expect(sheet.getByRole('status')).not.toHaveText('');
      await check('a tag');

      for (const [button, name] of [['Merge into…', /^Merge/], ['Split…', /^Split/], ['Delete…', /^Delete/]]) {
        await sheet.getByRole('button', { name: button }).click();
        await expect(dialog(page, name)).toBeVisible();
        if (button === 'Split…') await dialog(page, name).getByRole('radio', { name: 'One by one' }).check();
        await check(button);
        await dialog(page, name).getByRole('button', { name: 'Cancel' }).click();
        await noDialog(page);
      }
      await versions.getByRole('button', { name: 'Codebooks to begin with…' }).click();
      await expect(dialog(page, 'Codebooks to begin with')).toBeVisible();
      await check('starters');
      await dialog(page, 'Codebooks to begin with').getByRole('button', { name: 'Cancel' }).click();
      await noDialog(page);

      await versions.getByRole('button', { name: 'Compare “pilot” with now' }).click();
      await expect(sheet.getByRole('table')).toBeVisible();
      await check('two versions');
      await versions.getByRole('button', { name: 'Work them through' }).click();
      await expect(sheet.getByRole('listitem')).toHaveCount(1);
      await check('older definitions');
      await page.getByRole('button', { name: 'New rule' }).click();
      await sheet.getByRole('combobox', { name: 'Tag', exact: true }).selectOption({ label: 'claim' });
      await sheet.getByRole('combobox', { name: 'Other tag' }).selectOption({ label: 'legal reference / treaty' });
      await check('a new rule');
      await sheet.getByRole('button', { name: 'Make the rule' }).click();
      await expect(sheet.getByRole('listitem')).toHaveCount(1);
      await check('a rule that is breached');
      await page.getByRole('button', { name: 'claim made by actor' }).click();
      await expect(sheet.getByRole('textbox', { name: 'Name of the relation' })).toBeVisible();
      await check('a type of relations');
      expect(found).toEqual([]);
    });
  });
}
