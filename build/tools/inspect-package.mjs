/** Looks into a packed app from outside, as a user's disk would show it: what its archive holds, how its runtime is fused. */
import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { packageConfig } from '../electron-builder.config.mjs';

/** Fuses in the order of the wire, version 1. */
const fuseNames = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
];

const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/**
 * Reads the fuse wire: the sentinel, a version, a count, then one character a fuse: 1 on, 0 off, r removed.
 * @param {Buffer} executable the whole runtime
 * @returns {Record<string, boolean>} by the packer's names; a fuse that the runtime does not have is absent
 */
export function fusesOf(executable) {
  const at = executable.indexOf(sentinel);
  if (at < 0) throw new Error('the runtime has no fuses');
  const [version, count] = executable.subarray(at + sentinel.length);
  if (version !== 1) throw new Error(`the fuses are of version ${version}, and only 1 is known`);
  const wire = executable
    .subarray(at + sentinel.length + 2, at + sentinel.length + 2 + count)
    .toString('latin1');
  return Object.fromEntries(
    fuseNames
      .slice(0, count)
      .flatMap((name, place) => (wire[place] === 'r' ? [] : [[name, wire[place] === '1']])),
  );
}

/**
 * The files of an archive. It begins with two nested length fields: the header's text starts at byte 16, its length stands
 * at byte 12, and the contents follow on a multiple of four.
 * @returns {{ path: string, bytes: number, text: () => string }[]}
 */
export function filesOfAsar(file) {
  const open = openSync(file, 'r');
  try {
    const lengths = Buffer.alloc(16);
    readSync(open, lengths, 0, 16, 0);
    const header = Buffer.alloc(lengths.readUInt32LE(12));
    readSync(open, header, 0, header.length, 16);
    const begin = 8 + lengths.readUInt32LE(4);
    return filesBelow(JSON.parse(header.toString('utf8')), '').map(({ path, size, offset }) => ({
      path,
      bytes: size,
      text: () =>
        readFileSync(file)
          .subarray(begin + offset, begin + offset + size)
          .toString('utf8'),
    }));
  } finally {
    closeSync(open);
  }
}

const filesBelow = (entry, path) =>
  entry.files
    ? Object.entries(entry.files).flatMap(([name, below]) =>
        filesBelow(below, path ? `${path}/${name}` : name),
      )
    : [{ path, size: entry.size ?? 0, offset: Number(entry.offset ?? 0) }];

/** What the archive may hold, and must. */
const mayHold =
  /^(out\/desktop\/([\w-]+\.js|preload\.cjs)|out\/renderer\/(index\.html|assets\/[^/]+)|package\.json|LICENSE)$/;
const mustHold = [
  'out/desktop/main.js',
  'out/desktop/preload.cjs',
  'out/renderer/index.html',
  'package.json',
  'LICENSE',
];

/** Bytes that the archive stays below: it had 12.0 MB at first, 3.5 of them the solver. A jump means that something slipped in. */
export const asarLimit = 15_000_000;

/** Markup or styles that fetch from elsewhere: `src="https:…"`, `url(//…)`, `@import "http…"`. */
const fetchesFromOutside = /(?:\b(?:src|href)\s*=\s*|url\(\s*|@import\s+)["']?(?:https?:)?\/\//i;

/** @returns {string[]} one sentence for whatever is there and may not be, or missing */
export function asarProblems(files) {
  const paths = new Set(files.map(({ path }) => path));
  const bytes = files.reduce((sum, one) => sum + one.bytes, 0);
  return [
    ...mustHold.filter((path) => !paths.has(path)).map((path) => `${path} is missing in the archive.`),
    ...files
      .filter(({ path }) => !mayHold.test(path))
      .map(({ path }) => `${path} may not be in the archive.`),
    ...files
      .filter(({ path }) => /\.(map|ts|tsx)$/.test(path))
      .map(({ path }) => `${path} is a source, not the program.`),
    ...files
      .filter(({ path, text }) => /\.(html|css|svg)$/.test(path) && fetchesFromOutside.test(text()))
      .map(({ path }) => `${path} fetches from another address.`),
    ...(bytes > asarLimit ? [`The archive holds ${bytes} bytes, more than ${asarLimit}.`] : []),
  ];
}

/**
 * @param {Record<string, boolean>} wished as configured
 * @returns {string[]} one sentence per fuse that is not as configured; one that this runtime does not have is passed over
 */
export const fuseProblems = (found, wished) =>
  Object.entries(wished)
    .filter(([name, on]) => name in found && found[name] !== on)
    .map(([name, on]) => `The fuse ${name} is ${on ? 'off' : 'on'}; it is configured ${on ? 'on' : 'off'}.`);

/** The version that a runtime's own bytes name, or null: the folder's `version` file is only a note beside it. */
export function versionInside(executable) {
  const at = executable.indexOf('Electron/');
  for (let from = at; from >= 0; from = executable.indexOf('Electron/', from + 1)) {
    const version = /^Electron\/(\d+\.\d+\.\d+(?:-[a-z]+\.\d+)?)/.exec(
      executable.subarray(from, from + 40).toString('latin1'),
    );
    if (version) return version[1];
  }
  return null;
}

/** What lies beside the program because its terms ask for it. */
const beside = ['LICENCES.txt', 'LICENSE.electron.txt', 'LICENSES.chromium.html'];

/**
 * @param {string} folder an unpacked app for Linux
 * @param {{ version: string, kind: 'e2e' | 'production' }} wish version: of the runtime that was configured
 * @returns {string[]} one sentence per difference between what is packed and what was configured
 */
export function packageProblems(folder, { version, kind }) {
  const executable = readFileSync(join(folder, 'evenwatch'));
  const inside = versionInside(executable);
  return [
    ...(inside === version ? [] : [`The packed runtime is Electron ${inside}; configured is ${version}.`]),
    ...fuseProblems(fusesOf(executable), packageConfig({ kind }).electronFuses),
    ...asarProblems(filesOfAsar(join(folder, 'resources/app.asar'))),
    ...beside
      .filter((name) => !existsSync(join(folder, name)))
      .map((name) => `${name} is not beside the program.`),
  ];
}
