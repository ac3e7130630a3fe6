import { expect, test } from 'vitest';
import type { OutTable } from '../../../shared/exchange/csv-out.ts';
import { chatOf, htmlOf, markdownOf, tabbedOf } from '../../../shared/exchange/table-text.ts';

const table: OutTable = {
  name: 'Load',
  columns: ['Person', 'Points'],
  rows: [
    ['Ann | <b>Lee</b>', 12.5],
    ['田中', 7],
    ['two\nlines\tof_it', null],
  ],
};

test('as HTML nothing of a name becomes markup', () => {
  const html = htmlOf(table);
  expect(html).toContain('<td>Ann | &lt;b&gt;Lee&lt;/b&gt;</td><td align="right">12.5</td>');
  expect(html).not.toContain('<b>');
});

test('as Markdown no cell breaks its row, and figures stand at the right', () => {
  expect(markdownOf(table).split('\n')).toEqual([
    '| Person | Points |',
    '| --- | ---: |',
    '| Ann \\| \\<b\\>Lee\\</b\\> | 12.5 |',
    '| 田中 | 7 |',
    '| two lines of\\_it |  |',
  ]);
});

test('as chat text the columns line up, wide letters too, empty ones are left out, and no name ends the block', () => {
  const wide = {
    ...table,
    columns: [...table.columns, 'Score'],
    rows: table.rows.map((row) => [...row, null]),
  };
  expect(chatOf('Load in *Q1* 2027', wide).split('\n')).toEqual([
    '*Load in Q1 2027*',
    '```',
    'Person            Points',
    'Ann | <b>Lee</b>    12.5',
    '田中                   7',
    'two lines of_it',
    '```',
  ]);
  expect(chatOf('A', { name: '', columns: ['A'], rows: [['```']] }).match(/```/g)).toHaveLength(2);
});

test('nothing that is pasted into a spreadsheet runs there', () => {
  const formulas: OutTable = { name: '', columns: ['Name', 'Minutes'], rows: [['=HYPERLINK("x")', -90]] };
  expect(htmlOf(formulas)).toContain('<td>\'=HYPERLINK(&quot;x&quot;)</td><td align="right">-90</td>');
  expect(tabbedOf(formulas)).toBe('Name\tMinutes\n\'=HYPERLINK("x")\t-90');
});

test('with tabs each row stays one line of as many cells', () => {
  for (const line of tabbedOf(table).split('\n')) expect(line.split('\t')).toHaveLength(2);
});
