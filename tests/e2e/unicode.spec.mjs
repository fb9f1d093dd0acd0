// Real selections in the DOM over generated Unicode: every annotation's code points are the words
// that were selected, with at most the rest of a grapheme more at each side.

import { expect, importFiles, project, reader, started, test } from './support/page.mjs';

const seed = Number(process.env.GLOSSATOR_SEED ?? 20201004);
const parts = 4;
const textsInPart = 5;
const selectionsInText = 25;

// Mulberry32.
function chance(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { below: (end) => Math.floor(next() * end), pick: (list) => list[Math.floor(next() * list.length)] };
}

const pieces = [
  'appeal', 'The', '1949', '822 (1993)', 'U.N.', '.', ',', '“so”', '—', '(', ')', '!', // plain
  '𝒜𝓃𝓃𝑒𝓍', '𠮷野家', '𐐷', '🧭', // astral
  'e\u0301', 'o\u0323\u0302', 'Z\u0351\u036b\u0343', '\u0301', 'n\u0303', 'Ş', 'I\u0307', // combining
  '👨‍👩‍👧‍👦', '🏳️‍🌈', '👍🏽', '❤️', '1️⃣', '👩🏿‍🚀', '\u200d', '\ufe0f', // joined
  '🇦🇿', '🇦🇲', '🇬🇪🇹🇷🇮🇷', '🇦', // flags
  'العربية', 'עִבְרִית', 'فارسی\u200cها', '\u202eabc\u202c', '\u2066فـ\u2069', '\u200f', // bidi
  'क्षत्रिय', 'กำลัง', '한국어', '\u1112\u1161\u11ab', 'ᄀ', '漢字かな', 'Հայերեն', 'ქართული', 'தமிழ்நி', // scripts
  '\u0000', '\u00a0', '\u200b', '\ufeff', '\u00ad', '\u0085', '\u2028', '\u2029', '\u000b', '\u000c', '\t', // odd
];
const gaps = [' ', ' ', ' ', ' ', ' ', '', '', '', '\n', '\r\n', '\r', '\n\n', '\r\n\r\n', '\n \t\n', '\r\r', '\n\u00a0\n', '\n\r'];

function generate(random, number) {
  const length = number === 0 ? 1500 : 20 + random.below(160);
  const breaks = number === 1 ? gaps.slice(0, 8) : gaps;
  let text = number % 3 === 2 ? '\ufeff' : '';
  for (let at = 0; at < length; at += 1) text += random.pick(pieces) + random.pick(number === 0 ? ['', ' '] : breaks);
  return text;
}

// As DESIGN has it: a BOM goes, CRLF and CR become LF, all else stays.
const imported = (raw) => raw.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');

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

for (let part = 0; part < parts; part += 1) {
  test(`selections over generated Unicode keep their code points, part ${part + 1} of ${parts}`, async ({ page }) => {
    test.setTimeout(150_000);
    const random = chance(seed + part);
    const raws = Array.from({ length: textsInPart }, (_, number) => generate(random, number));
    await page.goto('./');
    await started(page);
    await importFiles(page, ...raws.map((raw, number) => ({
      name: `text ${number}.txt`, mimeType: 'text/plain', buffer: Buffer.from(raw),
    })));

    const selections = [];
    for (const [number, raw] of raws.entries()) {
      await page.getByRole('button', { name: new RegExp(`^text ${number}(?!\\d)`) }).click();
      await expect(reader(page)).toHaveAccessibleName(`Text: text ${number}`);
      const text = imported(raw);
      const blocks = await reader(page).locator('[data-block]').evaluateAll((all) => all.map((block) => block.textContent));
      let from = 0;
      const starts = blocks.map((block) => {
        const start = text.indexOf(block, from);
        expect(start, `seed ${seed + part}: a block is a slice of the text`).toBeGreaterThanOrEqual(from);
        expect(text.slice(from, start), `seed ${seed + part}: only white space is between blocks`).toMatch(/^\s*$|^[\s\u0085]*$/);
        from = start + block.length;
        return start;
      });

      for (let made = 0; made < selectionsInText; ) {
        const dice = Array.from({ length: 5 }, () => random.below(2 ** 20) / 2 ** 20);
        const found = await reader(page).evaluate(select, dice);
        if (found === null) continue;
        await page.locator('.palette').waitFor();
        await page.keyboard.press(String(1 + random.below(7)));
        await page.locator('.palette').waitFor({ state: 'hidden' });
        // One that is there already is chosen instead; it must fit as well.
        const field = await page.locator('.card.chosen textarea').getAttribute('id');
        const at = ({ block, offset }) => starts[block] + offset;
        selections.push({ id: field.replace(/^note-/, ''), number, start: at(found.start), end: at(found.end), data: found.data });
        made += 1;
      }
    }

    const file = await project(page);
    const annotations = new Map(file.annotations.map((annotation) => [annotation.id, annotation]));
    const documents = new Map(file.documents.map((document) => [document.id, document]));
    for (const [number, raw] of raws.entries()) {
      const document = file.documents.find((document) => document.title === `text ${number}`);
      expect(document.text).toBe(imported(raw));
      expect(document.length).toBe(Array.from(document.text).length);
    }
    const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
    const faults = [];
    for (const { id, number, start, end, data } of selections) {
      const annotation = annotations.get(id);
      const { text, title } = documents.get(annotation.document);
      const [{ start: first, end: last, quote, prefix, suffix }] = annotation.target.ranges;
      const points = Array.from(text);
      const is = (fact, words) => {
        if (!fact) faults.push(`seed ${seed + part}, ${title}: ${words}: ${JSON.stringify({ quote, data, first, last, start, end })}`);
      };
      is(title === `text ${number}`, 'in its document');
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
      const low = clusters.containing(start).index;
      const lastCluster = clusters.containing(end - 1);
      is(before >= low, 'no more than the rest of a grapheme before');
      is(after <= lastCluster.index + lastCluster.segment.length, 'no more than the rest of a grapheme after');
    }
    expect(faults).toEqual([]);
    expect(selections).toHaveLength(textsInPart * selectionsInText);
    console.log(`${selections.length} selections over ${raws.length} texts, seed ${seed + part}: ${file.annotations.length} annotations exact`);
  });
}
