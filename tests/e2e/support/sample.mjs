// A project with passages that nest, cross and coincide, made from the starter's own file.

const coder = { id: '5a3b1c9e-0d4f-4a6b-8c2d-1e7f90a1b2c3', label: 'Student 7' };

// Tag, passage, note.
const passages = [
  ['actor', 'Azerbaijani NGOs', ''],
  ['claim', 'war crime committed by Armenia against the Ganja city', ''],
  ['accusation', 'the armed forces of Amenia have been continuously subjecting the civilian population and civilian objects of Azerbaijan to artillery and rocket fire', 'The source spells it “Amenia”.'],
  ['actor', 'the armed forces of Amenia', ''],
  ['accusation', 'Armenia has once again grossly violated all the rules of international humanitarian law and warfare', ''],
  ['legal reference', 'the rules of international humanitarian law', ''],
  ['actor', 'civilian population of Azerbaijan', ''],
  ['demand', 'we call on human rights organizations, NGOs, media representatives, parliamentarians and governments around the world to protest', 'Who is called on, and to do what?'],
  ['accusation', 'Armenia has grossly violated international humanitarian law, especially the Geneva Convention of 1949', ''],
  ['legal reference', 'international humanitarian law, especially', ''],
  ['treaty', 'the Geneva Convention of 1949', 'Of the four of 1949, not said which.'],
  ['claim', 'the Geneva Convention of 1949', ''],
  ['UN resolution', 'four UN Security Council resolutions', '822, 853, 874, 884 (1993)?'],
];

// `file` is the starter project as it is exported; gives the same with annotations.
export function sample(file) {
  const [document] = file.documents;
  const text = Array.from(document.text);
  const at = (words) => {
    const found = document.text.indexOf(words);
    if (found < 0) throw new Error(`The text does not read “${words}”`);
    const start = Array.from(document.text.slice(0, found)).length;
    return { start, end: start + Array.from(words).length };
  };
  const annotations = passages.map(([name, quote, note], index) => {
    const { start, end } = at(quote);
    const tag = file.codebook.tags.find((tag) => tag.name === name);
    const time = `2020-10-05T09:${String(index).padStart(2, '0')}:00.000Z`;
    return {
      id: `0a99a110-0000-4000-8000-${String(index).padStart(12, '0')}`,
      document: document.id,
      tag: tag.id,
      tag_revision: tag.revision,
      coder: coder.id,
      target: {
        ranges: [{
          start,
          end,
          quote,
          prefix: text.slice(Math.max(0, start - 32), start).join(''),
          suffix: text.slice(end, end + 32).join(''),
        }],
      },
      values: {},
      certainty: null,
      note,
      created: time,
      modified: time,
      rev: 1,
      lamport: index + 1,
    };
  });
  annotations.sort((one, other) => {
    const [a, b] = [one.target.ranges[0], other.target.ranges[0]];
    return a.start - b.start || a.end - b.end || (one.id < other.id ? -1 : 1);
  });
  return { ...file, coders: [...file.coders, coder].sort((a, b) => (a.id < b.id ? -1 : 1)), annotations };
}

export const passageCount = passages.length;
