// What wasm-bindgen's script and the wasm say to each other, said shortly. The script is what Trunk copied:
// a page that is not cut keeps it.

const MODULE = './glossator_bg.js';
// Streams that leptos can hand to a server. No code of ours makes one, and they are exported all the same.
const STREAM = /IntoUnderlying/i;

/** Takes out of a module's forms what only the script's unused classes call. */
export function withoutStreams(forms) {
  if (forms.some((form) => form.startsWith('(import ') && STREAM.test(form.split(' (func')[0]))) return forms;
  return forms.filter((form) => !(form.startsWith('(export ') && STREAM.test(form.split(' (func')[0])));
}

/** Short names for what the module imports of the script: the forms, and the names by what they were. */
export function shortImports(forms) {
  const names = new Map();
  const shortened = forms.map((form) =>
    form.replace(/^\(import "\.\/glossator_bg\.js" "([^"]+)"/, (_, name) => {
      if (!names.has(name)) names.set(name, `_${names.size.toString(36)}`);
      return `(import "_" "${names.get(name)}"`;
    }),
  );
  return { shortened, names };
}

// What the browser collects is let go of by a function of the rest: before that is there, which is when its
// style sheets have become some, the little that is collected stays where it is.
const COLLECTED = 'new FinalizationRegistry(state => wasm.__wbindgen_destroy_closure(state.a, state.b))';
const COLLECTED_LATER =
  `new FinalizationRegistry(state => document.querySelector('link[rel="later"]') || wasm.__wbindgen_destroy_closure(state.a, state.b))`;

/** The script with these names, without what nobody calls, without comments and indents. */
export function shortGlue(script, names) {
  const parts = script
    .replace(/^export class (IntoUnderlying\w*) \{\n[^]*?^\}\n(if \(Symbol\.dispose\) \1.*\n)?/gm, '')
    .replace(/^const IntoUnderlying\w*Finalization = [^;]*;\n/gm, '')
    .replace(COLLECTED, COLLECTED_LATER)
    .replace(`"${MODULE}":`, '_:')
    .replace(/^ *(\/\*|\*|\/\/).*\n/gm, '');
  if (!script.includes(COLLECTED)) throw new Error('split: the script collects in another way');
  const used = new Set();
  const named = parts.replace(/^( +)(__w\w+)(: function\()/gm, (line, indent, name, then) => {
    if (!names.has(name)) return line;
    used.add(name);
    return `${indent}${names.get(name)}${then}`;
  });
  if (used.size !== names.size) throw new Error('split: the script lacks what the wasm imports');
  if (STREAM.test(named) || named.includes(MODULE)) throw new Error('split: the script is not as it was');
  return named.replace(/^ +/gm, '').replace(/\n{2,}/g, '\n');
}
