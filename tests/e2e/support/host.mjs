// A static host of its own for a journey: a copy of the page that can change, and a network that can go.

import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { serve } from './serve.mjs';

// `fill` puts files into the folder; without it the page lies at the root.
export async function host(fill = (folder) => cp('dist', folder, { recursive: true })) {
  const folder = await mkdtemp(join(tmpdir(), 'glossator-host-'));
  await fill(folder);
  const server = await serve(folder);
  const { port } = server.address();
  const off = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return {
    port,
    address: `http://localhost:${port}/`,
    off,
    change: async (name, edit) => writeFile(join(folder, name), edit(await readFile(join(folder, name), 'utf8'))),
    remove: (name) => rm(join(folder, name)),
    end: async () => {
      if (server.listening) await off();
      await rm(folder, { recursive: true });
    },
  };
}

// Unpacks a zip as its directory has it: names and contents.
export async function unpack(zip, folder) {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06'));
  let at = zip.readUInt32LE(end + 16);
  for (let file = 0; file < zip.readUInt16LE(end + 10); file += 1) {
    const [packed, size, nameLength] = [zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24), zip.readUInt16LE(at + 28)];
    const local = zip.readUInt32LE(at + 42);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const content = inflateRawSync(zip.subarray(start, start + packed));
    if (content.length !== size) throw new Error(`${name}: ${content.length} bytes in place of ${size}`);
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
    at += 46 + nameLength;
  }
}
