import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { packageConfig } from '../../build/electron-builder.config.mjs';
import { icns, ico } from '../../build/tools/icon-files.mjs';
import {
  asarLimit,
  asarProblems,
  filesOfAsar,
  fuseProblems,
  fusesOf,
  versionInside,
} from '../../build/tools/inspect-package.mjs';

/** An archive as the packer writes it. */
function anAsar(files) {
  let offset = 0;
  const tree = {};
  for (const [path, text] of Object.entries(files)) {
    const parts = path.split('/');
    const folder = parts
      .slice(0, -1)
      .reduce((at, part) => ((at[part] ??= { files: {} }), at[part].files), tree);
    folder[parts.at(-1)] = { size: text.length, offset: String(offset) };
    offset += text.length;
  }
  const header = Buffer.from(JSON.stringify({ files: tree }));
  const padded = Math.ceil(header.length / 4) * 4;
  const lengths = Buffer.alloc(16);
  for (const [at, value] of [4, padded + 8, padded + 4, header.length].entries())
    lengths.writeUInt32LE(value, at * 4);
  const folder = mkdtempSync(join(tmpdir(), 'evenwatch-asar-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'app.asar');
  const contents = Buffer.from(Object.values(files).join(''));
  writeFileSync(file, Buffer.concat([lengths, header, Buffer.alloc(padded - header.length), contents]));
  return filesOfAsar(file);
}

const good = {
  'out/desktop/main.js': 'main',
  'out/desktop/preload.cjs': 'preload',
  'out/renderer/index.html': '<link href="/assets/a.css"><a title="https://example.org">',
  'out/renderer/assets/a.css': 'a { background: url(/assets/b.svg) }',
  'package.json': '{}',
  LICENSE: 'MIT',
};

test('an archive is read file by file', () => {
  const files = anAsar(good);
  expect(files.map(({ path }) => path)).toEqual(Object.keys(good));
  expect(files.map(({ text }) => text())).toEqual(Object.values(good));
  expect(asarProblems(files)).toEqual([]);
});

test.each([
  ['out/browser/main.js', 'x', 'may not be in the archive'],
  ['node_modules/zod/index.js', 'x', 'may not be in the archive'],
  ['out/renderer/assets/a.js.map', 'x', 'a source, not the program'],
  ['out/renderer/assets/c.css', '@import "https://example.org/c.css"', 'fetches from another address'],
  ['out/renderer/index.html', '<script src=//example.org/c.js>', 'fetches from another address'],
  ['out/renderer/assets/a.js', 'x'.repeat(asarLimit), `more than ${asarLimit}`],
])('an archive may not hold %s', (path, text, said) => {
  expect(asarProblems(anAsar({ ...good, [path]: text }))).toEqual([expect.stringContaining(said)]);
});

test('an archive must hold the program', () => {
  const { 'out/desktop/preload.cjs': _preload, ...rest } = good;
  expect(asarProblems(anAsar(rest))).toEqual(['out/desktop/preload.cjs is missing in the archive.']);
});

const wire = (values) =>
  Buffer.from(`…dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001${String.fromCharCode(values.length)}${values}…`);

test('fuses are read by their names; one that a runtime does not have is passed over', () => {
  expect(fusesOf(wire('01r'))).toEqual({ runAsNode: false, enableCookieEncryption: true });
  expect(() => fusesOf(Buffer.from('no fuses'))).toThrow();
  const wished = packageConfig({ kind: 'production' }).electronFuses;
  expect(fuseProblems(fusesOf(wire('01001100')), wished)).toEqual([]);
  expect(fuseProblems(fusesOf(wire('11001100')), wished)).toEqual([
    expect.stringContaining('runAsNode is on'),
  ]);
  expect(fuseProblems(fusesOf(wire('0')), wished)).toEqual([]);
});

test('the two kinds of package differ in the inspector’s fuse and in their name for themselves alone', () => {
  const [tested, shipped] = ['e2e', 'production'].map((kind) => packageConfig({ kind }));
  expect(tested.electronFuses).toEqual({ ...shipped.electronFuses, enableNodeCliInspectArguments: true });
  expect(tested.extraMetadata).toEqual({ ...shipped.extraMetadata, evenwatchKind: 'e2e' });
  expect({ ...tested, electronFuses: 0, extraMetadata: 0 }).toEqual({
    ...shipped,
    electronFuses: 0,
    extraMetadata: 0,
  });
});

test('nothing is fetched to replace the app: it updates itself from nowhere', () => {
  expect(packageConfig({ kind: 'production' }).publish).toBeNull();
});

test('the version of a runtime is what its bytes say', () => {
  expect(versionInside(Buffer.from('Electron/%s … Electron/33.2.1 …'))).toBe('33.2.1');
  expect(versionInside(Buffer.from('Chrome/130.0.0.0'))).toBeNull();
});

test('icon files say where each picture lies', () => {
  const pictures = new Map([16, 32, 256, 512].map((size) => [size, Buffer.from(`picture ${size}`)]));
  const windows = ico(pictures);
  expect(windows.readUInt16LE(4)).toBe(3);
  const [bytes, offset] = [windows.readUInt32LE(6 + 32 + 8), windows.readUInt32LE(6 + 32 + 12)];
  expect(windows.subarray(offset, offset + bytes).toString()).toBe('picture 256');
  const mac = icns(pictures);
  expect(mac.subarray(0, 4).toString()).toBe('icns');
  expect(mac.readUInt32BE(4)).toBe(mac.length);
  expect(mac.indexOf('ic08')).toBe(mac.indexOf('picture 256') - 8);
});
