/** What the system asks to be opened: plans by their files, runbooks by their links. */
import { app, ipcMain, type BrowserWindow } from 'electron';
import { linkAmong, linkScheme, runbookHash, unknownLinkHash } from '../../shared/runbooks/deep-link.ts';
import type { Keeper } from '../services/workspace.ts';
import { isOurFrame } from './address.ts';
import { fileAmong, hasLink } from './named-file.ts';

/**
 * Lets the system open `evenwatch://runbook/…` with this app. Only the packaged app asks for it: run from its sources, it
 * would put Electron itself into the settings of whoever develops it.
 */
export function registerLinks(): void {
  if (app.isPackaged) app.setAsDefaultProtocolClient(linkScheme);
}

/** What follows the program's own name; from its sources, the folder of the app is a part of that name. */
const ownArguments = (args: readonly string[]): readonly string[] => args.slice(app.isPackaged ? 1 : 2);

/** What macOS asked for before there was a window: it sends events where others pass arguments. */
const early: { link: string | null; file: string | null } = { link: null, file: null };

/** What a first start shows: the fragment of the window's address, empty where the start names no link. */
export function hashOfStart(): string {
  const args = early.link === null ? process.argv : [early.link];
  const runbook = linkAmong(args);
  if (runbook !== null) return runbookHash(runbook);
  return hasLink(args) ? unknownLinkHash : '';
}

/** The plan that a first start names, or null. */
export const fileOfStart = (): string | null =>
  early.file ?? fileAmong(ownArguments(process.argv), process.cwd());

function openLink(window: BrowserWindow | null, args: readonly string[]): void {
  const runbook = linkAmong(args);
  if (runbook !== null) window?.webContents.send('runbook.open', { runbook });
  else if (hasLink(args)) window?.webContents.send('link.unknown', null);
}

function openFile(window: BrowserWindow | null, keeper: Keeper | null, file: string): void {
  keeper?.offer(file);
  window?.webContents.send('file.open', { file });
}

interface Places {
  readonly window: () => BrowserWindow | null;
  /** Null until the app is ready. */
  readonly keeper: () => Keeper | null;
}

/** True for the first instance; a second one brings the first to the front, hands over what it was asked to open, and must end. */
export function isFirstInstance({ window, keeper }: Places): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', (_event, args, folder) => {
    const shown = window();
    if (shown?.isMinimized() === true) shown.restore();
    shown?.focus();
    openLink(shown, args);
    const file = fileAmong(ownArguments(args), folder);
    if (file !== null) openFile(shown, keeper(), file);
  });
  return true;
}

/** macOS passes addresses and files on as events, before or after the app is ready. */
export function hearSystem({ window, keeper }: Places): void {
  app.on('open-url', (event, address) => {
    event.preventDefault();
    early.link = address;
    openLink(window(), [address]);
    window()?.focus();
  });
  app.on('open-file', (event, file) => {
    event.preventDefault();
    early.file = file;
    openFile(window(), keeper(), file);
    window()?.focus();
  });
}

/**
 * A file that was dropped on the window: its path comes from the preload script, which asks the system for it. The page itself names
 * no paths.
 */
export function hearDrops(keeper: Keeper): void {
  ipcMain.handle('file.dropped', (event, path: unknown): string | null => {
    if (!isOurFrame(event.senderFrame) || typeof path !== 'string' || path === '' || path.length > 4096)
      return null;
    keeper.offer(path);
    return path;
  });
}
