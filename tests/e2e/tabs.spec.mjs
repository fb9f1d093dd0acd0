// Several tabs on one project: each sees what the others do, and undoes only what is its own.

import { cards, expect, expectCount, markOf, project, saved, started, tag, test, undoButton, undoKey } from './support/page.mjs';

async function another(page, context) {
  const other = await context.newPage();
  await other.goto('./');
  await started(other);
  return other;
}

test('what one tab does appears in the other, and is there after both were closed', async ({ app: page, context }) => {
  const other = await another(page, context);
  await tag(page, 'historic city of Ganja', '1');
  await expect(markOf(other, 'historic city of Ganja')).toHaveCount(1);
  await tag(other, 'cluster bombs', '2');
  await expect(markOf(page, 'cluster bombs')).toHaveCount(1);
  await expect(cards(page)).toHaveCount(2);
  const [here, there] = [await project(page), await project(other)];
  expect(here).toEqual(there);
  await saved(page);
  await saved(other);
  await other.close();
  await page.reload();
  await started(page);
  expect(await project(page)).toEqual(here);
});

test('undo in one tab leaves what the other did', async ({ app: page, context }) => {
  await tag(page, 'historic city of Ganja', '1');
  const other = await another(page, context);
  await expectCount(other, 1);
  // What the first tab did is its own to undo.
  await expect(undoButton(other)).toBeDisabled();
  await tag(other, 'cluster bombs', '2');
  await expectCount(page, 2);
  await page.keyboard.press(undoKey);
  await expectCount(page, 1);
  await expectCount(other, 1);
  await expect(markOf(page, 'cluster bombs')).toHaveCount(1);
  await expect(markOf(other, 'cluster bombs')).toHaveCount(1);
});

test('undo names the fields that the other tab has written since', async ({ app: page, context }) => {
  await tag(page, 'historic city of Ganja', '1');
  const other = await another(page, context);
  await cards(other).first().click();
  const note = other.getByRole('textbox', { name: 'Note' });
  await note.fill('from the other tab');
  await note.blur();
  await expect(page.locator('.card, .pick').first()).toBeVisible();
  await saved(other);
  await expect.poll(async () => (await project(page)).annotations[0].note).toBe('from the other tab');
  await page.keyboard.press('Escape');
  await page.keyboard.press(undoKey);
  await expect(page.locator('.notice')).toContainText('left as they are');
  await expectCount(page, 1);
});
