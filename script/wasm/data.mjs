// The constant data of the program, cut in two as its functions are: what only the rest reads, most of it
// words, comes with the rest, which writes it into the memory as it is made.
//
// The linker keeps each piece of data apart (`choose_release` in script/lib.sh), so it is known where each
// begins and ends. A piece stays where a function of the first part names an address in it, or a piece that
// stays points into it. Too much may stay, by a number that looks like an address; nothing that the first
// part can read may go.

import { NAME } from './text.mjs';

/** Where an index is added to an address, the address may lie before the piece that is meant: by the least
    index times the size of an item. */
const BEFORE = 64;
/** A loop may count up to the end of a piece: the address is then its end, or what is left empty after it. */
const AFTER = 64;
const FORM = new RegExp(String.raw`^\(data (${NAME}) \(i32\.const (\d+)\) "((?:[^"\\]|\\[^])*)"\)$`);

/** The constant data of a module, from its `data` forms. */
export function dataOf(forms) {
  return forms.map(piece).sort((one, other) => one.from - other.from);
}

/** The pieces that stay with these functions, and every number that may be an address or a place in the
    table, of the functions and of those pieces. */
export function staying(pieces, functions) {
  const stay = new Set(pieces.filter((one) => !one.isConstant));
  const numbers = new Set();
  for (const { number, isBase } of functions.flatMap(numbersOf)) {
    numbers.add(number);
    let at = lastFrom(pieces, number);
    if (at >= 0 && number < pieces[at].to) stay.add(pieces[at]);
    if (!isBase) continue;
    for (let back = at; back >= 0 && pieces[back].to + AFTER >= number; back--) stay.add(pieces[back]);
    while (++at < pieces.length && pieces[at].from <= number + BEFORE) stay.add(pieces[at]);
  }
  for (const one of stay) {
    for (const word of words(one)) {
      numbers.add(word);
      const at = lastFrom(pieces, word);
      if (at >= 0 && word < pieces[at].to) stay.add(pieces[at]);
    }
  }
  return { stay, numbers };
}

/** The numbers that a function names; those that something may be added to are a base. */
const numbersOf = remembered((form) => {
  const found = [];
  // The text form has a line for each expression, one space further in than the one around it.
  const around = [];
  for (const line of form.split('\n')) {
    const depth = line.search(/\S/);
    around[depth] = line;
    const [, kind, constant] = /\((i32|i64)\.const (-?\d+)\)/.exec(line) ?? [];
    const [, offset] = /\boffset=(\d+)/.exec(line) ?? [];
    if (kind === 'i32') {
      found.push({ number: constant >>> 0, isBase: /\((i32\.(add|sub)|local\.)/.test(around[depth - 1]) });
    }
    if (kind === 'i64') {
      for (const half of [0n, 32n]) found.push({ number: Number(BigInt.asUintN(32, BigInt(constant) >> half)) });
    }
    if (offset) found.push({ number: Number(offset) });
  }
  return found;
});

/** True where a function names an address of data that goes. */
export function namesOther(pieces, stay, form) {
  return numbersOf(form).some(({ number }) => {
    const one = pieces[lastFrom(pieces, number)];
    return one && number < one.to && !stay.has(one);
  });
}

/** Pieces as forms. Those that are near each other are one, with nothing between them, or with what is
    between them once more, where that cannot change. */
export function dataForms(pieces, which, near, isAgain = false) {
  const groups = [];
  let between = [];
  for (const one of pieces) {
    if (!which.has(one)) {
      between.push(one);
      continue;
    }
    const group = groups.at(-1);
    const isNear = group && one.from - group.at(-1).to <= near;
    if (isNear && (!isAgain || between.every((other) => other.isConstant))) group.push(...(isAgain ? between : []), one);
    else groups.push([one]);
    between = [];
  }
  return groups.map((group) => {
    const from = group[0].from;
    const bytes = new Uint8Array(group.at(-1).to - from);
    for (const one of group) bytes.set(one.bytes, one.from - from);
    const text = Array.from(bytes, (byte) => `\\${byte.toString(16).padStart(2, '0')}`).join('');
    return `(data (i32.const ${from}) "${text}")`;
  });
}

function piece(form) {
  const [, name, from, text] = FORM.exec(form) ?? [];
  if (!name) throw new Error(`split: this is no piece of data: ${form.slice(0, 60)}`);
  const bytes = bytesOf(text);
  return { from: Number(from), to: Number(from) + bytes.length, bytes, isConstant: /^\$"?\.rodata\b/.test(name) };
}

/** The place of the last piece that begins at the address or before it. */
function lastFrom(pieces, address) {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pieces[middle].from <= address) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** What may be addresses in a piece. */
function words({ from, bytes }) {
  const view = new DataView(bytes.buffer);
  const found = [];
  for (let at = -from & 3; at + 4 <= bytes.length; at += 4) found.push(view.getUint32(at, true));
  // The number of a type is four words by chance.
  const isType = bytes.length === 16 && found.filter((word) => word >= 1 << 24).length >= 3;
  return isType ? [] : found;
}

function remembered(make) {
  const known = new Map();
  return (key) => {
    if (!known.has(key)) known.set(key, make(key));
    return known.get(key);
  };
}

const ESCAPED = { t: 9, n: 10, r: 13, '"': 34, "'": 39, '\\': 92 };

function bytesOf(text) {
  const bytes = [];
  for (const [, escaped, hex, plain] of text.matchAll(/\\(?:([tnr"'\\])|([0-9a-f]{2}))|([^\\])/g)) {
    bytes.push(escaped ? ESCAPED[escaped] : hex ? parseInt(hex, 16) : plain.charCodeAt(0));
  }
  return Uint8Array.from(bytes);
}
