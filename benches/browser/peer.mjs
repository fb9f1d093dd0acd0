// The peer: @recogito/text-annotator on the floor's paragraphs. What it is called with is as its documentation has
// it; `benches/browser/run` bundles it. It has no palette: a passage is an annotation when the mouse lets go.

import { readFile } from 'node:fs/promises';
import { column, paragraphs } from './floor.mjs';
import { begin, drag, megabytes, timed, withPage } from './page.mjs';

const place = new URL('peer/bundle/', import.meta.url);

// How long it may take to open, in milliseconds. It is not waited for any longer.
export const PATIENCE = 240_000;

// What it sends: script and styles.
export const files = () => Promise.all(['peer.js', 'peer.css'].map((name) => readFile(new URL(name, place), 'utf8')));

// None where it does not open in time.
export const peer = (engine, { text, spans }, acts) =>
  withPage(engine, async (watched) => {
    const { page } = watched;
    const [script, styles] = await files();
    await page.setContent(column);
    await page.addStyleTag({ content: styles });
    await page.addScriptTag({ content: script });
    await begin(watched);
    const opening = page.evaluate(open, { texts: paragraphs(text), spans });
    // It fails too when the page is closed under it.
    const opened = await withinPatience(opening.catch((error) => ({ error })));
    if (!opened) return undefined;
    if (opened.error) throw opened.error;
    const scrolled = await page.evaluate(() => bench.scroll(document.querySelector('.reader'), 12_000, 100));
    const times = { add: [], remove: [] };
    const passages = await page.evaluate((acts) => bench.passages(document.querySelector('.text'), acts), acts);
    for (const [act, passage] of passages.entries()) {
      await drag(page, passage);
      times.add.push((await timed(page, expectMark, () => page.mouse.up())).time);
      if (act % 3 === 0) times.remove.push(await page.evaluate(removeNewest));
    }
    return { ...opened, scrolled, ...times, megabytes: await megabytes(watched) };
  });

async function withinPatience(opening) {
  let timer;
  const over = new Promise((come) => (timer = setTimeout(come, PATIENCE)));
  const first = await Promise.race([opening, over]);
  clearTimeout(timer);
  return first;
}

async function open({ texts, spans }) {
  const COLOURS = ['#c77f00', '#0b6fb3', '#0a8463', '#b8458a', '#7a5bc2', '#b5441b', '#4f7c0c', '#8a6d3b'];
  const whole = texts.join('\n\n');
  // It counts the characters of all text nodes: the empty lines between paragraphs are in none.
  const starts = [];
  let length = 0;
  for (const words of texts) {
    starts.push(length + starts.length * 2);
    length += words.length;
  }
  let paragraph = 0;
  const counted = (offset) => {
    while (paragraph > 0 && starts[paragraph] > offset) paragraph -= 1;
    while (starts[paragraph + 1] <= offset) paragraph += 1;
    return offset - paragraph * 2;
  };
  const annotations = spans.map(([start, end, tag], at) => ({
    id: `a${at}`,
    bodies: [{ id: `b${at}`, annotation: `a${at}`, purpose: 'tagging', value: String(tag) }],
    target: {
      annotation: `a${at}`,
      selector: [{ quote: whole.slice(start, end), start: counted(start), end: counted(end) }],
    },
  }));
  const style = ({ bodies: [tag] }) => ({ fill: COLOURS[Number(tag?.value ?? 0)], fillOpacity: 0.25 });
  await bench.painted();

  const begun = performance.now();
  const container = document.querySelector('.text');
  container.replaceChildren(
    ...texts.map((words) => {
      const p = document.createElement('p');
      p.textContent = words;
      return p;
    }),
  );
  const annotator = window.peer.createTextAnnotator(container, { style });
  annotator.setAnnotations(annotations);
  const marks = () => container.querySelectorAll('.r6o-annotation');
  await bench.paintedWhen(() => marks().length > 0, 'the first marks of the peer');
  const first = performance.now();
  // All passages are measured before the first is drawn, and again a moment later: it is done when five frames
  // come one after the other as they should.
  let now = first;
  for (let steady = 0; steady < 5; steady += 1) {
    const before = performance.now();
    await bench.painted();
    if (performance.now() - before > 50) [now, steady] = [performance.now(), -1];
  }
  const held = annotator.getAnnotations().length;
  if (held !== spans.length) throw new Error(`The peer has ${held} of ${spans.length} annotations`);

  const ids = () => new Set([...marks()].map((mark) => mark.dataset.annotation));
  Object.assign(bench, { annotator, ids });
  return { open: first - begun, opening: bench.longest(begun, first), all: now - begun, filling: bench.longest(first, now) };
}

function expectMark() {
  const before = bench.ids();
  bench.expect('pointerup', () => {
    bench.newest = [...bench.ids()].find((id) => !before.has(id));
    return bench.newest !== undefined;
  });
}

async function removeNewest() {
  const begun = performance.now();
  bench.annotator.removeAnnotation(bench.newest);
  await bench.paintedWhen(() => !bench.ids().has(bench.newest), 'the removal by the peer');
  return performance.now() - begun;
}
