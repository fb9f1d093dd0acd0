import { expect, test, drag, spot, tag, importFiles, exported, json, text, palette, undoKey, annotations } from './support/page.mjs';
const type = (page) => page.evaluate(() => { const s = getSelection(); return s.type + ' ' + s.toString().length; });
test('cross', async ({ page }) => {
  await page.goto('./'); await page.locator('#reader').waitFor();
  await spot(page, 'In conclusion', 3);
  const out = [];
  for (let at = 0; at < 30; at += 3) {
    await page.reload(); await page.locator('#reader').waitFor();
    const s = await spot(page, 'strongly condemn these crimes.', at);
    await page.mouse.move(s.x, s.y); await page.mouse.down();
    await page.mouse.move(s.x - 100, s.y); const one = await type(page); await page.mouse.move(s.x-150, s.y);
    out.push([at, Math.round(s.x), Math.round(s.y), one, await type(page)].join(' '));
    await page.mouse.up();
  }
  console.log(out.join('\n'));
});
test('plain', async ({ page }) => {
  await page.setContent('<div tabindex=0 id=r><p style="width:600px;white-space:pre-wrap;font:18px serif">' + 'some words of a text that is long '.repeat(20) + '</p></div>');
  const out = [];
  for (let at = 0; at < 12; at += 1) {
    const x = 50 + at * 50;
    await page.mouse.move(x, 100); await page.mouse.down();
    await page.mouse.move(x + 100, 100); const one = await type(page); await page.mouse.move(x + 150, 100);
    out.push([at, x, one, await type(page)].join(' '));
    await page.mouse.up();
    await page.mouse.click(10, 500);
  }
  console.log(out.join('\n'));
});
