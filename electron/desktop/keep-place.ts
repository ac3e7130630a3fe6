import { join } from 'node:path';
import { screen, type BrowserWindow } from 'electron';
import { readNow, writeNow } from '../storage/node-files.ts';
import { readPlace, type Area, type Place } from './window-place.ts';

const fileIn = (dataFolder: string): string => join(dataFolder, 'window.json');

/** Where the window was last; null where nobody knows any more, which costs no more than dragging it back. */
export const keptPlace = (dataFolder: string): Place | null => readPlace(readNow(fileIn(dataFolder)) ?? '');

/** What windows may cover of each screen, the main one first. */
export function screenAreas(): readonly Area[] {
  const main = screen.getPrimaryDisplay();
  return [main, ...screen.getAllDisplays().filter(({ id }) => id !== main.id)].map(
    ({ workArea }) => workArea,
  );
}

const REST = 500;

/** Puts zoom, maximum and full screen back, and keeps them with the place: whenever the window rests, and before it goes. */
export function keepPlace(window: BrowserWindow, kept: Place | null, dataFolder: string): void {
  const { webContents } = window;
  if (kept?.maximized === true) window.maximize();
  if (kept?.fullScreen === true) window.setFullScreen(true);
  webContents.on('did-finish-load', () => {
    if (kept !== null) webContents.setZoomLevel(kept.zoom);
  });
  webContents.on('zoom-changed', (_event, direction) => {
    webContents.setZoomLevel(webContents.getZoomLevel() + (direction === 'in' ? 0.5 : -0.5));
    later();
  });

  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = (): void => {
    clearTimeout(timer);
    if (window.isDestroyed()) return;
    const place: Place = {
      ...window.getNormalBounds(),
      maximized: window.isMaximized(),
      fullScreen: window.isFullScreen(),
      zoom: webContents.getZoomLevel(),
    };
    writeNow(fileIn(dataFolder), JSON.stringify(place));
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(save, REST);
  };
  for (const event of ['resize', 'move'] as const) window.on(event as 'resize', later);
  window.on('close', save);
}
