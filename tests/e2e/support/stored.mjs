// Projects as the program keeps them, of any size: for benchmarks.

import { createHash } from 'node:crypto';
import { records, saved, started } from './page.mjs';

const sha = (text) => createHash('sha256').update(text).digest('hex');
const sealed = (body) => `${sha(body).slice(0, 16)} ${body}`;
const id = (kind, number) => `${kind}0000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;

// The records of a project with these documents ({ title, text, spans }), as a snapshot holds them; `model` is a real
// one, of which the codebook is taken. A span is [start, end] and takes its turn in the tags, or [start, end, tag].
export function stored(model, documents, codebook = (tags) => tags) {
  const parts = Object.entries(model).filter(([key]) => key.startsWith('00000000/part:'));
  const real = JSON.parse(parts.find(([, value]) => value.includes('{"project"'))[1].slice(17));
  const tags = codebook(real.tags);
  const all = {};
  const put = (name, value) => (all[`00000000/${name}`] = value);
  const part = (body) => {
    put(`part:${sha(body).slice(0, 16)}`, sealed(body));
    return sha(body).slice(0, 16);
  };
  const coder = real.coders[0].id;
  const template = real.documents[0];
  const made = [];
  const texts = [];
  let number = 0;
  for (const [at, { title, text, spans }] of documents.entries()) {
    const document = { ...template, id: id('d', at), title, order: `1${String(at).padStart(4, '0')}1`, sha256: sha(text), length: [...text].length };
    document.original = { ...template.original, sha256: null };
    put(`text:${sha(text)}`, sealed(JSON.stringify({ document: document.id, title, text })));
    made.push(document);
    const lines = [tags.map((tag) => tag.id).sort().join('\t'), coder];
    for (const [start, end, tag = number % tags.length] of spans) {
      lines.push([id('a', number), tag, 0, `${start}-${end}`, 1795518500000, 1795518500000, 1, number + 1, 1, '', '', '', ''].join('\t'));
      number += 1;
    }
    texts.push({ document: document.id, check: part(`${lines.join('\n')}\n`) });
  }
  const check = part(JSON.stringify({ ...real, tags, documents: made, deleted: [], readings: [] }));
  const last = '0000000009:0000000a';
  const now = new Date().toISOString();
  const body = JSON.stringify({ made: now, last, seen: [], lamport: number + 1, base: check, parts: texts });
  put(`snapshot:${String(Date.parse(now)).padStart(15, '0')}:${last}`, sealed(body));
  return all;
}

// The records that the program itself writes: one that others are made like.
export async function real(engine, base) {
  const page = await engine.newPage();
  await page.goto(base);
  await started(page);
  await page.mouse.move(300, 300);
  await edit(page);
  await saved(page);
  for (;;) {
    const all = await records(page);
    if (Object.keys(all).some((key) => key.includes('/snapshot:'))) {
      await page.context().close();
      return all;
    }
  }
}

// One annotation by the keyboard at the caret, which then stands after it.
export async function edit(page) {
  await page.locator('#reader').focus();
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('Enter');
  await page.locator('.palette').waitFor();
  await page.keyboard.press('1');
  await page.locator('.palette').waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+ArrowRight');
}

// Puts records into the program's database.
export const fill = (page, entries) =>
  page.evaluate(async (entries) => {
    const database = await new Promise((come) => {
      const opening = indexedDB.open('glossator', 2);
      opening.onupgradeneeded = () => opening.result.createObjectStore('records');
      opening.onsuccess = () => come(opening.result);
    });
    const transaction = database.transaction('records', 'readwrite');
    for (const [key, value] of entries) transaction.objectStore('records').put(value, key);
    await new Promise((come) => (transaction.oncomplete = come));
    database.close();
  }, entries);
