// The marker pen: tag first, then mark.

import { AxeBuilder } from '@axe-core/playwright';
import {
  cards, chosenCard, clickAt, drag, dragOver, expect, expectCount, lists, markOf, marks, palette, press, reader, tabTo, tag,
  tagButton, test, undoButton, undoKey,
} from './support/page.mjs';

const bar = (page) => page.getByRole('group', { name: 'Marker pen' });
const said = (page) => page.locator('.said');
const chooser = (page) => page.getByRole('dialog', { name: 'Tag for the marker pen' });

// The colour in which the selection is previewed. Its boxes are made anew as the hand moves.
const previewed = (page) => page.waitForFunction(() => {
  const box = document.querySelector('.overlay .taken');
  return box && getComputedStyle(box).backgroundColor;
}).then((colour) => colour.jsonValue());

async function take(page, key) {
  await page.keyboard.press('m');
  await expect(chooser(page).getByRole('combobox')).toBeFocused();
  await page.keyboard.press(key);
  await expect(bar(page)).toBeVisible();
}

test('with the mouse each selection is tagged at once, until Esc', async ({ app: page }) => {
  await tabTo(page, reader(page));
  await take(page, '4');
  await expect(bar(page)).toContainText('Marker pen: actor');
  await expect(bar(page)).toContainText('Esc ends it');
  await expect(reader(page)).toBeFocused();
  await expect(reader(page)).toHaveCSS('cursor', 'crosshair');
  await expect(said(page)).toHaveText(/^Marker pen: actor/);

  // From mid-word to mid-word: whole words, in the tag's colour, and no palette.
  let penned;
  await drag(page, ['the armed forces', 5], ['the armed forces', 12], async () => {
    penned = await previewed(page);
  });
  await expect(markOf(page, 'armed forces')).toHaveText('armed forces');
  await expect(palette(page)).toBeHidden();
  await expect(said(page)).toHaveText('Tagged “armed forces” as actor');
  await dragOver(page, 'historic city');
  await expect(markOf(page, 'historic city')).toHaveAccessibleDescription(/^actor/);
  await expectCount(page, 2);
  await expect(chosenCard(page), 'nothing is chosen: the next selection comes').toHaveCount(0);

  // Undo is per passage, and the pen stays in the hand.
  await page.keyboard.press(undoKey);
  await expectCount(page, 1);
  await expect(markOf(page, 'armed forces')).toHaveCount(1);
  await undoButton(page).click();
  await expectCount(page, 0);
  await expect(bar(page)).toBeVisible();

  await page.keyboard.press('Escape');
  await expect(bar(page)).toBeHidden();
  await expect(said(page)).toHaveText('Marker pen put away');
  await expect(reader(page)).toHaveCSS('cursor', 'text');
  await drag(page, ['historic city', 0, 0.2], ['historic city', 12, 0.8], async () => {
    expect(await previewed(page)).not.toBe(penned);
  });
  await expect(palette(page), 'without the pen the palette asks').toBeVisible();
});

test('by keys alone, one passage after the other', async ({ app: page }) => {
  await tabTo(page, reader(page));
  await page.keyboard.press('Control+Home');
  await take(page, '1');
  await press(page, 'Control+Shift+ArrowRight', 2);
  await page.keyboard.press('Enter');
  await expect(markOf(page, 'Azerbaijani NGOs')).toHaveCount(1);
  await press(page, 'Control+Shift+ArrowRight', 2);
  await page.keyboard.press('Enter');
  await expect(markOf(page, 'appeal to')).toHaveText('appeal to');
  await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.press('s');
  await page.keyboard.press('Enter');
  await expectCount(page, 3);
  await expect(cards(page, /^claim/)).toHaveCount(3);
  await expect(palette(page)).toBeHidden();
  // A click and the arrows still choose; m puts the pen away.
  await page.keyboard.press('n');
  await expect(chosenCard(page)).toHaveCount(1);
  await page.keyboard.press('m');
  await expect(bar(page)).toBeHidden();
});

test('the pen takes the tag of the chosen annotation, of a row of the list, or a new one', async ({ app: page }) => {
  await tag(page, 'historic city', '6');
  await page.keyboard.press('m');
  await expect(bar(page)).toContainText('Marker pen: treaty');
  await bar(page).getByRole('button', { name: 'Put it away' }).click();
  await expect(bar(page)).toBeHidden();
  await expect(reader(page)).toBeFocused();

  const pen = lists(page).getByRole('button', { name: 'Marker pen with claim' });
  await tagButton(page, 'claim').hover();
  await pen.click();
  await expect(pen).toHaveAttribute('aria-pressed', 'true');
  await expect(bar(page)).toContainText('Marker pen: claim');
  await dragOver(page, 'September 27');
  await expectCount(page, 2);
  await pen.click();
  await expect(bar(page)).toBeHidden();

  await clickAt(page, 'international community');
  await page.keyboard.press('m');
  await page.keyboard.type('place');
  await page.keyboard.press('Enter');
  await expect(bar(page)).toContainText('Marker pen: place');
  await dragOver(page, 'Ganja city');
  await expect(markOf(page, 'Ganja city')).toHaveAccessibleDescription(/^place/);
  // A tag that is taken back takes its pen with it.
  await page.keyboard.press(undoKey);
  await page.keyboard.press(undoKey);
  await expect(bar(page)).toBeHidden();
});

test('a passage that has the tag already is not tagged twice', async ({ app: page }) => {
  await tag(page, 'historic city', '1');
  await page.keyboard.press('m');
  await expect(bar(page)).toBeVisible();
  await dragOver(page, 'historic city');
  await expect(page.locator('.notice')).toBeVisible();
  await expectCount(page, 1);
  await expect(marks(page)).toHaveCount(1);
  await expect(palette(page)).toBeHidden();
});

test('Esc in the chooser takes no pen', async ({ app: page }) => {
  await tabTo(page, reader(page));
  await page.keyboard.press('m');
  await expect(chooser(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(chooser(page)).toBeHidden();
  await expect(bar(page)).toBeHidden();
  await expect(reader(page)).toBeFocused();
});

for (const colorScheme of ['light', 'dark']) {
  test(`the bar is sound, wide and narrow: ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('./');
    await expect(reader(page)).toBeVisible();
    await tabTo(page, reader(page));
    await take(page, '4');
    for (const [width, height] of [[1440, 900], [320, 640]]) {
      await page.setViewportSize({ width, height });
      await page.keyboard.press('Control+Home');
      await press(page, 'Control+Shift+ArrowRight', 2);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]), `${width}`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
      // The caret is not hidden behind the bar.
      const caret = page.locator('.overlay .caret');
      const under = await bar(page).boundingBox();
      await expect.poll(async () => (await caret.boundingBox()).y).toBeGreaterThanOrEqual(under.y + under.height);
    }
  });
}
