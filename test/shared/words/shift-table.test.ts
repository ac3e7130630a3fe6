import { expect, test } from 'vitest';
import { shiftTable } from '../../../shared/words/shift-table.ts';
import type { QuarterId } from '../../../shared/model/dates.ts';
import { csvOf } from '../../../shared/exchange/csv-out.ts';
import { readTable } from '../../../shared/exchange/table-file.ts';
import { aPerson, aRotation, aShift, aWorkspace } from '../../builders/a-workspace.ts';

const quarter = '2027-Q1' as QuarterId;
const workspace = aWorkspace({
  people: [aPerson('Ann', { name: '=Ann' }), aPerson('Bo')],
  rotations: [aRotation('Team', ['Ann', 'Bo'])],
  shifts: [
    aShift('2027-03-22', 'Ann'),
    aShift('2027-01-04', 'Bo'),
    aShift('2027-01-04', 'Ann', {
      id: 'rotation-team/primary/2027-01-04/cover/2027-01-06' as never,
      start: '2027-01-06T09:00' as never,
      end: '2027-01-07T09:00' as never,
      covers: 'rotation-team/primary/2027-01-04' as never,
    }),
  ],
});

test('each stretch that somebody serves is a row, covers apart, with true hours over a clock change', () => {
  const { columns, rows } = shiftTable(workspace, quarter);
  const at = (name: string): number => columns.indexOf(name);
  expect(
    rows.map((row) => [
      row[at('start')],
      row[at('person')],
      row[at('origin')],
      row[at('hours')],
      row[at('weekend_hours')],
    ]),
  ).toEqual([
    ['2027-01-04T09:00:00+01:00', 'Bo', 'planned', 48, 0],
    ['2027-01-06T09:00:00+01:00', '=Ann', 'cover', 24, 0],
    ['2027-01-07T09:00:00+01:00', 'Bo', 'planned', 96, 48],
    ['2027-03-22T09:00:00+01:00', '=Ann', 'planned', 167, 47],
  ]);
});

test('as a file a name that looks like a formula is none, and is read again as it was', () => {
  const text = csvOf(shiftTable(workspace, quarter));
  expect(text).toContain(`,'=Ann,`);
  const read = readTable(text);
  expect(read.rows).toHaveLength(4);
});
