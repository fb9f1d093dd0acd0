// A project with passages that nest, cross and coincide, made from the starter's own file.

const coder = { id: '5a3b1c9e-0d4f-4a6b-8c2d-1e7f90a1b2c3', label: 'Student 7' };

// Tag, passage, note; what the tag asks for, and how sure the coder was.
const passages = [
  ['actor', 'Azerbaijani NGOs', '', { kind: 'organisation' }, 'high'],
  ['claim', 'war crime committed by Armenia against the Ganja city', '', { kind: 'legal' }],
  ['accusation', 'the armed forces of Amenia have been continuously subjecting the civilian population and civilian objects of Azerbaijan to artillery and rocket fire', 'The source spells it “Amenia”.', { kind: 'factual' }, 'medium'],
  ['actor', 'the armed forces of Amenia', '', { kind: 'armed forces' }, 'high'],
  ['accusation', 'Armenia has once again grossly violated all the rules of international humanitarian law and warfare', ''],
  ['legal reference', 'the rules of international humanitarian law', ''],
  ['actor', 'civilian population of Azerbaijan', ''],
  ['demand', 'we call on human rights organizations, NGOs, media representatives, parliamentarians and governments around the world to protest', 'Who is called on, and to do what?'],
  ['accusation', 'Armenia has grossly violated international humanitarian law, especially the Geneva Convention of 1949', '', { kind: 'legal' }, 'low'],
  ['legal reference', 'international humanitarian law, especially', ''],
  ['treaty', 'the Geneva Convention of 1949', 'Of the four of 1949, not said which.', { instrument: 'gc1 | gc2 | gc3 | gc4' }, 'medium'],
  ['claim', 'the Geneva Convention of 1949', ''],
  ['UN resolution', 'four UN Security Council resolutions', '822, 853, 874, 884 (1993)?'],
];

// Which passage, by which type of relation, to which.
const relations = [[2, 'made by', 3], [8, 'invokes', 10], [1, 'about', 6], [8, 'made by', 0]];

const idOf = (index) => `0a99a110-0000-4000-8000-${String(index).padStart(12, '0')}`;
const timeOf = (index) => `2020-10-05T09:${String(index).padStart(2, '0')}:00.000Z`;

// The answers by the ids that the codebook has for them; a tag asks for what the tags above it ask for, too.
function valuesOf(tags, tag, answers) {
  const asked = [];
  for (let one = tag; one; one = tags.find(({ id }) => id === one.parent)) asked.push(...(one.attributes ?? []));
  return Object.fromEntries(Object.entries(answers).map(([name, answer]) => {
    const attribute = asked.find((one) => one.name === name);
    return [attribute.id, attribute.choices?.find((choice) => choice.name === answer)?.id ?? answer];
  }));
}

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
  const annotations = passages.map(([name, quote, note, answers = {}, certainty = null], index) => {
    const { start, end } = at(quote);
    const tag = file.codebook.tags.find((tag) => tag.name === name);
    const time = timeOf(index);
    return {
      id: idOf(index),
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
      values: valuesOf(file.codebook.tags, tag, answers),
      certainty,
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
  const drawn = relations.map(([from, name, to], index) => ({
    id: `0a99a110-0000-4000-9000-${String(index).padStart(12, '0')}`,
    kind: file.codebook.relation_types.find((kind) => kind.name === name).id,
    from: idOf(from),
    to: idOf(to),
    coder: coder.id,
    created: timeOf(20 + index),
    modified: timeOf(20 + index),
    rev: 1,
    lamport: passages.length + index + 1,
  }));
  return { ...file, coders: [...file.coders, coder].sort((a, b) => (a.id < b.id ? -1 : 1)), annotations, relations: drawn };
}

export const passageCount = passages.length;
