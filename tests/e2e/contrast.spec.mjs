// Every colour of the palette, alone and over two others, in light and dark: words 4.5:1, lines and focus 3:1
// (WCAG 2.2, 1.4.3 and 1.4.11).

import { readFileSync } from 'node:fs';
import { expect, started, test } from './support/page.mjs';

const source = readFileSync('src/model/colour.rs', 'utf8');
const listed = /PALETTE: &\[Colour\] = &\[([^\]]*)\]/.exec(source)[1];
const palette = [...listed.matchAll(/rgb\(0x(\w{6})\)/g)].map(([, rgb]) => `#${rgb}`);

// In the page: what the style sheets make of each colour in each lane, as numbers.
function paint(colours) {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  const rgba = (colour) => {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = pen.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const text = document.querySelector('#reader');
  const block = document.createElement('p');
  block.className = 'block';
  text.append(block);
  const of = (element, name) => rgba(getComputedStyle(element)[name]);
  const lanes = colours.map((colour) => {
    const mark = document.createElement('mark');
    for (let lane = 0; lane < 4; lane += 1) mark.style.setProperty(`--l${lane}`, colour);
    mark.dataset.depth = '4';
    mark.textContent = 'x';
    block.append(mark);
    const layers = getComputedStyle(mark).backgroundImage.match(/linear-gradient\((?:[^()]|\([^()]*\))*\)/g);
    const colourOf = (layer) => rgba(/linear-gradient\(((?:[^(),\s]+\([^()]*\))|[^(),\s]+)/.exec(layer)[1]);
    return { lines: layers.slice(0, 4).map(colourOf), tints: layers.slice(4).map(colourOf) };
  });
  const written = colours.map((colour) => {
    const tag = document.createElement('b');
    tag.className = 'hued';
    tag.style.setProperty('--c', colour);
    tag.style.color = 'var(--hue-ink)';
    tag.style.backgroundColor = 'var(--hue)';
    block.append(tag);
    return { ink: of(tag, 'color'), dot: of(tag, 'backgroundColor') };
  });
  const token = (name) => {
    const probe = document.createElement('i');
    probe.style.color = `var(--${name})`;
    block.append(probe);
    return of(probe, 'color');
  };
  const tokens = Object.fromEntries(['paper', 'panel', 'card', 'ink', 'quote', 'soft', 'number', 'accent', 'accent-ink', 'focus', 'good', 'bad', 'picked', 'edge', 'toast', 'toast-ink', 'toast-bad'].map((name) => [name, token(name)]));
  const marked = of(block.querySelector('mark'), 'color');
  block.remove();
  return { lanes, written, tokens, marked };
}

const over = ([r, g, b, a], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1];
const luminance = (colour) => {
  const [r, g, b] = colour.slice(0, 3).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one, other) => {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

for (const colorScheme of ['light', 'dark']) {
  test(`marks that overlap can be read, ${colorScheme}`, async ({ page }) => {
    expect(palette.length).toBe(12);
    await page.emulateMedia({ colorScheme });
    await page.goto('./');
    await started(page);
    const { lanes, tokens, marked } = await page.evaluate(paint, palette);
    const faults = [];
    let least = { words: 99, line: 99, focus: 99 };
    const need = (what, found, wanted, about) => {
      least[what] = Math.min(least[what], found);
      if (found < wanted) faults.push(`${about}: ${what} ${found.toFixed(2)}:1`);
    };
    const every = palette.map((_, at) => at);
    const covers = [...every.map((a) => [a]), ...every.flatMap((a) => every.map((b) => [a, b])), ...every.flatMap((a) => every.flatMap((b) => every.map((c) => [a, b, c])))];
    for (const cover of covers) {
      const about = cover.map((at) => palette[at]).join(' over ');
      const ground = cover.map((at, lane) => lanes[at].tints[lane]).reduceRight((below, tint) => over(tint, below), tokens.paper);
      need('words', contrast(marked, ground), 4.5, about);
      // The lowest lane lies on the tint, the others under it, on the paper.
      cover.forEach((at, lane) => need('line', contrast(lanes[at].lines[lane], lane === 0 ? ground : tokens.paper), 3, `${about}, lane ${lane}`));
      need('focus', Math.min(contrast(tokens.focus, ground), contrast(tokens.focus, tokens.paper)), 3, about);
    }
    console.log(`${colorScheme}: ${covers.length} covers; least words ${least.words.toFixed(2)}, line ${least.line.toFixed(2)}, focus ${least.focus.toFixed(2)}`);
    expect(faults).toEqual([]);
  });

  test(`names and signs can be read on every ground, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('./');
    await started(page);
    const { written, tokens } = await page.evaluate(paint, palette);
    const faults = [];
    const need = (found, wanted, about) => found < wanted && faults.push(`${about}: ${found.toFixed(2)}:1`);
    for (const ground of ['paper', 'panel', 'card', 'picked']) {
      for (const [at, { ink, dot }] of written.entries()) {
        need(contrast(ink, tokens[ground]), 4.5, `${palette[at]} written on ${ground}`);
        need(contrast(dot, tokens[ground]), 3, `${palette[at]} drawn on ${ground}`);
      }
      for (const name of ['ink', 'quote', 'soft', 'good', 'bad']) need(contrast(tokens[name], tokens[ground]), 4.5, `${name} on ${ground}`);
      for (const name of ['focus', 'edge']) need(contrast(tokens[name], tokens[ground]), 3, `${name} on ${ground}`);
    }
    need(contrast(tokens.number, tokens.paper), 4.5, 'number on paper');
    need(contrast(tokens['accent-ink'], tokens.accent), 4.5, 'accent');
    need(contrast(tokens['toast-ink'], tokens.toast), 4.5, 'toast');
    expect(faults).toEqual([]);
  });
}
