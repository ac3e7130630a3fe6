import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Where the app keeps what is its own. One place for both windows, so that whoever has to do with the browser host today finds the
 * plans of the desktop host. EVENWATCH_DATA names another.
 */
export function dataFolder(
  environment: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
  home = homedir(),
): string {
  const wish = environment['EVENWATCH_DATA'];
  if (wish) return resolve(wish);
  if (platform === 'win32')
    return join(environment['APPDATA'] || join(home, 'AppData', 'Roaming'), 'Evenwatch');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Evenwatch');
  const xdg = environment['XDG_DATA_HOME'];
  // The XDG rules say that a relative path is to be ignored.
  return join(xdg?.startsWith('/') ? xdg : join(home, '.local', 'share'), 'evenwatch');
}

/** Where the environment wants copies to be kept besides the workspace's own folder: EVENWATCH_BACKUPS, for hosts that have no dialog to ask with. */
export function backupFolder(environment: NodeJS.ProcessEnv): { readonly backupFolder?: string } {
  const wish = environment['EVENWATCH_BACKUPS'];
  return wish ? { backupFolder: resolve(wish) } : {};
}
