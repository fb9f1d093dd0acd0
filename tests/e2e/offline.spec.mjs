// With the network off, from any folder, in a new version; and words where the page cannot start.

import { readFile, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { archive } from '../../script/archive.mjs';
import { plainHost } from './support/browser.mjs';
import { host, unpack } from './support/host.mjs';
import { dialog, expect, expectCount, expectExact, foot, head, markOf, marks, project, started, tag, test } from './support/page.mjs';

test.use({ serviceWorkers: 'allow' });

const ready = (page) => expect(foot(page).getByRole('button', { name: 'Works offline' })).toBeVisible();
const caches = (page) => page.evaluate(() => window.caches.keys());
// The rest of the program comes at the first sign of a person, and tells what the foot knows.
const come = (page) => page.mouse.move(500, 300);

async function at(hosts, visitor, fill) {
  const made = await host(fill);
  hosts.push(made);
  return { made, page: await visitor({ baseURL: made.address, serviceWorkers: 'allow' }) };
}

const hosts = [];
test.afterEach(async () => {
  while (hosts.length > 0) await hosts.pop().end();
});

test('a second visit does the whole job with the network off', async ({ visitor }) => {
  const { made, page } = await at(hosts, visitor);
  await tag(page, 'the armed forces of Amenia', '4');
  await ready(page);
  await made.off();
  await page.reload();
  await started(page);
  await expect(markOf(page, 'the armed forces of Amenia')).toHaveCount(1);
  await come(page);
  await ready(page);
  await tag(page, 'the Geneva Convention of 1949', '6');
  await page.getByRole('textbox', { name: 'Note' }).fill('which of the four?');
  await head(page).getByRole('button', { name: 'Codebook' }).click();
  await expect(page.getByRole('article')).toBeVisible();
  await head(page).getByRole('button', { name: 'Annotate' }).click();
  const file = await project(page);
  expectExact(file);
  expect(file.annotations.map((annotation) => annotation.note ?? '')).toEqual(['', 'which of the four?']);
  // And once more, in a tab of its own, without a first sign having come.
  const other = await page.context().newPage();
  await other.goto(made.address);
  await started(other);
  await expect(marks(other)).toHaveCount(2);
  await head(other).getByRole('button', { name: 'Codebook' }).evaluate((button) => button.click());
  await expect(other.getByRole('article')).toBeVisible();
});

test('the archive runs in any folder of a host, and each folder keeps its own pages', async ({ visitor }) => {
  const zip = archive('dist');
  expect(archive('dist').equals(zip), 'the same files make the same bytes').toBe(true);
  const fill = async (folder) => {
    for (const part of ['coding', 'teaching/2026']) {
      await unpack(zip, join(folder, part));
      const names = (all) => all.filter((entry) => entry.isFile()).map((entry) => entry.name).sort();
      const made = names(await readdir(join(folder, part), { withFileTypes: true }));
      expect(made).toEqual(names(await readdir('dist', { withFileTypes: true })));
    }
    // A page is at the root too, so that a visit begins somewhere.
    await unpack(zip, folder);
  };
  const { made, page } = await at(hosts, visitor, fill);
  for (const part of ['coding/', 'teaching/2026/']) {
    await page.goto(made.address + part);
    await started(page);
    await come(page);
    await ready(page);
  }
  expect((await caches(page)).filter((name) => name.includes('2026')).length).toBe(1);
  expect((await caches(page)).length).toBe(3);
  await made.off();
  for (const part of ['coding/', 'teaching/2026/index.html', '']) {
    await page.goto(made.address + part);
    await started(page);
  }
});

test('a new version is offered, and comes when it is asked for', async ({ visitor }) => {
  const { made, page } = await at(hosts, visitor);
  await tag(page, 'the armed forces of Amenia', '4');
  await ready(page);
  const [before] = await caches(page);
  await made.change('index.html', (page) => page.replace('<title>Glossator</title>', '<title>Glossator, anew</title>'));
  await made.change('worker.js', (worker) => worker.replace(/VERSION = '\w+'/, "VERSION = 'anew'"));
  await page.reload();
  await started(page);
  await come(page);
  await expect(foot(page)).toContainText('A new version is ready');
  await expect(page).toHaveTitle('Glossator');
  // Work goes on; and it is kept when the page goes.
  await tag(page, 'the Geneva Convention of 1949', '6');
  await page.getByRole('textbox', { name: 'Note' }).fill('typed just before');
  await foot(page).getByRole('button', { name: 'Reload now' }).click();
  await expect(page).toHaveTitle('Glossator, anew');
  await started(page);
  await come(page);
  await expectCount(page, 2);
  await ready(page);
  await expect(page.getByText('typed just before')).toBeVisible();
  await expect.poll(() => caches(page)).toEqual([before.replace(/\w+$/, 'anew')]);
});

test('a version that comes broken is not taken', async ({ visitor }) => {
  const { made, page } = await at(hosts, visitor);
  await come(page);
  await ready(page);
  const [before] = await caches(page);
  await made.change('worker.js', (worker) => worker.replace(/VERSION = '\w+'/, "VERSION = 'broken'").replace("FILES = '", "FILES = 'gone.js "));
  await page.reload();
  await started(page);
  await come(page);
  await ready(page);
  await made.off();
  await page.reload();
  await started(page);
  expect(await caches(page)).toContain(before);
});

test('where no worker can be had, the foot says so and why', async ({ browser }) => {
  const made = await host();
  hosts.push(made);
  await made.remove('worker.js');
  for (const [address, why] of [[made.address, /keep pages for a visit/], [`http://${plainHost}:${made.port}/`, /http:/]]) {
    const context = await browser.newContext({ serviceWorkers: 'allow' });
    const page = await context.newPage();
    await page.goto(address);
    await started(page);
    await come(page);
    await foot(page).getByRole('button', { name: 'Only online' }).click();
    await expect(dialog(page, 'Only online')).toContainText(why);
    await context.close();
  }
});

test('the manifest names the page and icons that are there', async ({ page, baseURL }) => {
  await page.goto('./');
  const address = await page.locator('link[rel="manifest"]').evaluate((link) => link.href);
  const manifest = await (await page.request.get(address)).json();
  expect(new URL(manifest.start_url, address).href).toBe(new URL('./', baseURL).href);
  for (const { src, sizes } of manifest.icons) {
    const size = await page.evaluate(async (src) => {
      const image = new Image();
      image.src = src;
      await image.decode();
      return image.naturalWidth;
    }, new URL(src, address).href);
    if (sizes !== 'any') expect(`${size}x${size}`).toBe(sizes);
  }
  expect(manifest.icons.some((icon) => icon.purpose === 'maskable')).toBe(true);
});

// Words in place of a blank page.

const seen = (page) => page.locator('#waiting p:visible');

test('opened as a file it says what to do', async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`file://${resolve('dist/index.html')}`);
  await expect(seen(page)).toHaveCount(1);
  await expect(seen(page)).toContainText('opened as a file from a disk');
  await context.close();
});

test('without WebAssembly, and where the program does not come, it says so', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.route('**/*_bg.wasm', (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto('./');
  await expect(seen(page)).toHaveCount(1);
  await expect(seen(page)).toContainText('Glossator could not start. Nothing that you kept');
  await page.unroute('**/*_bg.wasm');
  await page.route('**/*.js', (route) => (route.request().url().endsWith('start.js') ? route.continue() : route.abort()));
  await page.goto('./');
  await expect(seen(page)).toContainText('Glossator could not start. Nothing that you kept');
  await page.unroute('**/*.js');
  await page.addInitScript(() => delete window.WebAssembly);
  await page.goto('./');
  await expect(seen(page)).toHaveCount(1);
  await expect(seen(page)).toContainText('This browser has no WebAssembly');
  await context.close();
});

test('a name of a file that a worker keeps is a file of the page', async () => {
  const worker = await readFile('dist/worker.js', 'utf8');
  const files = /FILES = '([^']*)'/.exec(worker)[1].split(' ');
  const there = (await readdir('dist')).filter((name) => !['worker.js', 'index.html'].includes(name));
  expect(files).toEqual(there.sort((one, other) => (one < other ? -1 : 1)));
  expect(worker).toMatch(/VERSION = '[0-9a-f]{16}'/);
});
