// A wasm in its text form, as wasm-dis of npm's binaryen writes it: one form of the module a piece.

import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FEATURES = [
  '--enable-bulk-memory',
  '--enable-multivalue',
  '--enable-mutable-globals',
  '--enable-nontrapping-float-to-int',
  '--enable-reference-types',
  '--enable-sign-ext',
];

/** A name, quoted where it holds more than plain letters: the source of an expression. */
export const NAME = String.raw`\$(?:"(?:[^"\\]|\\.)*"|[^\s()"]+)`;

const FIRST = new RegExp(NAME);

/** The first name in a form: its own. */
export const nameOf = (form) => FIRST.exec(form)[0];

/** A folder that goes when the process ends. */
export function scratchFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'glossator-wasm-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The wasm of a built page; the worker's (script/law) stays as it is. */
export function wasmOf(page) {
  const found = readdirSync(page).filter((name) => /^glossator.*_bg\.wasm$/.test(name));
  if (found.length !== 1) throw new Error(`${page} must hold one wasm, and holds ${found.length}`);
  return found[0];
}

/** The forms of a module. */
export function forms(wasm, scratch) {
  const text = join(scratch, 'whole.wat');
  run('wasm-dis', wasm, '-o', text);
  return readFileSync(text, 'utf8').replace(/\n\)\s*$/, '').split(/\n (?=\()/).slice(1);
}

/** What stands for a function in first.txt: its name without the hashes of crates, shortened. */
export function mark(name) {
  const plain = name.replace(/\[[0-9a-f]{8,}\]/g, '');
  return createHash('sha256').update(plain).digest('hex').slice(0, 10);
}

/** Writes a module from its text form, with its names. */
export const assemble = (text, wasm) => run('wasm-as', ...FEATURES, '--debuginfo', text, '-o', wasm);

/** Makes a module small and takes its names off. */
export const shrink = (wasm, to) =>
  run('wasm-opt', ...FEATURES, '-Oz', '--skip-pass=memory-packing', ...(process.env.GLOSSATOR_NAMES ? ['-g'] : ['--strip-debug', '--strip-producers']), wasm, '-o', to);

// The style sheets of what the rest shows. They wait for it: `src/app/rest.rs` makes them sheets.
const LATER = /rel="stylesheet" (?=href="\.\/(?:beside|book|codebook|commands|detail|dialogs|filter|legal|list|marking|over|print|projects|recovery)-)/g;

/** Writes the address of the rest into the page, and other changed names with it. */
export function nameRest(page, rest, ...renamed) {
  const html = join(page, 'index.html');
  const before = readFileSync(html, 'utf8');
  if (!before.includes('{{REST}}')) throw new Error('index.html must hold {{REST}}, the address of the rest');
  const named = renamed.reduce((text, [from, to]) => text.replaceAll(from, to), before);
  writeFileSync(html, named.replaceAll('{{REST}}', rest).replaceAll(LATER, 'rel="later" '));
}

function run(tool, ...words) {
  execFileSync(tool, words, { stdio: ['ignore', 'ignore', 'inherit'] });
}
