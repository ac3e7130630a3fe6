/** `story`: Playwright's test with a fresh host, and the promise that nothing was complained of. */
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { BrowserHost } from './browser-host.ts';
import { DesktopHost } from './desktop-host.ts';
import type { Host } from './host.ts';
import { openSample, plan, planAndAccept } from './work.ts';

export { expect };

interface Fixtures {
  /** The app, already started on an empty data folder. */
  readonly host: Host;
  /** The app, not yet started: for stories that prepare its data folder. */
  readonly sleepingHost: Host;
  /** The app, started on the sample with its plan accepted: for stories that begin where planning ends. */
  readonly planned: Host;
  /** The same, not yet started. */
  readonly sleepingPlanned: Host;
}

interface WorkerFixtures {
  /** What the app keeps of the sample once it is planned, accepted and quit. Planning is what most of such a story would take. */
  readonly plannedFolder: string;
}

function newHost(project: string): Host {
  const folder = mkdtempSync(join(tmpdir(), 'evenwatch-story-'));
  return project === 'desktop' ? new DesktopHost(folder) : new BrowserHost(folder);
}

const noComplaints = (host: Host): void => {
  expect(host.complaints, 'console errors, policy violations and outside requests').toEqual([]);
};

/** Plans; the list of recent ones names files by their full path, and is made anew from what lies there. */
const plansIn = (dataFolder: string): string => join(dataFolder, 'workspaces');

export const story = test.extend<Fixtures, WorkerFixtures>({
  plannedFolder: [
    async ({}, use, { project }) => {
      const host = newHost(project.name);
      await host.launch();
      host.page.setDefaultTimeout(120_000); // as long as a story would wait: outside of one it is 30 s
      await openSample(host.page);
      await planAndAccept(host.page);
      await host.quit();
      noComplaints(host);
      await use(plansIn(host.dataFolder));
    },
    { scope: 'worker', timeout: 150_000 },
  ],
  sleepingHost: async ({}, use, info) => {
    const host = newHost(info.project.name);
    await use(host);
    if (info.status !== info.expectedStatus) await attachPicture(host, info);
    await host.quit();
    noComplaints(host);
  },
  host: async ({ sleepingHost }, use) => {
    await sleepingHost.launch();
    await use(sleepingHost);
  },
  sleepingPlanned: async ({ sleepingHost, plannedFolder }, use) => {
    cpSync(plannedFolder, plansIn(sleepingHost.dataFolder), { recursive: true, preserveTimestamps: true });
    await use(sleepingHost);
  },
  planned: async ({ sleepingPlanned }, use) => {
    await sleepingPlanned.launch();
    await expect(plan(sleepingPlanned.page)).toBeVisible();
    await use(sleepingPlanned);
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
