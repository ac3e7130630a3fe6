/** The desktop host. Read it as a table of contents: what happens at start, in this order. */
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import { dispatchTo } from '../services/dispatch.ts';
import { handlersOf } from '../services/handlers.ts';
import { noticingConsent } from '../services/leave.ts';
import { createKeeper, type Keeper } from '../services/workspace.ts';
import { problemText } from '../../shared/words/problem-text.ts';
import { dataFolder } from '../storage/data-folder.ts';
import { folderFault } from '../storage/node-files.ts';
import { requirePage } from '../storage/page-files.ts';
import { pageAddress } from './address.ts';
import { endOnBugs, endWith, reviveWindow } from './crash.ts';
import { keepingRecent, menuBar, type MenuBar } from './menu.ts';
import { fileOfStart, hashOfStart, hearDrops, hearSystem, isFirstInstance, registerLinks } from './named.ts';
import { desktopPorts } from './ports.ts';
import { quitInOrder } from './quit.ts';
import { secureEarly, secureSession } from './security.ts';
import { hearWindow } from './transport.ts';
import { createWindow, wasAborted } from './window.ts';

let window: BrowserWindow | null = null;
let keeper: Keeper | null = null;
let bar: MenuBar | null = null;
const theWindow = (): BrowserWindow | null => window;
const system = { window: theWindow, keeper: () => keeper };

const data = dataFolder(process.env, process.platform);
// Chromium's own files go below the data folder too, so that two data folders make two independent instances.
const chromium = join(data, 'chromium');
// Where it cannot keep anything it takes itself for a second start and goes without a word.
const unfit = folderFault(chromium);
app.setPath('userData', unfit === null ? chromium : join(tmpdir(), `evenwatch-${process.pid}`));
const ports = desktopPorts(data, theWindow, (face) => bar?.show(face));

endOnBugs(ports.log);
secureEarly();

async function start(): Promise<void> {
  const root = resolve(import.meta.dirname, '../renderer');
  await requirePage(ports.files, root);
  const opened = createKeeper(ports);
  keeper = opened;
  const named = fileOfStart();
  if (named !== null) opened.offer(named);
  const leave = quitInOrder(opened, theWindow, ports.clock);
  secureSession(root, ports.files);
  bar = menuBar(theWindow);
  const dispatch = keepingRecent(dispatchTo(handlersOf(opened, ports), ports.log), opened, bar);
  hearWindow(
    noticingConsent(dispatch, (problem) => {
      leave.windowConsents(problem);
    }),
    ports.log,
  );
  hearDrops(opened);
  window = createWindow(data);
  reviveWindow(window, ports.log);
  // The page has its preload script by then, for which it waits; while it loads and runs its own, this process has nothing else to do.
  window.webContents.once('did-navigate', () => {
    opened.openAhead();
  });
  await window.loadURL(pageAddress + hashOfStart()).catch((reason: unknown) => {
    // Whoever quits, or loads the page anew, while it is still loading ends the load with it: that is no failure to start.
    if (!leave.isOver() && !wasAborted(reason)) throw reason;
  });
}

if (unfit !== null) {
  const why = problemText({ kind: 'disk', tried: 'keep plans in', file: data, code: unfit });
  void app.whenReady().then(() => endWith(ports.log, 'Evenwatch could not start')(new Error(why)));
} else if (isFirstInstance(system)) {
  registerLinks();
  hearSystem(system);
  // Not awaited at the top level: `ready` comes only after this module has been loaded.
  app.whenReady().then(start).catch(endWith(ports.log, 'Evenwatch could not start'));
} else {
  app.exit(0);
}
