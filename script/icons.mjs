// Draws the icons that need pixels from static/icon.svg: node script/icons.mjs, after a change of the drawing.

import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { browser } from '../tests/e2e/support/browser.mjs';

const drawing = readFileSync('static/icon.svg', 'utf8');
const engine = await chromium.launch(browser.launchOptions);
try {
  // A system may cut a maskable icon down to the middle four fifths: the ground goes to the edge.
  for (const [name, size, scale] of [['icon-192', 192, 1], ['icon-512', 512, 1], ['icon-maskable-512', 512, 0.76]]) {
    const page = await engine.newPage({ viewport: { width: size, height: size } });
    const ground = scale < 1 ? '#1f5163' : 'transparent';
    await page.setContent(`<style>body{margin:0;display:grid;place-items:center;height:100vh;background:${ground}}svg{width:${100 * scale}vw}</style>${drawing}`);
    writeFileSync(`static/${name}.png`, await page.screenshot({ omitBackground: true }));
    await page.close();
  }
} finally {
  await engine.close();
}
