// A text of hundreds of paragraphs with thousands of annotations.

import { annotations, expect, importFiles, json, project, text } from './page.mjs';

export const ROWS = 3000;
export const WORDS = 12;
const coder = { id: '5a3b1c9e-0d4f-4a6b-8c2d-1e7f90a1b2c3', label: 'Student 7' };
export const field = Array.from({ length: ROWS / 4 }, (_, paragraph) =>
  Array.from({ length: WORDS }, (_, word) => `p${paragraph}w${word}`).join(' '),
).join('\n\n');

// A project with as many annotations, four in each paragraph.
export async function long(page) {
  await importFiles(page, text('field.txt', field));
  await expect(page.locator('[data-block="0"]', { hasText: 'p0w0' })).toBeVisible();
  const file = await project(page);
  const document = file.documents.find((document) => document.text === field);
  file.coders = [coder];
  const tags = file.codebook.tags.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  file.annotations = Array.from({ length: ROWS }, (_, row) => {
    const quote = `p${row >> 2}w${(row & 3) * 3}`;
    const start = field.search(new RegExp(`\\b${quote}\\b`));
    const time = '2020-10-05T09:00:00.000Z';
    const range = { start, end: start + quote.length, quote, prefix: field.slice(Math.max(0, start - 32), start), suffix: field.slice(start + quote.length, start + quote.length + 32) };
    return {
      id: `0a99a110-0000-4000-8000-${String(row).padStart(12, '0')}`, document: document.id, tag: tags[row % tags.length].id,
      tag_revision: tags[row % tags.length].revision, coder: coder.id, target: { ranges: [range] }, values: {}, certainty: null,
      note: row % 7 ? '' : `A note on row ${row}, which is long enough to take more than one line of its card.`,
      created: time, modified: time, rev: 1, lamport: row + 1,
    };
  });
  await importFiles(page, json('long.glossator.json', file));
  await page.locator('.document', { hasText: 'field' }).click();
  await expect(annotations(page).getByRole('heading', { level: 2 })).toContainText('3,000 here');
}
