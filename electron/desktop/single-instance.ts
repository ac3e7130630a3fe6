import { app, type BrowserWindow } from 'electron';
import { openLinkAmong } from './deep-link.ts';

/** True for the first instance; a second one brings the first to the front, shows the runbook it was asked for, and must end. */
export function isFirstInstance(window: () => BrowserWindow | null): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', (_event, args) => {
    const shown = window();
    if (shown?.isMinimized() === true) shown.restore();
    shown?.focus();
    openLinkAmong(args, shown);
  });
  return true;
}
