// Damage of what is kept: a person sees it before anything else, nothing is written before they
// have gone on, and what can be known is there again.

import {
  anotherProject, blank, content, documentButton, expect, expectCount, head, importFiles, kept, marks, project, putRecords, reader, records, recovery, saved,
  started, tag, test, text,
} from './support/page.mjs';

// Comes back to find the database gone.
async function withoutDatabase(page) {
  await blank(page);
  await page.evaluate(() => new Promise((come) => (indexedDB.deleteDatabase('glossator').onsuccess = come)));
  await page.goto('./');
}

const names = (all, kind) => Object.keys(all).filter((key) => key.startsWith(`00000000/${kind}:`)).sort();
const garbled = (value) => value.slice(0, -20) + '#' + value.slice(-19);

// Work of some length, all of it in a snapshot and in the second copy; gives back the file of it.
async function work(page, slot = '00000000') {
  await tag(page, 'historic city of Ganja', '1');
  await importFiles(page, text('one.txt', 'The first text speaks of rivers and of hills.'));
  await tag(page, 'rivers', '4');
  await page.clock.setFixedTime(Date.now() + 11 * 60_000);
  await tag(page, 'hills', '4');
  await saved(page);
  const newest = Object.keys(await records(page)).filter((key) => key.startsWith(`${slot}/log:`)).sort().pop();
  // The copy holds the newest step.
  await expect
    .poll(() => page.evaluate(async (slot) => (await (await caches.open('glossator-copy')).match(`./copy-${slot}`))?.text() ?? '', slot))
    .toContain(newest.split('/log:')[1]);
  return project(page);
}

const kinds = {
  'a step is garbled': (all) => ({ [names(all, 'log')[2]]: garbled(all[names(all, 'log')[2]]) }),
  'the newest step is garbled': (all) => ({ [names(all, 'log').at(-1)]: 'gone' }),
  'the beginning is garbled': (all) => ({ [names(all, 'log')[0]]: garbled(all[names(all, 'log')[0]]) }),
  'a step is cut off': (all) => ({ [names(all, 'log')[3]]: all[names(all, 'log')[3]].slice(0, 200) }),
  'a snapshot is garbled': (all) => ({ [names(all, 'snapshot').at(-1)]: garbled(all[names(all, 'snapshot').at(-1)]) }),
  'parts of the snapshot are missing': (all) => Object.fromEntries(names(all, 'part').map((key) => [key, null])),
  'a part of the snapshot is garbled': (all) => Object.fromEntries(names(all, 'part').map((key) => [key, garbled(all[key])])),
  'a mark is garbled': (all) => ({ [names(all, 'mark')[0]]: '{}' }),
  'a record is there that nobody knows': () => ({ '00000000/what': 'is this' }),
  'the database is empty': (all) => Object.fromEntries(Object.keys(all).map((key) => [key, null])),
};

for (const [kind, damage] of Object.entries(kinds)) {
  test(`${kind}: said before anything else, and all is there again`, async ({ app: page }) => {
    const file = await work(page);
    await blank(page);
    const damaged = await putRecords(page, damage(await records(page)));
    const local = await kept(page);
    await page.goto('./');
    await expect(recovery(page)).toBeVisible();
    await expect(reader(page)).toHaveCount(0);
    await expect(recovery(page)).toContainText('Found: 2 documents, 3 annotations.');
    expect(await records(page)).toEqual(damaged);
    expect(await kept(page)).toEqual(local);
    await recovery(page).getByRole('button', { name: /^Go on/ }).click();
    await started(page);
    expect(await project(page)).toEqual(file);

    // It is said once, and work goes on.
    await documentButton(page, /Appeal/).click();
    await tag(page, 'cluster bombs', '2');
    await saved(page);
    await page.reload();
    await started(page);
    await expectCount(page, 4, 2);
  });
}

test('the database is gone: the second copy is offered', async ({ app: page }) => {
  const file = await work(page);
  await withoutDatabase(page);
  await expect(recovery(page)).toContainText('The database of this browser was emptied');
  await recovery(page).getByRole('button', { name: 'Go on with the copy' }).click();
  await started(page);
  expect(await project(page)).toEqual(file);
  await saved(page);
  await page.reload();
  await started(page);
  expect(await project(page)).toEqual(file);
});

test('both stores are gone, and the choice of a project with them: the second copy is offered', async ({ app: page }) => {
  await anotherProject(page);
  const slot = await page.evaluate(() => sessionStorage.getItem('glossator:current'));
  const file = await work(page, slot);
  await blank(page);
  await page.evaluate(async () => {
    localStorage.clear();
    sessionStorage.clear();
    await new Promise((come) => (indexedDB.deleteDatabase('glossator').onsuccess = come));
  });
  await page.goto('./');
  await expect(recovery(page)).toContainText('The database of this browser was emptied');
  await expect(recovery(page)).toContainText('Found: 2 documents, 3 annotations.');
  await recovery(page).getByRole('button', { name: 'Go on with the copy' }).click();
  await started(page);
  expect(await project(page)).toEqual(file);
  await saved(page);
  await page.reload();
  await started(page);
  await expectCount(page, 3, 1);
});

// Chromium deletes a database whose log was torn by a kill, and the page then knows it by the sign that was left.
test('after a kill all that is saved is in second copies too, of all projects', async ({ app: page }) => {
  await tag(page, 'cluster bombs', '2');
  await saved(page);
  await putRecords(page, { 'dirty/1': '' });
  await anotherProject(page);
  // The first write of a visit makes the copies, and each that follows is added to them.
  for (const words of ['historic city of Ganja', 'a third country']) {
    await tag(page, words, '1');
    await saved(page);
  }
  const file = await project(page);
  await withoutDatabase(page);
  await expect(recovery(page)).toContainText('Found: 1 document, 2 annotations.');
  await recovery(page).getByRole('button', { name: 'Go on with the copy' }).click();
  await started(page);
  await saved(page);
  expect(await project(page)).toEqual(file);
  await head(page).getByRole('button', { name: 'Projects' }).click();
  const listed = page.locator('.project');
  await expect(listed).toHaveCount(2);
  await Promise.all([page.waitForEvent('load'), listed.filter({ hasText: '1 annotation' }).locator('button.open').click()]);
  await started(page);
  await expect(marks(page)).toHaveText(['cluster bombs']);
});

test('nothing says which project was shown last: the one that was changed last is', async ({ app: page }) => {
  await anotherProject(page);
  await work(page, await page.evaluate(() => sessionStorage.getItem('glossator:current')));
  await blank(page);
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await page.goto('./');
  await recovery(page).getByRole('button', { name: /^Go on/ }).click();
  await started(page);
  await expectCount(page, 3, 1);
});

test('the database and the copy are gone: no first visit, but words for it', async ({ app: page }) => {
  await work(page);
  await blank(page);
  await page.evaluate(async () => {
    await caches.delete('glossator-copy');
    await new Promise((come) => (indexedDB.deleteDatabase('glossator').onsuccess = come));
  });
  await page.goto('./');
  await expect(recovery(page)).toContainText('Work was kept here, and it is gone');
  await page.reload();
  await expect(recovery(page)).toContainText('Work was kept here, and it is gone');
  await recovery(page).getByRole('button', { name: 'Begin anew' }).click();
  await started(page);
  await expectCount(page, 0);
  await tag(page, 'cluster bombs', '2');
  await saved(page);
  await page.reload();
  await started(page);
  await expectCount(page, 1);
});

test('local storage is emptied: it is said, and nothing that was saved is lost', async ({ app: page }) => {
  const file = await work(page);
  await blank(page);
  await page.evaluate(() => localStorage.clear());
  await page.goto('./');
  await expect(recovery(page)).toContainText('local storage was emptied');
  await recovery(page).getByRole('button', { name: /^Go on/ }).click();
  await started(page);
  // Who sits here is known from the database.
  expect(await project(page)).toEqual(file);
  await page.reload();
  await started(page);
});

test('a database that does not open is no first visit', async ({ app: page }) => {
  await work(page);
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Internal error', 'UnknownError');
    };
  });
  await page.reload();
  await expect(recovery(page)).toContainText('cannot be read just now');
  await expect(recovery(page).getByRole('button', { name: 'Try again' })).toBeVisible();
  await expect(head(page)).toBeVisible();

  // The second copy is kept elsewhere: it can be seen, taken away and gone on with.
  await expect(recovery(page)).toContainText('Found: 2 documents, 3 annotations.');
  const coming = page.waitForEvent('download');
  await recovery(page).getByRole('button', { name: 'Download what was found' }).click();
  expect(JSON.parse((await content(await coming)).text).annotations).toHaveLength(3);
  await recovery(page).getByRole('button', { name: 'Work without the database for now' }).click();
  await started(page);
  // What was shown is shown again.
  await expectCount(page, 3, 2);
});

test('damaged records are put aside, and all can be had as they are', async ({ app: page }) => {
  await work(page);
  await blank(page);
  const [, second] = names(await records(page), 'log');
  await putRecords(page, { [second]: 'no step at all' });
  await page.goto('./');
  const coming = page.waitForEvent('download');
  await recovery(page).getByRole('button', { name: 'Download all records as they are' }).click();
  expect(JSON.parse((await content(await coming)).text).database[second]).toBe('no step at all');
  await recovery(page).getByRole('button', { name: /^Go on/ }).click();
  await started(page);
  const after = await records(page);
  expect(after[second]).toBeUndefined();
  expect(after[second.replace('00000000/', 'quarantine-00000000/')]).toBe('no step at all');
});
