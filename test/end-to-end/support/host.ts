/**
 * What every story gets: the app on one of its hosts, a data folder of its own, and the hand that pulls the plug.
 *
 * Stories speak to the page by roles and names only; what differs between hosts is behind this interface.
 */
import type { Page } from '@playwright/test';

export interface Host {
  readonly kind: 'desktop' | 'browser';
  /** The app's page. Another object after `relaunch`. */
  readonly page: Page;
  /** Folder that holds everything the app keeps. */
  readonly dataFolder: string;
  /** Console errors, page errors, policy violations and outside requests since the start: all stories end with none. */
  readonly complaints: string[];
  /** Starts the app on `storyDay`; the page is there when it resolves, not necessarily interactive. */
  launch(): Promise<void>;
  /** Starts it on today's date: for what only the very first page sees, such as what start-up had to repair. */
  launchToday(): Promise<void>;
  /** Gives the window's content this size. */
  resize(width: number, height: number): Promise<void>;
  /** Quits as a person would and waits for the process to end. */
  quit(): Promise<void>;
  /** Ends the process at once, without a chance to write. */
  kill(): Promise<void>;
  /** Strikes complaints that a story brought about itself. */
  forget(expected: RegExp): void;
  /** The next save dialogs answer with this file. Desktop only. */
  answerSaveDialog(file: string): Promise<void>;
  /** True when the start before this one was ended half-way: what is told once may have been told to it. */
  readonly startedAgain: boolean;
  /** Process id of the keeper: Electron's main process, or the server. */
  readonly pid: number;
}

/** The day on which all stories play: the sample's plan lies around it, whatever the machine's clock says. */
export const storyDay = new Date('2026-11-23T10:00:00Z');

/** Notes what a page complains of, and every request that leaves the app. */
export function listen(page: Page, own: (url: URL) => boolean, complaints: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (!['data:', 'blob:', 'about:', 'devtools:', 'chrome-extension:'].includes(url.protocol) && !own(url))
      complaints.push(`outside request: ${request.url()}`);
  });
}
