// The pictures in docs/screenshots: node tests/e2e/screenshots.mjs [address of a running page]

import { mkdir, readFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { browser } from './support/browser.mjs';
import { putRecords, records } from './support/page.mjs';
import { sample } from './support/sample.mjs';
import { serve } from './support/serve.mjs';

const folder = 'docs/screenshots';
const sizes = [[1440, 900], [1024, 768], [390, 844]];

const server = process.argv[2] ? undefined : await serve('dist');
const address = process.argv[2] ?? `http://127.0.0.1:${server.address().port}/`;
const engine = await chromium.launch(browser.launchOptions);
await mkdir(folder, { recursive: true });

const button = (page, name) => page.getByRole('button', { name, exact: true });

async function starter() {
  const page = await engine.newPage();
  await page.goto(address);
  const coming = page.waitForEvent('download');
  await button(page, 'Export').click();
  await page.getByRole('menuitem', { name: /^Project/ }).click();
  await button(page, 'Export without a label').click();
  const file = JSON.parse(await readFile(await (await coming).path(), 'utf8'));
  await page.context().close();
  return file;
}

async function open(file, colorScheme, [width, height], more = {}) {
  const context = await engine.newContext({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce', serviceWorkers: 'allow', ...more });
  // A file of the origin's own in the place of one that a person chooses.
  await context.addInitScript(() => {
    window.showSaveFilePicker = async ({ suggestedName }) =>
      (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true });
  });
  const page = await context.newPage();
  await page.goto(address);
  const asked = page.waitForEvent('filechooser');
  await button(page, 'Import').click();
  await (await asked).setFiles({ name: 'sample.glossator.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
  await page.getByRole('mark').first().waitFor();
  const close = page.locator('.notice').getByRole('button', { name: 'Close' });
  if (await close.count()) await close.click();
  return page;
}

async function picture(page, name) {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.screenshot({ path: `${folder}/${name}.png` });
  console.log(`${folder}/${name}.png`);
}

try {
  const file = sample(await starter());
  {
    // Where the system has colours of its own; and on paper, in colour and without.
    const page = await open(file, 'light', sizes[0], { forcedColors: 'active' });
    await picture(page, 'forced-1440x900');
    await page.context().close();
    const sheet = await open(file, 'light', [794, 1123]);
    await sheet.emulateMedia({ media: 'print' });
    for (const [print, name] of [['0', 'paper'], ['1', 'paper-black-and-white']]) {
      await sheet.evaluate((print) => {
        document.documentElement.dataset.print = print;
        dispatchEvent(new Event('beforeprint'));
      }, print);
      await picture(sheet, name);
    }
    await sheet.context().close();
  }
  for (const colorScheme of ['light', 'dark']) {
    {
      // Too narrow for three columns.
      const page = await open(file, colorScheme, [800, 768]);
      await picture(page, `annotate-800x768${colorScheme === 'dark' ? '-dark' : ''}`);
      await page.context().close();
    }
    for (const size of sizes) {
      const narrow = size[0] < 760;
      const ending = `${size[0]}x${size[1]}${colorScheme === 'dark' ? '-dark' : ''}`;
      const page = await open(file, colorScheme, size);

      // A passage that waits for its tag, with the palette at it.
      await page.locator('#reader').focus();
      await page.keyboard.press('Control+Home');
      for (let block = 0; block < 6; block += 1) await page.keyboard.press('Control+ArrowDown');
      await page.keyboard.press('Control+ArrowUp');
      for (let word = 0; word < 3; word += 1) await page.keyboard.press('Control+Shift+ArrowRight');
      await page.keyboard.press('Enter');
      await page.getByRole('combobox').first().waitFor();
      await picture(page, `palette-${ending}`);
      await page.keyboard.press('Escape');

      // A chosen annotation with its card.
      const marked = page.locator('mark', { hasText: 'Geneva Convention' }).first();
      await marked.scrollIntoViewIfNeeded();
      await marked.click();
      await page.locator('.card.chosen').waitFor({ state: narrow ? 'attached' : 'visible' });
      await picture(page, `annotate-${ending}`);
      if (narrow) {
        await page.getByRole('navigation', { name: 'Columns' }).getByRole('button', { name: 'Annotations' }).click();
        await picture(page, `annotations-${ending}`);
        await page.getByRole('navigation', { name: 'Columns' }).getByRole('button', { name: 'Documents and tags' }).click();
        await picture(page, `lists-${ending}`);
      }

      // A full card: what the tag asks for, certainty, relations, a note.
      if (narrow) await page.getByRole('navigation', { name: 'Columns' }).getByRole('button', { name: 'Annotations' }).click();
      await page.locator('.annotations .pick', { hasText: 'especially the Geneva' }).first().click();
      await page.locator('.card.chosen .chip').first().waitFor();
      await picture(page, `detail-${ending}`);

      // What is asked of the list; the history; how texts are set; the commands; paper.
      // Only when a dialog is gone from the page are the keys the page's again.
      const leave = async () => {
        await page.keyboard.press('Escape');
        await page.locator('dialog').waitFor({ state: 'detached' });
      };
      const command = async (words, wanted) => {
        await page.keyboard.press('Control+k');
        await page.getByRole('dialog').getByRole('combobox').waitFor();
        await page.keyboard.type(words);
        await page.keyboard.press('Enter');
        await page.locator(wanted).waitFor();
      };
      await command('filter and', '.filter-bar');
      await page.keyboard.type('claim');
      await picture(page, `filter-${ending}`);
      await leave();
      await command('history', '.history-dialog');
      await picture(page, `history-${ending}`);
      await leave();
      await command('reading and', '.reading-dialog');
      await picture(page, `reading-${ending}`);
      await leave();
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').getByRole('combobox').waitFor();
      await picture(page, `commands-${ending}`);
      await leave();

      await button(page, 'Codebook').click();
      await page.locator('.tag', { hasText: 'treaty' }).click();
      await picture(page, `codebook-${ending}`);
      await button(page, 'Ledger').click();
      await page.getByRole('grid').first().waitFor();
      await picture(page, `ledger-${ending}`);

      // The projects, where the work is, and what is said when some of it is damaged.
      await button(page, 'Projects').click();
      await page.getByRole('button', { name: /^Duplicate/ }).click();
      await page.getByRole('listitem').filter({ hasText: '(copy)' }).waitFor();
      await picture(page, `projects-${ending}`);
      await command('where your work', '.saving-dialog');
      const sheet = page.getByRole('dialog', { name: 'Where your work is' });
      await sheet.getByRole('button', { name: /^Write to a file/ }).click();
      await sheet.locator('.file', { hasText: 'Also in' }).waitFor();
      await picture(page, `saving-${ending}`);
      const steps = Object.keys(await records(page)).filter((key) => key.startsWith('00000000/log:')).sort();
      await putRecords(page, { [steps[1]]: 'damaged' });
      await page.reload();
      await page.locator('main.recovery').waitFor();
      await page.mouse.move(200, 200);
      await page.waitForFunction(() => !document.querySelector('link[rel=later]'));
      await picture(page, `recovery-${ending}`);
      await page.context().close();
    }
  }
} finally {
  await engine.close();
  server?.close();
}
