// The ends of a passage are dragged to where they belong.

import {
  chosenCard, dragOver, expect, expectExact, importFiles, markOf, palette, project, reader, readings, spot, tag, test, text, undoButton,
} from './support/page.mjs';

const handle = (page, edge) => page.locator(`.handles [data-edge=${edge}]`);

// The middle of a handle, on whole pixels.
async function grip(page, edge) {
  await expect(handle(page, edge)).toBeVisible();
  const box = await handle(page, edge).boundingBox();
  return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
}

// Drags an end to a character; `before` looks at the page before the hand lets go.
async function pull(page, edge, words, at = 0, before = async () => {}) {
  const from = await grip(page, edge);
  const to = await spot(page, words, at);
  expect(await grip(page, edge), 'the handle is still there').toEqual(from);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(Math.round((from.x + to.x) / 2), Math.round((from.y + to.y) / 2));
  await page.mouse.move(to.x, to.y);
  await before();
  await page.mouse.up();
}

const quotes = async (page) => readings(await project(page)).map(([, quote]) => quote);

test('an end is dragged by words, shown before it is taken, and taken back', async ({ app: page }) => {
  await tag(page, 'the armed forces of Amenia', '4');
  await pull(page, 'end', 'have been', 1, async () => {
    await expect(page.locator('.overlay .taken').first()).toBeVisible();
    await expect(markOf(page, 'the armed forces of Amenia')).toHaveText('the armed forces of Amenia');
  });
  await expect(chosenCard(page)).toContainText('the armed forces of Amenia have');
  await pull(page, 'start', 'armed forces', 2);
  await expect(chosenCard(page)).toHaveText(/armed forces of Amenia have$/);
  expect(await quotes(page)).toEqual(['armed forces of Amenia have']);
  await undoButton(page).click();
  await undoButton(page).click();
  expect(await quotes(page)).toEqual(['the armed forces of Amenia']);
});

test('with Alt an end takes the very characters', async ({ app: page }) => {
  await tag(page, 'the armed forces of Amenia', '4');
  await page.keyboard.down('Alt');
  await pull(page, 'end', 'forces of', 3);
  await page.keyboard.up('Alt');
  await expect(chosenCard(page)).toHaveText(/the armed for?$/);
  expectExact(await project(page));
});

test('an end goes across paragraphs and back, and never past the other end', async ({ app: page }) => {
  await page.setViewportSize({ width: 1440, height: 1600 });
  await tag(page, 'the Azerbaijani NGOs', '4');
  const start = (await quotes(page))[0];
  expect(start).toBe('the Azerbaijani NGOs');
  await pull(page, 'start', 'rocket fire', 0);
  await expect(chosenCard(page)).toContainText('rocket fire');
  const [long] = await quotes(page);
  expect(long).toMatch(/^rocket fire[\s\S]*the Azerbaijani NGOs$/);
  await pull(page, 'start', 'Azerbaijani NGOs,', 3);
  expect(await quotes(page)).toEqual(['Azerbaijani NGOs']);
  await pull(page, 'start', 'with deep concern', 2);
  expect(await quotes(page)).toEqual(['Azerbaijani NGOs']);
  expectExact(await project(page));
});

test('Escape gives a drag up', async ({ app: page }) => {
  await tag(page, 'the armed forces of Amenia', '4');
  await pull(page, 'end', 'have been', 1, async () => {
    await expect(page.locator('.overlay .taken').first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.locator('.overlay .taken')).toHaveCount(0);
  });
  await expect(chosenCard(page)).toHaveText(/the armed forces of Amenia$/);
  expect(await quotes(page)).toEqual(['the armed forces of Amenia']);
});

test('a passage without a tag is corrected by its handles too', async ({ app: page }) => {
  await dragOver(page, 'armed forces');
  await expect(palette(page)).toBeVisible();
  await pull(page, 'start', 'the armed', 0);
  await expect(palette(page)).toHaveAccessibleName('Tag for “the armed forces”');
  await page.keyboard.press('4');
  await expect(markOf(page, 'the armed forces')).toHaveAccessibleDescription(/^actor/);
});

test('an end that is held beyond the edge of the column scrolls it', async ({ app: page }) => {
  await page.setViewportSize({ width: 1440, height: 420 });
  await tag(page, 'the armed forces of Amenia', '4');
  const from = await grip(page, 'end');
  const view = await page.locator('.reader').boundingBox();
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, Math.round(view.y + view.height - 10), { steps: 3 });
  await expect.poll(() => page.locator('.reader').evaluate((reader) => reader.scrollTop)).toBeGreaterThan(120);
  await page.mouse.up();
  const [quote] = await quotes(page);
  expect(quote.length).toBeGreaterThan(150);
  expectExact(await project(page));
});

test('from right to left the handles stand at the right ends', async ({ app: page }) => {
  await importFiles(page, text('arabic.txt', 'يولد جميع الناس أحرارا متساوين في الكرامة والحقوق.\n'));
  await expect(reader(page)).toContainText('يولد');
  await tag(page, 'جميع الناس', '4');
  const start = await grip(page, 'start');
  const end = await grip(page, 'end');
  expect(start.x).toBeGreaterThan(end.x);
  await pull(page, 'end', 'أحرارا', 2);
  await expect(chosenCard(page)).toContainText('جميع الناس أحرارا');
});
