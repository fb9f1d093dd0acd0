// A narrow page under a finger: the browser's own handles select, a button opens the palette.

import {
  annotations, cards, chosenCard, expect, foot, markOf, palette, reader, started, test,
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
