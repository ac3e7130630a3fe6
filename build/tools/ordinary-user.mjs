/**
 * Chromium's sandbox refuses to run for root, so end-to-end lanes started by root run as an ordinary user named `e2e`.
 * Where there is none, or it cannot read the checkout, they are left out: switching the sandbox off would test another app.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { execFileSync, spawnSync } from 'node:child_process';
import { below } from './place.mjs';

const name = 'e2e';

/** Where lanes write: reports, traces, packed copies of data. */
export const resultsFolder = below('out/end-to-end');

/**
 * How to run a program unprivileged.
 * @returns {{ wrap: (program: string, args: string[]) => [string, string[]], env: Record<string, string> } | { missing: string }}
 */
export function ordinaryUser() {
  rmSync(resultsFolder, { recursive: true, force: true });
  mkdirSync(resultsFolder, { recursive: true });
  const user = someOrdinaryUser();
  if (user.owner) execFileSync('chown', [user.owner, resultsFolder]);
  return user;
}

/** The same, for lanes that write elsewhere. `owner` is who it is, for chown, where it is not whoever started us. */
export function someOrdinaryUser() {
  if (process.getuid?.() !== 0) return { wrap: (program, args) => [program, args], env: {} };

  const entry = spawnSync('getent', ['passwd', name], { encoding: 'utf8' }).stdout?.trim();
  if (!entry)
    return {
      missing: `the tests were started by root and there is no ordinary user "${name}" (useradd -m ${name})`,
    };
  const [, , uid, gid, , home] = entry.split(':');
  const readable = spawnSync('runuser', ['-u', name, '--', 'test', '-r', below('out/browser/main.js')]);
  if (readable.status !== 0) return { missing: `the user "${name}" cannot read ${below()}` };
  return {
    owner: `${uid}:${gid}`,
    wrap: (program, args) => ['runuser', ['-u', name, '--', program, ...args]],
    // Without these, programs would look for root's settings and be refused.
    env: {
      HOME: home,
      USER: name,
      LOGNAME: name,
      XDG_CONFIG_HOME: '',
      XDG_CACHE_HOME: '',
      XDG_DATA_HOME: '',
      XDG_RUNTIME_DIR: '',
    },
  };
}
