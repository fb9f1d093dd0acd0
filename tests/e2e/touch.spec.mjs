// A narrow page under a finger: the browser's own handles select, a button opens the palette.

import {
  annotations, cards, chosenCard, content, dialog, documentButton, expect, expectExact, foot, head, importFiles, markOf, marks, notice, palette, reader, readings, spot, started, test,
  text, undoButton,
} from './support/page.mjs';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

const pane = (page, name) => page.getByRole('navigation', { name: 'Columns' }).getByRole('button', { name }).tap();

// Selects words as the handles of a touch screen do: no pointer event tells of it.
const handles = (page, words) =>
  reader(page).evaluate((root, words) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.data.indexOf(words);
      if (at < 0) continue;
      node.parentElement.scrollIntoView({ block: 'center' });
      getSelection().setBaseAndExtent(node, at, node, at + words.length);
      return;
    }
    throw new Error(`The text does not read “${words}” in one node`);
  }, words);

test('mark, tag and change by touch, one column at a time', async ({ page }) => {
  await page.goto('./');
  await started(page);
  await expect(annotations(page)).toBeHidden();
  await reader(page).locator('[data-block]').first().tap();
  await handles(page, 'erbaijani NGOs app');
  await expect(page.locator('.overlay .taken').first()).toBeVisible();
  await expect(palette(page)).toBeHidden();
  await page.getByRole('button', { name: 'Tag this passage' }).tap();
  await expect(palette(page)).toHaveAccessibleName('Tag for “Azerbaijani NGOs appeal”');
  await expect(palette(page)).toBeInViewport({ ratio: 1 });
  await palette(page).getByRole('option', { name: /^actor/ }).tap();
  await expect(palette(page)).toBeHidden();
  await expect(markOf(page, 'Azerbaijani NGOs appeal')).toHaveAccessibleDescription(/^actor/);
  await expect(foot(page)).toContainText('1 annotation ·');

  await handles(page, 'historic city of Ganja');
  await page.getByRole('button', { name: 'Tag this passage' }).tap();
  await palette(page).getByRole('option', { name: /^claim/ }).tap();

  // From the text to its card, and back.
  await pane(page, 'Annotations');
  await expect(reader(page)).toBeHidden();
  await expect(chosenCard(page)).toHaveAccessibleName(/^claim/);
  await annotations(page).getByRole('button', { name: 'End one word earlier' }).tap();
  await expect(chosenCard(page)).toContainText('historic city of');
  await cards(page, /^actor/).tap();
  await pane(page, 'Text');
  await expect(markOf(page, 'Azerbaijani NGOs appeal')).toBeInViewport();
  await markOf(page, 'Azerbaijani NGOs appeal').tap();
  await pane(page, 'Documents and tags');
  await page.getByRole('button', { name: /^claim, 1 annotation/ }).waitFor();
});

// A tap in the middle of a character.
async function tapAt(page, words, at = 1) {
  const { x, y } = await spot(page, words, at);
  await page.touchscreen.tap(x, y);
}

test('tap the first word, tap the last, give it a tag', async ({ page }) => {
  await page.goto('./');
  await started(page);
  await tapAt(page, 'armed forces of Amenia');
  const bar = page.getByRole('group', { name: 'Marked passage' });
  await expect(bar).toContainText('Tap the last word');
  await expect(palette(page)).toBeHidden();
  await expect(bar).toBeInViewport({ ratio: 1 });
  await tapAt(page, 'Amenia have', 2);
  await expect(palette(page)).toHaveAccessibleName('Tag for “armed forces of Amenia”');
  await expect(palette(page)).toBeInViewport({ ratio: 1 });
  const option = palette(page).getByRole('option', { name: /^actor/ });
  expect((await option.boundingBox()).height).toBeGreaterThanOrEqual(44);
  await option.tap();
  await expect(markOf(page, 'armed forces of Amenia')).toHaveAccessibleDescription(/^actor/);

  // The last word may come first.
  await tapAt(page, 'rocket fire', 9);
  await tapAt(page, 'artillery and', 3);
  await expect(palette(page)).toHaveAccessibleName('Tag for “artillery and rocket fire”');
  await palette(page).getByRole('option', { name: /^claim/ }).tap();
  await expect(foot(page)).toContainText('2 annotations ·');

  // One word: the bar's button, or a second tap on it.
  await tapAt(page, 'Azerbaijan to', 2);
  await bar.getByRole('button', { name: 'Tag this word' }).tap();
  await expect(palette(page)).toHaveAccessibleName('Tag for “Azerbaijan”');
  await palette(page).getByRole('option', { name: /^actor/ }).tap();
  await expect(foot(page)).toContainText('3 annotations ·');
});

test('a passage that was begun by a tap can be given up', async ({ page }) => {
  await page.goto('./');
  await started(page);
  await tapAt(page, 'armed forces of Amenia');
  const bar = page.getByRole('group', { name: 'Marked passage' });
  await bar.getByRole('button', { name: 'Cancel' }).tap();
  await expect(bar).toBeHidden();
  await expect(page.locator('.overlay .taken')).toHaveCount(0);
  await tapAt(page, 'Amenia have', 2);
  await expect(bar).toContainText('Tap the last word');
  await expect(palette(page)).toBeHidden();
});

test('a tap on dotted words offers what is suggested for them, and marks as ever', async ({ page }) => {
  await page.goto('./');
  await started(page);
  // The command has a button where the lists are.
  await pane(page, 'Documents and tags');
  await page.locator('.document-row').getByRole('button', { name: 'Look for legal references' }).tap();
  await expect(page.locator('.document-row').getByRole('button', { name: '2 suggested' })).toBeVisible();
  await page.keyboard.press('Escape');
  await pane(page, 'Text');
  await tapAt(page, 'four UN Security Council', 7);
  const bar = page.getByRole('group', { name: 'Marked passage' });
  await expect(bar).toContainText('Tap the last word');
  await expect(bar).toBeInViewport({ ratio: 1 });
  await bar.getByRole('button', { name: 'Suggested: 4 that are not named' }).tap();
  await expect(bar).toBeHidden();
  await expect(page.locator('.suggestion[aria-expanded=true]')).toContainText('four UN Security Council resolutions');
  await expect(page.locator('.suggestion[aria-expanded=true]')).toBeInViewport();
  await page.getByRole('button', { name: /^Refuse/ }).first().tap();
  await pane(page, 'Text');
  await tapAt(page, 'Geneva Convention of', 2);
  await expect(bar.getByRole('button', { name: /^Suggested: ambiguous/ })).toBeVisible();
  await tapAt(page, 'Convention of', 2);
  await expect(palette(page)).toHaveAccessibleName('Tag for “Geneva Convention”');
});

test('what is told of a file that came leaves the marking bar free', async ({ page }) => {
  await page.goto('./');
  await started(page);
  await importFiles(page, text('note.txt', 'It cites the UN Charter.'));
  await expect(notice(page)).toContainText('Added “note”');
  const bar = page.getByRole('group', { name: 'Marked passage' });
  const expectFree = () => expect.poll(async () => {
    const [told, marking] = [await notice(page).boundingBox(), await bar.boundingBox()];
    return told.y + told.height <= marking.y;
  }).toBe(true);
  await tapAt(page, 'cites', 2);
  await expectFree();
  await bar.getByRole('button', { name: 'Cancel' }).tap();
  await tapAt(page, 'UN Charter', 5);
  await expect(bar.getByRole('button', { name: /^Suggested: Charter/ })).toBeVisible();
  await expectFree();
});

test('a tap on a mark chooses it, the next begins a passage there', async ({ page }) => {
  await page.goto('./');
  await started(page);
  await tapAt(page, 'armed forces of Amenia');
  await tapAt(page, 'Amenia have', 2);
  await palette(page).getByRole('option', { name: /^actor/ }).tap();
  await expect(palette(page)).toBeHidden();
  await tapAt(page, 'rocket fire', 2);
  await page.getByRole('group', { name: 'Marked passage' }).getByRole('button', { name: 'Cancel' }).tap();
  await tapAt(page, 'forces of', 2);
  await expect(page.locator('mark.chosen')).toHaveText('armed forces of Amenia');
  await expect(page.getByRole('group', { name: 'Marked passage' })).toBeHidden();
  await tapAt(page, 'forces of', 2);
  await expect(page.getByRole('group', { name: 'Marked passage' })).toContainText('Tap the last word');
  await tapAt(page, 'forces of', 2);
  await expect(palette(page)).toHaveAccessibleName('Tag for “forces”');
});

// Fingers as the browser reports them.
async function finger(page) {
  const session = await page.context().newCDPSession(page);
  const send = (type, touchPoints) => session.send('Input.dispatchTouchEvent', { type, touchPoints });
  return {
    down: (x, y) => send('touchStart', [{ x, y }]),
    move: (x, y) => send('touchMove', [{ x, y }]),
    up: () => send('touchEnd', []),
  };
}

test('a finger that scrolls does not tap', async ({ page }) => {
  await page.goto('./');
  await started(page);
  const { x, y } = await spot(page, 'rocket fire', 2);
  const hand = await finger(page);
  await hand.down(x, y);
  for (let step = 1; step <= 12; step += 1) await hand.move(x, y - step * 15);
  await hand.up();
  await expect.poll(() => page.locator('.reader').evaluate((reader) => reader.scrollTop)).toBeGreaterThan(20);
  await expect(page.getByRole('group', { name: 'Marked passage' })).toBeHidden();
  await expect(page.locator('.overlay .taken')).toHaveCount(0);
});

test('handles of 44 pixels correct a passage by characters', async ({ page }) => {
  await page.goto('./');
  await started(page);
  await tapAt(page, 'armed forces of Amenia');
  await tapAt(page, 'Amenia have', 2);
  await palette(page).getByRole('option', { name: /^actor/ }).tap();
  await expect(palette(page)).toBeHidden();
  const handle = page.locator('.handles [data-edge=end]');
  await expect(handle).toBeVisible();
  const box = await handle.boundingBox();
  expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
  const to = await spot(page, 'forces of', 3);
  const hand = await finger(page);
  await hand.down(Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2));
  await hand.move(to.x + 20, to.y + 4);
  await hand.move(to.x, to.y);
  await hand.up();
  await expect(markOf(page, 'armed fo')).toHaveText(/^armed fo(r|rc)?$/);
});

test('the whole journey with a finger: a text of one\u2019s own, marks, a new tag, a note, undo, reload, the file', async ({ page }) => {
  await page.goto('./');
  await started(page);
  // A text of one's own.
  await pane(page, 'Documents and tags');
  await page.getByRole('button', { name: 'Paste a text' }).tap();
  const paste = dialog(page, 'Paste a text');
  await paste.getByRole('textbox').first().fill('Report');
  await paste.getByRole('textbox').last().fill('The army shelled the old city on Sunday. Nobody answered the call for help.');
  await paste.getByRole('button', { name: /^Add/ }).tap();
  await expect(paste).toBeHidden();
  await pane(page, 'Text');
  await expect(reader(page)).toHaveAccessibleName('Text: Report');

  // Two passages that overlap; the second gets a tag that is new.
  await tapAt(page, 'army');
  await tapAt(page, 'city');
  await expect(palette(page)).toHaveAccessibleName('Tag for “army shelled the old city”');
  await palette(page).getByRole('option', { name: /^accusation/ }).tap();
  await expect(palette(page)).toBeHidden();
  await expect(markOf(page, 'army shelled the old city')).toHaveCount(1);
  await page.touchscreen.tap(200, 600);
  await tapAt(page, 'Nobody');
  await tapAt(page, 'help');
  await expect(palette(page)).toBeVisible();
  await palette(page).getByRole('combobox').fill('silence');
  await palette(page).getByRole('option', { name: /New tag/ }).tap();
  await expect(markOf(page, 'Nobody answered the call for help')).toHaveAccessibleDescription(/^silence/);

  // A note, a deletion and its undoing.
  await pane(page, 'Annotations');
  await annotations(page).getByRole('textbox', { name: 'Note' }).fill('by whom?');
  await annotations(page).getByRole('textbox', { name: 'Note' }).blur();
  await cards(page, /^accusation/).tap();
  await annotations(page).getByRole('button', { name: 'Delete' }).tap();
  await expect(foot(page)).toContainText('1 annotation ·');
  await undoButton(page).tap();
  await expect(foot(page)).toContainText('2 annotations ·');

  // All of it is there after a reload, and in the file.
  await page.reload();
  await started(page);
  await documentsShown(page, 'Report');
  await expect(marks(page)).toHaveCount(2);
  const coming = page.waitForEvent('download');
  await head(page).getByRole('button', { name: 'Export' }).tap();
  await page.getByRole('menuitem', { name: /^Project/ }).tap();
  await dialog(page, 'Your label').getByRole('button', { name: 'Export without a label' }).tap();
  const file = JSON.parse((await content(await coming)).text);
  expectExact(file);
  expect(readings(file).map(([tag]) => tag).sort()).toEqual(['accusation', 'silence']);
  expect(file.annotations.some((annotation) => annotation.note === 'by whom?')).toBe(true);
});

// Shows a document through the column of documents.
async function documentsShown(page, title) {
  await pane(page, 'Documents and tags');
  await documentButton(page, title).tap();
  await pane(page, 'Text');
  await expect(reader(page)).toHaveAccessibleName(`Text: ${title}`);
}
