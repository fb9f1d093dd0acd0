// The exports of a finished module that the rest imports, in the order of what they lead to, and named in that
// order: a third less when it is packed.

/** The module with its exports named anew, and their names by what they were. */
export function namedInOrder(module) {
  let at = 8;
  const number = () => {
    let read = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = module[at++];
      read |= (byte & 127) << shift;
      if (byte < 128) return read >>> 0;
    }
  };
  for (;;) {
    const begin = at;
    const section = module[at++];
    const end = number() + at;
    if (section !== 7) {
      at = end;
      continue;
    }
    const exports = Array.from({ length: number() }, () => {
      const length = number();
      const name = module.toString('utf8', at, (at += length));
      return { name, kind: module[at++], index: number() };
    });
    const isOurs = ({ name, kind }) => kind === 0 && name.startsWith('~');
    const ours = exports.filter(isOurs).sort((one, other) => one.index - other.index);
    const names = new Map(ours.map(({ name }, place) => [name, `~${place.toString(36)}`]));
    const all = [...exports.filter((one) => !isOurs(one)), ...ours];
    const body = all.flatMap(({ name, kind, index }) => {
      const bytes = Buffer.from(names.get(name) ?? name);
      return [...leb(bytes.length), ...bytes, kind, ...leb(index)];
    });
    const content = [...leb(all.length), ...body];
    const made = Buffer.from([7, ...leb(content.length), ...content]);
    return { named: Buffer.concat([module.subarray(0, begin), made, module.subarray(end)]), names };
  }
}

function leb(number) {
  const bytes = [];
  for (; number > 127; number >>>= 7) bytes.push((number & 127) | 128);
  return [...bytes, number];
}
