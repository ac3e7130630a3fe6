import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { xlsxOf } from '../../../shared/exchange/xlsx.ts';

/** The parts of a zip archive by name, read from its central directory. */
function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  const view = Buffer.from(bytes);
  const end = view.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const parts = new Map<string, string>();
  let at = view.readUInt32LE(end + 16);
  for (let left = view.readUInt16LE(end + 10); left > 0; left--) {
    const [packed, names, extra, comment] = [20, 28, 30, 32].map((place) =>
      place === 20 ? view.readUInt32LE(at + place) : view.readUInt16LE(at + place),
    ) as [number, number, number, number];
    const name = view.toString('utf8', at + 46, at + 46 + names);
    const local = view.readUInt32LE(at + 42);
    const from = local + 30 + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28);
    const data = view.subarray(from, from + packed);
    parts.set(name, (view.readUInt16LE(at + 10) === 0 ? data : inflateRawSync(data)).toString('utf8'));
    at += 46 + names + extra + comment;
  }
  return parts;
}

test('text is text and numbers are numbers, and nothing is a formula', async () => {
  const parts = partsOf(
    await xlsxOf([{ name: 'Lines', columns: ['Name', 'Minutes'], rows: [['=1+1', -90]] }]),
  );
  const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
  expect(sheet).toContain('<v>-90</v>');
  expect(sheet).not.toContain('<f>');
  expect(parts.get('xl/sharedStrings.xml')).toContain('=1+1');
});

test('days and moments are dates of the sheet, with the offset that they were told with; other texts stay texts', async () => {
  const rows = [
    ['2027-01-03', '2027-01-04T09:00:00-05:00', '2027-01-04', '2027-01-04T14:00:00Z'],
    ['', null, 'soon', '2027-07-04T13:30:00Z'],
  ];
  const parts = partsOf(await xlsxOf([{ name: 'Turns', columns: ['day', 'start', 'note', 'at'], rows }]));
  const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
  const at = (cell: string): string =>
    new RegExp(`<c r="${cell}"[^>]*>(?:<is><t>|<v>)?([^<]*)`).exec(sheet)?.[1] ?? '';
  expect(Number(at('A2'))).toBe(46390);
  expect(Number(at('B2'))).toBe(46391 + 9 / 24);
  expect(Number(at('D3'))).toBeCloseTo(46572 + 13.5 / 24, 9);
  expect(parts.get('xl/sharedStrings.xml')).toContain('2027-01-04');
  expect(parts.get('xl/styles.xml')).toMatch(/yyyy-mm-dd hh:mm(?:&quot;|") -05:00(?:&quot;|")/);
});

test('sheets have names that Excel takes: short, plain, and no two alike', async () => {
  const names = ['Balances 2026-11-23', 'A/B: [x]', 'x'.repeat(40), 'X'.repeat(40), ''];
  const parts = partsOf(await xlsxOf(names.map((name) => ({ name, columns: ['a'], rows: [] }))));
  const book = parts.get('xl/workbook.xml') ?? '';
  const found = [...book.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name);
  expect(found).toEqual(['Balances 2026-11-23', 'A B   x', 'x'.repeat(31), `${'X'.repeat(29)} 2`, 'Sheet']);
});

test('ten thousand lines are written in one go', async () => {
  const rows = Array.from({ length: 10_000 }, (_none, index) => [`Person ${index}`, index]);
  const parts = partsOf(await xlsxOf([{ name: 'Lines', columns: ['Name', 'Minutes'], rows }]));
  expect(parts.get('xl/worksheets/sheet1.xml')).toContain('<v>9999</v>');
});
