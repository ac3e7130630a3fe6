import { app, type BrowserWindow } from 'electron';

/** True for the first instance; a second one brings the first to the front and must end. */
export function isFirstInstance(window: () => BrowserWindow | null): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', () => {
    const shown = window();
    if (shown?.isMinimized() === true) shown.restore();
    shown?.focus();
  });
  return true;
}
