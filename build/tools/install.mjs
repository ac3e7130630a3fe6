/**
 * Installs the packages of package-lock.json when they are not the ones in node_modules. npm writes what it installed to
 * node_modules/.package-lock.json; comparing the two takes milliseconds and needs no stamp of our own.
 */
import { readFileSync } from 'node:fs';
import { below, say, stop } from './place.mjs';
import { quietly, tail } from './run.mjs';

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** True when every locked package is there in its locked version; an optional one of another platform may be absent. */
export function isInstalled() {
  const wanted = packagesOf(below('package-lock.json'));
  const present = packagesOf(below('node_modules/.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' || (present[path] ? present[path].version === entry.version : entry.optional === true),
  );
}

/** Runs npm whether or not it is on the path: inside `npm start` its own file is known. */
function npm(args) {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js')) return quietly(process.execPath, [script, ...args]);
  return quietly('npm', args, { shell: process.platform === 'win32' });
}

/** Makes node_modules match the lock file. Ends the script with npm's reason when that fails. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  say('installing packages (about half a minute, once)');
  // Not `npm ci`: it refuses a lock file that lacks optional packages of other systems, which a registry that has ours only
  // cannot name. What the lock file names is installed as it says, and nothing is written back to it.
  // `error` hides the EBADENGINE warning: electron's package asks for Node 22 to download, and works on 20.
  const { code, stdout, stderr } = await npm([
    'install',
    '--no-save',
    '--include=dev',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  if (code !== 0) stop(`the packages could not be installed; npm said:\n${tail(stderr || stdout)}`);
}
