import { join } from 'node:path';
import { BrowserWindow, nativeTheme } from 'electron';
import { keepPlace, keptPlace, screenAreas } from './keep-place.ts';
import { mayBeDebugged } from './kind.ts';
import { fitPlace } from './window-place.ts';

/** The window of the app where it was last, still empty: hidden until its first paint, so that it never flashes white. */
export function createWindow(dataFolder: string): BrowserWindow {
  const kept = keptPlace(dataFolder);
  const window = new BrowserWindow({
    show: false,
    ...fitPlace(kept, screenAreas()),
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
      // Code that came with the app is worth keeping compiled from its first run on, not only once it turned out to be used often.
      v8CacheOptions: 'bypassHeatCheck',
    },
  });
  window.once('ready-to-show', () => {
    window.show();
    keepPlace(window, kept, dataFolder);
  });
  return window;
}

/** True of a load that another load took the place of, which is how Chromium calls it: −3, ERR_ABORTED. */
export const wasAborted = (reason: unknown): boolean =>
  reason instanceof Error && 'code' in reason && reason.code === 'ERR_ABORTED';
