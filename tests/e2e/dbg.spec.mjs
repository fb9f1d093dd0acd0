import { expect, test, drag, spot, tag, importFiles, exported, json, text, palette, undoKey, annotations } from './support/page.mjs';
test('cross', async ({ app: page }) => {
  const sel = () => page.evaluate(() => { const s = getSelection(); return [s.type, s.anchorNode?.data?.slice(s.anchorOffset, s.anchorOffset+10), s.focusNode?.data?.slice(s.focusOffset, s.focusOffset+10)].join('|'); });
  const a = ['strongly condemn these crimes.', 18], b = ['In conclusion, we', 5];
  await spot(page, ...a); await spot(page, ...b);
  const s = await spot(page, ...a), e = await spot(page, ...b);
  await page.evaluate(() => { document.addEventListener('selectstart', () => console.log('selectstart')); document.addEventListener('dragstart', () => console.log('dragstart'));document.addEventListener('selectionchange', () => { const s = getSelection(); console.log('change', s.type, s.anchorOffset, s.focusOffset, document.activeElement.id)}); });
  page.on('console', (m) => console.log('   ', m.text()));
  for (const points of [[[700, 381], [500, 381]], [[883, 420]], [[619, 381], [619,400], [619, 420]], [[355, 457]]]) {
  await page.mouse.move(s.x, s.y); await page.mouse.down(); console.log('down', await sel());
  for (const p of points) { await page.mouse.move(...p);  console.log(p, await sel()); }
  await page.mouse.up();console.log('up', await sel());
  await page.keyboard.press('Escape');
  await page.mouse.click(600, 620);
  }
});
