// Real selections in the DOM over generated Unicode: every annotation's code points are the words
// that were selected, with at most the rest of a grapheme more at each side.

import { chance, faultsOf, imported, markAtRandom, startsOf } from './support/dice.mjs';
import { expect, importFiles, project, reader, started, test } from './support/page.mjs';

const seed = Number(process.env.GLOSSATOR_SEED ?? 20201004);
const parts = 4;
const textsInPart = 5;
const selectionsInText = 25;

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
      const starts = await startsOf(page, imported(raw));
      selections.push(...(await markAtRandom(page, random, starts, selectionsInText)).map((made) => ({ ...made, number })));
    }

    const file = await project(page);
    const annotations = new Map(file.annotations.map((annotation) => [annotation.id, annotation]));
    const documents = new Map(file.documents.map((document) => [document.id, document]));
    for (const [number, raw] of raws.entries()) {
      const document = file.documents.find((document) => document.title === `text ${number}`);
      expect(document.text).toBe(imported(raw));
      expect(document.length).toBe(Array.from(document.text).length);
    }
    const faults = selections.flatMap((made) => faultsOf(made, annotations.get(made.id), documents, `text ${made.number}`).map((fault) => `seed ${seed + part}, ${fault}`));
    expect(faults).toEqual([]);
    expect(selections).toHaveLength(textsInPart * selectionsInText);
    console.log(`${selections.length} selections over ${raws.length} texts, seed ${seed + part}: ${file.annotations.length} annotations exact`);
  });
}
