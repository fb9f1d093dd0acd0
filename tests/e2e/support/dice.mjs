// Random selections in the DOM, as a person's would be, and what they must become.

import { expect } from '@playwright/test';
import { reader } from './page.mjs';

// Mulberry32.
export function chance(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { below: (end) => Math.floor(next() * end), pick: (list) => list[Math.floor(next() * list.length)] };
}

// As DESIGN has it: a BOM goes, CRLF and CR become LF, all else stays.
export const imported = (raw) => raw.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');

// In the page: selects between two random points and lifts the pointer with Alt held. Points are given
// as block and offset in UTF-16; `data` is what the text nodes hold between them, block by block.
function select(root, dice) {
  const nodes = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node.length > 0) nodes.push(node);
  const point = (index, share) => {
    const node = nodes[index];
    let offset = Math.floor(share * (node.length + 1));
    // No browser puts an end into the middle of a surrogate pair.
    if (/^[\udc00-\udfff]/.test(node.data.slice(offset)) && /[\ud800-\udbff]$/.test(node.data.slice(0, offset))) offset += 1;
    return { node, index, offset };
  };
  const first = Math.floor(dice[0] * nodes.length);
  const far = dice[1] < 0.7 ? 0 : Math.floor((dice[1] - 0.7) * 20);
  let from = point(first, dice[2]);
  let to = point(Math.min(first + far, nodes.length - 1), dice[3]);
  if (to.index === from.index && to.offset < from.offset) [from, to] = [to, from];
  const place = ({ node, offset }) => {
    const block = node.parentElement.closest('[data-block]');
    let before = 0;
    for (const other of nodes) {
      if (other === node) break;
      if (block.contains(other)) before += other.length;
    }
    return { block: Number(block.dataset.block), offset: before + offset };
  };
  const data = [];
  for (let index = from.index; index <= to.index; index += 1) {
    const { data: words, parentElement } = nodes[index];
    const block = parentElement.closest('[data-block]').dataset.block;
    const part = words.slice(index === from.index ? from.offset : 0, index === to.index ? to.offset : undefined);
    if (data.at(-1)?.block === block) data.at(-1).part += part;
    else data.push({ block, part });
  }
  const found = { start: place(from), end: place(to), data: data.map(({ part }) => part) };
  if (found.data.join('') === '') return null;

  const [anchor, head] = dice[4] < 0.5 ? [from, to] : [to, from];
  const fire = (name, { node }) =>
    node.parentElement.dispatchEvent(new PointerEvent(name, {
      bubbles: true, cancelable: true, composed: true, altKey: true, button: 0, buttons: name === 'pointerup' ? 0 : 1,
      pointerId: 1, pointerType: 'mouse', isPrimary: true,
    }));
  fire('pointerdown', anchor);
  getSelection().setBaseAndExtent(anchor.node, anchor.offset, head.node, head.offset);
  fire('pointerup', head);
  return found;
}

// Where each block that is shown begins in the text, in UTF-16.
export async function startsOf(page, text) {
  // Blocks out of sight come while nothing is done.
  await expect(reader(page).locator('.unfilled')).toHaveCount(0);
  const blocks = await reader(page).locator('[data-block]').evaluateAll((all) => all.map((block) => block.textContent));
  let from = 0;
  return blocks.map((block) => {
    const start = text.indexOf(block, from);
    expect(start, 'a block is a slice of the text').toBeGreaterThanOrEqual(from);
    expect(text.slice(from, start), 'only white space is between blocks').toMatch(/^[\s\u0085]*$/);
    from = start + block.length;
    return start;
  });
}

// Makes so many random passages annotations, and says where each was selected.
export async function markAtRandom(page, random, starts, number) {
  const made = [];
  while (made.length < number) {
    const dice = Array.from({ length: 5 }, () => random.below(2 ** 20) / 2 ** 20);
    const found = await reader(page).evaluate(select, dice);
    if (found === null) continue;
    await page.locator('.palette').waitFor();
    await page.keyboard.press(String(1 + random.below(7)));
    await page.locator('.palette').waitFor({ state: 'hidden' });
    // The card follows when the new marks are painted.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));
    // One that is there already is chosen instead; it must fit as well.
    const field = await page.locator('.card.chosen textarea').getAttribute('id');
    const at = ({ block, offset }) => starts[block] + offset;
    made.push({ id: field.replace(/^note-/, ''), start: at(found.start), end: at(found.end), data: found.data });
  }
  return made;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

// What is wrong with an annotation that a selection became: it has the selection's code points, with at
// most the rest of a grapheme more at each side.
export function faultsOf({ start, end, data }, annotation, documents, expectedTitle) {
  const { text, title } = documents.get(annotation.document);
  const [{ start: first, end: last, quote, prefix, suffix }] = annotation.target.ranges;
  const points = Array.from(text);
  const faults = [];
  const is = (fact, words) => {
    if (!fact) faults.push(`${title}: ${words}: ${JSON.stringify({ quote, data, first, last, start, end })}`);
  };
  is(title === expectedTitle, 'in its document');
  is(annotation.target.ranges.length === 1, 'one range');
  is(points.slice(first, last).join('') === quote, 'the code points are the quote');
  is(points.slice(Math.max(0, first - 32), first).join('').endsWith(prefix) && points.slice(last, last + 32).join('').startsWith(suffix), 'the context is right');
  is(text.slice(start, end).startsWith(data[0]) && text.slice(start, end).endsWith(data.at(-1)), 'the selection is where it was');
  let at = 0;
  for (const piece of data) {
    const found = quote.indexOf(piece, at);
    is(found >= 0, 'the quote holds what was selected');
    at = found + piece.length;
  }
  const before = points.slice(0, first).join('').length;
  const after = before + quote.length;
  is(before <= start && after >= end, 'the quote covers what was selected');
  const clusters = graphemes.segment(text);
  const lastCluster = clusters.containing(end - 1);
  is(before >= clusters.containing(start).index, 'no more than the rest of a grapheme before');
  is(after <= lastCluster.index + lastCluster.segment.length, 'no more than the rest of a grapheme after');
  return faults;
}
