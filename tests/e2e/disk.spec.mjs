// The file that follows a project, and what is said where no file does. The pickers of a browser cannot be
// worked from outside: in their place comes a file of the origin's own file system, which has the same
// handles (and is kept as they are, asked for leave as they are, and changed by others as they are).

import { readFile } from 'node:fs/promises';
import {
  anotherProject, clickAt, dialog, expect, exported, foot, putRecords, readings, recovery, records, saved, started, tag, test, undoKey,
} from './support/page.mjs';

const where = (page) => foot(page).locator('.where');
const sheet = (page) => dialog(page, 'Where your work is');

// From now on the picker answers with a file of this name; with `null`, as somebody who leaves it.
const choose = (page, name) => page.evaluate((name) => (window.chosen = name), name);

const content = (page, name) =>
  page.evaluate(async (name) => {
    const root = await navigator.storage.getDirectory();
    return (await (await root.getFileHandle(name)).getFile()).text();
  }, name);

const put = (page, name, text) =>
  page.evaluate(async ([name, text]) => {
    const root = await navigator.storage.getDirectory();
    const stream = await (await root.getFileHandle(name, { create: true })).createWritable();
    await stream.write(text);
    await stream.close();
  }, [name, text]);

const inFile = async (page, name) => readings(JSON.parse(await content(page, name))).map(([, quote]) => quote);

const pickers = (context) =>
  context.addInitScript(() => {
    window.showSaveFilePicker = async (options) => {
      window.asked = options;
      if (window.chosen === null) throw new DOMException('The user aborted a request.', 'AbortError');
      return (await navigator.storage.getDirectory()).getFileHandle(window.chosen, { create: true });
    };
    // Leave that lasts for a visit, as browsers have it.
    if (location.protocol === 'http:' && localStorage.getItem('needs-leave')) {
      let leave = 'prompt';
      FileSystemHandle.prototype.queryPermission = async () => leave;
      FileSystemHandle.prototype.requestPermission = async () => (leave = 'granted');
    }
  });

async function tie(page, name = 'work.glossator.json') {
  await choose(page, name);
  await where(page).click();
  await sheet(page).getByRole('button', { name: /^(Write to a file as well|Another file)/ }).click();
  await expect(sheet(page).locator('.file')).toHaveText(`Also in ${name}`);
  await page.keyboard.press('Escape');
  await expect(sheet(page)).toBeHidden();
}

test.beforeEach(({ context }) => pickers(context));

// The page of the fixture was opened before the pickers were there.
const fresh = async (page) => {
  await page.reload();
  await started(page);
};

test('a project is tied to a file, which follows each change, undo too, and holds what an export holds', async ({ app: page }) => {
  await fresh(page);
  await tag(page, 'historic city of Ganja', '1');
  await expect(where(page)).toHaveText('Not in a file');
  await tie(page);
  expect(await page.evaluate(() => window.asked)).toMatchObject({
    suggestedName: /\.glossator\.json$/,
    types: [{ accept: { 'application/json': ['.glossator.json'] } }],
  });
  await expect(where(page)).toHaveText('Also in work.glossator.json');
  expect(await inFile(page, 'work.glossator.json')).toEqual(['historic city of Ganja']);
  await tag(page, 'cluster bombs', '2');
  await expect(where(page)).toHaveText('Writing work.glossator.json…');
  await expect(where(page)).toHaveText('Also in work.glossator.json');
  expect(await inFile(page, 'work.glossator.json')).toEqual(['historic city of Ganja', 'cluster bombs']);
  await page.keyboard.press(undoKey);
  await expect(where(page)).toHaveText('Writing work.glossator.json…');
  await expect(where(page)).toHaveText('Also in work.glossator.json');
  expect(await inFile(page, 'work.glossator.json')).toEqual(['historic city of Ganja']);
  const file = await exported(page, /^Project/);
  expect(await content(page, 'work.glossator.json')).toBe(file.text);
});

test('the file is taken up on the next visit, and written where it is behind', async ({ app: page }) => {
  await fresh(page);
  await tie(page);
  await tag(page, 'historic city of Ganja', '1');
  await saved(page);
  await page.reload();
  await started(page);
  await page.mouse.move(300, 300);
  await expect(where(page)).toHaveText('Also in work.glossator.json');
  expect(await inFile(page, 'work.glossator.json')).toEqual(['historic city of Ganja']);
});

test('where the browser wants to be asked again, the foot says so and asks', async ({ app: page }) => {
  await fresh(page);
  await tie(page);
  await page.evaluate(() => localStorage.setItem('needs-leave', 'yes'));
  await page.reload();
  await started(page);
  await tag(page, 'historic city of Ganja', '1');
  await expect(where(page)).toHaveText('work.glossator.json waits for your leave');
  expect(await inFile(page, 'work.glossator.json')).toEqual([]);
  await foot(page).getByRole('button', { name: 'Allow' }).click();
  await expect(where(page)).toHaveText('Also in work.glossator.json');
  expect(await inFile(page, 'work.glossator.json')).toEqual(['historic city of Ganja']);
});

test('of two tabs one writes the file, with the work of both, and the other takes over', async ({ app: page, context }) => {
  await fresh(page);
  await tie(page);
  const second = await context.newPage();
  await second.goto('./');
  await started(second);
  await second.mouse.move(300, 300);
  await expect(where(second)).toHaveText('Another tab writes work.glossator.json');
  await tag(second, 'cluster bombs', '2');
  await expect.poll(() => inFile(page, 'work.glossator.json')).toEqual(['cluster bombs']);
  await page.close();
  await expect(where(second)).toHaveText('Also in work.glossator.json');
  await tag(second, 'a third country', '4');
  await expect.poll(() => inFile(second, 'work.glossator.json')).toEqual(['cluster bombs', 'a third country']);
});

test('what something else has written to the file is left alone until a person decides', async ({ app: page }) => {
  await fresh(page);
  await tie(page);
  await put(page, 'work.glossator.json', 'the work of another computer');
  await tag(page, 'historic city of Ganja', '1');
  await expect(where(page)).toHaveText('work.glossator.json was changed elsewhere and is left alone');
  expect(await content(page, 'work.glossator.json')).toBe('the work of another computer');
  await page.reload();
  await started(page);
  await page.mouse.move(300, 300);
  await expect(where(page)).toHaveText('work.glossator.json was changed elsewhere and is left alone');
  await where(page).click();
  await sheet(page).getByRole('button', { name: 'Replace it by this project' }).click();
  await expect(sheet(page).locator('.file')).toHaveText('Also in work.glossator.json');
  expect(await inFile(page, 'work.glossator.json')).toEqual(['historic city of Ganja']);
});

test('a file that cannot be written is told, and nothing of it is lost', async ({ app: page }) => {
  await fresh(page);
  await tie(page);
  await page.evaluate(() => {
    const real = FileSystemWritableFileStream.prototype.close;
    window.mend = () => (FileSystemWritableFileStream.prototype.close = real);
    FileSystemWritableFileStream.prototype.close = async () => {
      throw new DOMException('No room.', 'QuotaExceededError');
    };
  });
  await tag(page, 'historic city of Ganja', '1');
  await expect(where(page)).toHaveText('work.glossator.json was NOT written: there is no room for it on the disk');
  await saved(page);
  expect(await inFile(page, 'work.glossator.json')).toEqual([]);
  await page.evaluate(() => window.mend());
  await foot(page).getByRole('button', { name: 'Try again' }).click();
  await expect(where(page)).toHaveText('Also in work.glossator.json');
  expect(await inFile(page, 'work.glossator.json')).toEqual(['historic city of Ganja']);
});

test('the file is let go of; leaving the picker changes nothing; another project does not get the same file', async ({ app: page }) => {
  await fresh(page);
  await tie(page);
  await where(page).click();
  await choose(page, null);
  await sheet(page).getByRole('button', { name: 'Another file' }).click();
  await expect(sheet(page).locator('.file')).toHaveText('Also in work.glossator.json');
  await page.keyboard.press('Escape');
  await tag(page, 'historic city of Ganja', '1');
  await saved(page);
  await anotherProject(page);
  await choose(page, 'work.glossator.json');
  await where(page).click();
  await sheet(page).getByRole('button', { name: /^Write to a file as well/ }).click();
  await expect(sheet(page).getByRole('alert')).toContainText('is the file of');
  await expect(sheet(page).locator('.file')).toHaveText('Not in a file');
  await page.keyboard.press('Escape');
  await tie(page, 'second.glossator.json');
  await where(page).click();
  await sheet(page).getByRole('button', { name: 'Stop writing to it' }).click();
  await expect(sheet(page).getByRole('button', { name: /^Write to a file as well/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await tag(page, 'cluster bombs', '2');
  await saved(page);
  await expect(where(page)).toHaveText('Not in a file');
  expect(await inFile(page, 'second.glossator.json')).toEqual([]);
});

test('after something was lost the file is not written over by what is left', async ({ app: page }) => {
  await fresh(page);
  await tie(page);
  await tag(page, 'historic city of Ganja', '1');
  await tag(page, 'cluster bombs', '2');
  await saved(page);
  await expect(where(page)).toHaveText('Also in work.glossator.json');
  const newest = Object.keys(await records(page)).filter((key) => key.startsWith('00000000/log:')).sort().at(-1);
  await putRecords(page, { [newest]: null });
  await page.reload();
  await expect(recovery(page)).toBeVisible();
  await recovery(page).getByRole('button', { name: /^Go on/ }).click();
  await started(page);
  await tag(page, 'a third country', '4');
  await expect(where(page)).toHaveText('work.glossator.json was changed elsewhere and is left alone');
  expect(await inFile(page, 'work.glossator.json')).toEqual(['historic city of Ganja', 'cluster bombs']);
});

test('without a file the foot says so, and reminds of a download after half an hour of work', async ({ app: page }) => {
  await expect(where(page)).toHaveText('Not in a file');
  await tag(page, 'historic city of Ganja', '1');
  await saved(page);
  await expect(where(page)).toHaveText('Not in a file');
  await exported(page, /^Project/);
  await expect(where(page)).toHaveText('Downloaded, nothing new since');
  await page.reload();
  await started(page);
  await expect(where(page)).toHaveText('Downloaded, nothing new since');
  await tag(page, 'cluster bombs', '2');
  await expect(where(page)).toHaveText('Not in a file');
  // The table does not hold everything.
  await exported(page, /^Table/);
  await expect(where(page)).toHaveText('Not in a file');
  await page.clock.setFixedTime(Date.now() + 31 * 60_000);
  await expect(where(page)).toHaveText('Not in a file');
  await tag(page, 'a third country', '4');
  await expect(where(page)).toHaveText(/^In no file since \d/);
  const coming = page.waitForEvent('download');
  await foot(page).getByRole('button', { name: 'Download now' }).click();
  await page.getByRole('button', { name: 'Export without a label' }).click();
  expect(readings(JSON.parse(await readFile(await (await coming).path(), 'utf8')))).toHaveLength(3);
  await expect(where(page)).toHaveText('Downloaded, nothing new since');
});

test('who only reads is reminded of nothing', async ({ app: page }) => {
  await clickAt(page, 'cluster bombs');
  await saved(page);
  await page.clock.setFixedTime(Date.now() + 31 * 60_000);
  await page.reload();
  await started(page);
  await clickAt(page, 'a third country');
  await expect(page.locator('.overlay .caret')).toHaveCount(1);
  await expect(where(page)).toHaveText('Not in a file');
  await expect(foot(page).getByRole('button', { name: 'Download now' })).toHaveCount(0);
});

test('a browser without such files says so', async ({ app: page }) => {
  await page.evaluate(() => delete window.showSaveFilePicker);
  await where(page).click();
  await expect(sheet(page)).toContainText('This browser cannot write to a file by itself');
  await expect(sheet(page).getByRole('button', { name: /file/ })).toHaveCount(0);
});
