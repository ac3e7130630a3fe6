import { Notification, type BrowserWindow } from 'electron';
import type { Notice } from '../../shared/contract/window-face.ts';

/** Shown ones are held, or a click on one would find nobody any more. */
const shown = new Set<Notification>();

/** Shows a notification of the system; a click on it brings the window to where it leads. False where the system has none. */
export function showNotice({ title, body, action }: Notice, window: () => BrowserWindow | null): boolean {
  if (!Notification.isSupported()) return false;
  const notification = new Notification({ title, body, silent: true });
  notification.on('click', () => {
    const front = window();
    if (front?.isMinimized() === true) front.restore();
    front?.focus();
    front?.webContents.send('menu.action', { action });
  });
  notification.on('close', () => {
    shown.delete(notification);
  });
  shown.add(notification);
  notification.show();
  return true;
}
