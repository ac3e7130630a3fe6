import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { describe, expect, test } from 'vitest';
import { lockProblems } from '../../build/tools/check-lock.mjs';
import { licenceProblems, shippedComponents } from '../../build/tools/components.mjs';
import { licenceFile, licenceTable } from '../../build/tools/licence-file.mjs';
import { billOfMaterials } from '../../build/tools/sbom.mjs';

const read = (file) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const lock = JSON.parse(read('package-lock.json'));
const manifest = JSON.parse(read('package.json'));
const components = shippedComponents();

describe('the lock file', () => {
  test('holds packages of the registry with their checksums, in the versions that are wished for', () => {
    expect(lockProblems()).toEqual([]);
  });

  const good = { version: '1.0.0', integrity: 'sha512-AAAA' };
  const withOne = (name, entry) =>
    lockProblems({ lockfileVersion: 3, packages: { '': {}, [`node_modules/${name}`]: entry } }, {});

  test.each([
    ['a package without a checksum', 'one', { version: '1.0.0' }, 'no SHA-512 checksum'],
    ['a weak checksum', 'one', { ...good, integrity: 'sha1-AAAA' }, 'no SHA-512 checksum'],
    [
      'another source',
      'one',
      { ...good, resolved: 'git+ssh://git@example.org/one' },
      'not the public registry',
    ],
    ['a link', 'one', { ...good, link: true }, 'a link to a folder'],
    [
      'a program that is run on installing',
      'one',
      { ...good, hasInstallScript: true },
      'wants to run a program',
    ],
    ['a paid part of FullCalendar', '@fullcalendar/resource', good, 'only its free core'],
  ])('may not hold %s', (_case, name, entry, said) => {
    expect(withOne(name, good)).toEqual(name === 'one' ? [] : [expect.stringContaining(said)]);
    expect(withOne(name, entry)).toEqual([expect.stringContaining(said)]);
  });

  test('is not older than package.json, whose versions are exact', () => {
    const packages = { '': {}, 'node_modules/one': good };
    const wished = (version) =>
      lockProblems({ lockfileVersion: 3, packages }, { dependencies: { one: version } });
    expect(wished('1.0.0')).toEqual([]);
    expect(wished('1.0.1')).toEqual([expect.stringContaining('1.0.1 in package.json and 1.0.0')]);
    expect(wished('^1.0.0')).toEqual([expect.stringContaining('versions are exact')]);
  });
});

describe('what is shipped', () => {
  test('is under licences that allow it, each with its text', () => {
    expect(components.length).toBeGreaterThan(100);
    expect(licenceProblems(components)).toEqual([]);
  });

  test.each([
    ['GPL-3.0', 'nobody has looked at'],
    ['', 'no named licence'],
    ['(MIT AND GPL-3.0)', 'nobody has looked at'],
    ['CC-BY-NC-4.0', 'nobody has looked at'],
    ['MPL-2.0', 'nobody has looked at'],
  ])('is not under “%s”', (licence, said) => {
    const one = { name: 'one', version: '1.0.0', licence, text: 'the text' };
    expect(licenceProblems([one])).toEqual([expect.stringContaining(said)]);
    expect(licenceProblems([{ ...one, licence: '(MIT OR GPL-3.0)' }])).toEqual([]);
  });

  test('leaves out the tools, but for those whose own text is in the window', () => {
    const names = new Set(components.map(({ name }) => name));
    for (const name of ['vitest', 'typescript', 'electron-builder', 'playwright-core'])
      expect(names).not.toContain(name);
    for (const name of [...Object.keys(manifest.dependencies), 'tailwindcss', 'scheduler'])
      expect(names).toContain(name);
  });

  test('has a reason in the README, package by package, and the README names no other', () => {
    const [, section = ''] = /\n## Dependencies\n([\s\S]*?)\n## /.exec(read('README.md')) ?? [];
    const rows = section.split('\n').filter((line) => /^\| `/.test(line));
    const named = rows.flatMap((row) =>
      [...row.split('|')[1].matchAll(/`([^`]+)`/g)].map(([, name]) => name),
    );
    expect(named.toSorted()).toEqual(Object.keys(manifest.dependencies).toSorted());
    for (const row of rows) expect(row.split('|')[2].trim().length, row).toBeGreaterThan(10);
  });
});

describe('the licence file', () => {
  const text = licenceFile(components, 'our own licence');

  test('names every component and has every text, once', () => {
    for (const { name, version, text: own } of components) {
      expect(text).toContain(`${name} ${version} (`);
      expect(text.split(own).length, name).toBeGreaterThan(1);
    }
    const { texts } = licenceTable(components);
    expect(new Set(texts).size).toBe(texts.length);
  });

  test('says what the data of the holidays and the fonts ask for', () => {
    expect(text).toMatch(/date-holidays [\d.]+ \(.*\)\n.*Attribution-ShareAlike 3\.0/);
    expect(text).toContain('SIL OPEN FONT LICENSE Version 1.1');
    expect(text).toContain('our own licence');
  });
});

describe('the bill of materials', () => {
  const bill = billOfMaterials(manifest, components, '45.4.1');

  test('names everything shipped and the runtime, with checksum and licence', () => {
    expect(bill.components).toHaveLength(components.length + 1);
    expect(new Set(bill.components.map((one) => one['bom-ref'])).size).toBe(bill.components.length);
    expect(bill.components[0]).toMatchObject({ purl: 'pkg:npm/electron@45.4.1' });
    const zod = bill.components.find(({ name }) => name === 'zod');
    expect(zod).toMatchObject({ hashes: [{ alg: 'SHA-512' }], licenses: [{ license: { id: 'MIT' } }] });
    expect(zod.hashes[0].content).toMatch(/^[0-9a-f]{128}$/);
    const scoped = bill.components.find(({ name }) => name === '@codemirror/state');
    expect(scoped.purl).toBe(`pkg:npm/%40codemirror/state@${scoped.version}`);
  });

  test('keeps to the schema of CycloneDX 1.6', () => {
    const schemaOf = (name) => JSON.parse(read(`test/fixtures/cyclonedx-1.6/${name}.schema.json`));
    const ajv = new Ajv({ strict: false, validateFormats: false });
    ajv.addSchema(schemaOf('spdx')).addSchema(schemaOf('jsf-0.82'));
    const isValid = ajv.compile(schemaOf('bom-1.6'));
    expect(isValid(bill) ? [] : isValid.errors).toEqual([]);
    expect(isValid({ ...bill, components: [{ ...bill.components[0], type: 'package' }] })).toBe(false);
    expect(isValid({ ...bill, serialNumber: 'one' })).toBe(false);
  });

  test('is the same for the same lock file, and another for another', () => {
    expect(billOfMaterials(manifest, shippedComponents(), '45.4.1')).toEqual(bill);
    expect(billOfMaterials(manifest, components.slice(1), '45.4.1').serialNumber).not.toBe(bill.serialNumber);
  });
});
