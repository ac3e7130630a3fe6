import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { packageConfig } from '../../build/electron-builder.config.mjs';
import { iconSizes } from '../../build/tools/icon-files.mjs';

const read = (file) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const entry = read('build/linux/evenwatch.desktop');
const types = read('build/linux/evenwatch-mime.xml');
const about = read('build/linux/dev.evenwatch.app.metainfo.xml');
const config = packageConfig({ kind: 'production' });

test('what the system is told of the app agrees: version, name, type and link scheme', () => {
  expect(about).toContain(`<release version="${JSON.parse(read('package.json')).version}"`);
  expect(about).toContain(`<id>${config.appId}</id>`);
  const type = /<mime-type type="([^"]+)"/.exec(types)[1];
  const [scheme] = config.protocols[0].schemes;
  for (const one of [type, `x-scheme-handler/${scheme}`]) {
    expect(entry).toMatch(new RegExp(`^MimeType=.*${one.replaceAll('+', '\\+')};`, 'm'));
    expect(about).toContain(`<mediatype>${one}</mediatype>`);
  }
  expect(read('shared/runbooks/deep-link.ts')).toContain(`linkScheme = '${scheme}'`);
  expect(config.extraMetadata.desktopName).toBe('evenwatch.desktop');
  expect(entry).toContain(`StartupWMClass=${config.productName}\n`);
});

test('a copy of a plan has a name by which the system knows it', () => {
  expect(types).toContain('pattern="*.evenwatch.json"');
  expect(read('electron/services/save-copy.ts')).toContain('.evenwatch.json`');
});

test('the icon is there in every size', () => {
  const drawn = readdirSync(new URL('../../build/icons/', import.meta.url));
  expect(drawn.toSorted()).toEqual(
    [...iconSizes.map((size) => `${size}x${size}.png`), 'icon.icns', 'icon.ico'].toSorted(),
  );
  for (const size of iconSizes) {
    const picture = readFileSync(new URL(`../../build/icons/${size}x${size}.png`, import.meta.url));
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([size, size]);
  }
});
