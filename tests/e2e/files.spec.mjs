// Files that come in: texts of all kinds, and what is refused without a trace.

import {
  dialog, documentButton, expect, expectCount, exported, importFiles, json, lists, marks, notice,
  project, reader, started, tag, test, text, undoButton, undoKey,
} from './support/page.mjs';

const message = (page) => dialog(page, 'What came of it');
const titles = (page) => lists(page).locator('.document .title');

// Letters of windows-1251, and ASCII.
const windows1251 = (words) =>
  Buffer.from(Array.from(words, (c) => (c >= 'А' && c <= 'я' ? c.charCodeAt(0) - 0x410 + 0xc0 : c.charCodeAt(0))));

async function expectRefused(page, file, ...words) {
  const before = (await exported(page, /^Project/)).text;
  await importFiles(page, file);
  for (const expected of words) await expect(message(page)).toContainText(expected);
  await expect(message(page)).toContainText('Nothing was changed');
  await message(page).getByRole('button', { name: 'Close' }).click();
  await expect(message(page)).toBeHidden();
  await expectCount(page, 1);
  await expect(undoButton(page)).toHaveAccessibleName('Undo tagging a passage');
  expect((await exported(page, /^Project/)).text, 'nothing was changed').toBe(before);
}

test('damaged, foreign and newer files are refused, and change nothing', async ({ app: page }) => {
  await tag(page, 'international humanitarian law', '5');
  const whole = (await exported(page, /^Project/)).text;
  const file = () => JSON.parse(whole);

  const cut = whole.split('\n').slice(0, 12).join('\n');
  await expectRefused(page, json('cut.glossator.json', cut), '“cut.glossator.json”', 'line 12');
  await expectRefused(page, json('half.json', whole.slice(0, whole.length / 2)), /line \d+, column \d+/);
  await expectRefused(page, json('comma.json', whole.replace('"version": 1,', '"version": 1,,')), 'line 3');
  await expectRefused(page, json('web.json', { '@context': 'http://www.w3.org/ns/anno.jsonld', id: 'x' }), 'not a Glossator file', 'W3C Web Annotation');
  await expectRefused(page, json('list.json', [1, 2, 3]), 'not a Glossator file');
  await expectRefused(page, json('newer.glossator.json', { ...file(), version: 2 }), 'newer Glossator', 'format 2');

  const changed = file();
  changed.documents[0].text = changed.documents[0].text.replace('Amenia', 'Armenia');
  await expectRefused(page, json('changed.json', changed), /text was changed/, 'SHA-256', 'documents[0]');
  const moved = file();
  moved.annotations[0].target.ranges[0].start -= 1;
  await expectRefused(page, json('moved.json', moved), 'annotations[0].target.ranges[0]', 'quote');
  const lost = file();
  lost.codebook.tags = lost.codebook.tags.filter((tag) => tag.name !== 'legal reference');
  await expectRefused(page, json('lost.json', lost), 'there is no tag');
  const typed = file();
  typed.annotations[0].note = 7;
  await expectRefused(page, json('typed.json', typed), 'annotations[0].note', 'expected text, found the number 7');

  const strange = file();
  strange.kind = 'annotations';
  strange.documents[0].sha256 = '0'.repeat(64);
  delete strange.documents[0].text;
  await expectRefused(page, json('strange.annotations.json', strange), 'not in this project', 'Appeal of 292 NGOs');

  const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
  await expectRefused(page, { name: 'picture.txt', mimeType: 'image/png', buffer: picture }, 'a picture');
  await expectRefused(page, { name: 'letter.docx', mimeType: 'application/zip', buffer: Buffer.from('PK\u0003\u0004rest') }, 'plain text');
  await expectRefused(page, text('empty.txt', ''), 'is empty');
});

test('a project with unknown fields keeps them', async ({ app: page }) => {
  const file = await project(page);
  file.later = { from: ['a newer', 'program'] };
  file.project.course = 'B';
  file.documents[0].rights = null;
  await importFiles(page, json('with-more.glossator.json', file));
  await expect(undoButton(page)).toHaveAccessibleName('Undo opening a project');
  expect(await project(page)).toEqual(file);
  await page.reload();
  await started(page);
  expect(await project(page)).toEqual(file);
});

test('a file in another encoding is asked about, with a preview', async ({ app: page }) => {
  const words = 'Статья первая. Все люди рождаются свободными.';
  await importFiles(page, { name: 'статья.txt', mimeType: 'text/plain', buffer: windows1251(words) });
  const question = dialog(page, 'How is “статья.txt” to be read?');
  await expect(question.getByRole('combobox', { name: 'Encoding' })).toBeFocused();
  // What its letters say is chosen already, and said to be a guess.
  await expect(question.getByRole('combobox', { name: 'Encoding' })).toHaveValue('windows-1251');
  await expect(question).toContainText('probably Cyrillic (windows-1251)');
  await expect(question).toContainText(words);
  await expect(question).toContainText('The Azerbaijani ə is in none of these older encodings');
  await question.getByRole('combobox', { name: 'Encoding' }).selectOption('koi8-r');
  await expect(question).not.toContainText('Статья');
  await question.getByRole('combobox', { name: 'Encoding' }).selectOption('utf-8');
  await expect(question).toContainText('Some bytes mean nothing in this encoding');
  await question.getByRole('combobox', { name: 'Encoding' }).selectOption('windows-1251');
  await expect(question).toContainText(words);
  await expect(question).not.toContainText('Some bytes mean nothing');
  await question.getByRole('button', { name: 'Add this text' }).click();
  await expect(question).toBeHidden();
  await expect(notice(page)).toContainText('Added “статья”. It was read as windows-1251.');
  await expect(reader(page)).toHaveAccessibleName('Text: статья');
  await expect(reader(page)).toHaveText(words);
  await tag(page, 'люди рождаются свободными', '1');
  const file = await project(page);
  expect(file.documents[1]).toMatchObject({ title: 'статья', text: words, original: { encoding: 'windows-1251' } });
  expect(file.annotations[0].target.ranges[0].quote).toBe('люди рождаются свободными');

  // Left out, it changes nothing; Escape leaves it out too.
  for (const leave of [() => page.keyboard.press('Escape'), () => question.getByRole('button', { name: 'Leave it out' }).click()]) {
    await importFiles(page, { name: 'статья.txt', mimeType: 'text/plain', buffer: windows1251('Другая') });
    await expect(question).toBeVisible();
    await leave();
    await expect(question).toBeHidden();
    await expect(titles(page)).toHaveCount(2);
  }
});

// Written by Python's codecs: encoding, what its letters say, the text, the bytes.
const old = [
  ['windows-1251', 'windows-1251', 'Статья первая. Все люди рождаются свободными и равными в своём достоинстве и правах.', 'd1f2e0f2fcff20efe5f0e2e0ff2e20c2f1e520ebfee4e820f0eee6e4e0fef2f1ff20f1e2eee1eee4edfbece820e820f0e0e2edfbece820e220f1e2eeb8ec20e4eef1f2eee8edf1f2e2e520e820eff0e0e2e0f52e'],
  ['koi8-r', 'koi8-r', 'Статья первая. Все люди рождаются свободными и равными в своём достоинстве и правах.', 'f3d4c1d4d8d120d0c5d2d7c1d12e20f7d3c520ccc0c4c920d2cfd6c4c1c0d4d3d120d3d7cfc2cfc4ced9cdc920c920d2c1d7ced9cdc920d720d3d7cfa3cd20c4cfd3d4cfc9ced3d4d7c520c920d0d2c1d7c1c82e'],
  ['iso-8859-5', 'iso-8859-5', 'Статья первая. Все люди рождаются свободными и равными в своём достоинстве и правах.', 'c1e2d0e2ecef20dfd5e0d2d0ef2e20b2e1d520dbeed4d820e0ded6d4d0eee2e1ef20e1d2ded1ded4ddebdcd820d820e0d0d2ddebdcd820d220e1d2def1dc20d4dee1e2ded8dde1e2d2d520d820dfe0d0d2d0e52e'],
  ['windows-1252', 'windows-1252', 'Tous les êtres humains naissent libres et égaux en dignité et en droits. Ils sont doués de raison — “fraternité”.', '546f7573206c657320ea747265732068756d61696e73206e61697373656e74206c696272657320657420e96761757820656e206469676e6974e920657420656e2064726f6974732e20496c7320736f6e7420646f75e97320646520726169736f6e209720936672617465726e6974e9942e'],
  ['windows-1254', 'windows-1254', 'Bütün insanlar hür, haysiyet ve haklar bakımından eşit doğarlar. Akıl ve vicdana sahiptirler; kardeşlik zihniyeti ile hareket etmelidirler.', '42fc74fc6e20696e73616e6c61722068fc722c2068617973697965742076652068616b6c61722062616bfd6dfd6e64616e2065fe697420646ff061726c61722e20416bfd6c2076652076696364616e612073616869707469726c65723b206b61726465fe6c696b207a69686e697965746920696c6520686172656b65742065746d656c696469726c65722e'],
  ['iso-8859-9', 'windows-1254', 'Bütün insanlar hür, haysiyet ve haklar bakımından eşit doğarlar. Akıl ve vicdana sahiptirler; kardeşlik zihniyeti ile hareket etmelidirler.', '42fc74fc6e20696e73616e6c61722068fc722c2068617973697965742076652068616b6c61722062616bfd6dfd6e64616e2065fe697420646ff061726c61722e20416bfd6c2076652076696364616e612073616869707469726c65723b206b61726465fe6c696b207a69686e697965746920696c6520686172656b65742065746d656c696469726c65722e'],
  ['windows-1256', 'windows-1256', 'يولد جميع الناس أحراراً متساوين في الكرامة والحقوق. وقد وهبوا عقلاً وضميراً.', 'ede6e1cf20cce3edda20c7e1e4c7d320c3cdd1c7d1c7f020e3cad3c7e6ede420dded20c7e1dfd1c7e3c920e6c7e1cddee6de2e20e6decf20e6e5c8e6c720dadee1c7f020e6d6e3edd1c7f02e'],
];

test('each of the older encodings is guessed, shown, chosen and exact', async ({ app: page }) => {
  test.setTimeout(150_000);
  for (const [encoding, guess, words, hex] of old) {
    const name = `${encoding} file`;
    await importFiles(page, { name: `${name}.txt`, mimeType: 'text/plain', buffer: Buffer.concat([Buffer.from(hex, 'hex'), Buffer.from(`\r\n${encoding}\r\n`)]) });
    const question = dialog(page, `How is “${name}.txt” to be read?`);
    await expect(question.getByRole('combobox', { name: 'Encoding' })).toHaveValue(guess);
    await expect(question).toContainText(words.slice(0, 60));
    await question.getByRole('combobox', { name: 'Encoding' }).selectOption(encoding);
    await question.getByRole('button', { name: 'Add this text' }).click();
    await expect(reader(page)).toHaveAccessibleName(`Text: ${name}`);
    await expect(notice(page)).toContainText(`It was read as ${encoding}. Its line ends were CR LF, as on Windows; they are LF now.`);
  }
  const file = await project(page);
  for (const [encoding, , words] of old) {
    const document = file.documents.find((document) => document.title === `${encoding} file`);
    expect(document).toMatchObject({ text: `${words}\n${encoding}\n`, original: { encoding, newline: 'crlf', bom: false } });
  }
  // It can be read again later, among what is known of the document.
  await page.getByRole('button', { name: /^Details of .*windows-1256/ }).click();
  await expect(dialog(page, 'Document')).toContainText('It was read as windows-1256.');
});

test('UTF-16, byte order marks and line ends of all kinds', async ({ app: page }) => {
  const words = 'Erste Zeile 🧭\r\nzweite\rdritte\n\nvierte';
  const little = Buffer.from(`\ufeff${words}`, 'utf16le');
  const big = Buffer.from(little).swap16();
  await importFiles(
    page,
    { name: 'little.txt', mimeType: 'text/plain', buffer: little },
    { name: 'big.md', mimeType: 'text/markdown', buffer: Buffer.concat([big, Buffer.from([0, 0x2e])]) },
    text('marked.txt', '\ufeffmit Marke\n'),
  );
  await expect(titles(page)).toHaveText(['Appeal of 292 NGOs', 'little', 'big', 'marked']);
  await expect(reader(page)).toHaveAccessibleName('Text: little');
  const { documents } = await project(page);
  const lf = 'Erste Zeile 🧭\nzweite\ndritte\n\nvierte';
  expect(documents.map((document) => document.text).slice(1)).toEqual([lf, `${lf}.`, 'mit Marke\n']);
  expect(documents.map((document) => document.original.encoding)).toEqual(['utf-8', 'utf-16le', 'utf-16be', 'utf-8']);
  expect(documents.map((document) => document.original.newline)).toEqual(['lf', 'mixed', 'mixed', 'lf']);
  expect(documents.map((document) => document.original.bom)).toEqual([false, true, true, true]);
});

test('several texts at once: switch, mark, rename, remove, undo', async ({ app: page }) => {
  await importFiles(page, text('one.txt', 'The first text speaks of rivers.'), text('two.md', '# The second\n\nspeaks of hills.'));
  await expect(titles(page)).toHaveText(['Appeal of 292 NGOs', 'one', 'two']);
  await expect(reader(page)).toHaveAccessibleName('Text: one');
  await tag(page, 'speaks of rivers', '1');
  await expectCount(page, 1);

  await documentButton(page, /^two/).click();
  await expect(reader(page)).toContainText('speaks of hills');
  await expectCount(page, 1, 0);
  await tag(page, 'speaks of hills', '2');
  await tag(page, 'second', '4');
  await expectCount(page, 3, 2);
  await documentButton(page, /^one/).click();
  await expectCount(page, 3, 1);
  await expect(marks(page)).toHaveText(['speaks of rivers']);

  // The same text a second time is named and left.
  await importFiles(page, text('again.txt', 'The first text speaks of rivers.'), text('three.txt', 'Third.'));
  await expect(message(page)).toContainText('“again.txt” has the same text as “one”');
  await expect(message(page)).toContainText('Taken in: “three.txt”.');
  await page.keyboard.press('Escape');
  await expect(titles(page)).toHaveText(['Appeal of 292 NGOs', 'one', 'two', 'three']);
  await undoButton(page).click();
  await expect(titles(page)).toHaveText(['Appeal of 292 NGOs', 'one', 'two']);

  // Metadata.
  await documentButton(page, /^two/).click();
  await page.getByRole('button', { name: 'Details of “two”' }).click();
  const details = dialog(page, 'Document');
  await details.getByRole('textbox', { name: 'Title' }).fill('Of hills');
  await details.getByRole('textbox', { name: 'Date' }).fill('1993-04-30');
  await details.getByRole('textbox', { name: 'Language' }).fill('en');
  await details.getByRole('textbox', { name: 'Author' }).fill('N. N.');
  await details.getByRole('textbox', { name: 'Source' }).fill('a shelf');
  await details.getByRole('checkbox', { name: /^Done reading/ }).check();
  await details.getByRole('button', { name: 'Close' }).click();
  await expect(details).toBeHidden();
  await expect(reader(page)).toHaveAccessibleName('Text: Of hills');
  await expect(reader(page)).toHaveAttribute('lang', 'en');
  await expect(documentButton(page, /Of hills/)).toContainText('2 annotations · done');
  await expect(page.locator('.reader .about')).toContainText('N. N. · a shelf ·');

  // Removing takes the annotations along, and undo brings them back.
  await page.getByRole('button', { name: 'Details of “Of hills”' }).click();
  await details.getByRole('button', { name: 'Remove from the project' }).click();
  await expect(details).toBeHidden();
  await expect(notice(page)).toContainText('Removed “Of hills” and its 2 annotations.');
  await expect(titles(page)).toHaveText(['Appeal of 292 NGOs', 'one']);
  await expectCount(page, 1, 0);
  await notice(page).getByRole('button', { name: 'Undo' }).click();
  await expect(titles(page)).toHaveText(['Appeal of 292 NGOs', 'one', 'Of hills']);
  await documentButton(page, /Of hills/).click();
  await expectCount(page, 3, 2);
  await page.reload();
  await started(page);
  await documentButton(page, /Of hills/).click();
  await expectCount(page, 3, 2);
  expect((await project(page)).documents[2]).toMatchObject({ title: 'Of hills', date: '1993-04-30', language: 'en', author: 'N. N.', source: 'a shelf' });
});

test('the last text can go, and comes back', async ({ app: page }) => {
  await tag(page, 'historic city', '1');
  await page.getByRole('button', { name: 'Details of “Appeal of 292 NGOs”' }).click();
  await dialog(page, 'Document').getByRole('button', { name: 'Remove from the project' }).click();
  await expect(page.getByText('There is no document. Import a text, paste one, or undo.')).toBeVisible();
  await page.keyboard.press(undoKey);
  await documentButton(page, /Appeal/).click();
  await expect(marks(page)).toHaveText(['historic city']);
});

test('a text is pasted', async ({ app: page }) => {
  await lists(page).getByRole('button', { name: 'Paste a text' }).click();
  const question = dialog(page, 'Paste a text');
  await expect(question.getByRole('textbox', { name: 'Title' })).toBeFocused();
  await page.keyboard.type('From the clipboard');
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('<b>Not bold</b> & “quoted”\n\nالنص العربي');
  await question.getByRole('button', { name: 'Add this text' }).click();
  await expect(question).toBeHidden();
  await expect(reader(page)).toHaveAccessibleName('Text: From the clipboard');
  await expect(reader(page)).toContainText('<b>Not bold</b> & “quoted”');
  await expect(reader(page).locator('b')).toHaveCount(0);
  await tag(page, '“quoted', '1');
  expect((await project(page)).annotations[0].target.ranges[0].quote).toBe('quoted');
});

test('files are dropped', async ({ app: page }) => {
  const dropped = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['Dropped words.'], 'dropped.txt', { type: 'text/plain' }));
    data.items.add(new File(['More of them.'], 'more.md', { type: 'text/markdown' }));
    return data;
  });
  await reader(page).dispatchEvent('dragover', { dataTransfer: dropped });
  await reader(page).dispatchEvent('drop', { dataTransfer: dropped });
  await expect(titles(page)).toHaveText(['Appeal of 292 NGOs', 'dropped', 'more']);
  await expect(reader(page)).toContainText('Dropped words.');
  await page.keyboard.press(undoKey);
  await expect(titles(page)).toHaveText(['Appeal of 292 NGOs']);
});

test('one import of texts, a project and its annotations finds its order by itself', async ({ app: page, visitor }) => {
  await importFiles(page, text('one.txt', 'The first text speaks of rivers.'));
  await tag(page, 'rivers', '4');
  const bare = await exported(page, /^Annotations only/);
  const other = await visitor();
  await importFiles(other, json(bare.name, bare.text), text('river.txt', 'The first text speaks of rivers.'));
  await expect(titles(other)).toHaveText(['Appeal of 292 NGOs', 'river']);
  await expectCount(other, 1);
  await expect(marks(other)).toHaveText(['rivers']);
});
