// The strip beside the scroll bar: the whole document, how densely it is marked, and the way to any place.

import { long as marked } from './support/long.mjs';
import { expect, importFiles, lists, reader, spot, started, tag, test, text } from './support/page.mjs';

test.use({ viewport: { width: 1440, height: 900 } });

const long = Array.from({ length: 100 }, (_, at) => `Paragraph number ${at} speaks of shelling. ${'It goes on. '.repeat(30)}`).join('\n\n');
const strip = (page) => page.locator('.strip');
const stretches = (page) => page.locator('.strip .stretches > div');

// The number of the first paragraph whose middle is in sight.
const inSight = (page) => reader(page).evaluate((root) => {
  const view = root.closest('.reader').getBoundingClientRect();
  const middle = (view.top + view.bottom) / 2;
  const block = [...root.querySelectorAll('[data-block]')].find((block) => block.getBoundingClientRect().bottom > middle);
  return Number(/number (\d+)/.exec(block.textContent)[1]);
});

async function opened(page) {
  await importFiles(page, text('long.txt', long));
  await expect(reader(page)).toContainText('Paragraph number 99');
}

test('marks stand in the strip where they stand in the text, in the colours of their tags', async ({ app: page }) => {
  await opened(page);
  await expect(stretches(page)).toHaveCount(0);
  await tag(page, 'Paragraph number 75 speaks of shelling', '4');
  await expect(stretches(page)).toHaveCount(1);
  const [frame, mark] = [await strip(page).boundingBox(), await stretches(page).boundingBox()];
  expect(Math.abs((mark.y - frame.y) / frame.height - 0.75)).toBeLessThan(0.02);
  await tag(page, 'Paragraph number 10 speaks of shelling', '6');
  await expect(stretches(page)).toHaveCount(2);
  const colours = await page.locator('.strip i').evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor));
  expect(new Set(colours).size).toBe(2);
  await lists(page).getByRole('button', { name: /^actor, / }).hover();
  await lists(page).getByRole('button', { name: 'Hide actor', exact: true }).click();
  await expect(stretches(page)).toHaveCount(1);
});

test('a click goes to the place, a drag goes along, and the frame shows what is in sight', async ({ app: page }) => {
  await opened(page);
  const frame = await strip(page).boundingBox();
  const x = frame.x + frame.width / 2;
  const at = (part) => Math.round(frame.y + frame.height * part);
  await page.mouse.move(x, at(0.5));
  await page.mouse.down();
  await expect.poll(() => inSight(page)).toBeGreaterThan(48);
  expect(await inSight(page)).toBeLessThan(52);
  await page.mouse.move(x, at(0.8), { steps: 4 });
  await expect.poll(() => inSight(page)).toBeGreaterThan(78);
  expect(await inSight(page)).toBeLessThan(82);
  await page.mouse.up();
  await page.mouse.move(x, at(0.2));
  const sight = page.locator('.strip .sight');
  await expect.poll(async () => {
    const box = await sight.boundingBox();
    return Math.abs((box.y + box.height / 2 - frame.y) / frame.height - 0.8);
  }).toBeLessThan(0.02);
  expect(await inSight(page)).toBeGreaterThan(78);
  // It goes with the text as that is scrolled, to its very start.
  await spot(page, 'Paragraph number 0 speaks');
  await expect.poll(async () => Math.round((await sight.boundingBox()).y - frame.y)).toBeLessThan(2);
});

test('a click in the strip leaves the selection and the choice as they are, and is not taken back', async ({ app: page }) => {
  await opened(page);
  // What is chosen is brought into view over some frames: on a slow machine a person is quicker.
  await page.evaluate(() => {
    const next = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (run) => next(() => setTimeout(() => run(performance.now()), 200));
  });
  await tag(page, 'Paragraph number 3 speaks', '4');
  const chosen = page.locator('.annotations .card.chosen');
  await spot(page, 'Paragraph number 90 speaks');
  await page.keyboard.press('Escape');
  await page.locator('.annotations .card .pick').click();
  await expect(chosen).toHaveCount(1);
  await expect.poll(() => inSight(page)).toBeLessThan(10);
  const frame = await strip(page).boundingBox();
  await page.mouse.click(frame.x + 5, frame.y + frame.height / 2);
  for (let frames = 0; frames < 8; frames += 1) await page.evaluate(() => new Promise(requestAnimationFrame));
  expect(await inSight(page)).toBeGreaterThan(40);
  await expect(chosen).toHaveCount(1);
});

test('a strip of hundreds of stretches is the same after changes as when it is made anew', async ({ app: page }) => {
  await marked(page);
  // From top to bottom; the last mark stands in the last line of the text.
  const picture = () => stretches(page).evaluateAll((all) =>
    all
      .map((one) => [one.offsetTop, one.offsetHeight, one.dataset.level, ...[...one.children].map((part) => part.style.getPropertyValue('--c'))])
      .sort(([top], [other]) => top - other));
  const isWhole = async () => {
    const all = await picture();
    const { height } = await strip(page).boundingBox();
    const inOrder = all.every(([top], at) => at === 0 || top >= all[at - 1][0] + all[at - 1][1]);
    return inOrder && all.length > 200 && all.at(-1)[0] + all.at(-1)[1] > height - 4;
  };
  await expect.poll(isWhole).toBe(true);
  const whole = await picture();
  await lists(page).getByRole('button', { name: /^claim, / }).hover();
  await lists(page).getByRole('button', { name: 'Hide claim', exact: true }).click();
  const colour = await lists(page).locator('.tag-row').first().evaluate((row) => row.querySelector('[style*="--c"]').style.getPropertyValue('--c'));
  expect(whole.flat()).toContain(colour);
  await expect.poll(async () => (await picture()).flat().includes(colour)).toBe(false);
  await lists(page).getByRole('button', { name: 'Show claim', exact: true }).click();
  await expect.poll(picture).toEqual(whole);
  await page.reload();
  await started(page);
  await page.mouse.move(640, 300);
  await expect.poll(picture).toEqual(whole);
});
