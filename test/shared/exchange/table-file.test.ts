import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guarded, unguarded } from '../../../shared/exchange/csv-cell.ts';
import { mostRows, readTable, separators } from '../../../shared/exchange/table-file.ts';
import { processorTime } from '../../support/processor-time.ts';

const cellsOf = (text: string): readonly (readonly string[])[] =>
  readTable(text).rows.map(({ cells }) => cells);

test.each(separators)('cells parted by %j are found without being told', (separator) => {
  const text =
    ['Name', 'Share', 'Joins'].join(separator) + '\n' + ['Ann', '80', '2027-01-04'].join(separator);
  const table = readTable(text);
  expect(table.separator).toBe(separator);
  expect(table.columns).toEqual(['Name', 'Share', 'Joins']);
  expect(table.rows).toEqual([{ row: 2, cells: ['Ann', '80', '2027-01-04'] }]);
  expect(table.problems).toEqual([]);
});

test('a comma inside the cells of a file with semicolons parts nothing', () => {
  expect(cellsOf('Name;Share\nOkafor, Amara;1,0\nde Vries, Bram;0,8')).toEqual([
    ['Okafor, Amara', '1,0'],
    ['de Vries, Bram', '0,8'],
  ]);
});

test('the line that Excel writes about the separator is obeyed and counted', () => {
  const table = readTable('sep=;\r\nName;Share\r\nAnn;80\r\n');
  expect(table.separator).toBe(';');
  expect(table.rows).toEqual([{ row: 3, cells: ['Ann', '80'] }]);
});

test('line ends of any kind, even mixed, end rows; blank rows count but hold nothing', () => {
  expect(readTable('Name,Share\r\nAnn,80\nBo,90\r\rCy,100').rows).toEqual([
    { row: 2, cells: ['Ann', '80'] },
    { row: 3, cells: ['Bo', '90'] },
    { row: 5, cells: ['Cy', '100'] },
  ]);
});

test('quoted cells keep separators, quotation marks and line ends; the rows after them keep their number', () => {
  const table = readTable('Name,Note\n"Okafor, ""Amy""","two\nlines"\nBo,');
  expect(table.rows).toEqual([
    { row: 2, cells: ['Okafor, "Amy"', 'two\nlines'] },
    { row: 3, cells: ['Bo', ''] },
  ]);
});

test('the wrong separator is an error of the row, not a shifted table', () => {
  const table = readTable('Name,Share\nAnn,80,extra\nBo,90');
  expect(table.problems).toEqual([
    {
      row: 2,
      column: null,
      severity: 'error',
      what: 'has 3 cells where the head has 2: is the separator right?',
    },
  ]);
  expect(readTable('Name;Share\nAnn;80', ',').columns).toEqual(['Name;Share']);
});

test('empty cells that spreadsheets leave at the end of rows are no error', () => {
  const table = readTable('Name,Share,,\nAnn,80,,,\n');
  expect(table.columns).toEqual(['Name', 'Share']);
  expect(table.problems).toEqual([]);
});

test('two columns of one name, a head without names and an open quotation mark are told with their row', () => {
  expect(readTable('Name,name\nAnn,Bo').problems).toMatchObject([
    { row: 1, column: 'name', severity: 'error' },
  ]);
  expect(readTable(',\nAnn,80').problems[0]).toMatchObject({ row: 1, severity: 'error' });
  expect(readTable('Name,Share\nAnn,80\n"Bo,90\nCy,100').problems).toMatchObject([
    { row: 3, severity: 'error', what: 'a quotation mark is opened and never closed' },
  ]);
  expect(readTable('').rows).toEqual([]);
});

test('rows without a head have columns by their place, and are counted from the first', () => {
  const table = readTable('Ann\nBo\tbo@example.com', '\t', false);
  expect(table.columns).toEqual(['Column 1', 'Column 2']);
  expect(table.rows).toEqual([
    { row: 1, cells: ['Ann', ''] },
    { row: 2, cells: ['Bo', 'bo@example.com'] },
  ]);
});

test('a cell that a spreadsheet would run is taken as words, and said', () => {
  const table = readTable('Name,Share\n=HYPERLINK("http://x"),80\n@SUM(A1),-5');
  expect(table.rows[0]?.cells).toEqual(['=HYPERLINK("http://x")', '80']);
  expect(table.problems.map(({ row, column, severity }) => ({ row, column, severity }))).toEqual([
    { row: 2, column: 'Name', severity: 'warning' },
    { row: 3, column: 'Name', severity: 'warning' },
  ]);
});

test('what is guarded against formulas on the way out is itself again on the way in', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^['=+\-@]{0,3}[a-z0-9]{0,3}$/),
      (cell) => unguarded(guarded(cell)) === cell,
    ),
  );
  expect(guarded('=1+1')).toBe("'=1+1");
  expect(guarded("O'Brien")).toBe("O'Brien");
  expect(guarded('-480')).toBe('-480');
  expect(readTable(`Name\n${guarded('+49 30')}`).rows[0]?.cells).toEqual(['+49 30']);
});

test('a file of 100,000 rows is answered with what to do, without reading all of it', () => {
  const long = 'Name,Share\n' + 'Somebody,100\n'.repeat(100_000);
  const worked = processorTime();
  const table = readTable(long);
  expect(worked()).toBeLessThan(5000);
  expect(table.rows).toHaveLength(mostRows);
  expect(table.problems).toEqual([
    {
      row: null,
      column: null,
      severity: 'error',
      what: 'has more than 10,000 rows: split it and import the parts',
    },
  ]);
});

test('a long file with a quotation mark that never closes is answered as fast', () => {
  const worked = processorTime();
  const table = readTable('Name,Share\n"' + 'Somebody,100\n'.repeat(600_000));
  expect(worked()).toBeLessThan(5000);
  expect(table.problems.some(({ severity }) => severity === 'error')).toBe(true);
});

test('of many problems the errors are listed first, and how many are not listed is said', () => {
  const rows = Array.from({ length: 400 }, (_, at) => (at === 399 ? 'a,b,c' : '=x,b')).join('\n');
  const { problems } = readTable(`Name,Share\n${rows}`);
  expect(problems).toHaveLength(201);
  expect(problems[0]).toMatchObject({ row: 401, severity: 'error' });
  expect(problems.at(-1)?.what).toBe('200 more like these are not listed');
});

test('a file of blank lines is read in a bounded time', () => {
  const worked = processorTime();
  const { rows } = readTable(`Name\n${'\n'.repeat(300_000)}Ann\n${'\n'.repeat(300_000)}`);
  expect(rows.length).toBeLessThanOrEqual(1);
  expect(worked()).toBeLessThan(5_000);
});
