// Before and beside the program: says why it cannot start where it cannot, and keeps the page for a
// visit without a network. What it knows stands in the root's `data-offline`, for the foot of the page:
// `ready`, `renewal` (a new version waits), `insecure` (plain http) or `none`.

(() => {
  const root = document.documentElement;
  const waiting = () => document.getElementById('waiting');

  // What hinders the start, and a detail of it: the first thing counts.
  let why = location.protocol === 'file:' ? ['file', ''] : typeof WebAssembly !== 'object' ? ['no-wasm', ''] : undefined;

  // The words for it take the place of the general ones, as long as there is no text.
  const explain = () => {
    const words = why && waiting()?.querySelector(`[data-when="${why[0]}"]`);
    if (!words?.hidden) return;
    for (const paragraph of waiting().querySelectorAll('p')) paragraph.hidden = paragraph !== words;
    words.append(why[1] && ` (${why[1]})`);
  };

  addEventListener('DOMContentLoaded', explain);
  const failed = (fault) => {
    why ??= ['failed', String(fault?.message ?? fault ?? '')];
    explain();
  };
  addEventListener('error', (event) => failed(event.error ?? event.target?.src ?? event.target?.href), true);
  addEventListener('unhandledrejection', (event) => failed(event.reason));

  // Everything that both stores hold for this page, damaged or not, without the program: it may have stopped.
  const rescue = async () => {
    const parts = { database: {}, 'local storage': {} };
    const note = (part, fault) => (parts[`${part} could not be read`] = String(fault?.message ?? fault));
    try {
      for (const [key, value] of Object.entries(localStorage)) {
        if (key.startsWith('glossator:')) parts['local storage'][key] = value;
      }
    } catch (fault) {
      note('local storage', fault);
    }
    try {
      const answer = (request) =>
        new Promise((come, fail) => {
          request.onsuccess = () => come(request.result);
          request.onerror = request.onblocked = () => fail(request.error);
          setTimeout(fail, 10_000, 'it does not answer');
        });
      const database = await answer(indexedDB.open('glossator'));
      if (database.objectStoreNames.contains('records')) {
        const records = database.transaction('records').objectStore('records');
        const [keys, values] = await Promise.all([answer(records.getAllKeys()), answer(records.getAll())]);
        keys.forEach((key, at) => (parts.database[key] = values[at]));
      }
      database.close();
    } catch (fault) {
      note('database', fault);
    }
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([JSON.stringify(parts, null, 1)], { type: 'application/json' }));
    link.download = 'glossator-records.json';
    link.click();
  };
  addEventListener('glossator-rescue', rescue);
  addEventListener('click', (event) => {
    const does = event.target.closest?.('#crashed [data-does]')?.dataset.does;
    if (does === 'rescue') rescue();
    if (does === 'reload') location.reload();
  });

  const say = (state) => {
    root.dataset.offline = state;
    dispatchEvent(new Event('glossator-offline'));
  };

  if (!location.protocol.startsWith('http')) return;
  if (!('serviceWorker' in navigator)) {
    say(isSecureContext ? 'none' : 'insecure');
    return;
  }
  const workers = navigator.serviceWorker;
  addEventListener('load', async () => {
    try {
      const registration = await workers.register('worker.js');
      const look = () => {
        if (registration.waiting && workers.controller) say('renewal');
        else if (registration.active) say('ready');
      };
      const follow = (worker) => worker?.addEventListener('statechange', look);
      follow(registration.installing);
      registration.addEventListener('updatefound', () => follow(registration.installing));
      look();

      addEventListener('glossator-renew', () => {
        if (!registration.waiting) return;
        workers.addEventListener('controllerchange', () => location.reload(), { once: true });
        registration.waiting.postMessage('take over');
      });
      // A tab that stays open for days hears of a new version too.
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'visible') registration.update().catch(() => {});
      });
    } catch {
      say('none');
    }
  });
})();
