// Tags are hidden and shown: in the texts, in the list, for the keys; files hold everything.

import {
  annotations, cards, chosenCard, clickAt, dragOver, expect, expectCount, give, lists, marks, markOf, project, readings, reader, tag, test,
} from './support/page.mjs';

const eye = (page, name) => lists(page).getByRole('button', { name, exact: true });

async function three(page) {
  await tag(page, 'the armed forces of Amenia', '4');
  await tag(page, 'artillery and rocket fire', '2');
  await tag(page, 'the Geneva Convention of 1949', '6');
}

test('a hidden tag is painted and listed nowhere, files have it, and it comes back', async ({ app: page }) => {
  await three(page);
  await lists(page).getByRole('button', { name: /^actor, / }).hover();
  await eye(page, 'Hide actor').click();
  await expect(marks(page)).toHaveCount(2);
  await expect(cards(page)).toHaveCount(2);
  await expect(annotations(page)).toContainText('2 of 3 here');
  await expect(annotations(page)).toContainText('1 hidden with their tags');
  expect(readings(await project(page)).length).toBe(3);
  // What is hidden is not chosen.
  await clickAt(page, 'armed forces of', 3);
  await expect(chosenCard(page)).toHaveCount(0);
  await annotations(page).getByRole('button', { name: 'Show all tags' }).click();
  await expect(marks(page)).toHaveCount(3);
  await expectCount(page, 3);
});

test('a tag hides what stands under it', async ({ app: page }) => {
  await three(page);
  await lists(page).getByRole('button', { name: /^claim, / }).hover();
  await eye(page, 'Hide claim').click();
  await expect(marks(page)).toHaveCount(2);
  // Showing one of them again shows the way to it.
  await lists(page).getByRole('button', { name: /^accusation/ }).hover();
  await eye(page, 'Show accusation').click();
  await expect(marks(page)).toHaveCount(3);
});

test('keys hide the chosen tag, pass by what is hidden, and show all', async ({ app: page }) => {
  await three(page);
  await reader(page).focus();
  await page.keyboard.press('n');
  await page.keyboard.press('h');
  await expect(marks(page)).toHaveCount(2);
  await expect(page.locator('.said')).toContainText('is hidden in texts and lists');
  await page.keyboard.press('Escape');
  await expect(chosenCard(page)).toHaveCount(0);
  const seen = [];
  for (let step = 0; step < 4; step += 1) {
    await page.keyboard.press('n');
    // Two are left, so each key goes to the other one; the card follows with the next frame.
    const name = chosenCard(page).locator('b');
    await expect.poll(async () => await name.count() === 1 && await name.textContent() !== seen.at(-1)).toBe(true);
    seen.push(await name.textContent());
  }
  expect(new Set(seen).size).toBe(2);
  await page.keyboard.press('Shift+H');
  await expect(marks(page)).toHaveCount(3);
  await expect(page.locator('.said')).toContainText('All tags are shown');
});

test('who tags with a hidden tag sees what they made', async ({ app: page }) => {
  await three(page);
  await lists(page).getByRole('button', { name: /^actor, / }).hover();
  await eye(page, 'Hide actor').click();
  await expect(marks(page)).toHaveCount(2);
  await dragOver(page, 'historic city of Ganja');
  await give(page, '4');
  await expect(markOf(page, 'historic city of Ganja')).toHaveAccessibleDescription(/^actor/);
  await expect(marks(page)).toHaveCount(4);
});
