// What a mouse finds without knowing a key: examples, arcs, the project's memo, breaches; and what is still needed.

import {
  annotations, clickAt, dialog, dragOver, expect, foot, head, importFiles, json, noDialog, notice, palette, project, reader, tag, test,
} from './support/page.mjs';

const details = (page) => annotations(page).getByRole('group', { name: 'Details' });
const bar = (page) => page.getByRole('group', { name: 'Relations' });
const tagOf = (file, name) => file.codebook.tags.find((tag) => tag.name === name);

test.use({ viewport: { width: 1440, height: 900 } });

test('a passage is kept as an example with the mouse, from the details and from the palette', async ({ app: page }) => {
  await tag(page, 'the Geneva Convention of 1949', '6');
  await details(page).getByRole('button', { name: 'Keep as example' }).click();
  await expect(notice(page)).toContainText('Kept as an example of “treaty”.');
  await details(page).getByRole('button', { name: 'counter-example…' }).click();
  const asked = page.getByRole('dialog', { name: /^Keep “the Geneva Convention of 1949” as a counter-example of/ });
  await asked.getByRole('option', { name: /^UN resolution/ }).click();
  await expect(notice(page)).toContainText('Kept as a counter-example of “UN resolution”.');
  await dragOver(page, 'international conventions');
  await palette(page).getByRole('button', { name: 'Keep as example' }).click();
  const which = page.getByRole('dialog', { name: /^Keep “international conventions” as an example of/ });
  await expect(which.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('treaty');
  await page.keyboard.press('Enter');
  await expect(notice(page)).toContainText('Kept as an example of “treaty”.');
  const file = await project(page);
  const words = (examples) => examples.map((example) => example.text ?? example);
  expect(words(tagOf(file, 'treaty').examples).slice(-2)).toEqual(['the Geneva Convention of 1949', 'international conventions']);
  expect(words(tagOf(file, 'UN resolution').counter_examples)).toContain('the Geneva Convention of 1949');
});

test('arcs, the tags of the document and the project’s memo are in sight', async ({ app: page }) => {
  await page.mouse.move(5, 5);
  await expect(page.getByRole('button', { name: /^Tag the document/ })).toHaveCSS('opacity', '1');
  await tag(page, 'the Geneva Convention of 1949', '6');
  await tag(page, 'Armenia has grossly violated', '2');
  const arcs = details(page).getByRole('button', { name: 'Draw as arcs' });
  await expect(arcs).toHaveCount(0);
  await details(page).getByRole('button', { name: /^Relate/ }).click();
  // All that the bar says is in sight.
  const shown = await bar(page).locator('p').evaluate((p) => {
    const [words, room] = [p.querySelector('.about').getBoundingClientRect(), p.getBoundingClientRect()];
    return p.scrollWidth <= p.clientWidth && words.right <= room.right + 1 && words.bottom <= room.bottom + 1;
  });
  expect(shown).toBe(true);
  // Its own passage is no other end.
  await clickAt(page, 'has grossly violated', 6);
  await expect(notice(page)).toContainText('not one with itself');
  await clickAt(page, 'Geneva Convention', 3);
  await arcs.click();
  await expect(arcs).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('.arcs .arc')).toHaveCount(1);

  await head(page).getByRole('button', { name: 'Projects' }).click();
  await page.getByRole('main').getByRole('button', { name: /^Memo: / }).click();
  const memo = dialog(page, 'The project').getByRole('textbox', { name: 'Memo' });
  await memo.fill('Read twice by two.');
  await dialog(page, 'The project').getByRole('button', { name: 'Close' }).click();
  await noDialog(page);
  await head(page).getByRole('button', { name: 'Annotate' }).click();
  expect((await project(page)).project.memo).toBe('Read twice by two.');
});

test('an instrument that is required says so until it is chosen, and the foot counts what breaches the codebook', async ({ app: page }) => {
  const file = await project(page);
  tagOf(file, 'legal reference').attributes.find(({ kind }) => kind === 'instrument').required = true;
  await importFiles(page, json('asking.glossator.json', file));
  await expect(notice(page)).toContainText('Opened');
  await tag(page, 'the Geneva Convention of 1949', '6');
  const panel = annotations(page).getByRole('region', { name: 'Refers to' });
  await expect(panel).toContainText('instrument required');
  await expect(panel.getByRole('status')).toHaveText('Still needed: instrument');
  const breaches = foot(page).getByRole('button', { name: '1 breach' });
  await expect(breaches).toBeVisible();
  await breaches.click();
  await expect(page.getByRole('heading', { name: 'Breaches' })).toBeFocused();
  await page.getByRole('article').getByRole('button', { name: /^treaty: instrument has no value/ }).click();
  await panel.getByRole('radio').first().check();
  await expect(panel).not.toContainText('Still needed');
  await expect(foot(page).getByRole('button', { name: /breach/ })).toHaveCount(0);
  await expect(reader(page)).toBeVisible();
});
