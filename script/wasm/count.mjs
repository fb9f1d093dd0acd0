// Makes a built page note which functions run: they are told to `globalThis.ran`, as the marks that
// first.txt holds. Run by Trunk in place of split.mjs where script/first-functions asks for it.

import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { assemble, forms, mark, nameOf, nameRest, scratchFolder, wasmOf } from './text.mjs';

const page = process.argv[2];
const scratch = scratchFolder();

const wasm = join(page, wasmOf(page));
const marks = [];
const counted = forms(wasm, scratch).map((form) => {
  if (!form.startsWith('(func ')) return form;
  marks.push(mark(nameOf(form)));
  const [head, ...body] = form.split('\n');
  const locals = body.findIndex((line) => !line.startsWith('  (local '));
  body.splice(locals < 0 ? body.length : locals, 0, `  (call $ran (i32.const ${marks.length - 1}))`);
  return [head, ...body].join('\n');
});
const at = counted.findIndex((form) => form.startsWith('(import '));
counted.splice(at, 0, '(import "./glossator_bg.js" "ran" (func $ran (param i32)))');

const text = join(scratch, 'counted.wat');
writeFileSync(text, `(module\n ${counted.join('\n ')}\n)\n`);
assemble(text, wasm);

const glue = join(page, readdirSync(page).find((name) => /^glossator-.*\.js$/.test(name)));
const noting = `__proto__: null, ran: (at) => (globalThis.ran ??= new Set()).add(marks[at]),`;
const before = readFileSync(glue, 'utf8');
if (!before.includes('__proto__: null,')) throw new Error('count: the imports were not found in the glue');
writeFileSync(glue, `const marks = ${JSON.stringify(marks)};\n${before.replace('__proto__: null,', noting)}`);

// An empty rest, so that what fetches the rest can be seen to run.
writeFileSync(join(page, 'empty_rest.wasm'), Buffer.from('0061736d01000000', 'hex'));
nameRest(page, 'empty_rest.wasm');
