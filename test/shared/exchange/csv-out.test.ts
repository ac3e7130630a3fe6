import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvOf } from '../../../shared/exchange/csv-out.ts';
import { decodeText } from '../../../shared/exchange/decode.ts';
import { readTable } from '../../../shared/exchange/table-file.ts';

test('a table begins with a byte order mark and ends each row as the format asks', () => {
  const text = csvOf({
    name: 'x',
    columns: ['Name', 'Minutes'],
    rows: [
      ['Zoë', -90],
      ['Bo', null],
    ],
  });
  expect(text).toBe('\uFEFFName,Minutes\r\nZoë,-90\r\nBo,\r\n');
});

test('separators, quotes and line breaks are kept inside their cell', () => {
  const rows = [['a,b', 'say "no"', 'two\nlines', ' spaced ']];
  expect(csvOf({ name: 'x', columns: ['1', '2', '3', '4'], rows })).toBe(
    '\uFEFF1,2,3,4\r\n"a,b","say ""no""","two\nlines"," spaced "\r\n',
  );
});

test.each(['=1+1', '+cmd', '-a', '@SUM(A1)', '\tx', "'=1"])('%j is no formula in a spreadsheet', (evil) => {
  const line = csvOf({ name: 'x', columns: ['Name'], rows: [[evil]] }).split('\r\n')[1] ?? '';
  expect(line.replace(/^"/, '')).toMatch(/^'/);
});

test('what was written is read again, whatever it says', () => {
  // A table of one empty cell is a blank line to any reader, so each row has a number before its text.
  const cell = fc
    .string({ unit: 'grapheme', maxLength: 30 })
    .map((one) => one.replace(/[\r\0\uFEFF]/g, ' ').trim());
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), (cells) => {
      const rows = cells.map((one, index) => [index + 1, one]);
      const bytes = new TextEncoder().encode(csvOf({ name: 'x', columns: ['Number', 'Text'], rows }));
      const decoded = decodeText(bytes);
      if (!('text' in decoded)) throw new Error(JSON.stringify(decoded));
      const read = readTable(decoded.text, ',');
      expect(read.columns).toEqual(['Number', 'Text']);
      expect(read.rows.map((row) => row.cells)).toEqual(rows.map((row) => row.map(String)));
    }),
    { seed: 3, numRuns: 100 },
  );
});
