// The reading surface: the same generated texts and annotations through the program, through plain paragraphs without
// any annotations (the floor) and through @recogito/text-annotator (the peer), in one Chromium, by turns.
//
//   benches/browser/run [shape…]   builds the release page first, and measures the texts whose name holds a word
//   ROUNDS=5      so many times
//   SLOWER=4      on a processor that is so many times slower
//   PEER=all      the peer as often as the rest; PEER=none without it

import { serve } from '../../tests/e2e/support/serve.mjs';
import { real } from '../../tests/e2e/support/stored.mjs';
import { floor } from './floor.mjs';
import { launch, SLOWER } from './page.mjs';
import { peer } from './peer.mjs';
import { program } from './program.mjs';
import { conditions, sizes, table } from './table.mjs';
import { generated } from './texts.mjs';

const ROUNDS = Number(process.env.ROUNDS ?? 5);
const PEER = process.env.PEER ?? 'some';

// How often a passage is marked in a round: thirty times in all.
const ACTS = Math.ceil(30 / ROUNDS);

const shapes = [
  ['latin', 2_000, 10],
  ['latin', 100_000, 1_000],
  ['latin', 1_000_000, 10_000],
  ['latin', 5_000_000, 50_000],
  ['one line', 1_000_000, 10_000],
  ['hard-wrapped lines', 1_000_000, 10_000],
  ['hebrew', 1_000_000, 10_000],
  ['chinese', 1_000_000, 10_000],
];

// The peer takes minutes to open what is long.
const LONG = 1_000_000;
const peerRounds = (characters) => ({ none: 0, all: ROUNDS })[PEER] ?? (characters < LONG ? ROUNDS : characters === LONG ? 1 : 0);
const peerSaid = { none: 'without the peer', all: 'the peer as often' }[PEER] ?? `the peer once from ${LONG.toLocaleString('en')} characters on, and not with more (PEER=all)`;

const asked = process.argv.slice(2);
const texts = shapes
  .map(([shape, characters, annotations]) => ({
    name: `${shape}, ${characters.toLocaleString('en')} characters, ${annotations.toLocaleString('en')} annotations`,
    rounds: peerRounds(characters),
    made: () => generated(shape, characters, annotations),
  }))
  .filter(({ name }) => asked.length === 0 || asked.some((word) => name.includes(word)));

const server = await serve('dist');
const base = `http://127.0.0.1:${server.address().port}/`;
const engine = await launch();
const measured = [];
try {
  const model = await real(engine, base);
  for (const { name, rounds, made } of texts) {
    const text = made();
    const of = { name, floors: [], programs: [], peers: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      console.error(`${name}: round ${round + 1} of ${ROUNDS}`);
      of.floors.push(await floor(engine, text));
      of.programs.push(await program(engine, base, model, text, ACTS));
      if (round < rounds) of.peers.push(await peer(engine, text, ACTS));
    }
    measured.push(of);
  }
} finally {
  // What was measured before a fault is worth reading.
  if (measured.length > 0) {
    console.log(table(measured, PEER !== 'none'));
    console.log(`\n${conditions(engine, { rounds: ROUNDS, acts: ACTS, slower: SLOWER, peer: peerSaid })}`);
    console.log(await sizes(PEER !== 'none'));
  }
  await engine.close();
  server.close();
}
