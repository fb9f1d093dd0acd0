// A full panel of details, the list of types of relations and the tags of a document: no violation of axe-core's rules.

import { checker } from './support/axe.mjs';
import { annotations, clickAt, expect, importFiles, json, project, reader, started, tag, test } from './support/page.mjs';

const id = (number) => `0a99a77c-0000-4000-8000-${String(number).padStart(12, '0')}`;

for (const colorScheme of ['light', 'dark']) {
  for (const [size, viewport] of [['wide', { width: 1440, height: 900 }], ['narrow', { width: 390, height: 844 }]]) {
    test.describe(`${colorScheme}, ${size}`, () => {
      test.use({ colorScheme, viewport: { width: 1440, height: 900 } });

      test('details', async ({ page }) => {
        const found = [];
        const check = checker(page, found);
        await page.goto('./');
        await started(page);
        const file = await project(page);
        const claim = file.codebook.tags.find((tag) => tag.name === 'claim');
        claim.attributes[0].required = true;
        claim.attributes.push(
          { id: id(1), name: 'grounds', kind: 'choices', choices: ['witnesses', 'documents', 'none'].map((name, at) => ({ id: id(20 + at), name })) },
          { id: id(2), name: 'victims', kind: 'number', required: true },
          { id: id(3), name: 'quoted', kind: 'yes/no' },
          { id: id(4), name: 'day', kind: 'date' },
          { id: id(5), name: 'topic', kind: 'choice', choices: Array.from({ length: 8 }, (_, at) => ({ id: id(30 + at), name: `topic ${at}` })) },
        );
        await importFiles(page, json('full.glossator.json', file));
        await expect(page.locator('.notice')).toContainText('Opened');
        await tag(page, 'the armed forces of Amenia', '4');
        await tag(page, 'the Geneva Convention of 1949', '6');
        await page.keyboard.press('Escape');
        await tag(page, 'continuously subjecting the civilian population', '2');
        await page.keyboard.press('r');
        await clickAt(page, 'Geneva Convention', 4);
        await page.keyboard.press('r');
        await clickAt(page, 'armed forces', 4);
        const types = page.getByRole('listbox', { name: 'Types of relations' });
        await expect(types).toBeFocused();
        await page.setViewportSize(viewport);
        await check('types');
        await expect(types).toBeFocused();
        await page.keyboard.press('1');
        await page.setViewportSize({ width: 1440, height: 900 });
        const details = annotations(page).getByRole('group', { name: 'Details' });
        await expect(details.locator('.chip')).toHaveCount(2);
        await clickAt(page, 'continuously', 3);
        await details.getByRole('radio', { name: 'medium' }).click();
        await details.getByRole('radio', { name: 'yes' }).click();
        await details.getByRole('checkbox', { name: 'documents' }).check();
        await details.getByRole('textbox', { name: 'victims' }).fill('many');
        await details.getByRole('textbox', { name: 'day' }).fill('2020-13');
        await details.getByRole('textbox', { name: 'Note' }).fill('The source spells it “Amenia”.');
        await details.getByRole('textbox', { name: 'Note' }).blur();
        await reader(page).focus();
        await page.keyboard.press('a');
        await page.setViewportSize(viewport);
        await check('text');
        if (size === 'narrow') await page.getByRole('navigation', { name: 'Columns' }).getByRole('button', { name: 'Annotations' }).click();
        await expect(details).toBeVisible();
        await check('panel');
        if (size === 'narrow') await page.getByRole('navigation', { name: 'Columns' }).getByRole('button', { name: 'Text' }).click();
        await reader(page).focus();
        await page.keyboard.press('d');
        await expect(page.getByRole('dialog', { name: /^Tag for “Appeal/ })).toBeVisible();
        await page.keyboard.press('1');
        await expect(page.getByRole('list', { name: 'Tags of the whole document' })).toBeVisible();
        await check('document');
        expect(found).toEqual([]);
      });
    });
  }
}
