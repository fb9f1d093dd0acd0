// Puts the pieces of constant data of a wasm file together that lie beside each other: the linker keeps each
// word apart, for split.mjs, and each piece costs as much as a short word. What is not cut in two needs no pieces.
//
//   node script/wasm/merge-data.mjs FILE

import { readFileSync, writeFileSync } from 'node:fs';

/** So many empty bytes between two pieces are written out. */
const GAP = 16;
const DATA = 11;
const DATA_COUNT = 12;
const I32_CONST = 0x41;
const END = 0x0b;

const [file] = process.argv.slice(2);
const bytes = readFileSync(file);
let at = 8;

/** An unsigned number of WebAssembly (LEB128). */
function number() {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return value;
  }
}

/** A number as [`number`] reads it; `signed` ends with a byte whose sign bit is clear. */
function written(value, signed = false) {
  const out = [];
  do {
    const byte = value % 128;
    value = Math.floor(value / 128);
    const more = value > 0 || (signed && byte >= 64);
    out.push(more ? byte | 0x80 : byte);
    if (!more) return Buffer.from(out);
  } while (true);
}

function pieces() {
  return Array.from({ length: number() }, () => {
    if (number() !== 0 || bytes[at++] !== I32_CONST) throw new Error('merge-data: a piece has no fixed place');
    const from = number();
    if (bytes[at++] !== END) throw new Error('merge-data: a place is more than a number');
    const length = number();
    const content = bytes.subarray(at, at + length);
    at += length;
    return { from, content };
  });
}

function merged(all) {
  const out = [];
  for (const { from, content } of all.sort((one, other) => one.from - other.from)) {
    const last = out.at(-1);
    const gap = last ? from - (last.from + last.content.length) : -1;
    if (gap >= 0 && gap <= GAP) last.content = Buffer.concat([last.content, Buffer.alloc(gap), content]);
    else out.push({ from, content });
  }
  return out;
}

const sections = [];
while (at < bytes.length) {
  const id = bytes[at++];
  const length = number();
  const end = at + length;
  sections.push(id === DATA ? { id, pieces: merged(pieces()) } : { id, content: bytes.subarray(at, end) });
  at = end;
}
const data = sections.find(({ id }) => id === DATA)?.pieces ?? [];
const body = ({ id, content, pieces }) => {
  if (id === DATA_COUNT) return written(data.length);
  if (id !== DATA) return content;
  const one = ({ from, content }) =>
    Buffer.concat([Buffer.from([0, I32_CONST]), written(from, true), Buffer.from([END]), written(content.length), content]);
  return Buffer.concat([written(pieces.length), ...pieces.map(one)]);
};
const all = sections.map((section) => {
  const content = body(section);
  return Buffer.concat([Buffer.from([section.id]), written(content.length), content]);
});
writeFileSync(file, Buffer.concat([bytes.subarray(0, 8), ...all]));
