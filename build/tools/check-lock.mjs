/** What the lock file may hold: packages from the registry, with their checksums, in the versions that package.json names. */
import { readFileSync } from 'node:fs';
import { below } from './place.mjs';

/**
 * FullCalendar's paid parts are under another licence, and plugins of version 6 do not mix with 7: of theirs, these two packages
 * alone, in one version.
 */
const fullCalendar = { '@fullcalendar/core': '7.1.4', '@fullcalendar/react': '7.1.4' };

/** Packages that run a program of theirs when they are installed; nothing here needs any of them to have run. */
const withInstallScript = new Set([
  'electron-winstaller', // for a Windows installer that is not made here
  'fsevents', // for watching files on macOS; only named where the registry offers it
]);

const read = (file) => JSON.parse(readFileSync(below(file), 'utf8'));

const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

function calendarProblems(name, version) {
  if (!/^(@fullcalendar\/|fullcalendar)/.test(name) || fullCalendar[name] === version) return [];
  return fullCalendar[name]
    ? [`${name} is ${version} in the lock file; it stays at ${fullCalendar[name]}.`]
    : [`${name} ${version} is in the lock file; of FullCalendar only its free core and React parts may be.`];
}

function entryProblems([path, entry]) {
  const name = nameOf(path);
  const at = `${name} ${entry.version}`;
  const address = entry.resolved === undefined || entry.resolved.startsWith('https://registry.npmjs.org/');
  return [
    ...calendarProblems(name, entry.version),
    ...(entry.link ? [`${name} is a link to a folder; the lock file holds packages only.`] : []),
    ...(/^sha512-/.test(entry.integrity ?? '') ? [] : [`${at} has no SHA-512 checksum in the lock file.`]),
    ...(address ? [] : [`${at} comes from ${entry.resolved}, which is not the public registry.`]),
    ...(entry.hasInstallScript && !withInstallScript.has(name)
      ? [`${at} wants to run a program when it is installed; nobody has looked at it.`]
      : []),
  ];
}

/** Each wish of package.json is one exact version, and the lock file has that one. */
function wishProblems(wishes, lock) {
  return Object.entries(wishes).flatMap(([name, version]) => {
    if (!/^\d+\.\d+\.\d+$/.test(version))
      return [`${name} is wished for as ${version}; versions are exact here.`];
    const locked = lock.packages[`node_modules/${name}`]?.version;
    return locked === version
      ? []
      : [`${name} is ${version} in package.json and ${locked ?? 'absent'} in the lock file.`];
  });
}

/** @returns {string[]} one sentence for whatever may not be there */
export function lockProblems(lock = read('package-lock.json'), manifest = read('package.json')) {
  return [
    ...(lock.lockfileVersion === 3
      ? []
      : [`The lock file is of version ${lock.lockfileVersion}; npm here writes 3.`]),
    ...Object.entries(lock.packages)
      .filter(([path]) => path !== '')
      .flatMap(entryProblems),
    ...wishProblems({ ...manifest.dependencies, ...manifest.devDependencies }, lock),
  ];
}
