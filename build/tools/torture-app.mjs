/** What the tortures of the packed app need: the package, an ordinary user, a display. */
import { ensureBuilt } from '../build.mjs';
import { someOrdinaryUser } from './ordinary-user.mjs';
import { packageApp } from './package-app.mjs';
import { display, electronForTests } from './test-runtimes.mjs';

/** Tortures that run the packed app. */
const ofTheApp = ['kill-main', 'kill-window'];

/** Whether these orders run the packed app at all: packing it takes a while. */
export const runsTheApp = (orders) =>
  !orders.includes('--list') && (orders.includes('--all') || orders.some((order) => ofTheApp.includes(order)));

/** @returns {Promise<Record<string, string>>} the environment by which the tortures learn how to start the app, or why not */
export async function appEnvironment() {
  const told = (app) => ({ EVENWATCH_TORTURE_APP: JSON.stringify(app) });
  await ensureBuilt(['renderer', 'desktop', 'preload', 'browser']);
  const user = someOrdinaryUser();
  const screen = display();
  const electron = electronForTests();
  const missing = user.missing ?? screen.missing ?? electron.missing;
  if (missing) return told({ missing });
  const { folder } = await packageApp({ kind: 'e2e', runtime: electron.folder });
  const [program, args] = user.wrap(...screen.wrap('env', []));
  return { ...user.env, ...told({ command: [program, ...args], package: folder }) };
}
