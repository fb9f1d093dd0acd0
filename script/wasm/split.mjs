// Cuts the wasm of a built page in two: what shows the text, and the rest, which loads when a person
// first does something. Run by Trunk when the page is written (script/after-build), with the folder of
// the page; needs wasm-dis, wasm-as and wasm-opt of npm's binaryen on the PATH.
//
// What stays in the first part is listed in first.txt, which script/first-functions writes: what runs
// until a text is shown, and what fetches the rest. Where another function was, a stub stays that asks
// for the rest (`need_rest`, src/app/rest.rs) and calls through the table. Both parts share one memory,
// one table and one stack, so the program is the same as before the cut, and a function on the wrong
// side costs bytes or a moment, never correctness.

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { dataForms, dataOf, namesOther, staying } from './data.mjs';
import { namedInOrder } from './exports.mjs';
import { shortGlue, shortImports, withoutStreams } from './glue.mjs';
import { NAME, assemble, forms, mark, nameOf, nameRest, scratchFolder, shrink, wasmOf } from './text.mjs';

const page = process.argv[2];
const scratch = scratchFolder();

const wasm = wasmOf(page);
const { shortened: whole, names } = shortImports(withoutStreams(forms(join(page, wasm), scratch)));
const kinds = (kind) => whole.filter((form) => form.startsWith(`(${kind} `));
const functions = new Map(kinds('func').map((form) => [nameOf(form), form]));
const imported = new Map(
  kinds('import').flatMap((form) => {
    const inner = /\(func (?:.|\n)*\)(?=\)$)/.exec(form);
    return inner ? [[nameOf(inner[0]), inner[0]]] : [];
  }),
);

// The table, in its order: slot 1 is the first of the one segment.
const elements = kinds('elem');
if (elements.length !== 1) throw new Error('split: one segment of the table was expected');
const start = Number(/\(i32\.const (\d+)\)/.exec(elements[0])[1]);
const slots = new Map();
const listed = elements[0].slice(elements[0].indexOf(') func ')).match(new RegExp(NAME, 'g'));
listed.forEach((id, at) => slots.set(id, [...(slots.get(id) ?? []), start + at]));

const exported = new Map(
  kinds('export').flatMap((form) => {
    const found = new RegExp(String.raw`^\(export "([^"]+)" \(func (${NAME})\)\)`).exec(form);
    return found ? [[found[2], found[1]]] : [];
  }),
);
const need = [...exported].find(([, as]) => as === 'need_rest')?.[0];
if (!need) throw new Error('split: the program does not export need_rest');

const calls = (id) =>
  [...functions.get(id).matchAll(new RegExp(String.raw`\((?:call|ref\.func) (${NAME})`, 'g'))].map((m) => m[1]);
const calledBy = (some) => new Set(some.flatMap(calls));

// What fetches the rest must be there before it, whatever was counted, and so must what wasm-bindgen's
// glue calls on the way; `js_sys::global` is reached through a pointer.
const glue = /^(need_rest$|__wbindgen_|__externref_)/;
const fetching = new Set(
  [...functions.keys()].filter((id) => glue.test(exported.get(id)) || /js_sys\[\w+\]::global/.test(id)),
);
for (const id of fetching) for (const next of calls(id)) if (functions.has(next)) fetching.add(next);

const counted = new Set(readFileSync(new URL('first.txt', import.meta.url), 'utf8').split('\n'));
const first = new Set([...functions.keys()].filter((id) => exported.has(id) || fetching.has(id) || counted.has(mark(id))));
const known = new Set([...functions.keys()].map(mark));
const missing = [...counted].filter((one) => one && !known.has(one)).length;
if (missing > counted.size / 10) {
  console.warn(`${missing} of ${counted.size} functions of first.txt are gone: run script/first-functions.`);
}

// What is no longer than a stub would be is there instead of it, but for what needs data for itself.
const SMALL = 9;
const isSmall = (id) => functions.get(id).split('\n').length <= SMALL;
const pieces = dataOf(kinds('data'));
const globals = kinds('global');
let needed;
let reach;
for (let before = -1; before < first.size; ) {
  before = first.size;
  reach = staying(pieces, [...globals, ...[...first].map((id) => functions.get(id))]);
  // What the first part can come to: what it calls, and what it has a place in the table of.
  const called = calledBy([...first]);
  const isPlaced = (id) => slots.get(id)?.some((slot) => reach.numbers.has(slot));
  needed = new Set([...functions.keys()].filter((id) => called.has(id) || isPlaced(id)));
  for (const id of needed) {
    if (isSmall(id) && !namesOther(pieces, reach.stay, functions.get(id))) first.add(id);
  }
}
const rest = new Set([...functions.keys()].filter((id) => !first.has(id)));

// The first part: stubs where it leads to the rest.
// Nobody calls what is in the table in place of what comes with the rest.
const filled = (id) => (rest.has(id) && !needed.has(id) ? need : id);
let table = start + listed.length;
const main = whole.map((form) => {
  if (form.startsWith('(data ')) return '';
  if (form.startsWith('(elem ')) return `${form.slice(0, form.indexOf(') func ') + 7)}${listed.map(filled).join(' ')})`;
  if (!form.startsWith('(func ')) return form;
  const id = nameOf(form);
  if (!rest.has(id)) return form;
  if (!needed.has(id)) return '';
  if (!slots.has(id)) slots.set(id, [table++]);
  const head = signature(form);
  const types = head.replace(/ \$\d+/g, '');
  const gets = [...head.matchAll(/\(param (\$\d+)/g)].map((m) => `(local.get ${m[1]})`).join(' ');
  return `(func ${id} ${head} (call ${need}) (call_indirect $0 ${types} ${gets} (i32.const ${slots.get(id)[0]})))`;
});

const wanted = [...calledBy([...rest])].filter((id) => !rest.has(id));
const short = new Map(wanted.map((id, at) => [id, at.toString(36)]));
const inner = [...rest].map((id) => functions.get(id));
const used = (thing) => inner.some((form) => form.includes(thing));
const usedGlobals = globals.filter((form) => used(` ${nameOf(form)}`));

const joined = [
  ...[...short].map(([id, as]) => `(export "~${as}" (func ${id}))`),
  ...usedGlobals.map((form, at) => `(export "~_${at}" (global ${nameOf(form)}))`),
  '(export "~" (table $0))',
];
write('main', [
  ...main
    .filter((form) => form)
    .map((form) => form.replace(/^\(table \$0 \d+ \d+ funcref\)/, `(table $0 ${table} ${table} funcref)`)),
  ...dataForms(pieces, reach.stay, 64),
  ...joined,
]);

const { named, names: shared } = namedInOrder(readFileSync(join(scratch, 'main.wasm')));
writeFileSync(join(scratch, 'main.wasm'), named);

const externrefs = kinds('table').find((form) => form.includes('externref'));
write('rest', [
  ...kinds('type'),
  '(import "~" "memory" (memory $0 1))',
  `(import "~" "~" (table $0 ${table} ${table} funcref))`,
  ...(externrefs ? [`(import "~" "__wbindgen_externrefs" ${externrefs})`] : []),
  ...usedGlobals.map((form, at) => {
    const [, id, type] = new RegExp(String.raw`^\(global (${NAME}) (\(mut \w+\)|\w+)`).exec(form);
    return `(import "~" "~_${at}" (global ${id} ${type}))`;
  }),
  ...[...short].map(([id, as]) => {
    const head = signature(functions.get(id) ?? imported.get(id));
    return `(import "~" "${shared.get(`~${as}`)}" (func ${id} ${head.replace(/ \$\d+/g, '')}))`;
  }),
  ...inner,
  ...dataForms(pieces, new Set(pieces.filter((one) => !reach.stay.has(one))), 16, true),
  ...runs([...rest].flatMap((id) => slots.get(id)?.map((slot) => [slot, id]) ?? [])),
]);

// The names of files hold what is in them, as Trunk's do: a changed cut is a changed address.
const parts = ['main', 'rest'].map((part) => join(scratch, `${part}.wasm`));
const hash = createHash('sha256');
for (const part of parts) hash.update(readFileSync(part));
const script = readdirSync(page).find((name) => /^glossator-\w+\.js$/.test(name));
const slim = shortGlue(readFileSync(join(page, script), 'utf8'), names);
hash.update(slim);
const stem = `glossator-${hash.digest('hex').slice(0, 16)}`;
rmSync(join(page, wasm));
writeFileSync(join(page, `${stem}_bg.wasm`), readFileSync(parts[0]));
writeFileSync(join(page, `${stem}_rest.wasm`), readFileSync(parts[1]));
rmSync(join(page, script));
writeFileSync(join(page, `${stem}.js`), slim);

nameRest(page, `${stem}_rest.wasm`, [wasm, `${stem}_bg.wasm`], [script, `${stem}.js`]);

// Places of the table and what stands there: neighbours are one form.
function runs(placed) {
  const sorted = placed.sort(([one], [other]) => one - other);
  const begin = sorted.flatMap(([slot], at) => (slot - 1 === sorted[at - 1]?.[0] ? [] : [at]));
  return begin.map((at, next) => {
    const run = sorted.slice(at, begin[next + 1]);
    return `(elem (i32.const ${run[0][0]}) ${run.map(([, id]) => id).join(' ')})`;
  });
}

// The parameters and results of a function, from the first line of its form.
function signature(form) {
  const head = form.split('\n', 1)[0].replace(new RegExp(String.raw`^\(func ${NAME}`), '');
  return head.match(/\((?:param|result)[^)]*\)/g)?.join(' ') ?? '';
}

function write(part, lines) {
  const text = join(scratch, `${part}.wat`);
  writeFileSync(text, `(module\n ${lines.join('\n ')}\n)\n`);
  assemble(text, join(scratch, `${part}.big.wasm`));
  shrink(join(scratch, `${part}.big.wasm`), join(scratch, `${part}.wasm`));
}
