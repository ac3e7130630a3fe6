import { join } from 'node:path';
import { BrowserWindow, nativeTheme } from 'electron';
import { mayBeDebugged } from './kind.ts';

/** The window of the app, still empty: hidden until its first paint, so that it never flashes white. */
export function createWindow(): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 640,
    title: 'Evenwatch',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#111418' : '#ffffff',
    webPreferences: {
      preload: join(import.meta.dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: mayBeDebugged(),
    },
  });
  window.once('ready-to-show', () => {
    window.show();
  });
  return window;
}

/** True of a load that another load took the place of, which is how Chromium calls it: −3, ERR_ABORTED. */
export const wasAborted = (reason: unknown): boolean =>
  reason instanceof Error && 'code' in reason && reason.code === 'ERR_ABORTED';
