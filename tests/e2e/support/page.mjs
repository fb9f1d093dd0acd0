// The journeys' own `test`: every page is watched, and a console error, an uncaught error or a
// request that leaves the origin fails the journey. And the words in which journeys are told.

import { readFile } from 'node:fs/promises';
import { test as base, expect } from '@playwright/test';
import { serve } from './serve.mjs';

export { expect };

// Watches all pages of a context. What is meant to be refused is let pass by `allow`.
function watch(context, origins) {
  const faults = [];
  const allowed = [];
  const own = (address) => ['data:', 'blob:', 'about:'].includes(new URL(address).protocol) || origins.has(new URL(address).origin);
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => faults.push(`uncaught: ${error.error()}`));
  context.on('request', (request) => {
    if (!own(request.url())) faults.push(`left the origin: ${request.url()}`);
  });
  // What the page's policy stopped did not leave; the console tells of it.
  context.on('requestfailed', (request) => {
    const at = faults.indexOf(`left the origin: ${request.url()}`);
    if (at >= 0 && request.failure().errorText === 'csp') faults.splice(at, 1);
  });
  return {
    allow: (pattern) => allowed.push(pattern),
    rest: () => faults.filter((fault) => !allowed.some((pattern) => pattern.test(fault))),
  };
}

export const test = base.extend({
  watched: async ({ context, baseURL }, use) => {
    const watched = watch(context, new Set([new URL(baseURL).origin]));
    await use(watched);
    expect(watched.rest(), 'faults of the page').toEqual([]);
  },

  // A page that has not opened anything yet.
  page: async ({ page, watched }, use) => {
    void watched;
    await use(page);
  },

  // The page as a first visit finds it, started.
  app: async ({ page }, use) => {
    await page.goto('./');
    await started(page);
    await use(page);
  },

  // Makes the page of another person: a profile with nothing in it.
  visitor: async ({ browser, baseURL }, use) => {
    const made = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({ baseURL, ...options });
      const watched = watch(context, new Set([new URL(options.baseURL ?? baseURL).origin]));
      made.push({ context, watched });
      const page = await context.newPage();
      await page.goto('./');
      await started(page);
      return page;
    });
    for (const { context, watched } of made) {
      await context.close();
      expect(watched.rest(), 'faults of a further page').toEqual([]);
    }
  },

  // A server of another origin that counts who comes.
  elsewhere: async ({}, use) => {
    const server = await serve('tests/e2e/support');
    let visits = 0;
    server.on('request', () => (visits += 1));
    await use({ origin: `http://127.0.0.1:${server.address().port}`, visits: () => visits });
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  },
});

export const undoKey = 'Control+z';
export const redoKey = 'Control+Shift+z';

// As where a person has blocked cookies: the very getters of the storages throw, and the database
// does not open.
export const blockStorage = (page) => page.addInitScript(() => {
  Object.defineProperty(window, 'localStorage', {
    get() {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    },
  });
  IDBFactory.prototype.open = () => {
    throw new DOMException('Access is denied for this document.', 'SecurityError');
  };
});

export async function started(page) {
  await expect(reader(page)).toBeVisible();
}

// Where things are.

export const reader = (page) => page.getByRole('document', { name: /^Text: / });
export const marks = (page) => reader(page).getByRole('mark');
export const markOf = (page, words) => marks(page).filter({ hasText: words });
export const palette = (page) => page.getByRole('dialog', { name: /^Tag for “/ });
export const lists = (page) => page.getByRole('region', { name: 'Documents and tags' });
export const annotations = (page) => page.getByRole('region', { name: /^Annotations/ });
export const head = (page) => page.getByRole('banner');
export const foot = (page) => page.getByRole('contentinfo');
export const saving = (page) => foot(page).getByRole('status');
export const undoButton = (page) => head(page).getByRole('button', { name: /^Undo/ });
export const redoButton = (page) => head(page).getByRole('button', { name: /^Redo/ });

// A card's button, by what it shows; all of them without a name.
export function cards(page, name) {
  const buttons = annotations(page).getByRole('button', name === undefined ? {} : { name });
  return buttons.and(page.locator('.pick'));
}

export const chosenCard = (page) => annotations(page).getByRole('button', { expanded: true }).and(page.locator('.pick'));
export const documentButton = (page, title) => lists(page).getByRole('button', { name: title }).and(page.locator('.document'));
// A tag in a list: a button beside the texts, an item of the tree in the codebook.
export function tagButton(page, name) {
  const called = { name: new RegExp(`^${name}(,| )`) };
  return page.getByRole('button', called).or(page.getByRole('treeitem', called)).and(page.locator('.tag'));
}
export const dialog = (page, name) => page.getByRole('dialog', { name });
// The browser hides a dialog at once, and tells the page a moment later: only then keys are the page's again.
export const noDialog = (page) => expect(page.locator('dialog')).toHaveCount(0);
export const notice = (page) => page.locator('.notice');

// How many annotations there are: as the foot says, and the head of the list.
export async function expectCount(page, all, here = all) {
  await expect(foot(page)).toContainText(all === 1 ? '1 annotation ·' : `${all} annotations ·`);
  await expect(annotations(page).getByRole('heading', { level: 2 })).toContainText(`${here} here`);
  await expect(cards(page)).toHaveCount(here);
}

// The pointer.

// The middle of a character in the window: the one at `at` in the first passage that reads
// `words`. Line breaks of the text count as spaces. The passage is scrolled to as by the wheel.
export async function spot(page, words, at = 0, side = 0.5) {
  // A text that has just been imported comes a moment later.
  await expect(reader(page)).toContainText(words);
  return reader(page).evaluate(
    async (root, { words, at, side }) => {
      const wanted = words.replace(/\s/g, ' ');
      for (const block of root.querySelectorAll('[data-block]')) {
        const found = block.textContent.replace(/\s/g, ' ').indexOf(wanted);
        if (found < 0) continue;
        let rest = found + at;
        const nodes = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
          if (rest >= node.length) {
            rest -= node.length;
            continue;
          }
          const range = document.createRange();
          range.setStart(node, rest);
          range.setEnd(node, rest + 1);
          const scroller = root.closest('.reader');
          const view = scroller.getBoundingClientRect();
          // What has just been put there may turn out to be of another height: the place is where it
          // stays, and a reader would turn the wheel until it is in sight.
          let rect = range.getBoundingClientRect();
          for (let tries = 0, still = false; tries < 120 && !still; tries += 1) {
            if (rect.top < view.top + 60 || rect.bottom > view.bottom - 60) {
              scroller.scrollBy({ top: rect.top - (view.top + view.bottom) / 2, behavior: 'instant' });
            }
            await new Promise(requestAnimationFrame);
            const now = range.getBoundingClientRect();
            still = now.top === rect.top && now.left === rect.left && now.top >= view.top && now.bottom <= view.bottom;
            rect = now;
          }
          // A mouse stands on whole pixels; between them Chromium can lose the start of a drag.
          return { x: Math.round(rect.left + rect.width * side), y: Math.round(rect.top + rect.height / 2) };
        }
      }
      throw new Error(`The text does not read “${words}”`);
    },
    { words, at, side },
  );
}

// Drags from one character to another: `from` and `to` are [words, character].
export async function drag(page, from, to, before = async () => {}) {
  // Looking for one end may scroll the other away: both are looked for until they stay where they were.
  let [start, end] = [];
  await expect(async () => {
    end = await spot(page, ...to);
    start = await spot(page, ...from);
    expect(await spot(page, ...to), 'both ends are in view').toEqual(end);
  }).toPass({ timeout: 20_000 });
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(Math.round((start.x + end.x) / 2), Math.round((start.y + end.y) / 2));
  await page.mouse.move(end.x, end.y);
  await before();
  await page.mouse.up();
}

// Drags over the words from the middle of the first letter to the middle of the last.
export const dragOver = (page, words) => drag(page, [words, 0, 0.2], [words, [...words].length - 1, 0.8]);

// Marks words with the mouse and gives the tag with this key.
export async function tag(page, words, key) {
  await dragOver(page, words);
  await give(page, key);
}

// Gives what is selected the tag with this key, and waits until its card is there.
export async function give(page, key) {
  await expect(palette(page)).toBeVisible();
  await page.keyboard.press(key);
  await expect(palette(page)).toBeHidden();
  await expect(chosenCard(page)).toHaveCount(1);
}

export async function clickAt(page, words, at = 0) {
  const { x, y } = await spot(page, words, at);
  await page.mouse.click(x, y);
}

// The keyboard.

// Goes on with Tab until the element has the focus.
export async function tabTo(page, locator, key = 'Tab') {
  for (let step = 0; step < 60; step += 1) {
    if (await locator.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`60 times ${key} did not come to ${locator}`);
}

export async function press(page, key, times = 1) {
  for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
}

// Files.

export const text = (name, content) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
export const json = (name, content) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content, null, 2)),
});

// Hands files over through the Import button.
export async function importFiles(page, ...files) {
  const asked = page.waitForEvent('filechooser');
  await head(page).getByRole('button', { name: 'Import' }).click();
  await (await asked).setFiles(files);
}

// Takes a file away through the menu. `label` answers the question who codes, where it comes;
// `null` goes on without a label.
export async function exported(page, name, label = null) {
  const coming = page.waitForEvent('download');
  await head(page).getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name }).click();
  const question = dialog(page, 'Your label');
  const download = await Promise.race([coming, question.waitFor().then(() => null)]);
  if (download) return content(download);
  if (label === null) {
    await question.getByRole('button', { name: 'Export without a label' }).click();
  } else {
    await question.getByRole('textbox', { name: 'Label' }).fill(label);
    await question.getByRole('button', { name: 'Keep and export' }).click();
  }
  return content(await coming);
}

export async function content(download) {
  const buffer = await readFile(await download.path());
  return { name: download.suggestedFilename(), text: buffer.toString('utf8'), buffer };
}

// The whole project as its file has it.
export const project = async (page) => JSON.parse((await exported(page, /^Project/)).text);

// What the browser keeps for this origin.
export const kept = (page) => page.evaluate(() => Object.fromEntries(Object.entries(localStorage)));

// Writes records into the program's database (what is null goes), and gives back all that it holds.
export const putRecords = (page, changes) =>
  page.evaluate(async (changes) => {
    const answer = (request) =>
      new Promise((come, fail) => {
        request.onsuccess = () => come(request.result);
        request.onerror = () => fail(request.error);
      });
    const opening = indexedDB.open('glossator', 2);
    opening.onupgradeneeded = () => opening.result.createObjectStore('records');
    const database = await answer(opening);
    const records = database.transaction('records', 'readwrite').objectStore('records');
    for (const [key, value] of Object.entries(changes)) {
      if (value === null) records.delete(key);
      else records.put(value, key);
    }
    const [keys, values] = await Promise.all([answer(records.getAllKeys()), answer(records.getAll())]);
    database.close();
    // A file that follows a project is no text, and cannot leave the browser.
    return Object.fromEntries(keys.map((key, at) => [key, typeof values[at] === 'string' ? values[at] : 'no text']));
  }, changes);

// All records of the database.
export const records = async (page) =>
  Object.fromEntries(Object.entries(await putRecords(page, {})).filter(([key]) => !key.startsWith('dirty/')));

// The signs of pages that write, or were killed while they did.
export const signs = async (page) => Object.keys(await putRecords(page, {})).filter((key) => key.startsWith('dirty/'));

// A page of the origin without the program.
export async function blank(page) {
  await page.route('**/blank', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Blank</title>' }));
  await page.goto('./blank');
}

export const saved = (page) => expect(saving(page)).toContainText('Saved in this browser');
export const recovery = (page) => page.locator('main.recovery');

// Every annotation reads what its quote says, by code points.
export function expectExact(file) {
  const texts = new Map(file.documents.map((document) => [document.id, Array.from(document.text)]));
  for (const { document, target } of file.annotations) {
    for (const { start, end, quote } of target.ranges) {
      expect(texts.get(document).slice(start, end).join('')).toBe(quote);
    }
  }
}

// The passages with the names of their tags, in the order of the file.
export function readings(file) {
  const names = new Map(file.codebook.tags.map((tag) => [tag.id, tag.name]));
  return file.annotations.map(({ tag, target }) => [names.get(tag), target.ranges.map((range) => range.quote).join(' … ')]);
}

// Begins another project, which the tab then shows.
export async function anotherProject(page) {
  await head(page).getByRole('button', { name: 'Projects' }).click();
  await Promise.all([page.waitForEvent('load'), page.getByRole('main').getByRole('button', { name: 'New project' }).click()]);
  await started(page);
}
