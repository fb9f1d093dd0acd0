// By keys, by ear, without colour, in large letters and in a narrow window.

import {
  annotations, cards, chosenCard, content, dialog, expect, expectCount, expectExact, foot, head, importFiles, json, markOf, marks,
  noDialog, notice, palette, press, project, reader, readings, started, test, text,
} from './support/page.mjs';
import { passageCount, sample } from './support/sample.mjs';

async function full(page) {
  await importFiles(page, json('sample.glossator.json', sample(await project(page))));
  await expect(foot(page)).toContainText(`${passageCount} annotations`);
}

test('ten tasks by keyboard alone, recorded', async ({ app: page }) => {
  test.setTimeout(150_000);
  // What a hand does beside the keys, and the keys themselves.
  await page.evaluate(() => {
    window.hand = 0;
    window.keys = [];
    for (const name of ['pointerdown', 'mousedown', 'touchstart', 'wheel', 'pointermove']) addEventListener(name, (event) => event.isTrusted && (window.hand += 1), true);
    addEventListener('keydown', (event) => window.keys.push([event.ctrlKey && 'Ctrl', event.altKey && 'Alt', event.shiftKey && event.key.length > 1 && 'Shift', event.key].filter(Boolean).join('+')), true);
  });
  const record = [];
  const task = async (name, run) => {
    const before = await page.evaluate(() => window.keys.length);
    await test.step(name, run);
    const keys = (await page.evaluate((before) => window.keys.slice(before), before)).filter((key) => !/^(?:\w+\+)*(?:Control|Shift|Alt)$/.test(key));
    expect(keys.length, name).toBeGreaterThan(0);
    record.push(`${name}: ${keys.join(' ')}`);
  };
  const command = async (words) => {
    await page.keyboard.press('Control+k');
    await expect(dialog(page, 'Commands').getByRole('combobox')).toBeFocused();
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
  };

  await task('open', async () => {
    const asked = page.waitForEvent('filechooser');
    await command('import f');
    await (await asked).setFiles(text('report.txt', 'The army shelled the city. It must stop at once.\n\nNobody answered.\n'));
    await expect(reader(page)).toHaveAccessibleName('Text: report');
    await command('Go to the text');
    await page.keyboard.press('Control+Home');
    await expect(reader(page)).toBeFocused();
  });
  await task('mark by character', async () => {
    await press(page, 'ArrowRight', 4);
    await press(page, 'Shift+ArrowRight', 3);
    await page.keyboard.press('Alt+Enter');
    await expect(palette(page)).toHaveAccessibleName('Tag for “arm”');
  });
  await task('tag', async () => {
    await page.keyboard.type('act');
    await page.keyboard.press('Enter');
    await expect(markOf(page, /^arm$/)).toHaveAccessibleDescription(/^actor/);
  });
  await task('mark by word', async () => {
    await page.keyboard.press('Escape');
    await press(page, 'Control+ArrowRight', 4);
    await page.keyboard.press('w');
    await page.keyboard.press('4');
    await expectCount(page, 2, 2);
  });
  await task('mark by sentence', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Control+ArrowUp');
    await page.keyboard.press('s');
    await page.keyboard.press('2');
    await expectCount(page, 3, 3);
    await expect(markOf(page, 'Nobody answered')).toHaveCount(1);
  });
  await task('retag', async () => {
    await page.keyboard.press('t');
    await expect(palette(page).or(page.getByRole('dialog', { name: /tag/i })).first()).toBeVisible();
    await page.keyboard.type('demand');
    await page.keyboard.press('Enter');
    await expect(chosenCard(page)).toContainText('demand');
  });
  await task('resize', async () => {
    const before = await chosenCard(page).locator('q').innerText();
    await page.keyboard.press('Alt+Shift+ArrowLeft');
    await expect(chosenCard(page).locator('q')).not.toHaveText(before);
  });
  await task('note', async () => {
    await page.keyboard.press('e');
    await expect(annotations(page).getByRole('textbox', { name: 'Note' })).toBeFocused();
    await page.keyboard.type('by whom?');
    await page.keyboard.press('Escape');
    await expect(reader(page)).toBeFocused();
    await expect(page.locator('.said')).toContainText('Note kept');
  });
  await task('delete', async () => {
    await page.keyboard.press('p');
    await page.keyboard.press('Delete');
    await expectCount(page, 2, 2);
  });
  await task('undo', async () => {
    await page.keyboard.press('Control+z');
    await expectCount(page, 3, 3);
  });
  await task('filter', async () => {
    await page.keyboard.press('f');
    await expect(annotations(page).getByRole('combobox', { name: 'Tag' })).toBeFocused();
    await page.keyboard.type('demand');
    await expect(cards(page)).toHaveCount(1);
  });
  await task('export', async () => {
    const coming = page.waitForEvent('download');
    await command('Export the project');
    const question = dialog(page, 'Your label');
    await expect(question.getByRole('textbox')).toBeFocused();
    await page.keyboard.type('K');
    await page.keyboard.press('Enter');
    const file = JSON.parse((await content(await coming)).text);
    expectExact(file);
    expect(readings(file).length).toBe(3);
    expect(file.annotations.some((annotation) => annotation.note === 'by whom?')).toBe(true);
  });
  expect(await page.evaluate(() => window.hand)).toBe(0);
  console.log(record.join('\n'));
});

test('the accessibility tree has every annotation with its tag, its words and its note', async ({ app: page }) => {
  await full(page);
  const file = await project(page);
  const client = await page.context().newCDPSession(page);
  await client.send('Accessibility.enable');
  const { nodes } = await client.send('Accessibility.getFullAXTree');
  const by = new Map(nodes.map((node) => [node.nodeId, node]));
  const under = (node) => [node, ...(node.childIds ?? []).flatMap((id) => (by.has(id) ? under(by.get(id)) : []))];
  const textOf = (node) => under(node).filter((one) => one.role?.value === 'StaticText').map((one) => one.name.value).join('');
  const seen = nodes.filter((node) => !node.ignored && node.role?.value === 'mark');
  const names = new Map(file.codebook.tags.map((tag) => [tag.id, tag.name]));
  for (const annotation of file.annotations) {
    const tag = names.get(annotation.tag);
    const [{ quote }] = annotation.target.ranges;
    // A mark that is all of its annotation reads its words; one that others cut says them, and together its pieces
    // read them.
    const begins = [...quote].slice(0, 20).join('');
    const own = seen.filter((node) => (node.description?.value ?? '').split('; ').some((one) =>
      one.startsWith(tag) && (one.includes(begins) || textOf(node).replace(/\s+/g, ' ') === quote.replace(/\s+/g, ' '))));
    expect(own.length, `${tag}: ${quote}`).toBeGreaterThan(0);
    const read = own.map(textOf).join('').replace(/\s+/g, ' ');
    expect(read, tag).toContain(quote.replace(/\s+/g, ' '));
    if (annotation.note) expect(own.some((node) => node.description.value.includes(annotation.note)), annotation.note).toBe(true);
  }
  // And the list has each with tag, words and note, too.
  const buttons = nodes.filter((node) => node.role?.value === 'button').map((node) => node.name?.value ?? '');
  for (const { tag, note } of file.annotations) expect(buttons.some((name) => name.startsWith(names.get(tag)) && name.includes(note))).toBe(true);
  // The ways in: landmarks and headings.
  const roles = nodes.filter((node) => !node.ignored).map((node) => node.role?.value);
  for (const role of ['banner', 'main', 'contentinfo', 'navigation', 'document', 'heading', 'status']) expect(roles).toContain(role);
});

test.describe('without colours of its own', () => {
  test.use({ contextOptions: { forcedColors: 'active' }, viewport: { width: 1440, height: 900 } });

  test('marks tell their tags in words, and the caret and the choice are seen', async ({ app: page }) => {
    await full(page);
    await notice(page).getByRole('button', { name: 'Close' }).click();
    const before = await reader(page).innerText();
    const labels = await marks(page).evaluateAll((all) => all.map((mark) => getComputedStyle(mark, '::before').content).filter((content) => content !== 'none'));
    const named = labels.join(' ');
    for (const tag of ['actor', 'claim', 'accusation', 'demand', 'treaty', 'UN resolution', 'legal reference']) expect(named).toContain(tag);
    // They are no part of the text: marking goes on exactly.
    expect(before).not.toContain('accusation');
    const { tag } = await import('./support/page.mjs');
    await tag(page, 'brutal crimes', '1');
    expectExact(await project(page));
    await expect(page.locator('mark.chosen').first()).toHaveCSS('outline-style', 'solid');
    const lines = await marks(page).evaluateAll((all) => all.map((mark) => getComputedStyle(mark).borderBottomStyle));
    expect(lines.every((line) => line !== 'none')).toBe(true);
    await reader(page).focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('.overlay .caret')).toBeVisible();
  });
});

// What is cut off or pushed out of the window.
async function misfits(page) {
  return page.evaluate(() => {
    const found = [];
    const wide = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > wide) found.push(`the page is ${document.documentElement.scrollWidth} px wide in ${wide}`);
    for (const element of document.querySelectorAll('button, a, input, select, textarea, h1, h2, h3, label')) {
      const rect = element.getBoundingClientRect();
      if (rect.width < 2 || rect.height < 2 || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      if (element.closest('.skip, .margin, .said, [aria-hidden="true"]')) continue;
      const name = element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 30);
      if (rect.left < -1 || rect.right > wide + 1) found.push(`${element.tagName} “${name}” reaches from ${rect.left} to ${rect.right}`);
      if (element.tagName === 'BUTTON' && element.scrollWidth > element.clientWidth + 2) found.push(`“${name}” is cut: ${element.scrollWidth} in ${element.clientWidth}`);
    }
    return found;
  });
}

async function everywhere(page, narrow) {
  const found = [];
  const look = async (where) => found.push(...(await misfits(page)).map((fault) => `${where}: ${fault}`));
  const pane = async (name) => {
    if (narrow()) await page.getByRole('navigation', { name: 'Columns' }).getByRole('button', { name }).click();
  };
  await look('text');
  await pane('Annotations');
  await cards(page).first().click();
  await look('annotations');
  await pane('Documents and tags');
  await look('lists');
  await pane('Text');
  await reader(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('w');
  await page.keyboard.press('Enter');
  await expect(palette(page)).toBeVisible();
  await look('palette');
  await page.keyboard.press('Escape');
  for (const [command, name] of [['Keyboard', 'Keys'], ['History', 'History'], ['Reading and', 'Reading and printing'], ['Details of', 'Document'], ['Your label', 'Your label'], ['Paste', 'Paste a text']]) {
    await page.keyboard.press('Control+k');
    await expect(dialog(page, 'Commands'), `before ${name}`).toBeVisible();
    await look('commands');
    await page.keyboard.type(command);
    await page.keyboard.press('Enter');
    await expect(dialog(page, name)).toBeVisible();
    await look(name);
    await page.keyboard.press('Escape');
    await noDialog(page);
  }
  await head(page).getByRole('button', { name: 'Export' }).click();
  await look('export');
  await page.keyboard.press('Escape');
  await head(page).getByRole('button', { name: 'Codebook' }).click();
  await expect(page.getByRole('article')).toBeVisible();
  await look('codebook');
  return found;
}

test('in a window 320 pixels wide nothing is cut off', async ({ app: page }) => {
  test.setTimeout(150_000);
  await full(page);
  await notice(page).getByRole('button', { name: 'Close' }).click();
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await everywhere(page, () => true)).toEqual([]);
});

for (const [width, height] of [[1280, 1024], [640, 900]]) {
  test(`with letters twice as large nothing is cut off, ${width} wide`, async ({ app: page }) => {
    test.setTimeout(150_000);
    await full(page);
    await notice(page).getByRole('button', { name: 'Close' }).click();
    await page.setViewportSize({ width, height });
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    const narrow = await page.getByRole('navigation', { name: 'Columns' }).isVisible();
    expect(await everywhere(page, () => narrow)).toEqual([]);
    // The head and the foot cover nothing of the text.
    await head(page).getByRole('button', { name: 'Annotate' }).click();
    const [top, middle, bottom] = await Promise.all([head(page), page.locator('main'), foot(page)].map((part) => part.boundingBox()));
    expect(top.y + top.height).toBeLessThanOrEqual(middle.y + 1);
    expect(middle.y + middle.height).toBeLessThanOrEqual(bottom.y + 1);
    expect(middle.height).toBeGreaterThan(200);
  });
}

test('where motion is not wanted nothing moves by itself', async ({ app: page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const moving = await page.evaluate(() => [...document.querySelectorAll('*')].filter((element) => {
    const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
    return parseFloat(transitionDuration) > 0 || animationName !== 'none' || scrollBehavior === 'smooth';
  }).map((element) => element.className));
  expect(moving).toEqual([]);
});
