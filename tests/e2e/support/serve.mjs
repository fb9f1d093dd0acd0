// A static host as plain as they come: no compression, no fallback, no caching.
// As a program: node serve.mjs FOLDER PORT

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

// `pages` holds further pages by path, as HTML.
export function serve(folder, port = 0, pages = {}) {
  const root = resolve(folder);
  const server = createServer(async (request, response) => {
    const answer = (status, type, body) => {
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    let path;
    try {
      path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    } catch {
      return answer(400, types['.txt'], 'Bad address');
    }
    if (Object.hasOwn(pages, path)) return answer(200, types['.html'], pages[path]);

    const file = join(root, path.endsWith('/') ? `${path}index.html` : path);
    const found = file.startsWith(root + sep) && (await stat(file).catch(() => undefined));
    if (!found || !found.isFile()) return answer(404, types['.txt'], 'Not found');
    response.writeHead(200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'content-length': found.size,
      'cache-control': 'no-store',
    });
    if (request.method === 'HEAD') return response.end();
    createReadStream(file).pipe(response);
  });
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => done(server));
  });
}

export async function freePort() {
  const server = await serve('.');
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await serve(process.argv[2], Number(process.argv[3]));
}
