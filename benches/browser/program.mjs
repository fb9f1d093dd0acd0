// The program, with a project that has the text as its second document.

import { fill, stored } from '../../tests/e2e/support/stored.mjs';
import { begin, drag, megabytes, timed, withPage } from './page.mjs';
import { TAGS } from './texts.mjs';

// How long all marks may take, in milliseconds. They are not waited for any longer.
export const PATIENCE = 60_000;

// The eighth tag, which has every fifth annotation and a colour that no other has.
const topic = { name: 'topic', colour: '#b8458a', key: '8', order: '8', parent: null };
const codebook = (tags) => [...tags, { ...tags[0], ...topic, id: 'f0000000-0000-4000-8000-000000000008' }];

// `model` is a project that the program has kept; `acts` is how often passages are marked.
export const program = (engine, base, model, { text, spans }, acts) =>
  withPage(engine, async (watched) => {
    const { page } = watched;
    await page.goto(`${base}icon.svg`);
    const leaflet = { title: 'leaflet', text: 'A leaflet.', spans: [] };
    const entries = Object.entries(stored(model, [leaflet, { title: 'book', text, spans }], codebook));
    for (let at = 0; at < entries.length; at += 20) await fill(page, entries.slice(at, at + 20));
    const begun = performance.now();
    await page.goto(base);
    await page.locator('#reader', { hasText: 'A leaflet.' }).waitFor();
    const start = performance.now() - begun;
    // The rest of the program comes at the first sign of a person.
    await page.mouse.move(640, 300);
    await page.locator('.strip').waitFor();
    await begin(watched);
    await page.evaluate(helpers, topic.colour);
    const opened = await open(page, text, spans);
    const scrolled = await page.evaluate(() => bench.scroll(document.querySelector('.reader'), 12_000, 100));
    // As the floor is measured: opened and scrolled. What is done after it stays to be undone, and is told apart.
    const openedMegabytes = await megabytes(watched);
    const mouse = await byMouse(page, acts);
    const keys = await byKeys(page, acts);
    const hidden = await hide(page);
    const bulk = await inBulk(page);
    return { start, ...opened, scrolled, mouse, keys, hidden, bulk, megabytes: openedMegabytes, after: await megabytes(watched) };
  });

// What the acts look for on the page.
function helpers(colour) {
  let blocks = [];
  const marks = () => blocks.flatMap((block) => [...block.querySelectorAll('mark')]);
  const ids = () => new Set(marks().flatMap((mark) => mark.dataset.ids.split(' ')));
  Object.assign(bench, {
    // Chooses the blocks that are in sight now; the others tell of those.
    look: () => (blocks = bench.inSight(document.querySelector('#reader'), '[data-block]')),
    ids,
    // Something is marked that was not before; it is the newest then.
    isAdded(before) {
      bench.newest = [...ids()].find((id) => !before.has(id));
      return bench.newest !== undefined;
    },
    isTopicInSight: () => marks().some((mark) => mark.style.cssText.includes(colour)),
    palette: () => document.querySelector('.palette')?.contains(document.activeElement),
  });
}

async function open(page, text, spans) {
  // Marks are made from the front to the end: all are there when the last block that has some has them.
  const last = Math.max(...spans.map(([start]) => start));
  const behind = text.slice(last).replace(/\s/g, '').length;
  const book = page.locator('.document', { hasText: 'book' });
  const { made, ...times } = await timed(page, expectAll, () => book.click(), { behind, PATIENCE });
  if (made !== spans.length) throw new Error(`${made} of ${spans.length} annotations are marked`);
  return times;
}

function expectAll({ behind, PATIENCE }) {
  bench.expect('click', () => document.querySelector('#reader mark'));
  bench.done = bench.done.then(async ({ begun, time, longest }) => {
    const root = document.querySelector('#reader');
    const isFilled = () => root.querySelector('.unfilled') === null;
    if (!isFilled()) {
      await new Promise((come) => {
        new MutationObserver(() => isFilled() && come()).observe(root, { subtree: true, attributeFilter: ['class'] });
        setTimeout(come, PATIENCE);
      });
    }
    const blocks = document.querySelectorAll('#reader [data-block]');
    let at = blocks.length;
    for (let rest = behind; rest > 0; ) rest -= blocks[(at -= 1)].textContent.replace(/\s/g, '').length;
    const isMarked = () => blocks[at].querySelector('mark') !== null;
    // In a short text they are all on the first screen. Whoever asks with each frame whether they are there has
    // frames made, and with them time for what is done when nothing else is.
    if (!isMarked()) {
      await new Promise((come) => {
        new MutationObserver(come).observe(blocks[at], { childList: true });
        setTimeout(come, PATIENCE);
      });
      await bench.painted();
    }
    const now = performance.now();
    const all = isMarked() ? now - begun : Infinity;
    // What comes after this has them all.
    await bench.paintedWhen(isMarked, 'all marks');
    const marks = [...document.querySelectorAll('#reader mark')];
    const made = new Set(marks.flatMap((mark) => mark.dataset.ids.split(' '))).size;
    return { made, open: time, opening: longest, all, filling: bench.longest(begun + time, now) };
  });
}

async function byMouse(page, acts) {
  const times = { palette: [], add: [] };
  const passages = await page.evaluate((acts) => bench.passages(document.querySelector('#reader'), acts), acts);
  for (const passage of passages) {
    await drag(page, passage);
    const opened = await timed(page, () => bench.expect('pointerup', bench.palette), () => page.mouse.up());
    times.palette.push(opened.time);
    const { x, y, width, height } = await page.locator('.palette .option').first().boundingBox();
    await page.mouse.move(x + width / 2, y + height / 2);
    times.add.push((await timed(page, expectMark, () => page.mouse.click(x + width / 2, y + height / 2), 'click')).time);
    await page.keyboard.press('Escape');
  }
  return times;
}

// That a passage in sight is marked which was not before.
function expectMark(type) {
  bench.look();
  const before = bench.ids();
  bench.expect(type, () => bench.isAdded(before));
}

async function byKeys(page, acts) {
  const times = { palette: [], add: [], undo: [], remove: [] };
  // Arrows go where they point to.
  const isRightToLeft = await page.locator('#reader [data-block]').first().evaluate((block) => getComputedStyle(block).direction === 'rtl');
  const ahead = isRightToLeft ? 'ArrowLeft' : 'ArrowRight';
  await page.locator('#reader').focus();
  for (let act = 0; act < acts; act += 1) {
    await page.keyboard.press(`Control+Shift+${ahead}`);
    const opened = await timed(page, () => bench.expect('keydown', bench.palette), () => page.keyboard.press('Enter'));
    times.palette.push(opened.time);
    // The first tag is the mouse's.
    const key = String(2 + (act % (TAGS - 2)));
    times.add.push((await timed(page, expectMark, () => page.keyboard.press(key), 'keydown')).time);
    const gone = () => bench.expect('keydown', () => !bench.ids().has(bench.newest));
    if (act % 3 === 0) {
      // Control is a key of its own: it is held before anything is waited for.
      await page.keyboard.down('Control');
      times.undo.push((await timed(page, gone, () => page.keyboard.press('z'))).time);
      await page.keyboard.up('Control');
    } else if (act % 3 === 1) {
      times.remove.push((await timed(page, gone, () => page.keyboard.press('Delete'))).time);
    }
    await page.locator('#reader').focus();
    await page.keyboard.press('Escape');
    await page.keyboard.press(`Control+${ahead}`);
  }
  return times;
}

const row = (page, place) => page.locator(`${place} .tag-row`, { has: page.locator('.tag', { hasText: topic.name }) });

async function hide(page) {
  const acts = [];
  const eye = row(page, '.lists').locator('.eye');
  await page.evaluate(() => bench.look());
  for (let time = 0; time < 3; time += 1) {
    acts.push(await timed(page, () => bench.expect('click', () => !bench.isTopicInSight()), () => eye.click()));
    await timed(page, () => bench.expect('click', bench.isTopicInSight), () => eye.click());
  }
  return acts;
}

// A fifth of all annotations goes with its tag in one step, comes back, and goes again.
async function inBulk(page) {
  const screen = (name) => page.locator('.screens button', { hasText: name }).click();
  await screen('Codebook');
  await row(page, '.codebook').locator('.tag').click();
  const rows = await page.locator('.codebook .tag-row').count();
  const isGone = (rows) => bench.expect('click', () => document.querySelectorAll('.codebook .tag-row').length === rows - 1);
  await page.locator('.sheet .delete').click();
  const remove = await timed(page, isGone, () => page.locator('.book-dialog .danger').click(), rows);
  await screen('Annotate');
  await page.locator('#reader mark').first().waitFor();
  await page.locator('#reader').focus();
  await page.evaluate(() => bench.look());
  await page.keyboard.down('Control');
  const undo = await timed(page, () => bench.expect('keydown', bench.isTopicInSight), () => page.keyboard.press('z'));
  await page.keyboard.down('Shift');
  const redo = await timed(page, () => bench.expect('keydown', () => !bench.isTopicInSight()), () => page.keyboard.press('z'));
  await page.keyboard.up('Shift');
  await page.keyboard.up('Control');
  return { remove, undo, redo };
}
