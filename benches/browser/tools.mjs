// What runs in the pages that are measured, as `window.bench`.

export function tools() {
  const PATIENCE = 120_000;
  const tasks = [];
  const take = (entries) => entries.forEach(({ startTime, duration }) => tasks.push({ begun: startTime, ended: startTime + duration, duration }));
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  observer.observe({ type: 'longtask' });

  const frame = () => new Promise(requestAnimationFrame);
  const task = () =>
    new Promise((come) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = come;
      port2.postMessage(0);
    });
  const sight = (root) => root.closest('.reader').getBoundingClientRect();

  // The place in the text at a point; none where only the nearest words are elsewhere.
  const wordsAt = (root, x, y) => {
    const found = document.caretPositionFromPoint(x, y);
    if (!(found?.offsetNode instanceof Text && root.contains(found.offsetNode))) return undefined;
    const { top, bottom, left } = found.getClientRect();
    return top <= y && y <= bottom && Math.abs(left - x) < 20 ? found : undefined;
  };

  const bench = {
    frame,

    // The task after a frame comes when that frame was painted.
    async painted() {
      await frame();
      await task();
    },

    // Comes when something is so and a frame was painted since.
    async paintedWhen(is, what) {
      const begun = performance.now();
      for (;;) {
        await frame();
        const was = is();
        await task();
        if (was) return;
        if (performance.now() - begun > PATIENCE) throw new Error(`Not within two minutes: ${what}`);
      }
    },

    // The longest task in a stretch of time; 0 where none took the 50 ms from which the browser tells of them.
    longest(from, to = performance.now()) {
      take(observer.takeRecords());
      const inside = tasks.filter(({ begun, ended }) => ended > from && begun < to);
      return Math.max(0, ...inside.map(({ duration }) => duration));
    },

    // From the next event of a kind, as the browser dates it, until something is so and painted. The event is
    // a trusted one, which comes after this: then `done` holds the answer.
    expect(type, is) {
      bench.done = new Promise((answer, fail) => {
        const begin = async ({ timeStamp }) => {
          await bench.paintedWhen(is, `what ${type} brings`);
          const now = performance.now();
          answer({ time: now - timeStamp, longest: bench.longest(timeStamp, now), begun: timeStamp });
        };
        const never = setTimeout(() => fail(new Error(`No ${type} within two minutes`)), PATIENCE);
        const come = (event) => {
          clearTimeout(never);
          begin(event).catch(fail);
        };
        addEventListener(type, come, { capture: true, once: true });
      });
    },

    // Scrolls by so much with each frame; the time of each frame.
    async scroll(column, distance, step) {
      const begun = performance.now();
      const frames = [];
      let before = await frame();
      for (let gone = 0; gone < distance; gone += step) {
        column.scrollBy({ top: step, behavior: 'instant' });
        const now = await frame();
        frames.push(now - before);
        before = now;
      }
      await task();
      const longest = bench.longest(begun);
      column.scrollTo({ top: 0, behavior: 'instant' });
      await bench.painted();
      return { frames, longest };
    },

    // The elements of a kind that are in sight. They are looked for where they are seen: whoever asks all of them
    // for their places has the browser lay out what it would have left alone.
    inSight(root, selector) {
      const { top, bottom } = sight(root);
      const { left, width } = root.getBoundingClientRect();
      const found = new Set();
      for (let y = top + 1; y < bottom; y += 8) {
        const under = document.elementsFromPoint(left + width / 2, y).map((element) => element.closest(selector));
        under.filter((element) => element && root.contains(element)).forEach((element) => found.add(element));
      }
      return [...found];
    },

    // So many pairs of points on lines in sight, each with other words between them. A text that was scrolled to
    // comes with one of the next frames.
    async passages(root, number) {
      let found = [];
      const are = () => (found = bench.passagesNow(root)).length >= number;
      await bench.paintedWhen(are, 'enough lines in sight');
      return found.slice(0, number);
    },

    passagesNow(root) {
      const view = sight(root);
      const column = root.getBoundingClientRect();
      const passages = [];
      for (const across of [0.05, 0.2, 0.35, 0.5, 0.65]) {
        for (let y = Math.ceil(view.top) + 20; y < view.bottom - 100; y += 31) {
          const x = Math.round(column.left + column.width * across);
          const [from, to] = [x, x + 70].map((x) => wordsAt(root, x, y));
          if (!from || !to) continue;
          const range = document.createRange();
          range.setStart(from.offsetNode, from.offset);
          range.setEnd(to.offsetNode, to.offset);
          // Ends in the wrong order: the text runs from right to left.
          if (range.collapsed) range.setStart(to.offsetNode, to.offset), range.setEnd(from.offsetNode, from.offset);
          if (range.toString().trim().length > 2) passages.push({ from: { x, y }, to: { x: x + 70, y } });
        }
      }
      return passages;
    },
  };
  window.bench = bench;
}
