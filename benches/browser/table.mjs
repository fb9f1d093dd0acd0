// The measurements as a table in Markdown: a row for each thing that was measured, a column for each text.

import { execFile } from 'node:child_process';
import { cpus } from 'node:os';
import { gzipSync } from 'node:zlib';
import { mean, median, quantile } from '../../tests/e2e/support/figures.mjs';
import { files, PATIENCE as PEER_PATIENCE } from './peer.mjs';
import { PATIENCE } from './program.mjs';

const of = (rounds, read) => median(rounds.map(read));
const p75 = (rounds, read) => whole(quantile(rounds.flatMap(read), 0.75));
const whole = (number) => Math.round(number).toLocaleString('en');
const frame = (rounds) => of(rounds, (it) => mean(it.scrolled.frames));

const notIn = (patience) => `not in ${patience / 1000} s`;

// A number, and how many times another one it is.
const beside = (number, other, write = whole) => `${write(number)} (${(number / other).toFixed(2)} ×)`;

// The browser tells of tasks from 50 ms on.
const task = (number) => (number === 0 ? '< 50' : whole(number));
const tasks = (rounds, ...reads) => reads.map((read) => task(of(rounds, read))).join(' / ');
const opening = (it) => it.opening;
const filling = (it) => it.filling;
const scrolling = (it) => it.scrolled.longest;

// An act with its longest task.
const act = (rounds, read) => `${whole(of(rounds, (it) => read(it).time))} (${task(of(rounds, (it) => read(it).longest))})`;
const middle = (acts) => ({ time: median(acts.map(({ time }) => time)), longest: median(acts.map(({ longest }) => longest)) });

// Each row has its name and reads its cell of the rounds of a text.
const floorRows = [
  ['opened', ({ floors }) => whole(of(floors, (it) => it.open))],
  ['longest task: opening / scrolling', ({ floors }) => tasks(floors, opening, scrolling)],
  ['frame while scrolling', ({ floors }) => frame(floors).toFixed(1)],
  ['memory, MB', ({ floors }) => whole(of(floors, (it) => it.megabytes))],
];

const programRows = [
  ['page and project from the store', ({ programs }) => whole(of(programs, (it) => it.start))],
  ['opened: first screen with its marks', ({ programs, floors }) => beside(of(programs, (it) => it.open), of(floors, (it) => it.open))],
  ['the peer takes', ({ programs, peers }) => `${(of(peers, (it) => it.open) / of(programs, (it) => it.open)).toFixed(1)} × as long`, true],
  ['all marks', ({ programs, floors }) => {
    const all = of(programs, (it) => it.all);
    return all === Infinity ? notIn(PATIENCE) : beside(all, of(floors, (it) => it.open));
  }],
  ['longest task: opening / making all marks / scrolling', ({ programs }) => tasks(programs, opening, filling, scrolling)],
  ['frame while scrolling', ({ programs, floors }) => beside(frame(programs), frame(floors), (number) => number.toFixed(1))],
  ['by mouse: palette, p75', ({ programs }) => p75(programs, (it) => it.mouse.palette)],
  ['by mouse: mark, p75', ({ programs }) => p75(programs, (it) => it.mouse.add)],
  ['by key: palette, p75', ({ programs }) => p75(programs, (it) => it.keys.palette)],
  ['by key: mark, p75', ({ programs }) => p75(programs, (it) => it.keys.add)],
  ['undo, p75', ({ programs }) => p75(programs, (it) => it.keys.undo)],
  ['delete, p75', ({ programs }) => p75(programs, (it) => it.keys.remove)],
  ['hide a tag that a fifth has (longest task)', ({ programs }) => act(programs, (it) => middle(it.hidden))],
  ['delete that tag (longest task)', ({ programs }) => act(programs, (it) => it.bulk.remove)],
  ['undo that (longest task)', ({ programs }) => act(programs, (it) => it.bulk.undo)],
  ['redo that (longest task)', ({ programs }) => act(programs, (it) => it.bulk.redo)],
  ['memory, MB: opened and scrolled', ({ programs, floors }) => beside(of(programs, (it) => it.megabytes), of(floors, (it) => it.megabytes))],
  ['memory, MB: after all these acts', ({ programs, floors }) => beside(of(programs, (it) => it.after), of(floors, (it) => it.megabytes))],
];

const peerRows = [
  ['opened: first screen with its marks', ({ peers, floors }) => beside(of(peers, (it) => it.open), of(floors, (it) => it.open))],
  ['done', ({ peers, floors }) => beside(of(peers, (it) => it.all), of(floors, (it) => it.open))],
  ['longest task: opening / until done / scrolling', ({ peers }) => tasks(peers, opening, filling, scrolling)],
  ['frame while scrolling', ({ peers, floors }) => beside(frame(peers), frame(floors), (number) => number.toFixed(1))],
  ['by mouse: mark, p75', ({ peers }) => p75(peers, (it) => it.add)],
  ['delete, p75', ({ peers }) => p75(peers, (it) => it.remove)],
  ['memory, MB', ({ peers, floors }) => beside(of(peers, (it) => it.megabytes), of(floors, (it) => it.megabytes))],
].map(([name, read]) => [name, read, true]);

const groups = [
  ['plain paragraphs', floorRows],
  ['Glossator', programRows],
  ['text-annotator', peerRows],
];

// Where the peer was not measured, or did not open in time (then its round is undefined), the cell says so.
function cell(measured, read, needsPeer) {
  if (!needsPeer) return read(measured);
  if (measured.peers.length === 0) return '–';
  return measured.peers.every(Boolean) ? read(measured) : notIn(PEER_PATIENCE);
}

const line = (cells) => `| ${cells.join(' | ')} |`;

// `measured` are the texts with the rounds of all three.
export function table(measured, hasPeer) {
  const rows = [line(['', ...measured.map(({ name }) => name)]), `|---|${measured.map(() => '---:|').join('')}`];
  for (const [group, reads] of groups) {
    const shown = reads.filter(([, , needsPeer]) => hasPeer || !needsPeer);
    if (shown.length > 0) rows.push(line([`**${group}**`, ...measured.map(() => '')]));
    for (const [name, read, needsPeer] of shown) rows.push(line([name, ...measured.map((it) => cell(it, read, needsPeer))]));
  }
  return rows.join('\n');
}

// When and on what it was measured, and how.
export function conditions(engine, { rounds, acts, slower, peer }) {
  const processors = cpus();
  return [
    `${new Date().toISOString().slice(0, 10)}, ${processors[0].model.trim()}, ${processors.length} cores, Chromium ${engine.version()} without a GPU`,
    ...(slower === 1 ? [] : [`the processor ${slower} times slower than it is`]),
    `milliseconds, medians; rounds: ${rounds}, by turns in one browser, each act ${acts} times in a round`,
    peer,
  ].join('; ').concat('.');
}

// What is sent, gzipped: the program's by the same count that holds it to its limit.
export async function sizes(hasPeer) {
  const counted = await new Promise((come) => execFile('script/size', (error, output) => come(output)));
  const [first, all] = ['of the first load', 'in all'].map((words) => counted.match(new RegExp(`(\\d+)  bytes ${words}`))[1]);
  const said = [`Sent, gzipped: Glossator ${whole(first)} bytes of the first load, ${whole(all)} in all`];
  if (hasPeer) {
    const bytes = (await files()).reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0);
    said.push(`text-annotator ${whole(bytes)} (an annotator to be built into a page)`);
  }
  return `${said.join('; ')}.`;
}
