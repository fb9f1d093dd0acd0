// Keeps this version of the page, so that it comes up with the network off. Written by
// script/precache: the version, and the names of all files of the page.
//
// A new version is fetched whole and then waits: it takes over when a person says so, or when no tab
// shows the old one any more. Other pages of the same host, and Glossator in another folder of it, have
// caches of their own.

const VERSION = '{{VERSION}}';
const FILES = '{{FILES}}'.split(' ');

const scope = self.registration.scope;
const mine = `glossator:${scope}:`;
const name = mine + VERSION;

self.addEventListener('install', (event) => event.waitUntil(keep()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('message', (event) => {
  if (event.data === 'take over') self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== 'GET' || !address.href.startsWith(scope)) return;
  const path = address.pathname.slice(new URL(scope).pathname.length);
  const isPage = request.mode === 'navigate' && (path === '' || path === 'index.html');
  if (isPage || FILES.includes(path)) event.respondWith(answer(request, isPage ? './' : path));
});

async function keep() {
  const cache = await caches.open(name);
  await Promise.all(
    ['./', ...FILES].map(async (file) => {
      // A name with a hash in it is never another file.
      const response = await fetch(file, { cache: /-[0-9a-f]{16}/.test(file) ? 'default' : 'no-cache' });
      if (!response.ok) throw new Error(`${file}: ${response.status}`);
      // Where the host sent it on to another address, browsers refuse it as a page.
      await cache.put(file, response.redirected ? new Response(response.body, { headers: response.headers }) : response);
    }),
  );
}

async function takeOver() {
  const old = (await caches.keys()).filter((key) => key.startsWith(mine) && key !== name);
  await Promise.all(old.map((key) => caches.delete(key)));
  await self.clients.claim();
}

async function answer(request, file) {
  const kept = await (await caches.open(name)).match(file);
  return kept ?? fetch(request);
}
