// The margin: names and brackets beside the text, merged where they are dense, each a way to its annotation.

import { cards, chosenCard, expect, lists, markOf, press, reader, spot, tag, test } from './support/page.mjs';

const names = (page) => page.locator('.margin .name');
const name = (page, text) => names(page).filter({ hasText: text });
const top = async (locator) => (await locator.boundingBox()).y;

test.use({ viewport: { width: 1440, height: 900 } });

test('a name stands at the line where its mark begins, and chooses it', async ({ app: page }) => {
  await tag(page, 'the armed forces of Amenia', '4');
  await tag(page, 'the Geneva Convention of 1949', '6');
  await press(page, 'Escape');
  await expect(names(page)).toHaveText(['actor', 'treaty']);
  for (const [words, text] of [['armed forces', 'actor'], ['Geneva', 'treaty']]) {
    const mark = await markOf(page, words).boundingBox();
    expect(Math.abs((await top(name(page, text))) - mark.y)).toBeLessThan(12);
  }
  await name(page, 'treaty').click();
  await expect(chosenCard(page)).toContainText('the Geneva Convention of 1949');
  await expect(name(page, 'treaty')).toHaveClass(/chosen/);
  await expect(name(page, 'actor')).not.toHaveClass(/chosen/);
});

test('names that would cover each other are one, and clicks go from one to the next', async ({ app: page }) => {
  await tag(page, 'armed forces', '4');
  await tag(page, 'civilian population', '4');
  await tag(page, 'Since September 27', '1');
  await press(page, 'Escape');
  const merged = name(page, '×2');
  await expect(merged).toHaveText('actor ×2');
  await merged.click();
  await expect(chosenCard(page)).toContainText('armed forces');
  await merged.click();
  await expect(chosenCard(page)).toContainText('civilian population');
  await merged.click();
  await expect(chosenCard(page)).toContainText('armed forces');
});

test('no two names cover each other, and a bracket is as high as its passage', async ({ app: page }) => {
  for (const words of ['Since September', 'armed forces', 'been continuously', 'civilian objects']) await tag(page, words, '1');
  for (const words of ['September 27', 'forces of', 'continuously subjecting', 'artillery and rocket']) await tag(page, words, '4');
  await tag(page, 'We, the Azerbaijani NGOs', '2');
  await press(page, 'Escape');
  await expect(cards(page)).toHaveCount(9);
  await expect(name(page, 'accusation')).toHaveCount(1);
  const boxes = await names(page).evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ top, bottom }) => [top, bottom]));
  for (const [at, [start]] of boxes.entries()) if (at > 0) expect(start).toBeGreaterThanOrEqual(boxes[at - 1][1] - 0.5);
  const brackets = page.locator('.margin .bracket');
  await expect(brackets).toHaveCount(await page.locator('.margin .group').count());
  const first = await brackets.first().boundingBox();
  const mark = await markOf(page, 'Since').first().boundingBox();
  expect(Math.abs(first.y - mark.y)).toBeLessThan(12);
});

test('what is hidden has no name, and undo takes the name away', async ({ app: page }) => {
  await tag(page, 'the armed forces of Amenia', '4');
  await tag(page, 'the Geneva Convention of 1949', '6');
  await press(page, 'Escape');
  await lists(page).getByRole('button', { name: /^actor, / }).hover();
  await lists(page).getByRole('button', { name: 'Hide actor', exact: true }).click();
  await expect(names(page)).toHaveText(['treaty']);
  await reader(page).focus();
  await page.keyboard.press('Control+z');
  await expect(names(page)).toHaveCount(0);
});

test('the margin gives way to the text where there is no room', async ({ app: page }) => {
  await tag(page, 'the armed forces of Amenia', '4');
  await expect(names(page)).toHaveCount(1);
  await page.setViewportSize({ width: 1024, height: 768 });
  await expect(names(page).first()).toBeHidden();
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(names(page).first()).toBeVisible();
});

test('names come as their lines come near, and go when they are far', async ({ app: page }) => {
  const { importFiles, text } = await import('./support/page.mjs');
  const long = Array.from({ length: 120 }, (_, at) => `Paragraph number ${at} speaks of shelling. ${'It goes on. '.repeat(20)}`).join('\n\n');
  await importFiles(page, text('long.txt', long));
  await tag(page, 'Paragraph number 0 speaks', '1');
  await tag(page, 'Paragraph number 119 speaks', '4');
  await press(page, 'Escape');
  await expect(names(page)).toHaveText(['actor']);
  await spot(page, 'Paragraph number 0 speaks');
  await expect(names(page)).toHaveText(['claim']);
});
