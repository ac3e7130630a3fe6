/** The desktop host. Read it as a table of contents: what happens at start, in this order. */
import { join, resolve } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import { dispatchTo } from '../services/dispatch.ts';
import { handlersOf } from '../services/handlers.ts';
import { noticingConsent } from '../services/leave.ts';
import { createKeeper } from '../services/workspace.ts';
import { dataFolder } from '../storage/data-folder.ts';
import { requirePage } from '../storage/page-files.ts';
import { pageAddress } from './address.ts';
import { endOnBugs, endWith, reviveWindow } from './crash.ts';
import { hearLinks, linkOfStart, registerLinks } from './deep-link.ts';
import { showMenu } from './menu.ts';
import { desktopPorts } from './ports.ts';
import { quitInOrder } from './quit.ts';
import { secureEarly, secureSession } from './security.ts';
import { isFirstInstance } from './single-instance.ts';
import { hearWindow } from './transport.ts';
import { createWindow, wasAborted } from './window.ts';

let window: BrowserWindow | null = null;
const theWindow = (): BrowserWindow | null => window;

const data = dataFolder(process.env, process.platform);
// Chromium's own files go below the data folder too, so that two data folders make two independent instances.
app.setPath('userData', join(data, 'chromium'));
const ports = desktopPorts(data, theWindow);

endOnBugs(ports.log);
secureEarly();

async function start(): Promise<void> {
  const root = resolve(import.meta.dirname, '../renderer');
  await requirePage(ports.files, root);
  const keeper = createKeeper(ports);
  const leave = quitInOrder(keeper, theWindow, ports.clock);
  secureSession(root, ports.files);
  hearWindow(
    noticingConsent(dispatchTo(handlersOf(keeper, ports), ports.log), (problem) => {
      leave.windowConsents(problem);
    }),
    ports.log,
  );
  window = createWindow();
  showMenu(window);
  reviveWindow(window, ports.log);
  await window.loadURL(pageAddress + linkOfStart(process.argv)).catch((reason: unknown) => {
    // Whoever quits, or loads the page anew, while it is still loading ends the load with it: that is no failure to start.
    if (!leave.isOver() && !wasAborted(reason)) throw reason;
  });
}

if (isFirstInstance(theWindow)) {
  registerLinks();
  hearLinks(theWindow);
  // Not awaited at the top level: `ready` comes only after this module has been loaded.
  app.whenReady().then(start).catch(endWith(ports.log, 'Evenwatch could not start'));
} else {
  app.exit(0);
}
