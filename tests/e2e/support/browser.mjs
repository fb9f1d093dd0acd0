// The browser of the journeys and of the benchmark: $CHROME, chromium, google-chrome, else
// Playwright's own.

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

function find() {
  const names = [process.env.CHROME, 'chromium', 'google-chrome', 'chromium-browser'].filter(Boolean);
  for (const name of names) {
    const places = name.includes('/')
      ? [name]
      : (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));
    for (const place of places) {
      try {
        accessSync(place, constants.X_OK);
        return place;
      } catch {
        // Not here.
      }
    }
  }
  return undefined;
}

// A name that is neither localhost nor secure: what browsers keep from plain http is missing there.
export const plainHost = 'glossator.test';

export const browser = {
  browserName: 'chromium',
  launchOptions: {
    executablePath: find(),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--host-resolver-rules=MAP ${plainHost} 127.0.0.1`,
    ],
  },
};
