import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { run } from '../../../../electron/command-line/run.ts';
import { fileText } from '../../../../electron/command-line/write-file.ts';
import { nodeFiles } from '../../../../electron/storage/node-files.ts';
import { aPerson, aRotation, aShift, aWorkspace } from '../../../builders/a-workspace.ts';
import { aFolder } from '../../support/test-ports.ts';

const evenwatch = (...words: string[]) =>
  run(words, { files: nodeFiles, now: () => '2026-11-23T10:00:00.000Z' });

let folder = '';
let file = '';

beforeEach(async () => {
  folder = await aFolder();
  file = join(folder, 'plan.json');
  const people = [aPerson('Ann'), aPerson('Bo', { name: '=Bo', position: 1 })];
  const workspace = aWorkspace({
    people,
    rotations: [aRotation('Team', ['Ann', 'Bo'])],
    shifts: [aShift('2027-01-04', 'Ann'), aShift('2027-01-11', 'Bo')],
  });
  await writeFile(file, fileText(workspace, 1));
});

test('the plan goes to standard output as CSV, and into a file in the same bytes; a name that is a formula is none', async () => {
  const { code, out } = await evenwatch('export', file, '--format', 'csv', '--quarter', '2027-Q1');
  expect(code).toBe(0);
  expect(out).toMatch(/^\uFEFFplan,week,role,task,start,/);
  expect(out).toContain(",'=Bo,");
  const to = join(folder, 'plan.csv');
  const words = ['export', file, '--format', 'csv', '--quarter', '2027-Q1', '--out', to] as const;
  expect((await evenwatch(...words, '--dry-run')).code).toBe(2);
  expect(await evenwatch(...words)).toMatchObject({ code: 0, out: `${to} is written.\n` });
  expect(await readFile(to, 'utf8')).toBe(out);
  expect(await evenwatch(...words, '--dry-run')).toMatchObject({
    code: 0,
    out: `${to} is the same already.\n`,
  });
  const { files } = JSON.parse((await evenwatch(...words, '--json')).out) as { files: unknown };
  expect(files).toEqual([{ file: 'plan.csv', rows: 2, state: 'same' }]);
});

test('each table of the window is to be had, as Markdown too', async () => {
  for (const [table, head] of [
    ['plan', '| plan | week |'],
    ['load', '| Person | Quarter | Score |'],
    ['balances', '| Person | Day |'],
    ['ledger', '| Person | Date | What |'],
    ['incidents', '| Reference | Title |'],
  ] as const)
    expect((await evenwatch('export', file, '--format', 'markdown', '--table', table)).out).toContain(head);
});

test('a workbook has the tables that hold something, and no others', async () => {
  const words = ['export', file, '--format', 'xlsx', '--out', join(folder, 'all.xlsx'), '--json'] as const;
  const first = JSON.parse((await evenwatch(...words)).out) as object;
  expect(first).toMatchObject({ format: 'xlsx', files: [{ file: 'all.xlsx', sheets: 3, state: 'new' }] });
  expect((await readFile(join(folder, 'all.xlsx'))).subarray(0, 2).toString()).toBe('PK');
});

test.each([
  [['--format', 'csv', '--table', 'people'], /no table "people"/],
  [['--format', 'csv', '--dry-run'], /needs --out FILE/],
  [['--format', 'xlsx'], /needs --out FILE/],
  [['--format', 'ics', '--out', 'x', '--table', 'plan'], /ics has no option --table/],
  [['--format', 'toString'], /no format "toString"/],
  [['--format', 'csv', '--out', 'PLAN'], /is the file that was read/],
])('what cannot be done is a problem: %s', async (words, says) => {
  const { code, out, notes } = await evenwatch(
    'export',
    file,
    ...words.map((word) => (word === 'PLAN' ? file : word)),
  );
  expect([code, out, notes.join(' ')]).toEqual([1, '', expect.stringMatching(says)]);
});
