import { app, dialog, type BrowserWindow } from 'electron';
import { faultOf } from '../storage/log-line.ts';

const inWords = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The last resort: a bug, or a start that failed, is written down and told; the process never stays behind without a window. */
export function endWith(log: (line: string) => void, what: string): (error: unknown) => void {
  return (error) => {
    log(`${what}: ${faultOf(error)}`);
    // This one works before the app is ready, and waits for the answer.
    dialog.showErrorBox(
      'Evenwatch has to close',
      `${what}: ${inWords(error)}\n\nEverything that was shown as saved is on the disk.`,
    );
    app.exit(1);
  };
}

export function endOnBugs(log: (line: string) => void): void {
  process.on('uncaughtException', endWith(log, 'An error that nobody expected'));
  process.on('unhandledRejection', endWith(log, 'An error that nobody expected'));
}

/** A page that died is loaded again, once the lead says so: what it had sent is saved. */
export function reviveWindow(window: BrowserWindow, log: (line: string) => void): void {
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    log(`the window's page ended: ${reason}`);
    const answer = dialog.showMessageBoxSync(window, {
      type: 'error',
      message: 'The window stopped working.',
      detail: 'Everything shown as saved is on the disk. Load the window again to go on.',
      buttons: ['Load again', 'Quit'],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    });
    if (answer === 0) window.webContents.reload();
    else app.quit();
  });
}
