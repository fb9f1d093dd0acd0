// What the foot says of saving is true, and what was there is never overwritten.

import {
  blockStorage, cards, content, dialog, documentButton, dragOver, expect, expectCount, foot, give, importFiles, kept, markOf, marks,
  project, readings, saving, started, tag, test, text, undoKey,
} from './support/page.mjs';

// Fills what is left of this origin's storage, to the last character.
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

const empty = (page) =>
  page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('other:')) localStorage.removeItem(key);
  });

const ours = async (page) => Object.fromEntries(Object.entries(await kept(page)).filter(([key]) => key.startsWith('glossator')));
const steps = (records) => Object.keys(records).filter((key) => key.startsWith('glossator:1:log:')).sort();

// A page of the origin without the program.
async function blank(page) {
  await page.route('**/blank', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Blank</title>' }));
  await page.goto('./blank');
}

async function download(page) {
  const coming = page.waitForEvent('download');
  await foot(page).getByRole('button', { name: 'Download now' }).click();
  const unnamed = page.getByRole('button', { name: 'Export without a label' });
  await unnamed.click();
  return JSON.parse((await content(await coming)).text);
}

test('full storage: the foot says so, nothing is overwritten, and the work can be taken away', async ({ app: page }) => {
  await tag(page, 'historic city of Ganja', '1');
  await expect(saving(page)).toContainText('Kept in this browser; a crash may lose the last moments');
  const before = await ours(page);
  await fill(page);

  await tag(page, 'cluster bombs', '2');
  await expect(saving(page)).toContainText('NOT SAVED. The storage of this browser is full.');
  await tag(page, 'a third country', '4');
  await expectCount(page, 3);
  expect(await ours(page)).toEqual(before);

  const file = await download(page);
  expect(readings(file)).toEqual([
    ['claim', 'historic city of Ganja'],
    ['accusation', 'cluster bombs'],
    ['actor', 'a third country'],
  ]);

  // Once there is room, all of it is kept, in order.
  await empty(page);
  await foot(page).getByRole('button', { name: 'Try again' }).click();
  await expect(saving(page)).toContainText('Kept in this browser');
  expect(await ours(page)).toMatchObject(before);
  await page.reload();
  await started(page);
  await expectCount(page, 3);
  await page.keyboard.press(undoKey);
  await expectCount(page, 2);
});

test('storage that is full from the first visit on', async ({ page }) => {
  await blank(page);
  await fill(page);
  await page.goto('./');
  await started(page);
  await expect(saving(page)).toContainText('NOT SAVED. The storage of this browser is full.');
  await tag(page, 'cluster bombs', '2');
  await expectCount(page, 1);
  expect(readings(await download(page))).toEqual([['accusation', 'cluster bombs']]);
  expect(steps(await ours(page))).toEqual([]);
  await empty(page);
  await tag(page, 'a third country', '4');
  await expect(saving(page)).toContainText('Kept in this browser');
  await page.reload();
  await started(page);
  await expectCount(page, 2);
});

test('a full storage takes no half of a text', async ({ app: page }) => {
  await fill(page);
  await importFiles(page, text('long.txt', 'Words of a long text.\n'.repeat(200)));
  await expect(saving(page)).toContainText('NOT SAVED');
  await tag(page, 'a long text', '1');
  await page.reload();
  await started(page);
  await expect(foot(page)).not.toContainText('could not be read');
  await expectCount(page, 0);
  await expect(documentButton(page, /Appeal/)).toHaveCount(1);
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

test('storage that throws only when it is read or written', async ({ page }) => {
  await page.addInitScript(() => {
    const denied = () => {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    };
    Object.assign(Storage.prototype, { getItem: denied, setItem: denied, key: denied, removeItem: denied });
  });
  await page.goto('./');
  await started(page);
  await expect(saving(page)).toContainText('NOT SAVED');
  await tag(page, 'cluster bombs', '2');
  expect(readings(await download(page))).toEqual([['accusation', 'cluster bombs']]);
});

test('a damaged record is named and stays where it is, and the other work is there', async ({ app: page }) => {
  await tag(page, 'historic city of Ganja', '1');
  const first = steps(await ours(page));
  await tag(page, 'cluster bombs', '2');
  const second = steps(await ours(page)).find((key) => !first.includes(key));
  await tag(page, 'a third country', '4');
  const records = await ours(page);
  const damaged = records[second].replace('"start":', '"start":1');
  expect(damaged).not.toBe(records[second]);

  await blank(page);
  await page.evaluate(([key, value]) => localStorage.setItem(key, value), [second, damaged]);
  await page.goto('./');
  await started(page);
  await expect(foot(page)).toContainText('1 kept record could not be read');
  await expectCount(page, 2);
  await expect(markOf(page, 'historic city of Ganja')).toHaveCount(1);
  await expect(markOf(page, 'cluster bombs')).toHaveCount(0);
  await expect(markOf(page, 'a third country')).toHaveCount(1);
  await foot(page).getByRole('button', { name: 'Show' }).click();
  await expect(dialog(page, 'Records that could not be read')).toContainText('A saved step is damaged and was left out.');
  await page.keyboard.press('Escape');

  // Work goes on, and nothing that was there is written over.
  await tag(page, 'the Geneva Convention', '6');
  await expect(saving(page)).toContainText('Kept in this browser');
  const now = await ours(page);
  expect(now).toMatchObject({ ...records, [second]: damaged });
  expect(Object.keys(now).length).toBeGreaterThan(Object.keys(records).length);
  await page.reload();
  await started(page);
  await expectCount(page, 3);
});

test('a damaged beginning costs nothing that can be known', async ({ app: page }) => {
  await importFiles(page, text('one.txt', 'The first text speaks of rivers.'));
  await tag(page, 'rivers', '4');
  const [first] = steps(await ours(page));
  await blank(page);
  await page.evaluate((key) => localStorage.setItem(key, 'gone'), first);
  await page.goto('./');
  await started(page);
  await expect(foot(page)).toContainText('could not be read');
  await expect(documentButton(page, /Appeal/)).toHaveCount(1);
  await documentButton(page, /^one/).click();
  await expect(marks(page)).toHaveText(['rivers']);
  expect((await kept(page))[first]).toBe('gone');
});

test('the work of a newer program is left alone', async ({ page }) => {
  await blank(page);
  await page.evaluate(() => {
    localStorage.setItem('glossator:2:head', 'from the future');
    localStorage.setItem('glossator:2:log:0000000001:aaaaaaaa', 'more of it');
  });
  const before = await kept(page);
  await page.goto('./');
  await started(page);
  await expect(saving(page)).toContainText('NOT SAVED. This browser holds work of a newer Glossator (store 2)');
  await tag(page, 'cluster bombs', '2');
  await expectCount(page, 1);
  await expect(saving(page)).toContainText('NOT SAVED');
  expect(readings(await download(page))).toEqual([['accusation', 'cluster bombs']]);
  const after = await kept(page);
  expect(after).toMatchObject(before);
  expect(Object.keys(after).filter((key) => key.startsWith('glossator:1:'))).toEqual([]);
});

test('two tabs at once: each is told, and both works are there after', async ({ app: page, context }) => {
  const other = await context.newPage();
  await other.goto('./');
  await started(other);
  await tag(page, 'historic city of Ganja', '1');
  await expect(other.locator('.notice')).toContainText('Another tab has changed this project.');
  await tag(other, 'cluster bombs', '2');
  await expect(page.locator('.notice')).toContainText('Another tab has changed this project.');
  await page.reload();
  await started(page);
  await expectCount(page, 2);
  await expect(foot(page)).not.toContainText('could not be read');
  await expect(cards(page)).toHaveCount(2);
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
