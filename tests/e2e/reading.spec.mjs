// How texts are set, and the document on paper.

import { inflateSync } from 'node:zlib';
import { clickAt, dialog, expect, head, lists, markOf, reader, spot, started, tabTo, tag, test } from './support/page.mjs';

test.use({ viewport: { width: 1440, height: 900 } });

const sheet = (page) => dialog(page, 'Reading and printing');
const open = (page) => head(page).getByRole('button', { name: 'Reading and printing' }).click();
const choose = (page, group, name) => sheet(page).getByRole('group', { name: group }).getByRole('radio', { name, exact: true }).check();
const style = (page, name) => reader(page).locator('p').first().evaluate((block, name) => getComputedStyle(block)[name], name);

test('each choice is seen at once and kept for the next visit', async ({ app: page }) => {
  const before = { size: await style(page, 'fontSize'), width: (await reader(page).boundingBox()).width, lead: await style(page, 'lineHeight') };
  await open(page);
  await choose(page, 'Size of letters', 'Largest');
  expect(parseFloat(await style(page, 'fontSize'))).toBeGreaterThan(1.7 * parseFloat(before.size));
  await choose(page, 'Size of letters', 'Small');
  await choose(page, 'Length of lines', 'Short');
  expect((await reader(page).boundingBox()).width).toBeLessThan(0.85 * before.width);
  await choose(page, 'Distance of lines', 'Double');
  expect(parseFloat(await style(page, 'lineHeight')) / parseFloat(await style(page, 'fontSize'))).toBeCloseTo(2.3, 1);
  await choose(page, 'Letters', 'Without serifs');
  expect(await style(page, 'fontFamily')).toContain('sans-serif');
  const number = () => reader(page).locator('[data-number]').first().evaluate((block) => getComputedStyle(block, '::before').display);
  await choose(page, 'Paragraph numbers', 'Not shown');
  expect(await number()).toBe('none');
  await page.reload();
  await started(page);
  expect(await style(page, 'fontSize')).toBe('16px');
  expect(await style(page, 'fontFamily')).toContain('sans-serif');
  expect(await number()).toBe('none');
  await open(page);
  await expect(sheet(page).getByRole('radio', { name: 'Short' })).toBeChecked();
  await sheet(page).getByRole('button', { name: 'As at first' }).click();
  expect(await style(page, 'fontSize')).toBe(before.size);
  expect((await reader(page).boundingBox()).width).toBe(before.width);
});

test('marking is exact in every setting, and by keys the sheet can be used', async ({ app: page }) => {
  await open(page);
  const radio = sheet(page).getByRole('radio', { name: 'Smallest' });
  await tabTo(page, sheet(page).getByRole('radio', { name: 'Medium' }).first());
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(sheet(page).getByRole('radio', { name: 'Largest' })).toBeChecked();
  await expect(radio).not.toBeChecked();
  await choose(page, 'Length of lines', 'Short');
  await page.keyboard.press('Escape');
  await expect(sheet(page)).toBeHidden();
  await tag(page, 'artillery and rocket fire', '2');
  await expect(markOf(page, 'artillery and rocket fire')).toHaveCount(1);
  await clickAt(page, 'artillery and rocket', 3);
  // What is painted over the text has gone along with it.
  const { x, y } = await spot(page, 'artillery and rocket fire', 0, 0);
  const handle = await page.locator('.handle[data-edge="start"]').boundingBox();
  expect(Math.abs(handle.x + handle.width / 2 - x)).toBeLessThan(14);
  expect(handle.y).toBeGreaterThan(y - 10);
});

test('what was kept and reads wrong is as at first', async ({ page }) => {
  for (const kept of ['9x', '', '777777777', 'null', '💥']) {
    await page.addInitScript((kept) => localStorage.setItem('glossator:reading', kept), kept);
    await page.goto('./');
    await started(page);
    expect(await style(page, 'fontSize')).toBe('17.5px');
  }
});

// The words of a PDF that Chromium made, as far as they can be told without its fonts: how many pages,
// and how many strokes in colour and in grey its pages have.
async function paper(page) {
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: false });
  const raw = pdf.toString('latin1');
  let drawn = '';
  for (const match of raw.matchAll(/stream\r?\n/g)) {
    try {
      drawn += inflateSync(pdf.subarray(match.index + match[0].length)).toString('latin1');
    } catch {
      // Not a packed stream.
    }
  }
  const colours = new Set([...drawn.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG)\b/g)].map(([, ...rgb]) => rgb.join(' ')));
  const coloured = [...colours].filter((rgb) => new Set(rgb.split(' ').map((part) => Math.round(part * 20))).size > 1);
  return { pages: [...raw.matchAll(/\/Type\s*\/Page\b/g)].length, coloured };
}

// What stands on the sheet, while the page is laid out for paper.
async function printed(page, read) {
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  const found = await read(page.locator('.print'));
  await page.emulateMedia({ media: null });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(page.locator('.print')).toHaveCount(0);
  return found;
}

test('paper has the text, numbered marks, their names, a legend and the notes', async ({ app: page }) => {
  await tag(page, 'the armed forces of Amenia', '4');
  await page.getByRole('textbox', { name: 'Note' }).fill('misspelt in the source');
  await tag(page, 'continuously subjecting the civilian population', '2');
  await tag(page, 'the Geneva Convention of 1949', '6');
  const screen = (await reader(page).innerText()).replace(/\s+/g, ' ');
  await printed(page, async (sheet) => {
    await expect(sheet).toBeVisible();
    await expect(page.getByRole('banner')).toBeHidden();
    await expect(sheet.getByRole('heading', { level: 1 })).toHaveText('Appeal of 292 NGOs');
    const rows = await sheet.locator('.print-row > p').evaluateAll((all) => all.map((one) => [...one.childNodes].filter((node) => node.tagName !== 'SUP').map((node) => node.textContent).join('')));
    expect(rows.join(' ').replace(/\s+/g, ' ')).toBe(screen);
    await expect(sheet.locator('.print-row mark')).toHaveText(['the armed forces of Amenia', 'continuously subjecting the civilian population', 'the Geneva Convention of 1949']);
    await expect(sheet.locator('.print-row li')).toHaveText(['1actor', '2accusation', '3treaty']);
    const [mark, name] = [await sheet.locator('mark').first().boundingBox(), await sheet.locator('.print-row li').first().boundingBox()];
    expect(name.x).toBeGreaterThan(mark.x + mark.width);
    await expect(sheet.locator('.print-legend li')).toHaveText([/^claim \/ accusation×1$/, /^actor×1$/, /^legal reference \/ treaty×1$/], { useInnerText: false });
    await expect(sheet.locator('.print-notes')).toContainText('misspelt in the source');
  });
  // A hidden tag is not printed, and that is said.
  await lists(page).getByRole('button', { name: /^actor, / }).hover();
  await lists(page).getByRole('button', { name: 'Hide actor', exact: true }).click();
  await printed(page, async (sheet) => {
    await expect(sheet.locator('mark')).toHaveCount(2);
    await expect(sheet).toContainText('1 annotation not printed');
  });
});

test('the PDF is in colour, or in black and white', async ({ app: page }) => {
  await tag(page, 'the armed forces of Amenia', '4');
  await tag(page, 'continuously subjecting the civilian population', '2');
  const before = await reader(page).innerHTML();
  const colour = await paper(page);
  expect(colour.pages).toBeGreaterThan(0);
  expect(colour.coloured.length).toBeGreaterThan(1);
  await expect(page.locator('.print')).toHaveCount(0);
  await open(page);
  await choose(page, 'Marks on paper', 'In black and white');
  await page.keyboard.press('Escape');
  const mono = await paper(page);
  expect(mono.pages).toBe(colour.pages);
  expect(mono.coloured).toEqual([]);
  await printed(page, async (sheet) => {
    const lines = await sheet.locator('mark').evaluateAll((all) => all.map((mark) => getComputedStyle(mark).borderBottomStyle));
    expect(new Set(lines).size).toBe(2);
  });
  expect(await reader(page).innerHTML()).toBe(before);
});

test('a command prints, and so does the sheet', async ({ app: page }) => {
  await page.evaluate(() => {
    window.printed = 0;
    window.print = () => (window.printed += 1);
  });
  await open(page);
  await sheet(page).getByRole('button', { name: 'Print…' }).click();
  await expect.poll(() => page.evaluate(() => window.printed)).toBe(1);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('print the doc');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => window.printed)).toBe(2);
});
