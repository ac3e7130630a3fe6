/** The production package, made like the one that is shipped: what it holds, how it is fused, and what it does when it is started. */
import { join } from 'node:path';
import { absent, check } from './lanes.mjs';
import { packageProblems } from './inspect-package.mjs';
import { someOrdinaryUser } from './ordinary-user.mjs';
import { packageApp } from './package-app.mjs';
import { below } from './place.mjs';
import { quietly, tail } from './run.mjs';
import { display, electronForTests } from './test-runtimes.mjs';

/** @returns {Promise<{ what: string, good: boolean, note: string }[]>} what a start of the packed program showed */
export async function startedOnce(program, user, screen) {
  const probe = [below('build/tools/package-probe.mjs'), program, below('test/fixtures/format-3/sample')];
  const [command, args] = user.wrap(...screen.wrap(process.execPath, probe));
  const { stdout, stderr } = await quietly(command, args, { env: { ...process.env, ...user.env } });
  try {
    return JSON.parse(stdout.trim().split('\n').at(-1));
  } catch {
    return [{ what: 'can be tried', good: false, note: tail(stdout + stderr) }];
  }
}

/** A lane that counts each of these as one, and says what went wrong. */
export function counted(results, note = '') {
  for (const { what, good, note: why } of results) if (!good) process.stdout.write(`${what}: ${why}\n`);
  const passed = results.filter(({ good }) => good).length;
  const failed = results.length - passed;
  return { state: failed > 0 ? 'failed' : 'passed', passed, failed, note };
}

/** Of `npm test`. */
export async function productionPackage(required) {
  const user = someOrdinaryUser();
  const screen = display();
  const electron = electronForTests();
  const missing = user.missing ?? screen.missing ?? electron.missing;
  if (missing) return required ? { ...check(false), note: `required, but ${missing}` } : absent(missing);
  const { folder, version } = await packageApp({ kind: 'production', runtime: electron.folder });
  const problems = packageProblems(folder, { version, kind: 'production' });
  return counted(
    [
      {
        what: 'holds what it must, fused as configured',
        good: problems.length === 0,
        note: problems.join(' '),
      },
      ...(await startedOnce(join(folder, 'evenwatch'), user, screen)),
    ],
    `Electron ${version}`,
  );
}
