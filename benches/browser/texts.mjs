// Generated texts with annotations: paragraphs of about a hundred words, passages of 1 to 60 words, a quarter of
// which overlap the one before. Every fifth has the last of eight tags, the others the rest by turns.

import { chance } from '../../tests/e2e/support/dice.mjs';

export const TAGS = 8;

const LATIN = 'the court finds that no party may rely upon a measure which it has itself declared unlawful under article nine of this convention and its protocols'.split(' ');
const HEBREW = 'בית הדין קובע כי אין צד רשאי להסתמך על אמצעי שהוא עצמו הכריז עליו בלתי חוקי לפי סעיף תשע של אמנה זו והפרוטוקולים שלה'.split(' ');
const CHINESE = '法院认定任何一方不得援引其本身已宣布为非法的措施根据本公约第九条及其议定书的规定缔约各国应当尊重并保证尊重';

const shapes = {
  latin: { words: LATIN, between: ' ', line: Infinity, paragraph: 100 },
  'one line': { words: LATIN, between: ' ', line: Infinity, paragraph: Infinity },
  'hard-wrapped lines': { words: LATIN, between: ' ', line: 12, paragraph: 96 },
  hebrew: { words: HEBREW, between: ' ', line: Infinity, paragraph: 100 },
  chinese: { words: [...CHINESE], between: '', line: Infinity, paragraph: 200 },
};

export function generated(shape, characters, annotations) {
  const { words, between, line, paragraph } = shapes[shape];
  const { below } = chance(20261126);
  const pieces = [];
  const [starts, ends] = [[], []];
  let length = 0;
  for (let word = 0; length < characters; word += 1) {
    const glue = word === 0 ? '' : word % paragraph === 0 ? '\n\n' : word % line === 0 ? '\n' : between;
    const next = words[below(words.length)];
    pieces.push(glue, next);
    starts.push(length + glue.length);
    length += glue.length + next.length;
    ends.push(length);
  }
  const each = starts.length / annotations;
  const spans = Array.from({ length: annotations }, (_, at) => {
    const overlaps = at % 4 === 3;
    const first = Math.max(0, Math.floor(at * each) - (overlaps ? 20 : 0));
    const longest = overlaps ? 60 : Math.max(1, Math.min(60, Math.floor(each * 0.9)));
    const tag = at % 5 === 4 ? TAGS - 1 : at % (TAGS - 1);
    return [starts[first], ends[Math.min(first + below(longest), ends.length - 1)], tag];
  });
  return { text: pieces.join(''), spans };
}
