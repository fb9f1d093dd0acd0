// Scripts that read otherwise than Latin: words without spaces, lines from right to left.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chance, faultsOf, imported, markAtRandom, startsOf } from './support/dice.mjs';
import { chosenCard, expect, importFiles, markOf, marks, palette, press, project, reader, spot, started, tabTo, test, text } from './support/page.mjs';

test('a double click takes one Thai word, as a dictionary has it', async ({ app: page }) => {
  await importFiles(page, text('thai.txt', 'ทุกคนมีสิทธิในการดำเนินชีวิต\n'));
  await expect(reader(page)).toHaveAccessibleName('Text: thai');
  const { x, y } = await spot(page, 'สิทธิ', 2);
  await page.mouse.dblclick(x, y);
  await expect(palette(page)).toHaveAccessibleName('Tag for “สิทธิ”');
  await page.keyboard.press('1');
  await expect(chosenCard(page)).toHaveCount(1);
  const file = await project(page);
  expect(file.annotations[0].target.ranges[0].quote).toBe('สิทธิ');
});

test('the w key takes one Chinese word', async ({ app: page }) => {
  await importFiles(page, text('chinese.txt', '人人生而自由,在尊严和权利上一律平等。\n'));
  await tabTo(page, reader(page));
  await page.keyboard.press('Control+Home');
  await press(page, 'ArrowRight', 4);
  await page.keyboard.press('w');
  await page.keyboard.press('Enter');
  await expect(palette(page)).toHaveAccessibleName('Tag for “自由”');
});

test('in a line from right to left Home is at the right, and the left arrow goes forward', async ({ app: page }) => {
  await importFiles(page, text('arabic.txt', 'يولد جميع الناس أحرارا\nEnglish line\n'));
  await tabTo(page, reader(page));
  await page.keyboard.press('Control+Home');
  // The caret is painted anew with the next frame.
  const box = () => page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    return document.querySelector('.overlay .caret').getBoundingClientRect().x;
  });
  const right = await box();
  await page.keyboard.press('End');
  await expect.poll(box).toBeLessThan(right - 50);
  await page.keyboard.press('Home');
  await expect.poll(box).toBe(right);
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(palette(page)).toHaveAccessibleName('Tag for “يولد”');
  await page.keyboard.press('Escape');

  // The English line below it, in the same paragraph, runs the other way.
  await page.keyboard.press('Control+End');
  const end = await box();
  await page.keyboard.press('Home');
  await expect.poll(box).toBeLessThan(end - 50);
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('Enter');
  await expect(palette(page)).toHaveAccessibleName('Tag for “English”');
});

const folder = 'tests/fixtures/scripts';
const all = readdirSync(folder).map((file) => file.replace(/\.txt$/, ''));
const seed = Number(process.env.GLOSSATOR_SEED ?? 20201004);

// Marks so many random passages of a text.
async function markIn(page, random, name, number) {
  const raw = readFileSync(join(folder, `${name}.txt`), 'utf8');
  await importFiles(page, text(`${name}.txt`, raw));
  await expect(reader(page)).toHaveAccessibleName(`Text: ${name}`);
  const made = await markAtRandom(page, random, await startsOf(page, imported(raw)), number);
  return made.map((one) => ({ ...one, name }));
}

function check(file, made) {
  const annotations = new Map(file.annotations.map((annotation) => [annotation.id, annotation]));
  const documents = new Map(file.documents.map((document) => [document.id, document]));
  expect(made.flatMap((one) => faultsOf(one, annotations.get(one.id), documents, one.name))).toEqual([]);
}

for (const half of [0, 1]) {
  test(`selections in every script keep their code points, half ${half + 1}`, async ({ app: page }) => {
    test.setTimeout(150_000);
    const random = chance(seed + 50 + half);
    const made = [];
    for (const name of all.filter((_, at) => at % 2 === half)) made.push(...(await markIn(page, random, name, 8)));
    check(await project(page), made);
  });
}

// Python counts code points by itself, and knows nothing of ours.
const slices = `
import json, sys
file = json.load(open(sys.argv[1], encoding="utf-8"))
texts = {document["id"]: document["text"] for document in file["documents"]}
ranges = [(texts[annotation["document"]], one) for annotation in file["annotations"] for one in annotation["target"]["ranges"]]
wrong = [one for text, one in ranges if text[one["start"]:one["end"]] != one["quote"]]
print(json.dumps({"exact": len(ranges) - len(wrong), "wrong": wrong}))
`;

test('2,000 selections over all scripts, counted again in Python @long', async ({ app: page }) => {
  test.setTimeout(3_600_000);
  const random = chance(seed + 99);
  const made = [];
  for (const name of all) made.push(...(await markIn(page, random, name, Math.ceil(2000 / all.length))));
  const file = await project(page);
  check(file, made);
  const place = mkdtempSync(join(tmpdir(), 'glossator-python-'));
  try {
    writeFileSync(join(place, 'project.json'), JSON.stringify(file));
    const found = JSON.parse(execFileSync('python3', ['-c', slices, join(place, 'project.json')], { encoding: 'utf8' }));
    expect(found.wrong).toEqual([]);
    expect(found.exact).toBe(file.annotations.length);
    console.log(`${made.length} selections over ${all.length} texts, seed ${seed + 99}: ${found.exact} ranges exact in Python`);
  } finally {
    rmSync(place, { recursive: true });
  }
});

// One word of each text, as readers of the language take it.
const words = {
  arabic: 'المتساوية', persian: 'بعصیان', hebrew: 'במצפונה', hindi: 'ऐतिहासिक', armenian: 'դեկտեմբերի', georgian: 'მშვიდობის',
  turkish: 'tanınmaması', 'azerbaijani-latin': 'nifrətin', 'azerbaijani-cyrillic': 'нифрәтин', russian: 'неотъемлемых',
  'chinese-simplified': '人权', 'chinese-traditional': '國際', thai: 'สิทธิ',
};

for (const part of [0, 1]) {
  test(`a double click takes a word of every script, part ${part + 1}`, async ({ app: page }) => {
    test.setTimeout(150_000);
    for (const name of all.filter((_, at) => at % 2 === part)) {
      const raw = readFileSync(join(folder, `${name}.txt`), 'utf8');
      const wanted = words[name];
      expect(raw, `${name} has the word`).toContain(wanted);
      await importFiles(page, text(`${name}.txt`, raw));
      await expect(reader(page)).toHaveAccessibleName(`Text: ${name}`);
      const { x, y } = await spot(page, wanted, 0, 0.3);
      await page.mouse.dblclick(x, y);
      await expect(palette(page), name).toHaveAccessibleName(`Tag for “${wanted}”`);
      await page.keyboard.press('1');
      await expect(markOf(page, wanted), name).toHaveCount(1);
    }
    const file = await project(page);
    expect(file.annotations.map((annotation) => annotation.target.ranges[0].quote).sort()).toEqual(all.filter((_, at) => at % 2 === part).map((name) => words[name]).sort());
  });
}

test('shaping is not broken by a mark: joined letters stay as wide as they were', async ({ app: page }) => {
  for (const [name, words, from, to] of [['arabic', 'والسلام', 1, 4], ['persian', 'بشری', 1, 3], ['hindi', 'स्वतन्त्रता', 2, 5]]) {
    const raw = name === 'hindi' ? 'जन्मजात स्वतन्त्रता और समानता\n' : name === 'arabic' ? 'الحرية والعدل والسلام في العالم\n' : 'خانوادهٔ بشری و حقوق\n';
    await importFiles(page, text(`${name} shaped.txt`, raw));
    await expect(reader(page)).toHaveAccessibleName(`Text: ${name} shaped`);
    const width = () => reader(page).locator('[data-block]').first().evaluate((block) => {
      const range = document.createRange();
      range.selectNodeContents(block);
      return [...range.getClientRects()].reduce((span, rect) => [Math.min(span[0], rect.left), Math.max(span[1], rect.right)], [Infinity, -Infinity]);
    });
    const before = await width();
    await reader(page).evaluate((root, { words, from, to }) => {
      const node = root.querySelector('[data-block]').firstChild;
      const start = node.data.indexOf(words);
      const fire = (name) => node.parentElement.dispatchEvent(new PointerEvent(name, { bubbles: true, altKey: true, button: 0, pointerId: 1, pointerType: 'mouse', isPrimary: true }));
      fire('pointerdown');
      getSelection().setBaseAndExtent(node, start + from, node, start + to);
      fire('pointerup');
    }, { words, from, to });
    await expect(palette(page)).toBeVisible();
    await page.keyboard.press('1');
    await expect(marks(page)).toHaveCount(1);
    const after = await width();
    expect(Math.abs(after[1] - after[0] - (before[1] - before[0])), name).toBeLessThan(1);
  }
});

test('what turns the direction, and what is not seen, has a sign and is told of', async ({ app: page }) => {
  await importFiles(page, text('signs.txt', 'The word \u202edesrever\u202c is turned.\n\nزن\u200cها and a\u200bb\u0007.\n'));
  await expect(reader(page)).toHaveAccessibleName('Text: signs');
  await expect(page.locator('.sign')).toHaveText(['RLO', 'PDF', 'ZWSP', 'BEL']);
  await expect(page.locator('.notice')).toContainText('It has 2 characters that turn the direction of writing (RLO, PDF)');
  await expect(page.locator('.notice')).toContainText('1 control character (BEL)');
  // They are no part of the text.
  await expect(reader(page)).not.toContainText('RLO');
  const file = await project(page);
  expect(file.documents.at(-1).text).toBe('The word \u202edesrever\u202c is turned.\n\nزن\u200cها and a\u200bb\u0007.\n');
  await page.reload();
  await started(page);
});
