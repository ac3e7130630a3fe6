import { app, type BrowserWindow } from 'electron';
import type { RunbookId } from '../../shared/model/ids.ts';
import { linkAmong, linkScheme, readRunbookLink, runbookHash } from '../../shared/runbooks/deep-link.ts';

/**
 * Lets the system open `evenwatch://runbook/…` with this app. Only the packaged app asks for it: run from its sources, it
 * would put Electron itself into the settings of whoever develops it.
 */
export function registerLinks(): void {
  if (app.isPackaged) app.setAsDefaultProtocolClient(linkScheme);
}

/** The runbook that macOS asked for before there was a window. */
let opened: RunbookId | null = null;

/** What a first start shows: the fragment of the window's address, empty where the start names no runbook. */
export function linkOfStart(args: readonly string[]): string {
  const runbook = linkAmong(args) ?? opened;
  return runbook === null ? '' : runbookHash(runbook);
}

/** Shows the runbook that another start of the app names in its arguments, as Windows and Linux pass an address on. */
export function openLinkAmong(args: readonly string[], window: BrowserWindow | null): void {
  const runbook = linkAmong(args);
  if (runbook !== null) window?.webContents.send('runbook.open', { runbook });
}

/** macOS passes an address on as an event, before or after the app is ready. */
export function hearLinks(window: () => BrowserWindow | null): void {
  app.on('open-url', (event, address) => {
    event.preventDefault();
    const runbook = readRunbookLink(address);
    if (runbook === null) return;
    opened = runbook;
    window()?.webContents.send('runbook.open', { runbook });
    window()?.focus();
  });
}
