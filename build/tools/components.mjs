/**
 * What goes into the program from elsewhere: the packages that the lock file does not mark as tools, and what a tool leaves
 * in the bundle. Licences, the about box and the bill of materials are made of this one list.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './place.mjs';

/** Tools whose own text ends up in the window: Tailwind's base styles. */
const toolsInBundle = ['tailwindcss'];

/** Licences that let anybody pass the program on as it is, with their text beside it. */
const free = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'OFL-1.1',
  'Unlicense',
  'Zlib',
  'PSF-2.0',
]);

/** Licences that ask for more, each with the packages it was looked at for and what is done for it. */
const lookedAt = {
  'ical.js': {
    licence: 'MPL-2.0',
    note: 'Used unchanged; its source is at github.com/kewisch/ical.js.',
  },
  'date-holidays': {
    licence: '(ISC AND CC-BY-3.0)',
    // Its manifest is behind its own LICENSE, which says ShareAlike.
    actually: 'ISC AND CC-BY-SA-3.0',
    note: 'Its code is under the ISC licence, its data under Creative Commons Attribution-ShareAlike 3.0, creativecommons.org/licenses/by-sa/3.0: holidays by commenthol and contributors, after articles of Wikipedia, used unchanged.',
  },
};

/** Packages that name their licence and ship no text of it. */
const withoutText = { 'client-only': 'The MIT licence, © Meta Platforms, Inc. and affiliates.' };

const wasLookedAt = (name, licence) =>
  lookedAt[name] !== undefined && (lookedAt[name].actually ?? lookedAt[name].licence) === licence;

/** Of `(MIT AND Zlib)` both parts; of `(MIT OR GPL-3.0)` one is enough. */
function isFree(licence) {
  const bare = licence.replace(/^\((.*)\)$/, '$1');
  if (bare.includes(' OR ')) return bare.split(' OR ').some(isFree);
  return bare.split(' AND ').every((part) => free.has(part));
}

/** What it is under; as its manifest says, unless that was looked at and found wrong. */
const licenceOf = (name, said) =>
  lookedAt[name]?.licence === said ? (lookedAt[name].actually ?? said) : said;

const textFile = /^(licen[cs]e|copying|notice|unlicense|ofl)([.-].*)?$/i;

function textsIn(folder) {
  if (!existsSync(folder)) return '';
  return readdirSync(folder)
    .filter((name) => textFile.test(name))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim())
    .join('\n\n');
}

/**
 * @param {object} [lock] a parsed package-lock.json
 * @param {string} [folder] where its node_modules lies
 * @returns {{ name: string, version: string, licence: string, note: string, text: string, integrity: string, address: string }[]}
 *   every package shipped, by name and version, each version once
 */
export function shippedComponents(
  lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')),
  folder = root,
) {
  const found = new Map();
  for (const [path, entry] of Object.entries(lock.packages)) {
    const name = entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    if (path === '' || entry.link || ((entry.dev || entry.devOptional) && !toolsInBundle.includes(name)))
      continue;
    const key = `${name}@${entry.version}`;
    if (found.has(key)) continue;
    found.set(key, {
      name,
      version: entry.version,
      licence: licenceOf(name, entry.license ?? ''),
      note: lookedAt[name]?.note ?? '',
      text: textsIn(join(folder, path)) || (withoutText[name] ?? ''),
      integrity: entry.integrity ?? '',
      address: entry.resolved ?? '',
    });
  }
  const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  return [...found.values()].sort((a, b) => order(a.name, b.name) || order(a.version, b.version));
}

/** @returns {string[]} one sentence per component that may not be shipped as it is */
export function licenceProblems(components) {
  return components.flatMap(({ name, version, licence, text }) => {
    const known = licence !== '' && (isFree(licence) || wasLookedAt(name, licence));
    return [
      ...(known
        ? []
        : [`${name} ${version} is under ${licence || 'no named licence'}, which nobody has looked at.`]),
      ...(text === '' ? [`${name} ${version} comes without the text of its licence.`] : []),
    ];
  });
}
