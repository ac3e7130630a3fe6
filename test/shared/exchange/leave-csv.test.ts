import { expect, test } from 'vitest';
import { decodeText } from '../../../shared/exchange/decode.ts';
import { diffLeave } from '../../../shared/exchange/leave-diff.ts';
import { asksForOrder, matchLeaveColumns, readLeaveTable } from '../../../shared/exchange/leave-csv.ts';
import { mostRows, readTable } from '../../../shared/exchange/table-file.ts';
import type { DayOrder } from '../../../shared/exchange/cell-dates.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import { aPerson, aWorkspace } from '../../builders/a-workspace.ts';
import { processorTime } from '../../support/processor-time.ts';

const workspace = aWorkspace({
  people: [
    aPerson('Ann', { name: 'Ann Arbor', email: 'ann@example.org' }),
    aPerson('Jose', { name: 'José Núñez', position: 1 }),
  ],
});

function read(text: string, order: DayOrder = null) {
  const table = readTable(text);
  const mapping = new Map<string, PersonId | null>();
  return readLeaveTable(workspace, table, { columns: matchLeaveColumns(table.columns), order, mapping });
}
const told = (text: string) =>
  read(text).problems.map(
    ({ row, column, severity, what }) => `${row ?? '-'} ${column ?? '-'} ${severity}: ${what}`,
  );

test('reads people by name or address, days as they are written, halves, and what is not settled', () => {
  const { absences, problems } = read(
    'Name;E-Mail;Von;Bis;Part;Type;Status;Reason\n' +
      'Ann Arbor;;1.2.2027;5.2.2027;;vacation;approved;\n' +
      ';ann@example.org;2027-03-01;;AM;sick;pending;Doctor\n',
  );
  expect(problems).toEqual([]);
  expect(absences).toMatchObject([
    {
      row: 2,
      person: 'person-ann',
      from: '2027-02-01',
      to: '2027-02-05',
      part: 'day',
      kind: 'leave',
      tentative: false,
    },
    {
      row: 3,
      from: '2027-03-01',
      to: '2027-03-01',
      part: 'morning',
      kind: 'other',
      tentative: true,
      reason: 'Doctor',
    },
  ]);
});

test('what cannot be read is told by row and column, and keeps the file out', () => {
  expect(
    told(
      'Person,From,To,Part,Tentative\n' +
        'Ann Arbor,2027-02-05,2027-02-01,,\n' +
        'Ann Arbor,2027-02-29,,,\n' +
        'Ann Arbor,2027-02-01,2027-02-02,morning,\n' +
        'Ann Arbor,2027-02-01,,sometimes,\n' +
        'Ann Arbor,2027-02-01,,,perhaps so\n' +
        ',2027-02-01,,,\n',
    ),
  ).toEqual([
    '2 To error: ends on 2027-02-01, before it starts on 2027-02-05',
    '3 From error: there is no such day as “2027-02-29”',
    '4 Part error: half a day is on a single day',
    '5 Part error: “sometimes” is no part of a day: write day, morning or afternoon',
    '6 Tentative error: “perhaps so” says not whether it is settled: write tentative or approved',
    '7 Person error: says not who is away',
  ]);
});

test('a leap day is a day in a leap year', () => {
  expect(read('Person,From\nAnn Arbor,2028-02-29').absences).toMatchObject([
    { from: '2028-02-29', to: '2028-02-29' },
  ]);
});

test('days that can be read both ways are asked about, and read as the lead says', () => {
  const text = 'Person,From,To\nAnn Arbor,03/04/2027,05/04/2027\n';
  const table = readTable(text);
  expect(asksForOrder(table, matchLeaveColumns(table.columns))).toBe(true);
  expect(told(text)[0]).toContain('day or the month first');
  expect(read(text, 'day-first').absences).toMatchObject([{ from: '2027-04-03', to: '2027-04-05' }]);
  expect(read(text, 'month-first').absences).toMatchObject([{ from: '2027-03-04', to: '2027-05-04' }]);
  const sure = readTable('Person,From,To\nAnn Arbor,03/04/2027,25/04/2027\n');
  expect(asksForOrder(sure, matchLeaveColumns(sure.columns))).toBe(false);
});

test('any usual encoding brings the same person', () => {
  const text = 'Person;From\nJosé Núñez;2027-02-01\n';
  const codes = [...text].map((letter) => letter.charCodeAt(0));
  const latin = Uint8Array.from(codes);
  const wide = Uint8Array.from([0xff, 0xfe, ...codes.flatMap((code) => [code & 255, code >> 8])]);
  const plain = new TextEncoder().encode(text);
  for (const bytes of [latin, wide, plain, Uint8Array.from([0xef, 0xbb, 0xbf, ...plain])])
    expect(read(decodeText(bytes).text).absences).toMatchObject([{ person: 'person-jose' }]);
});

test('whoever is not known is asked about, and a formula stays a word', () => {
  const { unknown, absences } = read(
    "Person,From,Reason\n'=Ann(),2027-02-01,\nZoe,2027-02-01,\nZoe,2027-02-02,\n",
  );
  expect(unknown).toEqual([
    { said: '=Ann()', kind: 'name', count: 1 },
    { said: 'Zoe', kind: 'name', count: 2 },
  ]);
  expect(absences).toEqual([]);
});

test('two rows on the same days are told by the row', () => {
  const file = read('Person,From,To\nAnn Arbor,2027-02-01,2027-02-05\nAnn Arbor,2027-02-04,2027-02-08\n');
  const apart = diffLeave(workspace, file, false);
  expect(apart.rows.map(({ sign }) => sign)).toEqual(['new', 'left-out']);
  expect(apart.problems).toMatchObject([{ row: 3, severity: 'loss' }]);
  expect(diffLeave(workspace, file, true).rows).toMatchObject([
    { sign: 'new', leave: { from: '2027-02-01', to: '2027-02-08' } },
  ]);
});

test('no rows, no known columns and too many rows are one error for the whole file', () => {
  expect(told('Person,From\n')).toEqual(['- - error: holds no rows of leave']);
  expect(told('a,b\n1,2\n')[0]).toContain('no column is known to hold the first day');
  const many = `Person,From\n${'Ann Arbor,2027-02-01\n'.repeat(mostRows * 10)}`;
  const worked = processorTime();
  expect(told(many)).toEqual([expect.stringContaining('more than 10,000 rows')]);
  expect(worked()).toBeLessThan(2000);
});

test('a reason longer than the plan keeps is an error at its cell', () => {
  expect(told(`Name,From,Reason\nAnn Arbor,2027-02-01,${'x'.repeat(20_001)}`)).toEqual([
    '2 Reason error: a reason has at most 20,000 letters; this one has 20,001',
  ]);
});
