import { app, type BrowserWindow } from 'electron';
import type { Clock } from '../ports.ts';
import { problemText } from '../../shared/words/problem-text.ts';
import { leaveInOrder, type Leave } from '../services/leave.ts';
import type { Keeper } from '../services/workspace.ts';
import { askToForce, tellUnfinished } from './dialogs.ts';

/** Lets the app end only in order: by the menu, by closing the window, and when the system shuts down. */
export function quitInOrder(keeper: Keeper, window: () => BrowserWindow | null, clock: Clock): Leave & { readonly isOver: () => boolean } {
  let isOver = false;
  let isForced = false;
  const leave = leaveInOrder({
    askWindow() {
      const shown = window();
      if (keeper.current() === null || shown === null || shown.isDestroyed() || shown.webContents.isCrashed())
        return false;
      shown.webContents.send('app.quit', null);
      return true;
    },
    isResponsive: () => answersWithin(window(), 2000),
    async mayForce() {
      isForced = await askToForce();
      return isForced;
    },
    closeKeeper: async () => {
      const reply = await keeper.close();
      return reply.ok ? null : reply.problem;
    },
    tell: (problem) => tellUnfinished(problemText(problem)),
    end() {
      isOver = true;
      // Quitting closes the window, which a page that hangs would not allow.
      if (isForced) app.exit(0);
      else app.quit();
    },
    after: (milliseconds, action) => clock.after(milliseconds, action),
    patience: 5000,
  });
  app.on('before-quit', (event) => {
    if (isOver) return;
    event.preventDefault();
    leave.request();
  });
  app.on('browser-window-created', (_event, created) => {
    created.on('close', (event) => {
      if (isOver || created !== window()) return;
      event.preventDefault();
      app.quit();
    });
  });
  return { ...leave, isOver: () => isOver };
}

async function answersWithin(window: BrowserWindow | null, milliseconds: number): Promise<boolean> {
  if (window === null || window.isDestroyed()) return false;
  const silence = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), milliseconds));
  return Promise.race([
    silence,
    window.webContents.executeJavaScript('true').then(
      () => true,
      () => false,
    ),
  ]);
}
