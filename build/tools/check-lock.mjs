/**
 * FullCalendar's paid parts are under another licence, and plugins of version 6 do not mix with 7: the lock file may hold
 * nothing of theirs but the two packages below, in one version.
 */
import { readFileSync } from 'node:fs';
import { below } from './place.mjs';

const allowed = { '@fullcalendar/core': '7.1.4', '@fullcalendar/react': '7.1.4' };

/** @returns {string[]} one sentence per package that may not be there */
export function lockProblems(lock = JSON.parse(readFileSync(below('package-lock.json'), 'utf8'))) {
  const problems = [];
  for (const [path, entry] of Object.entries(lock.packages)) {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    if (!/^(@fullcalendar\/|fullcalendar)/.test(name)) continue;
    if (allowed[name] !== entry.version)
      problems.push(
        allowed[name]
          ? `${name} is ${entry.version} in the lock file; it stays at ${allowed[name]}.`
          : `${name} ${entry.version} is in the lock file; of FullCalendar only its free core and React parts may be.`,
      );
  }
  return problems;
}
