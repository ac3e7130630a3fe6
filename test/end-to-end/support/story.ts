/** `story`: Playwright's test with a fresh host, and the promise that nothing was complained of. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { BrowserHost } from './browser-host.ts';
import { DesktopHost } from './desktop-host.ts';
import type { Host } from './host.ts';

export { expect };

interface Fixtures {
  /** The app, already started on an empty data folder. */
  readonly host: Host;
  /** The app, not yet started: for stories that prepare its data folder. */
  readonly sleepingHost: Host;
}

export const story = test.extend<Fixtures>({
  sleepingHost: async ({}, use, info) => {
    const folder = mkdtempSync(join(tmpdir(), 'evenwatch-story-'));
    const host = info.project.name === 'desktop' ? new DesktopHost(folder) : new BrowserHost(folder);
    await use(host);
    if (info.status !== info.expectedStatus) await attachPicture(host, info);
    await host.quit();
    expect(host.complaints, 'console errors, policy violations and outside requests').toEqual([]);
  },
  host: async ({ sleepingHost }, use) => {
    await sleepingHost.launch();
    await use(sleepingHost);
  },
});

async function attachPicture(
  host: Host,
  info: { attach: (name: string, options: { body: Buffer; contentType: string }) => Promise<void> },
) {
  try {
    await info.attach('window', {
      body: await host.page.screenshot({ timeout: 3000 }),
      contentType: 'image/png',
    });
  } catch {
    // The window is gone, which the failure itself tells.
  }
}
