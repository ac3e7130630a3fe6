/**
 * Decides which host serves the app, and says why when it is not the desktop.
 *
 * The order is platform.md's: a forced host; ELECTRON_OVERRIDE_DIST_PATH; the runtime that node_modules/electron/path.txt
 * names; the official runtime, fetched; else the browser host.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { below, say } from './place.mjs';
import { quietly } from './run.mjs';

const executable =
  { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform] ?? 'electron';

/** Folder and executable of an Electron runtime, or the reason why there is none. */
export async function findRuntime() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    if (existsSync(join(override, executable))) return { folder: override };
    return { missing: `ELECTRON_OVERRIDE_DIST_PATH names ${override}, where there is no Electron` };
  }
  return findInstalledRuntime() ?? (await fetchRuntime());
}

/** The runtime that the electron package has fetched, or null. */
export function findInstalledRuntime() {
  const note = below('node_modules/electron/path.txt');
  if (!existsSync(note)) return null;
  const folder = below('node_modules/electron/dist');
  return existsSync(join(folder, readFileSync(note, 'utf8').trim())) ? { folder } : null;
}

async function fetchRuntime() {
  const installer = below('node_modules/electron/install.js');
  if (!existsSync(installer)) return { missing: 'the electron package is not installed' };
  const { code, stderr } = await quietly(process.execPath, [installer, '--no'], { timeout: 300_000 });
  const found = code === 0 ? findInstalledRuntime() : null;
  if (found) return found;
  const reason = /\b(E[A-Z]{4,}|HTTPError|getaddrinfo[^\n]*|certificate[^\n]*)\b/.exec(stderr)?.[0];
  return { missing: `its download failed${reason ? ` (${reason})` : ''}` };
}

/** Why this system cannot show an Electron window, or null when it can. */
function obstacle() {
  if (process.platform !== 'linux') return null;
  if (process.getuid?.() === 0) return 'Electron refuses to run its sandbox for the root user';
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    return 'there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)';
  return null;
}

/**
 * @param {'desktop' | 'browser' | null} forced the host that the caller insists on
 * @returns {Promise<{ host: 'desktop', executable: string, folder: string } | { host: 'browser' } | { error: string }>}
 */
export async function chooseHost(forced) {
  if (forced === 'browser') return { host: 'browser' };
  const blocked = obstacle();
  const runtime = blocked ? { missing: blocked } : await findRuntime();
  if (runtime.folder)
    return { host: 'desktop', folder: runtime.folder, executable: join(runtime.folder, executable) };
  if (forced === 'desktop') return { error: `the desktop window was asked for, but ${runtime.missing}.` };
  const retry = blocked
    ? 'run `npm start` as an ordinary user with a display'
    : 'run `npx install-electron --no`, then `npm start`';
  say(
    `no Electron window, because ${runtime.missing}: serving the same app to your browser instead, where PDF goes through the ` +
      `print dialog and there is no application menu; to try the window again, ${retry}.`,
  );
  return { host: 'browser' };
}

/** True when a runtime shows an app that it is pointed at; one without does so only for an app inside its resources. */
export function hasDefaultApp(folder) {
  const resources =
    process.platform === 'darwin'
      ? join(folder, 'Electron.app/Contents/Resources')
      : join(folder, 'resources');
  return existsSync(join(resources, 'default_app.asar'));
}
