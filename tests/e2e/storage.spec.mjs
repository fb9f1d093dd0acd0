// What the foot says of saving is true, and what was there is never overwritten.

import { readFile } from 'node:fs/promises';
import {
  blank, blockStorage, content, dialog, documentButton, dragOver, expect, expectCount, foot, give, importFiles, kept, markOf,
  marks, project, putRecords, readings, records, saved, saving, signs, started, tag, test, text, undoKey,
} from './support/page.mjs';

const fixture = async (name) => JSON.parse(await readFile(`tests/fixtures/${name}`, 'utf8'));

// Fills what is left of this origin's local storage, to the last character.
const fill = (page) =>
  page.evaluate(() => {
    for (let size = 2 ** 22; size >= 1; size /= 2) {
      for (let again = true; again; ) {
        try {
          localStorage.setItem(`other:${size}:${Math.random()}`, 'x'.repeat(size));
        } catch {
          again = false;
        }
      }
    }
  });

// Makes room again, and presses a button if one is named.
const empty = (page, button = null) =>
  page.evaluate((button) => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('other:')) localStorage.removeItem(key);
    button?.click();
  }, button);

// Lets every write of the database fail as a disk does, until `mend` is called: how it fails is `how`.
const breakDatabase = (page, how) =>
  page.evaluate((how) => {
    const real = IDBDatabase.prototype.transaction;
    window.mend = () => (IDBDatabase.prototype.transaction = real);
    IDBDatabase.prototype.transaction = function (stores, mode, options) {
      if (mode === 'readwrite' && how === 'throw') throw new DOMException('IO error: FILE_ERROR_NO_SPACE', 'UnknownError');
      const transaction = real.call(this, stores, mode, options);
      if (mode === 'readwrite' && how === 'abort') setTimeout(() => transaction.abort());
      if (mode === 'readwrite' && how === 'silence') {
        for (const name of ['complete', 'abort', 'error']) {
          transaction.addEventListener(name, (event) => event.stopImmediatePropagation(), true);
        }
        setTimeout(() => transaction.abort());
      }
      return transaction;
    };
  }, how);

const log = (all) => Object.fromEntries(Object.entries(all).filter(([key]) => key.startsWith('00000000/log:')));
const steps = (all) => Object.keys(all).filter((key) => key.startsWith('00000000/log:')).sort();

async function download(page) {
  const coming = page.waitForEvent('download');
  await foot(page).getByRole('button', { name: 'Download now' }).click();
  const unnamed = page.getByRole('button', { name: 'Export without a label' });
  await unnamed.click();
  return JSON.parse((await content(await coming)).text);
}

test('each step is a record of the database before the foot says Saved, and no intent is left', async ({ app: page }) => {
  await page.evaluate(() => {
    window.asked = [];
    const real = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (stores, mode, options) {
      if (mode === 'readwrite') window.asked.push(options?.durability);
      return real.call(this, stores, mode, options);
    };
  });
  await tag(page, 'historic city of Ganja', '1');
  await saved(page);
  const asked = await page.evaluate(() => window.asked);
  expect(steps(await records(page)).length).toBeGreaterThanOrEqual(2);
  expect(asked.length).toBeGreaterThan(0);
  expect(new Set(asked)).toEqual(new Set(['strict']));
  // The one trace in the small store is the mark that the database is held to.
  const local = Object.keys(await kept(page)).filter((key) => key.startsWith('glossator:2:'));
  expect(local).toHaveLength(1);
  expect(local[0]).toMatch(/^glossator:2:00000000:mark:/);
  await page.reload();
  await started(page);
  await expect(markOf(page, 'historic city of Ganja')).toHaveCount(1);
});

test('local storage that is full takes nothing away: the database has all of it', async ({ app: page }) => {
  await fill(page);
  await tag(page, 'cluster bombs', '2');
  await importFiles(page, text('long.txt', 'Words of a long text.\n'.repeat(200)));
  await tag(page, 'a long text', '1');
  await saved(page);
  await page.reload();
  await started(page);
  await expectCount(page, 2, 1);
});

for (const [how, words] of [
  ['abort', 'NOT SAVED. The browser’s database failed'],
  ['throw', 'NOT SAVED. The disk is full.'],
  ['silence', 'NOT SAVED. The browser’s database does not answer'],
]) {
  test(`a database that fails (${how}): the foot says so, the work can be taken away, and is kept once it can be`, async ({ app: page }) => {
    await tag(page, 'historic city of Ganja', '1');
    await saved(page);
    const before = log(await records(page));
    await breakDatabase(page, how);
    await tag(page, 'cluster bombs', '2');
    await expect(saving(page)).toContainText(words.replace('’', "'"));
    await tag(page, 'a third country', '4');
    await expectCount(page, 3);
    expect(readings(await download(page))).toEqual([
      ['claim', 'historic city of Ganja'],
      ['accusation', 'cluster bombs'],
      ['actor', 'a third country'],
    ]);
    await page.evaluate(() => window.mend());
    await saved(page);
    expect(await records(page)).toMatchObject(before);
    expect(Object.keys(log(await records(page)))).toHaveLength(Object.keys(before).length + 2);
    await page.reload();
    await started(page);
    await expectCount(page, 3);
    await page.keyboard.press(undoKey);
    await page.keyboard.press(undoKey);
    await expectCount(page, 1);
  });
}

test('a write that failed is tried again by itself', async ({ app: page }) => {
  await breakDatabase(page, 'abort');
  await tag(page, 'cluster bombs', '2');
  await expect(saving(page)).toContainText('NOT SAVED');
  await page.evaluate(() => window.mend());
  await saved(page);
});

test('leaving is held up while something is not saved, and only then', async ({ app: page }) => {
  const asked = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    dialog.dismiss();
  });
  await tag(page, 'historic city of Ganja', '1');
  await saved(page);
  await breakDatabase(page, 'abort');
  await tag(page, 'cluster bombs', '2');
  await expect(saving(page)).toContainText('NOT SAVED');
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => asked).toEqual(['beforeunload']);
  await page.evaluate(() => window.mend());
  await saved(page);
  await Promise.all([page.waitForEvent('close'), page.close({ runBeforeUnload: true })]);
  expect(asked).toHaveLength(1);
});

test('a browser without a database: local storage keeps it, and the foot says what that means', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));
  await page.goto('./');
  await started(page);
  await expect(saving(page)).toContainText('Kept in this browser; a crash may lose the last moments');
  await tag(page, 'cluster bombs', '2');
  await page.reload();
  await started(page);
  await expectCount(page, 1);
  await fill(page);
  await tag(page, 'a third country', '4');
  await expect(saving(page)).toContainText('NOT SAVED. This browser gives the page no more room.');
  const again = await foot(page).getByRole('button', { name: 'Try again' }).elementHandle();
  // At once: the program tries again by itself as well, and then there is nothing to press.
  await empty(page, again);
  await expect(saving(page)).toContainText('Kept in this browser');
  await page.reload();
  await started(page);
  await expectCount(page, 2);
});

test('blocked storage: the program works in memory and says so', async ({ page }) => {
  await blockStorage(page);
  await page.goto('./');
  await started(page);
  await expect(saving(page)).toContainText('NOT SAVED. This browser keeps nothing for this page');
  await tag(page, 'cluster bombs', '2');
  await expectCount(page, 1);
  await page.keyboard.press(undoKey);
  await expectCount(page, 0);
  await tag(page, 'a third country', '4');
  await page.getByRole('button', { name: /^Colours/ }).click();
  await expect(saving(page)).toContainText('NOT SAVED');
  expect(readings(await download(page))).toEqual([['actor', 'a third country']]);
});

test('local storage that throws only when it is read or written leaves the database', async ({ page }) => {
  await page.addInitScript(() => {
    const denied = () => {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    };
    Object.assign(Storage.prototype, { getItem: denied, setItem: denied, key: denied, removeItem: denied });
  });
  await page.goto('./');
  await started(page);
  await tag(page, 'cluster bombs', '2');
  await saved(page);
  await page.reload();
  await started(page);
  await expectCount(page, 1);
});

test('what the first version kept is taken over, and a copy of it stays as it was', async ({ page }) => {
  const old = await fixture('v1-store.json');
  await blank(page);
  await page.evaluate((old) => Object.entries(old).forEach(([key, value]) => localStorage.setItem(key, value)), old);
  await page.goto('./');
  await started(page);
  const file = await project(page);
  const expected = await fixture('v1-store.glossator.json');
  expect(file.annotations).toEqual(expected.annotations);
  expect(file.codebook).toEqual(expected.codebook);
  expect(Object.keys(await kept(page)).filter((key) => key.startsWith('glossator:1:'))).toEqual([]);
  const all = await records(page);
  for (const [key, value] of Object.entries(old)) {
    const name = key.slice('glossator:1:'.length);
    expect(all[`before-1/${name}`]).toBe(value);
    expect(all[`00000000/${name}`]).toBe(value);
  }
  // Its history came along.
  await page.keyboard.press(undoKey);
  await saved(page);
  await page.reload();
  await started(page);
  expect((await project(page)).annotations).not.toEqual(expected.annotations);
});

test('the work of a newer program is left alone', async ({ page }) => {
  await blank(page);
  await page.evaluate(async () => {
    localStorage.setItem('glossator:3:head', 'from the future');
    await new Promise((come) => (indexedDB.open('glossator', 3).onsuccess = ({ target }) => come(target.result.close())));
  });
  const before = await kept(page);
  await page.goto('./');
  await started(page);
  await expect(saving(page)).toContainText('NOT SAVED. This browser holds work of a newer Glossator (store 3)');
  await tag(page, 'cluster bombs', '2');
  await expectCount(page, 1);
  await expect(saving(page)).toContainText('NOT SAVED');
  expect(readings(await download(page))).toEqual([['accusation', 'cluster bombs']]);
  const after = await kept(page);
  expect(after).toMatchObject(before);
  expect(Object.keys(after).filter((key) => /^glossator:[12]:/.test(key))).toEqual([]);
});

test('a newer program in another tab takes over: this tab changes nothing more, and all can be taken away', async ({ app: page, context }) => {
  await tag(page, 'cluster bombs', '2');
  await saved(page);
  const other = await context.newPage();
  await blank(other);
  await other.evaluate(() => new Promise((come) => (indexedDB.open('glossator', 3).onsuccess = come)));
  await expect(saving(page)).toContainText('newer Glossator');
  await dragOver(page, 'a third country');
  await page.keyboard.press('4');
  await expect(page.locator('.notice')).toContainText('Nothing can be changed in this tab any more');
  await expectCount(page, 1);
  expect(readings(await download(page))).toEqual([['accusation', 'cluster bombs']]);
});

test('what was made with the last key is there after the tab is closed at once', async ({ app: page, context }) => {
  await dragOver(page, 'the civilian population');
  await give(page, '4');
  await page.close();
  const again = await context.newPage();
  await again.goto('./');
  await started(again);
  await expect(marks(again)).toHaveText(['the civilian population']);
  expect((await project(again)).annotations).toHaveLength(1);
});

// A browser that was killed may have left its log torn (`src/app/keep/torn.rs`); a page tells that by the sign of one that is gone.
test('a page that writes says so in the database for as long as it is there', async ({ app: page, context }) => {
  expect(await signs(page)).toEqual([]);
  await tag(page, 'historic city of Ganja', '1');
  await saved(page);
  expect(await signs(page)).toHaveLength(1);
  await page.reload();
  await started(page);
  expect(await signs(page)).toEqual([]);
  await tag(page, 'the civilian population', '1');
  await saved(page);
  const [first] = await signs(page);
  // Another page takes it neither for killed nor away.
  const other = await context.newPage();
  await other.goto('./');
  await started(other);
  await tag(other, 'a third country', '1');
  await saved(other);
  expect(await signs(other)).toHaveLength(2);
  await other.close();
  await expect.poll(() => signs(page)).toEqual([first]);
  expect(Object.keys(await kept(page))).not.toContain('glossator:torn');
});

test('a page that was killed leaves its sign, and the log is renewed with the next write', async ({ app: page }) => {
  await tag(page, 'historic city of Ganja', '1');
  await saved(page);
  await putRecords(page, { 'dirty/1': '' });
  await page.reload();
  await started(page);
  const ballast = await page.evaluateHandle(() => {
    const counts = { put: 0 };
    const real = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (value, key) {
      if (value instanceof Uint8Array) counts.put += value.length;
      return real.call(this, value, key);
    };
    return counts;
  });
  await tag(page, 'the civilian population', '1');
  await saved(page);
  expect(await ballast.evaluate((counts) => counts.put)).toBeGreaterThan(9_000_000);
  expect(await signs(page)).toHaveLength(1);
  expect(await signs(page)).not.toContain('dirty/1');
  // Once is enough.
  await tag(page, 'a third country', '1');
  await saved(page);
  expect(await ballast.evaluate((counts) => counts.put)).toBeLessThan(10_000_000);
});

test('an intent that no tab has put into the database is put there on the next start', async ({ app: page }) => {
  await tag(page, 'historic city of Ganja', '1');
  await saved(page);
  const all = await records(page);
  const newest = steps(all).pop();
  await blank(page);
  await putRecords(page, { [newest]: null });
  const intent = `glossator:2:${newest.replace('/', ':')}`;
  await page.evaluate(([key, value]) => localStorage.setItem(key, value), [intent, all[newest]]);
  await page.goto('./');
  await started(page);
  await expectCount(page, 1);
  expect((await records(page))[newest]).toBe(all[newest]);
  expect(Object.keys(await kept(page))).not.toContain(intent);
});

test('where the work is kept is said at length', async ({ app: page }) => {
  await tag(page, 'cluster bombs', '2');
  await foot(page).locator('.where').click();
  const sheet = dialog(page, 'Where your work is');
  await expect(sheet).toContainText('a crash cannot take it');
  await expect(sheet).toContainText('only files that you download protect against it');
  await expect(sheet).toContainText(/This browser has (not )?promised/);
});

test('a fault of the program stops all writing, and the records can be had without it', async ({ app: page, watched }) => {
  watched.allow(/panicked|unreachable|fewer than/);
  await tag(page, 'cluster bombs', '2');
  await saved(page);
  const before = await putRecords(page, {});
  await page.evaluate(() => (Crypto.prototype.getRandomValues = () => { throw new Error('no chance'); }));
  await dragOver(page, 'a third country');
  await page.keyboard.press('4');
  const words = page.getByRole('alert').filter({ hasText: 'has stopped' });
  await expect(words).toBeVisible();
  expect(await putRecords(page, {})).toEqual(before);
  const coming = page.waitForEvent('download');
  await words.getByRole('button', { name: 'Download all records as they are' }).click();
  const raw = JSON.parse((await content(await coming)).text);
  expect(raw.database).toEqual(before);
  await words.getByRole('button', { name: 'Reload the page' }).click();
  await started(page);
  await expectCount(page, 1);
});

// The most that this origin may keep, as the browser holds it to that.
async function limit(page, quotaSize) {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(page.url()).origin, quotaSize });
}

for (const how of ['the browser tells', 'the browser only says no']) {
  test(`where room is short new texts are refused with the numbers, and annotations go through: ${how}`, async ({ app: page }) => {
    const { usage } = await page.evaluate(() => navigator.storage.estimate());
    if (how === 'the browser tells') {
      await page.evaluate((usage) => (navigator.storage.estimate = async () => ({ quota: usage + 4_000_000, usage })), usage);
    } else {
      await limit(page, usage + 4_000_000);
    }
    await importFiles(page, text('long.txt', 'Words of a long text.\n'.repeat(100_000)));
    const answer = dialog(page, 'What came of it');
    await expect(answer).toContainText(/“long.txt” was not added: it needs 4.4 MB, and this browser has room for (\d+ kB|1.\d MB) of text/);
    await expect(answer).toContainText('annotations still go through');
    await page.keyboard.press('Escape');
    await expect(documentButton(page, 'long')).toHaveCount(0);
    await tag(page, 'historic city of Ganja', '1');
    await saved(page);
    // Nothing is left of what did not fit, and a small text still does.
    expect(Object.keys(await records(page)).filter((key) => key.startsWith('room/'))).toEqual([]);
    await importFiles(page, text('short.txt', 'A short text.'));
    await expect(documentButton(page, 'short')).toBeVisible();
    await saved(page);
    await page.reload();
    await started(page);
    // The text that was shown is shown again.
    await expectCount(page, 1, 0);
  });
}
