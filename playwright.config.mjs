// Journeys run on the release build in dist, in the browser that is there.

import { defineConfig } from '@playwright/test';
import { browser } from './tests/e2e/support/browser.mjs';
import { freePort } from './tests/e2e/support/serve.mjs';

// Workers read this file too, and must find the port that the first reading chose.
process.env.GLOSSATOR_PORT ??= String(await freePort());
const port = process.env.GLOSSATOR_PORT;

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.mjs',
  grepInvert: process.env.GLOSSATOR_LONG ? undefined : /@long/,
  workers: 2,
  fullyParallel: true,
  retries: 0,
  // Long enough for a busy machine: how fast it is, the benchmark says.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: [['list']],
  webServer: {
    command: `node tests/e2e/support/serve.mjs dist ${port}`,
    port: Number(port),
    reuseExistingServer: false,
  },
  use: {
    ...browser,
    baseURL: `http://127.0.0.1:${port}/`,
    trace: 'off',
    // Journeys see what the server has; tests/e2e/offline.spec.mjs lets workers in.
    serviceWorkers: 'block',
  },
});
