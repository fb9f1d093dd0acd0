// The history: every step has its name, and a way back to it.

import AxeBuilder from '@axe-core/playwright';
import { dialog, expect, head, marks, reader, tag, test } from './support/page.mjs';

const history = (page) => dialog(page, 'History');
const steps = (page) => history(page).getByRole('listitem');

async function three(page) {
  await tag(page, 'the armed forces of Amenia', '4');
  await tag(page, 'artillery and rocket fire', '2');
  await tag(page, 'the Geneva Convention of 1949', '6');
}

test('each step is named; one click goes back to it, another forward', async ({ app: page }) => {
  await three(page);
  await head(page).getByRole('button', { name: 'History' }).click();
  await expect(steps(page)).toHaveCount(4);
  await expect(steps(page).nth(0)).toContainText('Tagged “the Geneva Convention of 1949” as treaty');
  await expect(steps(page).nth(0)).toContainText('You are here');
  await expect(steps(page).nth(3)).toContainText('The beginning');
  await steps(page).nth(2).getByRole('button').click();
  await expect(marks(page)).toHaveCount(1);
  await expect(steps(page).nth(2)).toContainText('You are here');
  await expect(steps(page).nth(0)).toContainText('undone');
  await steps(page).nth(3).getByRole('button').click();
  await expect(marks(page)).toHaveCount(0);
  await steps(page).nth(0).getByRole('button').click();
  await expect(marks(page)).toHaveCount(3);
  await expect(history(page).locator('[aria-current=step]')).toHaveCount(1);
});

test('by the keyboard alone, and the focus comes back', async ({ app: page }) => {
  await three(page);
  await reader(page).focus();
  await page.keyboard.press('y');
  await expect(history(page).locator('[aria-current=step]')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(marks(page)).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(history(page)).toBeHidden();
  await expect(reader(page)).toBeFocused();
  await page.reload();
  await expect(marks(page)).toHaveCount(1);
});

for (const colorScheme of ['light', 'dark']) {
  test(`the history is sound, ${colorScheme}`, async ({ visitor }) => {
    const page = await visitor({ colorScheme });
    await three(page);
    await head(page).getByRole('button', { name: 'History' }).click();
    await steps(page).nth(2).getByRole('button').click();
    await expect(steps(page).nth(2)).toContainText('You are here');
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
}

test('who closes it before its first frame breaks nothing', async ({ app: page }) => {
  await three(page);
  await reader(page).focus();
  // No frame comes until it is let go.
  await page.evaluate(() => {
    const held = [];
    const frame = window.requestAnimationFrame;
    window.requestAnimationFrame = (run) => held.push(run);
    window.letGo = () => {
      window.requestAnimationFrame = frame;
      for (const run of held.splice(0)) run(performance.now());
    };
  });
  await page.keyboard.press('y');
  await expect(history(page)).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(history(page)).toHaveCount(0);
  await page.evaluate(() => letGo());
  // The browser tells that a dialog was closed with the next frame; until then keys are the dialog's.
  await expect(reader(page)).toBeFocused();
  await page.keyboard.press('y');
  await expect(history(page).locator('[aria-current=step]')).toBeFocused();
});
