// Steady work at the keyboard, and what of it the page has called saved.

import { importFiles, recovery, text } from '../support/page.mjs';

const PARAGRAPHS = 120;
const WORDS = 30;

// A text with as many words in each paragraph, so that every passage is told from the others.
const field = Array.from({ length: PARAGRAPHS }, (_, paragraph) =>
  Array.from({ length: WORDS }, (_, word) => `word${paragraph}x${word}`).join(' '),
).join('\n\n');

// Opens the page, and begins to write down what it has called saved: the number of annotations that
// the foot names at a moment when it says Saved.
export async function open(page, base) {
  await page.goto(base);
  const known = { saved: 0, told: await settled(page) };
  await page.exposeFunction('noteSaved', (count) => (known.saved = Math.max(known.saved, count))).catch(() => {});
  await page.evaluate(() => {
    const note = () => {
      if (!document.querySelector('.saving')?.textContent.includes('Saved in this browser')) return;
      window.noteSaved(Number(document.querySelector('.totals').textContent.replace(/[^\d ].*$/, '').replace(/\D/g, '')));
    };
    new MutationObserver(note).observe(document.querySelector('.foot'), { childList: true, subtree: true, characterData: true });
    note();
  });
  return known;
}

export async function addField(page) {
  await importFiles(page, text('field.txt', field));
  await page.locator('[data-block="0"]', { hasText: 'word0x0' }).waitFor();
}

export async function showField(page) {
  await page.locator('.document', { hasText: 'field' }).click();
  await page.locator('[data-block="0"]', { hasText: 'word0x0' }).waitFor();
}

// Goes to a paragraph; from there each `mark` takes the next word.
export async function goTo(page, paragraph) {
  const block = page.locator(`#reader [data-block="${paragraph}"]`);
  await block.scrollIntoViewIfNeeded();
  const { x, y } = await block.evaluate(async (block) => {
    // What comes into sight is laid out then, and may turn out to be of another height.
    const frame = () => new Promise((done) => requestAnimationFrame(() => done(block.getBoundingClientRect().top)));
    for (let [before, now] = [NaN, await frame()]; before !== now; ) [before, now] = [now, await frame()];
    const nodes = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    range.setStart(nodes.nextNode(), 0);
    range.setEnd(range.startContainer, 1);
    const rect = range.getBoundingClientRect();
    return { x: rect.left + 1, y: (rect.top + rect.bottom) / 2 };
  });
  await page.mouse.click(x, y);
  await page.keyboard.press('Escape');
}

export async function mark(page, key = '1') {
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('Enter');
  await page.locator('.palette').waitFor();
  await page.keyboard.press(key);
  await page.locator('.palette').waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+ArrowRight');
}

// Without the runner of the journeys nothing waits for as long as a busy machine may need.
export const shown = (page) => page.locator('#reader').waitFor();

// The same; where the page says first that something was lost, goes on with what is there, and is true.
export async function settled(page) {
  await page.locator('main.recovery, #reader').first().waitFor();
  const isTold = (await recovery(page).count()) > 0;
  if (isTold) await recovery(page).getByRole('button', { name: /^(Go on|Begin|Work without)/ }).click();
  await shown(page);
  return isTold;
}

export const saved = (page) => page.locator('.saving', { hasText: 'Saved in this browser' }).waitFor();

export async function count(page) {
  const words = await page.locator('.totals').textContent();
  return Number(words.split(' annotation')[0].replace(/\D/g, ''));
}
