// What a crash may take: nothing that the page has called saved. Each trial starts a Chromium of its own
// with a profile on the disk and kills it, its renderers or its tabs, and prints its counts.
//
//   node tests/e2e/crash/trials.mjs [name…]     GLOSSATOR_LONG=1 for the long run

import { execFileSync } from 'node:child_process';
import { appendFile, open as openFile, readdir, readFile, rm, stat, writeFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { profile, remove, renderers, start as startChromium } from '../support/chromium.mjs';
import { chance } from '../support/dice.mjs';
import { recovery } from '../support/page.mjs';
import { freePort, serve } from '../support/serve.mjs';
import * as work from './work.mjs';

const long = Boolean(process.env.GLOSSATOR_LONG);
const times = (short, all) => (long ? all : short);
const { below } = chance(20261124);
const pause = (millis) => new Promise((done) => setTimeout(done, millis));

// Profiles know an origin by its port: one server for all trials.
const server = await serve('dist', await freePort());
const base = `http://127.0.0.1:${server.address().port}/`;

const failures = [];
function report(name, words, lost) {
  console.log(`${lost ? 'FAILED' : 'ok'}  ${name}: ${words}`);
  if (lost) failures.push(name);
}

// A trial that fails says what its page showed last.
let newest;
async function start(folder) {
  newest = await startChromium(folder);
  return newest;
}

async function lastShown() {
  const pages = newest?.context.pages() ?? [];
  const words = (page) => page.evaluate(() => document.body.innerText.replace(/\s+/g, ' ').slice(0, 1500));
  return (await Promise.all(pages.map((page) => words(page).catch(String)))).map((shown) => `\n    shown: ${shown}`).join('');
}

// A profile with the field in it.
async function prepared(folder) {
  const browser = await start(folder);
  await work.open(browser.page, base);
  await work.addField(browser.page);
  await work.saved(browser.page);
  await browser.kill();
}

const trials = {
  async 'killed once Saved shows'() {
    const [kills, each] = [times(4, 50), times(10, 20)];
    const folder = await profile();
    await prepared(folder);
    let [lost, saved] = [0, 0];
    for (let kill = 0; kill <= kills; kill += 1) {
      const browser = await start(folder);
      await work.open(browser.page, base);
      const found = await work.count(browser.page);
      if (found !== saved) console.log(`    after kill ${kill}: ${found} there, ${saved} were saved`);
      lost += Math.max(0, saved - found);
      if (kill < kills) {
        await work.showField(browser.page);
        // Twenty passages take more than one paragraph.
        await work.goTo(browser.page, kill * 2);
        for (let mark = 0; mark < each; mark += 1) await work.mark(browser.page);
        await work.saved(browser.page);
        saved = await work.count(browser.page);
        if (saved !== found + each) console.log(`    before kill ${kill + 1}: ${saved} are saved, ${found + each} were made`);
      }
      await browser.kill();
    }
    await remove(folder);
    // An annotation that was not even made would be one that nobody lost.
    const unmade = kills * each - saved;
    report('killed once Saved shows', `${kills} kills, ${saved} annotations, ${lost} lost, ${unmade} not made`, lost + Math.abs(unmade));
  },

  async 'killed at random moments'() {
    const kills = times(12, 200);
    const folder = await profile();
    await prepared(folder);
    let [lost, known, issued, most, told] = [0, 0, 0, 0, 0];
    for (let kill = 0; kill <= kills; kill += 1) {
      const browser = await start(folder);
      const noted = await work.open(browser.page, base);
      const found = await work.count(browser.page);
      lost += Math.max(0, known - found);
      if (noted.told) told += 1;
      most = Math.max(most, found);
      if (kill < kills) {
        await work.showField(browser.page);
        await work.goTo(browser.page, kill % 120);
        const key = String(1 + (Math.floor(kill / 120) % 7));
        let works = true;
        const steady = (async () => {
          for (let mark = 0; works && mark < 25; mark += 1) {
            await work.mark(browser.page, key);
            issued += 1;
          }
        })().catch(() => {});
        await pause(below(1800));
        works = false;
        await browser.kill();
        await steady;
        known = Math.max(found, noted.saved);
      } else {
        await browser.kill();
      }
    }
    await remove(folder);
    report('killed at random moments', `${kills} kills, about ${issued} annotations, ${most} there, ${lost} that were called saved lost, ${told} times brought back from the second copy`, lost);
  },

  // A record of LevelDB is a head of 7 bytes and what it tells of, in two writes: killed between them, a browser
  // leaves the head alone. It goes on behind it at its next start, and takes it for corruption at the one after.
  async 'killed in the middle of a write'() {
    const [kills, each] = [times(4, 40), 2];
    const folder = await profile();
    await prepared(folder);
    let [lost, saved, made] = [0, 0, 0];
    for (let kill = 0; kill <= kills; kill += 1) {
      const log = (await databaseFiles(folder)).filter((file) => file.endsWith('.log')).sort().pop();
      const torn = Buffer.from([1, 2, 3, 4, 0, 1, 1, 5, 6, 7]).subarray(0, 3 + (kill % 3) * 3);
      await appendFile(log, torn);
      const browser = await start(folder);
      await work.open(browser.page, base);
      const found = await work.count(browser.page);
      lost += Math.max(0, saved - found);
      if (found < saved) break;
      await work.showField(browser.page);
      // Who only looks leaves the log as it is.
      if (kill % 4 !== 2) {
        await work.goTo(browser.page, kill);
        for (let mark = 0; mark < each; mark += 1) await work.mark(browser.page);
        await work.saved(browser.page);
        made += each;
      }
      saved = await work.count(browser.page);
      await browser.kill();
    }
    await remove(folder);
    report('killed in the middle of a write', `${kills} kills, ${saved} annotations, ${lost} lost`, lost || saved !== made);
  },

  async 'tab closed, or its renderer killed, right after a burst'() {
    const rounds = times(6, 40);
    const folder = await profile();
    await prepared(folder);
    const browser = await start(folder);
    let page = browser.page;
    let [steps, lost] = [0, 0];
    await work.open(page, base);
    for (let round = 0; round < rounds; round += 1) {
      await work.showField(page);
      await work.goTo(page, round);
      for (let mark = 0; mark < 8; mark += 1) await work.mark(page);
      // Steps within one task, so that none of them can be in the database when the tab goes.
      const burst = () => {
        const press = (key, more) =>
          document.body.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey: true, bubbles: true, cancelable: true, ...more }));
        for (let step = 0; step < 6; step += 1) press('z');
        for (let step = 0; step < 5; step += 1) press('Z', { shiftKey: true });
      };
      steps += 8 + 11;
      const next = await browser.context.newPage();
      if (round % 2) {
        await page.evaluate(burst);
        await page.close();
      } else {
        await page.evaluate(burst);
        for (const pid of await renderers(browser.pid)) process.kill(pid, 'SIGKILL');
        await page.close().catch(() => {});
      }
      page = next.isClosed() ? await browser.context.newPage() : next;
      await work.open(page, base).catch(async () => {
        page = await browser.context.newPage();
        await work.open(page, base);
      });
      const expected = (round + 1) * 7;
      const found = await work.count(page);
      if (found !== expected) console.log(`    round ${round}, ${round % 2 ? 'tab closed' : 'renderer killed'}: ${found} there, ${expected} expected`);
      if (found !== expected) lost += Math.abs(expected - found);
    }
    await browser.kill();
    await remove(folder);
    report('tab closed, or its renderer killed, right after a burst', `${rounds} rounds, ${steps} steps, ${lost} lost`, lost);
  },

  async 'two tabs at once'() {
    const each = times(60, 1000);
    const folder = await profile();
    await prepared(folder);
    const browser = await start(folder);
    const pages = [browser.page, await browser.context.newPage()];
    for (const page of pages) {
      await work.open(page, base);
      await work.showField(page);
    }
    await Promise.all(
      pages.map(async (page, tab) => {
        for (let mark = 0; mark < each; mark += 1) {
          // A paragraph has thirty words: twenty of them, then the next of this tab's own paragraphs.
          if (mark % 20 === 0) await work.goTo(page, (mark / 20) * 2 + tab);
          await work.mark(page, String(1 + tab));
        }
      }),
    );
    const end = Date.now();
    const all = async () => (await Promise.all(pages.map(work.count))).every((count) => count === 2 * each);
    while (!(await all()) && Date.now() - end < 20_000) await pause(20);
    const took = Date.now() - end;
    const counts = await Promise.all(pages.map(work.count));
    await Promise.all(pages.map(work.saved));
    await browser.kill();
    const again = await start(folder);
    await work.open(again.page, base);
    const kept = await work.count(again.page);
    await again.kill();
    await remove(folder);
    const lost = Math.max(...counts.map((count) => 2 * each - count), 2 * each - kept);
    report('two tabs at once', `${each} edits each, ${counts.join(' and ')} there, equal after ${took} ms, ${kept} kept, ${lost} lost`, lost);
  },

  async 'reloaded at random moments of starting'() {
    const reloads = times(30, 500);
    const folder = await profile();
    const browser = await start(folder);
    let { page } = browser;
    const old = JSON.parse(await readFile('tests/fixtures/v1-store.json', 'utf8'));
    const steps = Object.keys(old).length;
    // What version 1 kept is taken over, and snapshots are made, while the page goes again and again.
    await page.goto(`${base}icon.svg`);
    await page.evaluate((old) => Object.entries(old).forEach(([key, value]) => localStorage.setItem(key, value)), old);
    let wrong = 0;
    for (let reload = 0; reload < reloads; reload += 1) {
      await page.goto(base, { waitUntil: 'commit' }).catch(() => {});
      await pause(below(reload % 10 === 9 ? 2500 : 350));
      if (reload % 10 === 9) {
        await work.shown(page).catch(() => (wrong += 1));
        if ((await work.count(page)) !== 10 || (await recovery(page).count()) > 0) wrong += 1;
        // A renderer keeps the memory of pages that have just gone for a while, and would run out of it.
        const next = await browser.context.newPage();
        await page.close();
        page = next;
      }
    }
    await work.open(page, base);
    if ((await work.count(page)) !== 10) wrong += 1;
    await browser.kill();
    await remove(folder);
    report('reloaded at random moments of starting', `${reloads} reloads over a store of ${steps} records, ${wrong} between two states`, wrong);
  },
};

// The browser's own files of the database, and what is done to them.
const damages = {
  'the newest log of the database cut to its half': { of: /\.log$/, how: (bytes) => bytes.subarray(0, bytes.length >> 1) },
  'the log emptied': { of: /\.log$/, how: () => Buffer.alloc(0) },
  'the log overwritten': { of: /\.log$/, how: (bytes) => Buffer.alloc(bytes.length, 0x5a) },
  'the log gone': { of: /\.log$/, how: () => null },
  'the tables overwritten': { of: /\.ldb$/, how: (bytes) => Buffer.alloc(bytes.length, 0x5a) },
  'MANIFEST overwritten': { of: /MANIFEST/, how: (bytes) => Buffer.alloc(bytes.length, 0x5a) },
  'MANIFEST cut': { of: /MANIFEST/, how: (bytes) => bytes.subarray(0, bytes.length >> 1) },
  'CURRENT gone': { of: /^CURRENT$/, how: () => null },
  'CURRENT overwritten': { of: /^CURRENT$/, how: () => Buffer.from('nothing\n') },
  'MANIFEST gone': { of: /MANIFEST/, how: () => null },
  'the tables gone': { of: /\.ldb$/, how: () => null },
  'the folder of the database gone': { of: /./, how: () => null },
};

async function databaseFiles(folder) {
  const root = join(folder, 'Default', 'IndexedDB');
  const [name] = (await readdir(root)).filter((name) => name.endsWith('.leveldb'));
  const place = join(root, name);
  return (await readdir(place)).map((file) => join(place, file));
}

// A profile with work of which all is in a snapshot and in the second copy, the browser shut.
//
// `HELD` annotations are in both; the last one is in the log alone.
const [HELD, MADE] = [6, 7];

async function worked(folder) {
  const browser = await start(folder);
  const { page } = browser;
  await page.clock.setFixedTime(Date.now() - 3_600_000);
  await work.open(page, base);
  await work.addField(page);
  await work.goTo(page, 0);
  for (let mark = 0; mark < 5; mark += 1) await work.mark(page);
  await work.saved(page);
  await page.clock.setFixedTime(Date.now());
  await work.mark(page);
  await work.saved(page);
  const newest = async () =>
    page.evaluate(async () => {
      const text = await (await (await caches.open('glossator-copy')).match('./copy-00000000'))?.text();
      return (text ?? '').includes('word0x5') && (text ?? '').match(/snapshot:(\d+)/)?.[1];
    });
  while (Date.now() - Number((await newest()) || 0) > 600_000) await pause(100);
  // LevelDB keeps what is newest in its log: with this much after it, the work is in the tables.
  await page.evaluate(
    () =>
      new Promise((done, fail) => {
        const request = indexedDB.open('glossator');
        request.onerror = fail;
        request.onsuccess = () => {
          const transaction = request.result.transaction('records', 'readwrite', { durability: 'strict' });
          const records = transaction.objectStore('records');
          for (let piece = 0; piece < 192; piece += 1) records.put(crypto.getRandomValues(new Uint8Array(49_152)), `ballast/${piece}`);
          transaction.oncomplete = done;
          transaction.onabort = fail;
        };
      }),
  );
  // And a little more work, of which some is in the log alone.
  await work.mark(page);
  await work.saved(page);
  await browser.quit();
}

async function afterDamage(folder) {
  const browser = await start(folder);
  const { page } = browser;
  await page.goto(base);
  const told = await work.settled(page);
  const found = await work.count(page);
  await browser.kill();
  return { told, found };
}

if (long) {
  trials['damage to the files of the database'] = async () => {
    const template = await profile();
    await worked(template);
    let bad = 0;
    for (const [name, { of, how }] of Object.entries(damages)) {
      const folder = await profile();
      execFileSync('cp', ['-a', `${template}/.`, folder]);
      for (const file of await databaseFiles(folder)) {
        if (!of.test(file.split('/').pop()) || !(await stat(file)).isFile()) continue;
        const changed = how(await readFile(file));
        await (changed ? writeFile(file, changed) : rm(file));
      }
      const { told, found } = await afterDamage(folder);
      const isRight = found >= HELD && (told || found === MADE);
      if (!isRight) bad += 1;
      console.log(`    ${name}: ${told ? 'told' : 'not told'}, ${found} of ${MADE} there, of which ${HELD} in a snapshot`);
      await remove(folder);
    }
    let [noticed, untouched, silent] = [0, 0, 0];
    for (let flip = 0; flip < 50; flip += 1) {
      const folder = await profile();
      execFileSync('cp', ['-a', `${template}/.`, folder]);
      const files = (await databaseFiles(folder)).filter((file) => /\.(log|ldb)$|MANIFEST/.test(file));
      const file = files[below(files.length)];
      const bytes = await readFile(file);
      if (bytes.length) bytes[below(bytes.length)] ^= 1 << below(8);
      await writeFile(file, bytes);
      const { told, found } = await afterDamage(folder);
      if (told) noticed += 1;
      else if (found === MADE) untouched += 1;
      if (found < HELD || (found < MADE && !told)) silent += 1;
      await remove(folder);
    }
    await remove(template);
    console.log(`    50 flipped bits: ${noticed} told, ${untouched} without consequence, ${silent} lost what was held or were silent`);
    report('damage to the files of the database', `${Object.keys(damages).length} kinds, ${bad} not put right; ${silent} of 50 flips lost what was held or were silent`, bad + silent);
  };

  trials['a full disk'] = async () => {
    const place = await mkdtemp(join(tmpdir(), 'glossator-disk-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', place]);
    try {
      await prepared(place);
      const browser = await start(place);
      const { page } = browser;
      await work.open(page, base);
      await work.showField(page);
      await work.goTo(page, 0);
      const filler = await openFile(join(place, 'filler'), 'w');
      for (let written = 1; written > 0; ) {
        written = await filler.write(Buffer.alloc(1 << 16)).then(({ bytesWritten }) => bytesWritten, () => 0);
      }
      const begun = Date.now();
      for (let mark = 0; mark < 5; mark += 1) await work.mark(page);
      await page.locator('.saving', { hasText: 'NOT SAVED' }).waitFor();
      const took = Date.now() - begun;
      await filler.close();
      await rm(join(place, 'filler'));
      await page.locator('.saving', { hasText: 'Saved in this browser' }).waitFor({ timeout: 60_000 });
      await browser.kill();
      const again = await start(place);
      await work.open(again.page, base);
      const found = await work.count(again.page);
      await again.kill();
      report('a full disk', `NOT SAVED after ${took} ms from the first of five edits, ${found} of 5 kept once there was room`, found !== 5 || took > 6000);
    } finally {
      execFileSync('umount', [place]);
    }
  };
}

const asked = process.argv.slice(2);
for (const [name, run] of Object.entries(trials)) {
  if (asked.length && !asked.some((word) => name.includes(word))) continue;
  await run().catch(async (fault) => report(name, String(fault?.stack ?? fault) + (await lastShown()), true));
  await newest?.kill().catch(() => {});
}
server.close();
console.log(failures.length ? `Failed: ${failures.join(', ')}` : 'Nothing was lost.');
process.exit(failures.length ? 1 : 0);
