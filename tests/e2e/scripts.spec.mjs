// Scripts that read otherwise than Latin: words without spaces, lines from right to left.

import { chosenCard, expect, importFiles, palette, press, project, reader, spot, tabTo, test, text } from './support/page.mjs';

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
