// Packs a folder into a zip: node script/archive.mjs FOLDER FILE. The same files make the same bytes,
// whenever and wherever it is done. (APPNOTE 6.3.10; deflate, names in UTF-8, no extra fields.)

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';

// 1 January 1980, the beginning of zip's calendar.
const DATE = 0x21;
const UTF8 = 0x800;
const DEFLATE = 8;
const REGULAR_FILE = 0o100644 << 16;

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

function crc32(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = table[(sum ^ byte) & 0xff] ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

// `fields` are [bytes, value]: 2 or 4, least first.
function record(...fields) {
  const bytes = Buffer.alloc(fields.reduce((sum, [size]) => sum + size, 0));
  let at = 0;
  for (const [size, value] of fields) {
    bytes.writeUIntLE(value >>> 0, at, size);
    at += size;
  }
  return bytes;
}

export function archive(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(join(folder, '/').length))
    .map((name) => name.split(sep).join('/'))
    .sort((one, other) => (one < other ? -1 : 1));
  const parts = [];
  const directory = [];
  let at = 0;
  for (const name of files) {
    const content = readFileSync(join(folder, name));
    const packed = deflateRawSync(content, { level: 9 });
    const path = Buffer.from(name);
    const common = [[2, 20], [2, UTF8], [2, DEFLATE], [2, 0], [2, DATE], [4, crc32(content)], [4, packed.length], [4, content.length], [2, path.length], [2, 0]];
    directory.push(record([4, 0x02014b50], [2, 0x0314], ...common, [2, 0], [2, 0], [2, 0], [4, REGULAR_FILE], [4, at]), path);
    const local = record([4, 0x04034b50], ...common);
    parts.push(local, path, packed);
    at += local.length + path.length + packed.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = record([4, 0x06054b50], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, size], [4, at], [2, 0]);
  return Buffer.concat([...parts, ...directory, end]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, file] = process.argv.slice(2);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, archive(folder));
}
