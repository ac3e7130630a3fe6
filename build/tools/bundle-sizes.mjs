/** What the window loads before it can be used, and what the package weighs. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { below } from './place.mjs';

const kB = (bytes) => bytes / 1000;

/** Scripts and style sheets that index.html names: everything else is loaded when it is asked for. */
function firstLoad() {
  const folder = below('out/renderer');
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const tags = [...html.matchAll(/<(?:script|link)\b[^>]*>/g)].map(([tag]) => tag);
  const named = tags.map((tag) => /(?:src|href)="(\/[^"]+\.(?:js|css))"/.exec(tag)?.[1]).filter(Boolean);
  return [...new Set(named)].map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
}

const row = (measure, value) => ({ host: 'any', measure, unit: 'kB', count: 1, median: value, p95: value });

export function sizeRows() {
  const files = firstLoad();
  const sum = (ending) =>
    files
      .filter(({ name }) => name.endsWith(ending))
      .reduce((total, { bytes }) => total + gzipSync(bytes, { level: 9 }).length, 0);
  const rows = [
    row('first load, script, gzip', kB(sum('.js'))),
    row('first load, styles, gzip', kB(sum('.css'))),
    row('command line bundle', kB(statSync(below('out/command-line/main.js')).size)),
  ];
  const asar = below('out/package-e2e/linux-unpacked/resources/app.asar');
  return existsSync(asar) ? [...rows, row('app.asar', kB(statSync(asar).size))] : rows;
}
