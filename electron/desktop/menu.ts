import { Menu, type BrowserWindow } from 'electron';
import { menuTemplate } from './menu-template.ts';

/** Puts up the application menu. Nothing in it can reload the page or open its tools: those are no part of the product. */
export function showMenu(window: BrowserWindow): void {
  const send = (action: string): void => {
    window.webContents.send('menu.action', { action });
  };
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(send, process.platform === 'darwin')));
}
