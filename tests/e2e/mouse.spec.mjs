// The whole turn of the wheel with the mouse: mark, tag, change, come back, take away.

import {
  annotations, cards, chosenCard, clickAt, dialog, documentButton, drag, dragOver, expect, expectCount,
  expectExact, exported, foot, give, head, importFiles, json, markOf, marks, notice, palette, reader, readings, redoButton,
  redoKey, saving, spot, started, tag, tagButton, test, undoButton, undoKey,
} from './support/page.mjs';

test('a drag from mid-word to mid-word takes whole words, and a digit tags them', async ({ app: page }) => {
  await drag(page, ['Since September', 9], ['27, 2020 the', 6], async () => {
    await expect(page.locator('.overlay .taken').first()).toBeVisible();
    await expect(palette(page), 'not while the hand still moves').toBeHidden();
  });
  await expect(palette(page)).toHaveAccessibleName('Tag for “September 27, 2020”');
  await expect(palette(page).getByRole('combobox')).toBeFocused();
  await give(page, '1');

  await expect(markOf(page, 'September 27, 2020')).toHaveAccessibleDescription(/^claim, by /);
  await expect(cards(page, /claim.*September 27, 2020/)).toHaveAttribute('aria-expanded', 'true');
  await expectCount(page, 1);
  await expect(tagButton(page, 'claim')).toHaveAccessibleName('claim, 1 annotation, key 1');
  await expect(documentButton(page, /Appeal of 292 NGOs/)).toContainText('1 annotation');

  // From the quotation mark to the space behind the year.
  await drag(page, ['"Since', 0, 0.1], ['2020 the', 4, 0.9]);
  await expect(palette(page)).toHaveAccessibleName('Tag for “Since September 27, 2020”');
  await page.keyboard.press('Escape');
  await expect(palette(page)).toBeHidden();
  await expectCount(page, 1);
});

test('the first visit finds the appeal, a codebook and three hints', async ({ app: page }) => {
  await expect(page.getByRole('heading', { name: 'Appeal of 292 NGOs' })).toBeVisible();
  await expect(reader(page)).toHaveAttribute('lang', 'en');
  await expect(page.locator('.reader .about')).toContainText('APA · ');
  await expect(annotations(page).getByRole('listitem')).toContainText(['Mark', 'Tag', 'Take away']);
  await expect(page.locator('.tag-tree .name')).toHaveText([
    'claim', 'accusation', 'demand', 'actor', 'legal reference', 'treaty', 'UN resolution',
  ]);
  await tag(page, 'historic city', '1');
  await expect(annotations(page).getByText('Take away')).toHaveCount(0);
  await tagButton(page, 'treaty').and(page.locator('.annotate *')).click();
  await expect(cards(page), 'a click on a tag in the list gives it to what is chosen').toHaveAccessibleName(/^treaty/);
  await page.keyboard.press('Escape');
  await tagButton(page, 'treaty').click();
  const examples = page.getByRole('article').getByRole('group', { name: 'Examples', exact: true });
  await expect(examples, 'and opens its sheet where nothing is chosen').toContainText('the Geneva Convention of 1949');
});

test('light and dark follow the system, or the switch', async ({ app: page }) => {
  const dark = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g).every((part) => part < 80));
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await dark()).toBe(true);
  const theme = head(page).getByRole('button', { name: /^Colours/ });
  await theme.click();
  await expect(theme).toHaveAccessibleName('Colours: light');
  expect(await dark()).toBe(false);
  await theme.click();
  await expect(theme).toHaveAccessibleName('Colours: dark');
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await dark()).toBe(true);
  await page.reload();
  await started(page);
  expect(await dark()).toBe(true);
  await theme.click();
  expect(await dark()).toBe(false);
});

test('Alt takes the exact characters, a double click the word, a triple click the paragraph', async ({ app: page }) => {
  await page.keyboard.down('Alt');
  await drag(page, ['Armenia on more', 2, 0.2], ['Armenia on more', 5, 0.8]);
  await page.keyboard.up('Alt');
  await expect(palette(page)).toHaveAccessibleName('Tag for “meni”');
  await give(page, '4');
  await expect(markOf(page, 'meni').first()).toHaveText('meni');

  const word = await spot(page, 'seriously damaged', 4);
  await page.mouse.dblclick(word.x, word.y);
  await expect(palette(page)).toHaveAccessibleName('Tag for “seriously”');
  await give(page, '2');

  // At the speed of a hand: the palette of the second click is there when the third comes.
  const paragraph = await spot(page, 'On behalf of the hundreds', 5);
  await page.mouse.dblclick(paragraph.x, paragraph.y);
  await expect(palette(page)).toHaveAccessibleName('Tag for “behalf”');
  await expect(palette(page).getByRole('combobox')).toBeFocused();
  expect(await spot(page, 'On behalf of the hundreds', 5), 'the text stays where it is').toEqual(paragraph);
  await page.mouse.down({ clickCount: 3 });
  await page.mouse.up({ clickCount: 3 });
  await expect(palette(page)).toHaveAccessibleName(/^Tag for “On behalf of the hundreds of NGOs/);
  await give(page, '3');
  await expect(markOf(page, 'On behalf of')).toHaveText(/^On behalf of.*condemn these crimes$/s);
  await expectCount(page, 3);
});

test('a drag that overshoots the column takes no more than one to its edge', async ({ app: page }) => {
  const column = await page.locator('.reader').boundingBox();
  const to = async (x, y) => {
    const start = await spot(page, 'October 4, Armenia', 3);
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    await page.mouse.move(start.x + 20, start.y);
    await page.mouse.move(Math.round(x), Math.round(y ?? start.y), { steps: 4 });
    await page.mouse.up();
    await expect(palette(page)).toBeVisible();
    await page.keyboard.press('1');
    await expect(chosenCard(page)).toHaveCount(1);
    const taken = (await marks(page).allTextContents()).join('\n');
    await page.keyboard.press(undoKey);
    await expectCount(page, 0);
    return taken;
  };
  const right = await to(column.x + column.width - 20);
  expect(right).toMatch(/^October 4, Armenia has/);
  expect(right.length).toBeLessThan(120);
  expect(await to(column.x + column.width + 150)).toBe(right);
  const left = await to(column.x + 4);
  expect(left).toMatch(/October$/);
  expect(await to(column.x - 150)).toBe(left);
  // Downwards it goes on as far as the text is in sight, or scrolls there.
  const down = await to(column.x + column.width / 2, column.y + column.height + 15);
  expect(down).toMatch(/^October 4, Armenia has once again/);
  expect(down.length).toBeGreaterThan(right.length);
  expect(down).not.toMatch(/signed by 292 NGOs/);
});

for (const height of [720, 460]) {
  test(`the palette opens in view and moves nothing, in a window of ${height} px`, async ({ app: page }) => {
    await page.setViewportSize({ width: 1100, height });
    const scroller = page.locator('.reader');
    const words = ['Azerbaijani NGOs appeal', 'artillery and rocket', 'historic city of Ganja', 'According to', 'grossly violated', 'signed by 292'];
    for (const [index, phrase] of words.entries()) {
      // Each at another height of the window.
      await spot(page, phrase);
      await scroller.evaluate((reader, by) => reader.scrollBy({ top: by, behavior: 'instant' }), (index % 3 - 1) * (height / 4));
      await drag(page, [phrase, 0, 0.2], [phrase, phrase.length - 1, 0.8], async () => {
        await expect(page.locator('.overlay .taken').first()).toBeVisible();
      });
      const before = await scroller.evaluate((reader) => reader.scrollTop);
      await expect(palette(page).getByRole('combobox')).toBeFocused();
      await expect(palette(page)).toBeInViewport({ ratio: 1 });
      expect(await scroller.evaluate((reader) => reader.scrollTop)).toBe(before);
      await page.keyboard.press('ArrowUp');
      await expect(palette(page).getByRole('option', { selected: true })).toBeInViewport();
      await page.keyboard.press('Escape');
    }
  });
}

test('undo and redo, by button and by key', async ({ app: page }) => {
  await expect(undoButton(page)).toBeDisabled();
  await tag(page, 'four UN Security Council resolutions', '7');
  await tag(page, 'the Azerbaijani NGOs', '4');
  await expectCount(page, 2);

  await expect(undoButton(page)).toHaveAccessibleName('Undo tagging a passage');
  await undoButton(page).click();
  await expectCount(page, 1);
  await expect(markOf(page, 'the Azerbaijani NGOs')).toHaveCount(0);
  await page.keyboard.press(undoKey);
  await expectCount(page, 0);
  await expect(marks(page)).toHaveCount(0);
  await expect(undoButton(page)).toBeDisabled();

  await page.keyboard.press(redoKey);
  await expectCount(page, 1);
  await redoButton(page).click();
  await expectCount(page, 2);
  await expect(redoButton(page)).toBeDisabled();
  await expect(markOf(page, 'the Azerbaijani NGOs')).toHaveAccessibleDescription(/^actor/);
});

test('the tag, the ends and the note of an annotation change, and deleting offers undo', async ({ app: page }) => {
  await tag(page, 'the Geneva Convention', '5');
  const details = annotations(page);

  await details.getByRole('button', { name: 'Change the tag' }).click();
  await expect(palette(page)).toHaveAccessibleName('Tag for “the Geneva Convention”');
  await palette(page).getByRole('option', { name: /^treaty/ }).click();
  await expect(cards(page, /treaty.*the Geneva Convention/)).toHaveCount(1);
  await expect(markOf(page, 'Geneva')).toHaveAccessibleDescription(/^treaty/);

  await details.getByRole('button', { name: 'End one word later' }).click();
  await details.getByRole('button', { name: 'End one word later' }).click();
  await details.getByRole('button', { name: 'Start one word later' }).click();
  await expect(markOf(page, 'Geneva')).toHaveText('Geneva Convention of 1949');

  await details.getByRole('textbox', { name: 'Note' }).fill('Which of the four?');
  await details.getByRole('textbox', { name: 'Note' }).blur();
  await expect(markOf(page, 'Geneva')).toHaveAccessibleDescription(/Note: Which of the four\?$/);

  await details.getByRole('button', { name: 'Delete' }).click();
  await expectCount(page, 0);
  await expect(notice(page)).toContainText('Deleted one annotation with the tag treaty');
  await notice(page).getByRole('button', { name: 'Undo' }).click();
  await expectCount(page, 1);
  await expect(markOf(page, 'Geneva')).toHaveAccessibleDescription(/Note: Which of the four\?$/);
});

test('a reload brings all of it back, and undo goes on where it was', async ({ app: page }) => {
  await tag(page, 'four UN Security Council resolutions', '7');
  await tag(page, 'the armed forces of Armenia', '4');
  await annotations(page).getByRole('textbox', { name: 'Note' }).fill('Spelled right here');
  await annotations(page).getByRole('textbox', { name: 'Note' }).blur();
  await expect(saving(page)).toContainText('Saved in this browser');

  await page.reload();
  await started(page);
  await expectCount(page, 2);
  await expect(saving(page)).toContainText('Saved in this browser');
  await expect(markOf(page, 'armed forces of Armenia')).toHaveAccessibleDescription(/^actor.*Spelled right here$/s);

  await expect(undoButton(page)).toHaveAccessibleName('Undo a note');
  await page.keyboard.press(undoKey);
  await expect(markOf(page, 'armed forces of Armenia')).not.toHaveAccessibleDescription(/Spelled right here/);
  await undoButton(page).click();
  await expectCount(page, 1);

  await page.reload();
  await started(page);
  await expectCount(page, 1);
  await redoButton(page).click();
  await expectCount(page, 2);
  await page.keyboard.press(redoKey);
  await expect(markOf(page, 'armed forces of Armenia')).toHaveAccessibleDescription(/Spelled right here$/);
});

test('the project, its annotations and a table go out, and come back byte for byte', async ({ app: page, visitor }) => {
  await tag(page, 'Since September 27, 2020', '1');
  await tag(page, 'the armed forces of Amenia', '4');
  await tag(page, 'four UN Security Council resolutions', '7');
  await annotations(page).getByRole('textbox', { name: 'Note' }).fill('=1+1, "quoted"\nand a second line');
  await annotations(page).getByRole('textbox', { name: 'Note' }).blur();

  // The first export asks who codes; later ones do not.
  const whole = await exported(page, /^Project/, 'Ana, group 3');
  expect(whole.name).toBe('claims-and-law.glossator.json');
  await expect(page.getByRole('button', { name: 'Coder: Ana, group 3' })).toBeVisible();
  await expect(markOf(page, 'Amenia')).toHaveAccessibleDescription(/by Ana, group 3$/);
  const file = JSON.parse(whole.text);
  expect(file).toMatchObject({ format: 'glossator', version: 1, kind: 'project', unit: 'code point' });
  expect(file.coders.map((coder) => coder.label)).toEqual(['Ana, group 3']);
  expect(readings(file)).toEqual([
    ['claim', 'Since September 27, 2020'],
    ['actor', 'the armed forces of Amenia'],
    ['UN resolution', 'four UN Security Council resolutions'],
  ]);
  expectExact(file);

  const bare = await exported(page, /^Annotations only/);
  expect(bare.name).toBe('claims-and-law.annotations.json');
  const set = JSON.parse(bare.text);
  expect(set.kind).toBe('annotations');
  expect(set.documents).toEqual(file.documents.map(({ text, ...rest }) => rest));
  expect(set.annotations).toEqual(file.annotations);

  const table = await exported(page, /^Table/);
  expect(table.name).toBe('claims-and-law.csv');
  expect([...table.buffer.subarray(0, 3)], 'a byte order mark').toEqual([0xef, 0xbb, 0xbf]);
  expect(table.text.slice(1).split(/\r?\n/)[0]).toBe(
    'project,document,document id,annotation id,coder,tag,tag path,start,end,unit,text,note,certainty,created,modified,'
      + 'claim: kind,actor: kind,legal reference: instrument,legal reference: provision',
  );
  expect(table.text).toContain('four UN Security Council resolutions');
  expect(table.text, 'no cell that a spreadsheet would run').not.toMatch(/[,"\n]=1\+1/);
  expect(table.text).toContain(`'=1+1`);

  expect((await exported(page, /^Project/)).text, 'the same again').toBe(whole.text);

  const other = await visitor();
  await importFiles(other, json(whole.name, whole.text));
  await expectCount(other, 3);
  const again = await exported(other, /^Project/);
  expect(again.text).toBe(whole.text);
  await other.reload();
  await started(other);
  await expectCount(other, 3);
  await undoButton(other).click();
  await expectCount(other, 0);

  // Without the texts: they are found again by their hash.
  const third = await visitor();
  await importFiles(third, json(bare.name, bare.text));
  await expectCount(third, 3);
  await expect(markOf(third, 'Amenia')).toHaveAccessibleDescription(/^actor.*by Ana, group 3$/s);
  await undoButton(third).click();
  await expectCount(third, 0);

  // The table, too.
  const fourth = await visitor();
  await importFiles(fourth, { name: table.name, mimeType: 'text/csv', buffer: table.buffer });
  await expectCount(fourth, 3);
  const back = JSON.parse((await exported(fourth, /^Project/)).text);
  expect(readings(back)).toEqual(readings(file));
  expect(back.annotations.map(({ note }) => note).sort()).toEqual(file.annotations.map(({ note }) => note).sort());
});

test('a project of other texts comes back byte for byte too', async ({ app: page, visitor }) => {
  await importFiles(page, { name: 'second.txt', mimeType: 'text/plain', buffer: Buffer.from('A second text.\n\nWith two blocks.') });
  await tag(page, 'second text', '1');
  await documentButton(page, /Appeal of 292 NGOs/).click();
  await page.getByRole('button', { name: 'Details of “Appeal of 292 NGOs”' }).click();
  await dialog(page, 'Document').getByRole('button', { name: 'Remove from the project' }).click();
  await expectCount(page, 1);
  const whole = await exported(page, /^Project/);

  const other = await visitor();
  await importFiles(other, json(whole.name, whole.text));
  await expectCount(other, 1);
  await expect(markOf(other, 'second text')).toHaveCount(1);
  expect((await exported(other, /^Project/)).text).toBe(whole.text);
});

test('a click chooses what lies there, a click beside it lets go', async ({ app: page }) => {
  await tag(page, 'the armed forces of Amenia', '4');
  await clickAt(page, 'fired rockets', 3);
  await expect(chosenCard(page)).toHaveCount(0);
  await clickAt(page, 'armed forces of Amenia', 3);
  await expect(chosenCard(page)).toHaveAccessibleName(/^actor/);
  await clickAt(page, 'fired rockets', 3);
  await expect(chosenCard(page)).toHaveCount(0);
  await cards(page).first().click();
  await expect(markOf(page, 'Amenia')).toHaveClass(/chosen/);
  await cards(page).first().click();
  await expect(markOf(page, 'Amenia')).not.toHaveClass(/chosen/);
  await dragOver(page, 'fired rockets');
  await expect(palette(page)).toBeVisible();
  await clickAt(page, 'historic city', 2);
  await expect(palette(page)).toBeHidden();
  await expect(foot(page)).toContainText('1 annotation ·');
});
