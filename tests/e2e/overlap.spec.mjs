// Passages that nest, cross, coincide and go over paragraphs: each stays visible and in reach.

import {
  annotations, cards, chosenCard, clickAt, drag, expect, expectCount, expectExact, give, markOf, marks,
  project, reader, tag, test,
} from './support/page.mjs';

// The pieces of a paragraph's marks: words, depth, and the lanes that are painted.
const pieces = (page, words) =>
  reader(page)
    .locator('[data-block]')
    .filter({ hasText: words })
    .evaluate((block) =>
      [...block.querySelectorAll('mark')].map((mark) => [
        mark.textContent,
        Number(mark.dataset.depth),
        [0, 1, 2, 3].filter((lane) => mark.style.getPropertyValue(`--l${lane}`) !== ''),
        mark.dataset.ids.split(' ').length,
        mark.dataset.more ?? '',
      ]),
    );

test('nested, crossing and coinciding passages have a lane each', async ({ app: page }) => {
  await tag(page, 'state that Armenia has grossly violated international humanitarian law, especially the Geneva Convention of 1949', '2');
  await tag(page, 'international humanitarian law, especially', '5');
  // "especially" goes with it by the drag; the end is put back by a word, past the comma.
  await annotations(page).getByRole('button', { name: 'End one word earlier' }).click();
  await expect(chosenCard(page)).toContainText('international humanitarian law');
  await tag(page, 'humanitarian law, especially the Geneva', '1');
  await tag(page, 'the Geneva Convention of 1949', '6');
  await tag(page, 'the Geneva Convention of 1949', '4');
  await expectCount(page, 5);

  const found = await pieces(page, 'We, the Azerbaijani NGOs');
  expect(found.map(([words, depth, , number]) => [words, depth, number])).toEqual([
    ['state that Armenia has grossly violated ', 1, 1],
    ['international ', 2, 2],
    ['humanitarian law', 3, 3],
    [', especially ', 3, 2],
    ['the Geneva', 4, 4],
    [' Convention of 1949', 4, 3],
  ]);
  expect(found.map(([, , lanes]) => lanes)).toEqual([[0], [0, 1], [0, 1, 2], [0, 2], [0, 1, 2, 3], [0, 1, 3]]);

  // The same passage with the same tag says nothing more: it is chosen, not made twice.
  await drag(page, ['the Geneva Convention of 1949', 1], ['the Geneva Convention of 1949', 27]);
  await page.keyboard.press('6');
  await expect(chosenCard(page)).toHaveAccessibleName(/^treaty/);
  await expectCount(page, 5);
  await page.keyboard.press('Escape');

  const file = await project(page);
  expect(file.annotations).toHaveLength(5);
  expectExact(file);
});

test('what lies deeper than four lines is counted and still in reach', async ({ app: page }) => {
  for (const key of ['1', '2', '3', '4', '5', '6']) await tag(page, 'cluster bombs', key);
  await expect(markOf(page, 'cluster bombs')).toHaveAttribute('data-more', '+2');
  expect(await pieces(page, 'Today, on October 4')).toEqual([['cluster bombs', 4, [0, 1, 2, 3], 6, '+2']]);
  const seen = new Set();
  await page.keyboard.press('Escape');
  for (let click = 0; click < 6; click += 1) {
    await clickAt(page, 'cluster bombs', 4);
    await expect(annotations(page)).toContainText(`${click + 1} of 6 here`);
    // The card follows the click with the next frame.
    const name = chosenCard(page).locator('b');
    await expect.poll(async () => seen.has(await name.textContent())).toBe(false);
    seen.add(await name.textContent());
  }
  expect([...seen].sort()).toEqual(['accusation', 'actor', 'claim', 'demand', 'legal reference', 'treaty']);
});

test('a passage over paragraphs is marked in each of them', async ({ app: page }) => {
  await drag(page, ['strongly condemn these crimes.', 18], ['In conclusion, we', 5]);
  await give(page, '1');
  await expectCount(page, 1);
  await expect(marks(page)).toHaveText(['these crimes.', 'In conclusion']);
  const ids = await marks(page).evaluateAll((all) => all.map((mark) => mark.dataset.ids));
  expect(new Set(ids).size).toBe(1);
  await expect(marks(page).first()).toHaveClass(/chosen/);
  await expect(marks(page).last()).toHaveClass(/chosen/);
  await clickAt(page, 'It has been signed', 5);
  await clickAt(page, 'In conclusion', 5);
  await expect(chosenCard(page)).toHaveCount(1);
  const file = await project(page);
  expect(file.annotations[0].target.ranges[0].quote).toBe('these crimes.\n\nIn conclusion');
  expectExact(file);
});

test('repeated clicks on one spot go through the stack, and the card says which', async ({ app: page }) => {
  await tag(page, 'Armenia has grossly violated international humanitarian law, especially the Geneva Convention of 1949', '2');
  await tag(page, 'humanitarian law, especially the Geneva', '1');
  await tag(page, 'the Geneva Convention of 1949', '6');
  await tag(page, 'Geneva', '4');
  await clickAt(page, 'deliberate targeting', 3);
  await expect(chosenCard(page)).toHaveCount(0);
  for (const [place, name] of [[1, 'actor'], [2, 'treaty'], [3, 'claim'], [4, 'accusation'], [1, 'actor']]) {
    await clickAt(page, 'Geneva Convention', 2);
    await expect(chosenCard(page)).toHaveAccessibleName(new RegExp(`^${name}`));
    await expect(annotations(page)).toContainText(`${place} of 4 here`);
    await expect(chosenCard(page)).toBeInViewport();
    await expect(reader(page).locator('mark.chosen').first()).toBeVisible();
  }
  // Elsewhere it begins with the innermost again.
  await clickAt(page, 'humanitarian law, especially', 3);
  await expect(chosenCard(page)).toHaveAccessibleName(/^claim/);
  await expect(annotations(page)).toContainText('1 of 2 here');
});

test.describe('in a small window', () => {
  test.use({ viewport: { width: 1000, height: 460 } });

  test('choosing a card brings its passage into view, and choosing a passage its card', async ({ app: page }) => {
    await tag(page, 'Azerbaijani NGOs appeal', '4');
    await tag(page, 'historic city of Ganja', '1');
    await tag(page, 'a third country', '4');
    await tag(page, 'the Geneva Convention of 1949', '6');
    await tag(page, 'protest against the war crimes', '3');
    await tag(page, 'paves the way', '1');
    await tag(page, 'signed by 292 NGOs', '4');
    await expectCount(page, 7);

    await cards(page).first().click();
    await expect(markOf(page, 'Azerbaijani NGOs appeal')).toBeInViewport({ ratio: 1 });
    await expect(markOf(page, 'signed by 292 NGOs')).not.toBeInViewport();
    await cards(page).last().click();
    await expect(markOf(page, 'signed by 292 NGOs')).toBeInViewport({ ratio: 1 });
    await expect(markOf(page, 'Azerbaijani NGOs appeal')).not.toBeInViewport();

    await clickAt(page, 'Azerbaijani NGOs appeal', 3);
    await expect(chosenCard(page)).toHaveAccessibleName(/^actor.*Azerbaijani NGOs appeal/);
    await expect(chosenCard(page)).toBeInViewport({ ratio: 1 });
    await expect(cards(page).last()).not.toBeInViewport();
    await clickAt(page, 'signed by 292 NGOs', 3);
    await expect(chosenCard(page)).toBeInViewport({ ratio: 1 });
    await expect(cards(page).first()).not.toBeInViewport();
  });
});
