// Several projects in one browser, the bin, and leaving nothing behind.

import {
  anotherProject, content, dialog, expect, expectCount, head, kept, markOf, noDialog, notice, readings, records, saved, started, tag, test,
} from './support/page.mjs';

const screen = (page) => page.getByRole('main');
const list = (page) => screen(page).getByRole('list', { name: 'Projects in this browser' });
const bin = (page) => screen(page).getByRole('list', { name: 'Bin' });
const row = (of, title) => of.getByRole('listitem').filter({ hasText: title });
const go = (page) => head(page).getByRole('button', { name: 'Projects' }).click();

test('a second project is begun, renamed, and the first one opened again', async ({ app: page }) => {
  await tag(page, 'historic city of Ganja', '1');
  await saved(page);
  await anotherProject(page);
  await expectCount(page, 0);
  await tag(page, 'cluster bombs', '2');
  await saved(page);
  await go(page);
  await expect(list(page).getByRole('listitem')).toHaveCount(2);
  const now = list(page).getByRole('listitem').filter({ hasText: 'open now' });
  await expect(now).toContainText(/1 document · 1 annotation · [\d.]+ kB · changed /);
  await now.getByRole('button', { name: /^Rename/ }).click();
  await page.getByRole('textbox', { name: 'Name of the project' }).fill('Second reading');
  await page.keyboard.press('Enter');
  await expect(row(list(page), 'Second reading')).toContainText('open now');
  const other = list(page).getByRole('listitem').filter({ hasNotText: 'open now' });
  await other.getByRole('button', { name: /^Rename/ }).click();
  await page.getByRole('textbox', { name: 'Name of the project' }).fill('First reading');
  await page.keyboard.press('Enter');
  await expect(row(list(page), 'First reading')).toBeVisible();
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Open: First reading' }).click()]);
  await started(page);
  await expectCount(page, 1);
  await expect(markOf(page, 'historic city of Ganja')).toHaveCount(1);
  await page.reload();
  await started(page);
  await expect(markOf(page, 'historic city of Ganja')).toHaveCount(1);
});

test('a copy is another project; what is removed can be brought back', async ({ app: page }) => {
  await tag(page, 'historic city of Ganja', '1');
  await saved(page);
  await go(page);
  await list(page).getByRole('button', { name: /^Duplicate/ }).click();
  await expect(row(list(page), '(copy)')).toContainText('1 annotation');
  const coming = page.waitForEvent('download');
  await row(list(page), '(copy)').getByRole('button', { name: /^Download/ }).click();
  const file = JSON.parse((await content(await coming)).text);
  expect(readings(file)).toEqual([['claim', 'historic city of Ganja']]);
  expect(file.project.title).toContain('(copy)');
  await row(list(page), '(copy)').getByRole('button', { name: /^Remove/ }).click();
  await expect(notice(page)).toContainText('30 days');
  await expect(list(page).getByRole('listitem')).toHaveCount(1);
  await row(bin(page), '(copy)').getByRole('button', { name: /^Bring back/ }).click();
  await expect(list(page).getByRole('listitem')).toHaveCount(2);
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: /^Open: .*copy/ }).click()]);
  await started(page);
  await expectCount(page, 1);
  await tag(page, 'cluster bombs', '2');
  await saved(page);
  await go(page);
  await expect(list(page).getByRole('listitem').filter({ hasNotText: '(copy)' })).toContainText('1 annotation');
});

test('what has been in the bin for longer than 30 days is gone', async ({ app: page }) => {
  await tag(page, 'historic city of Ganja', '1');
  await saved(page);
  await anotherProject(page);
  await tag(page, 'cluster bombs', '2');
  await saved(page);
  await go(page);
  await list(page).getByRole('listitem').filter({ hasNotText: 'open now' }).getByRole('button', { name: /^Remove/ }).click();
  await expect(bin(page).getByRole('listitem')).toHaveCount(1);
  expect(Object.keys(await records(page)).some((key) => key.startsWith('00000000/'))).toBe(true);
  await page.clock.setFixedTime(Date.now() + 31 * 24 * 3_600_000);
  await page.reload();
  await started(page);
  await go(page);
  await expect(list(page).getByRole('listitem')).toHaveCount(1);
  await expect(bin(page)).toHaveCount(0);
  await expect.poll(async () => Object.keys(await records(page)).some((key) => key.startsWith('00000000/'))).toBe(false);
});

test('erasing everything leaves nothing behind, and says what stays', async ({ app: page }) => {
  await tag(page, 'historic city of Ganja', '1');
  await page.getByRole('button', { name: /^Colours/ }).click();
  await saved(page);
  await anotherProject(page);
  await tag(page, 'cluster bombs', '2');
  await saved(page);
  await go(page);
  await screen(page).getByRole('button', { name: /^Erase everything/ }).click();
  const question = dialog(page, 'Erase everything?');
  await expect(question).toContainText('Files that you have downloaded, or let a project write to, are not touched');
  await question.getByRole('button', { name: 'Keep it all' }).click();
  await noDialog(page);
  await screen(page).getByRole('button', { name: /^Erase everything/ }).click();
  await Promise.all([page.waitForEvent('load'), question.getByRole('button', { name: 'Erase everything now' }).click()]);
  await started(page);
  await expectCount(page, 0);
  expect(await records(page)).toEqual({});
  const local = Object.keys(await kept(page)).filter((key) => key.startsWith('glossator:'));
  expect(local).toEqual(['glossator:coder']);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
});

test('a tab that has chosen none of several projects begins with the list, and stays with its choice', async ({ app: page, context }) => {
  await tag(page, 'historic city of Ganja', '1');
  await saved(page);
  await anotherProject(page);
  await tag(page, 'cluster bombs', '2');
  await tag(page, 'a third country', '4');
  await saved(page);
  await page.reload();
  await started(page);
  await expectCount(page, 2);

  const next = await context.newPage();
  await next.goto('./');
  await expect(list(next).getByRole('listitem')).toHaveCount(2);
  await expect(list(next).getByRole('listitem').first()).toContainText('2 annotations');
  await expect(list(next).getByRole('listitem').first().getByRole('button', { name: /^Open/ })).toBeFocused();
  await next.keyboard.press('Enter');
  await started(next);
  await expectCount(next, 2);
  await next.reload();
  await started(next);
  await expectCount(next, 2);
});

test('the open project goes to the bin too: the list of the others comes up, or a new project', async ({ app: page }) => {
  await tag(page, 'historic city of Ganja', '1');
  await saved(page);
  for (const words of ['cluster bombs', 'a third country']) {
    await anotherProject(page);
    await tag(page, words, '2');
    await saved(page);
  }
  await go(page);
  const open = (of) => of.getByRole('listitem').filter({ hasText: 'open now' });
  await Promise.all([page.waitForEvent('load'), open(list(page)).getByRole('button', { name: /^Remove/ }).click()]);
  await expect(list(page).getByRole('listitem')).toHaveCount(2);
  await expect(bin(page).getByRole('listitem')).toHaveCount(1);
  await Promise.all([page.waitForEvent('load'), open(list(page)).getByRole('button', { name: /^Remove/ }).click()]);
  await started(page);
  await go(page);
  await Promise.all([page.waitForEvent('load'), open(list(page)).getByRole('button', { name: /^Remove/ }).click()]);
  await started(page);
  await expectCount(page, 0);
  await go(page);
  await expect(bin(page).getByRole('listitem')).toHaveCount(3);
  await bin(page).getByRole('listitem').filter({ hasText: '1 annotation' }).first().getByRole('button', { name: /^Bring back/ }).click();
  await expect(list(page).getByRole('listitem')).toHaveCount(2);
});
