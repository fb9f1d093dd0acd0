// Relations between annotations: drawn by keys alone, then with the mouse; chips at both ends, arcs on demand.

import {
  annotations, cards, chosenCard, clickAt, documentButton, expect, importFiles, markOf, palette, press, project, reader, tabTo, tag, test, text,
  undoKey,
} from './support/page.mjs';

const details = (page) => annotations(page).getByRole('group', { name: 'Details' });
const chips = (page) => details(page).locator('.chip .go');
const bar = (page) => page.getByRole('group', { name: 'Relations' });
const list = (page) => page.getByRole('dialog', { name: /^What joins/ });
const option = (page, name) => list(page).getByRole('option', { name });
const names = (file) => new Map(file.codebook.relation_types.map((kind) => [kind.id, kind.name]));

test.use({ viewport: { width: 1440, height: 900 } });


test('a relation is drawn, told and taken away by keys alone', async ({ app: page }) => {
  await tabTo(page, reader(page));
  await page.keyboard.press('Control+Home');
  await press(page, 'Control+Shift+ArrowRight', 2);
  await page.keyboard.press('4');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Home');
  await press(page, 'Control+ArrowRight', 2);
  await press(page, 'Control+Shift+ArrowRight', 3);
  await page.keyboard.press('1');
  await expect(cards(page)).toHaveCount(2);

  // Given up: nothing is drawn.
  await page.keyboard.press('r');
  await expect(bar(page)).toContainText('Relation from “');
  await expect(page.locator('.said')).toContainText('press Enter');
  await page.keyboard.press('Escape');
  await expect(bar(page)).toHaveCount(0);

  // Of the three types two lead from a claim to an actor: it is asked which.
  await page.keyboard.press('r');
  await page.keyboard.press('p');
  await page.keyboard.press('Enter');
  await expect(list(page).getByRole('listbox')).toBeFocused();
  await expect(list(page).getByRole('option')).toHaveText([/^made by →/, /^about →/, /^invokes →.*leads to legal reference/]);
  await expect(option(page, /invokes/)).toHaveAttribute('aria-disabled', 'true');
  await press(page, 'ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page.locator('.said')).toContainText('leads to legal reference');
  await expect(list(page)).toBeVisible();

  // Escape asks for another end; then the same one again.
  await page.keyboard.press('Escape');
  await expect(list(page)).toHaveCount(0);
  await expect(bar(page)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(list(page).getByRole('listbox')).toBeFocused();
  await press(page, 'ArrowDown');
  await expect(option(page, /about/)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.locator('.said')).toContainText('about → “Azerbaijani NGOs”');
  await expect(reader(page)).toBeFocused();
  await expect(chosenCard(page)).toHaveAccessibleName(/^claim/);
  await expect(chips(page)).toHaveText(['about → Azerbaijani NGOs']);

  // Now only one is left that fits, and it is drawn at once.
  await page.keyboard.press('r');
  await page.keyboard.press('p');
  await page.keyboard.press('Enter');
  await expect(list(page)).toHaveCount(0);
  await expect(chips(page)).toHaveText(['made by → Azerbaijani NGOs', 'about → Azerbaijani NGOs']);

  // A chip leads to the other end, which shows the same from its side.
  await page.keyboard.press('i');
  await tabTo(page, chips(page).first());
  await page.keyboard.press('Enter');
  await expect(chosenCard(page)).toHaveAccessibleName(/^actor/);
  await expect(chips(page)).toHaveText([/^made by ← /, /^about ← /]);
  await page.keyboard.press('i');
  await tabTo(page, details(page).getByRole('button', { name: /^Remove made by/ }));
  await page.keyboard.press('Enter');
  await expect(chips(page)).toHaveText([/^about ← /]);
  await expect(page.locator('.said')).toContainText('Removed: ');
  const file = await project(page);
  expect(file.relations.map(({ kind }) => names(file).get(kind))).toEqual(['about']);
  await reader(page).focus();
  await page.keyboard.press(undoKey);
  await expect(chips(page)).toHaveCount(2);
});

test('with the mouse, the other way round, and as arcs', async ({ app: page }) => {
  await tag(page, 'the armed forces of Amenia', '4');
  await tag(page, 'continuously subjecting the civilian population', '2');
  await tag(page, 'the Geneva Convention of 1949', '6');
  await tag(page, 'Armenia has grossly violated', '2');

  // From an accusation to law only one type leads.
  await details(page).getByRole('button', { name: /^Relate/ }).click();
  await expect(bar(page)).toBeVisible();
  await clickAt(page, 'Geneva Convention', 3);
  await expect(bar(page)).toHaveCount(0);
  await expect(chips(page)).toHaveText(['invokes → the Geneva Convention of 1949']);
  await expect(chips(page)).toHaveAttribute('title', /^treaty: .*law that the claim rests on/);

  // From an actor to a claim none does, but back from the claim two do: that is offered.
  await clickAt(page, 'armed forces', 3);
  await page.keyboard.press('r');
  await cards(page, /continuously/).click();
  await expect(option(page, /made by/)).toContainText('from the second to the first');
  await expect(list(page).getByRole('listbox')).toBeFocused();
  await page.keyboard.press('1');
  await expect(list(page)).toHaveCount(0);
  await expect(chosenCard(page)).toHaveAccessibleName(/^actor/);
  await expect(chips(page)).toHaveText([/^made by ← continuously/]);
  await chips(page).click();
  await expect(chosenCard(page)).toHaveAccessibleName(/^accusation/);
  await expect(chips(page)).toHaveText(['made by → the armed forces of Amenia']);

  // Itself is no other end, and clicking beside marks is nothing.
  await page.keyboard.press('r');
  await chosenCard(page).click();
  await expect(page.locator('.notice')).toContainText('not one with itself');
  await clickAt(page, 'Since September', 2);
  await expect(bar(page)).toBeVisible();
  await bar(page).getByRole('button', { name: 'Give up' }).click();
  await expect(bar(page)).toHaveCount(0);

  // Arcs are drawn when they are asked for, and are remembered.
  await reader(page).focus();
  await expect(page.locator('.arcs path')).toHaveCount(0);
  await page.keyboard.press('a');
  await expect(page.locator('.arcs .arc')).toHaveCount(2);
  await expect(page.locator('.arcs .arc.chosen text')).toHaveText(['made by']);
  await page.reload();
  await page.mouse.move(300, 300);
  await expect(page.locator('.arcs .arc')).toHaveCount(2);
  await reader(page).focus();
  await page.keyboard.press('a');
  await expect(page.locator('.arcs .arc')).toHaveCount(0);

  // Without its end a relation goes, and undo brings both back.
  await clickAt(page, 'Geneva Convention', 3);
  await page.keyboard.press('Delete');
  await clickAt(page, 'has grossly violated', 6);
  await expect(chips(page)).toHaveCount(0);
  await page.keyboard.press(undoKey);
  await expect(chips(page)).toHaveCount(1);
  await expect(markOf(page, 'Geneva')).toHaveCount(1);
  await expect(palette(page)).toHaveCount(0);
});

test('an arc to another document leaves towards it, and the chip leads there', async ({ app: page }) => {
  const title = (await reader(page).getAttribute('aria-label')).replace('Text: ', '');
  await importFiles(page, text('answer.txt', 'The ministry answered on Friday.'));
  await tag(page, 'The ministry', '4');
  await documentButton(page, title).click();
  await tag(page, 'Armenia has grossly violated', '2');
  await page.keyboard.press('r');
  await documentButton(page, 'answer').click();
  await clickAt(page, 'The ministry', 5);
  await list(page).getByRole('option', { name: /made by/ }).click();
  await expect(chosenCard(page)).toHaveAccessibleName(/^accusation/);
  await expect(chips(page)).toHaveText(['made by → The ministry']);
  await reader(page).focus();
  await page.keyboard.press('a');
  await expect(page.locator('.arcs .arc.chosen text')).toHaveText(['made by · answer']);
  const ends = () => page.locator('.arcs .arc').evaluate((arc) => {
    const [arcs, text] = [arc.getBoundingClientRect(), document.querySelector('#reader').getBoundingClientRect()];
    return { isBeside: arcs.left < text.left, goesDown: text.bottom - arcs.bottom < 30 };
  });
  // The document stands behind this one: the arc goes down beside the text.
  await expect.poll(ends).toEqual({ isBeside: true, goesDown: true });
  await chips(page).click();
  await expect(reader(page)).toHaveAccessibleName('Text: answer');
  await expect(page.locator('.arcs .arc.chosen text')).toHaveText([`made by · ${title}`]);
});
