import { expect, test } from 'vitest';
import { holdingAt } from '../../../../renderer/features/board/at-cursor.ts';
import { chipsInBox, shiftsBetween } from '../../../../renderer/features/board/lasso.ts';
import { columnsFor, prefixSums } from '../../../../renderer/features/board/layout.ts';
import { rowsOf } from '../../../../renderer/features/board/rows.ts';
import { boxOfDays, heldAt, targetOf } from '../../../../renderer/features/board/target.ts';
import { weeksOf } from '../../../../renderer/features/board/weeks.ts';
import { quarterRange } from '../../../../shared/calendar/days.ts';
import type { LocalDate, QuarterId } from '../../../../shared/model/dates.ts';
import type { ShiftId } from '../../../../shared/model/ids.ts';
import { slotsOfQuarter } from '../../../../shared/rotation/expand.ts';
import {
  aLeave,
  aPerson,
  aRotation,
  aShift,
  aShiftId,
  aWorkspace,
  personIdOf,
  primary,
} from '../../../builders/a-workspace.ts';

const quarter = '2027-Q1' as QuarterId;
const day = (text: string) => text as LocalDate;
const workspace = aWorkspace({
  people: ['Ann', 'Bo', 'Cy'].map((name, position) => aPerson(name, { position })),
  rotations: [aRotation('Team')],
  shifts: [
    aShift('2027-01-04', 'Ann'),
    aShift('2027-01-11', 'Bo'),
    aShift('2027-01-18', 'Ann'),
    aShift('2027-01-25', 'Cy'),
  ],
  leave: [aLeave('Cy', '2027-01-06', '2027-01-12')],
});
const slots = slotsOfQuarter(workspace, quarter);
const weeks = weeksOf(quarterRange(quarter), slots, day('2026-11-23'), [], []);
const columns = columnsFor(1100, weeks.length);
const rows = rowsOf({
  workspace,
  slots,
  weeks,
  columns,
  findings: [],
  proposed: new Map(),
  pivot: 'people',
  filter: { people: [], rotations: [] },
  allGaps: false,
  scope: 'Q1 2027',
});
const tops = prefixSums(rows.map(({ height }) => height));
const turn = (week: string): ShiftId => aShiftId('Team', primary, week);
const [w1, w2, w3, w4] = ['2027-01-04', '2027-01-11', '2027-01-18', '2027-01-25'].map(turn);
const row = (name: string) => rows.findIndex((one) => one.kind === 'person' && one.name === name);

test('a box takes every chip that it touches, and none beside it', () => {
  const left = columns.head + 1;
  const width = columns.week * 2;
  const two = chipsInBox({ rows, tops }, columns, { left, top: 2, width, height: (tops[2] ?? 0) - 4 });
  expect(two).toEqual([w1, w2]);
  const all = { left, top: 0, width: columns.week * 13, height: tops[3] ?? 0 };
  expect(new Set(chipsInBox({ rows, tops }, columns, all))).toEqual(new Set([w1, w2, w3, w4]));
  expect(chipsInBox({ rows, tops }, columns, { ...all, height: 0, top: 1 })).toEqual([]);
});

test('a range goes over rows and weeks; between two chips of one duty it takes that duty alone', () => {
  const at = (name: string, column: number) => ({ row: row(name), column, chip: 0 });
  expect(shiftsBetween(rows, at('Ann', 0), at('Ann', 2))).toEqual([w1, w3]);
  expect(new Set(shiftsBetween(rows, at('Cy', 3), at('Ann', 0)))).toEqual(new Set([w1, w2, w3, w4]));
  expect(shiftsBetween(rows, at('Bo', 1), at('Bo', 1))).toEqual([w2]);
});

test('a hand takes the selection by any of its chips, days off by the day, and a person by the head of the row', () => {
  const model = { rows, weeks };
  const hit = (name: string, column: number, chip: number | null, weekday = 0) => ({
    row: row(name),
    column,
    chip,
    day: weekday,
  });
  expect(heldAt(model, hit('Ann', 0, 0), [])).toEqual({ kind: 'slot', slot: w1 });
  expect(heldAt(model, hit('Ann', 0, 0), [w1, w2] as ShiftId[])).toEqual({
    kind: 'slots',
    lead: w1,
    slots: [w1, w2],
  });
  expect(heldAt(model, hit('Cy', 0, null, 3), [])).toMatchObject({ kind: 'leave', day: '2027-01-07' });
  expect(heldAt(model, hit('Cy', 0, null, 1), [])).toBeNull();
  expect(heldAt(model, hit('Bo', -1, null), [])).toEqual({ kind: 'person', person: personIdOf('Bo') });
  expect(holdingAt(model, { row: row('Cy'), column: 1, chip: null }, [])).toMatchObject({
    kind: 'leave',
    day: '2027-01-11',
  });
});

test('days off in the hand aim at days of people, nowhere else, and are outlined where they would lie', () => {
  const leave = Object.values(workspace.leave)[0];
  if (leave === undefined) throw new Error('no leave');
  const held = { kind: 'leave', leave: leave.id, day: day('2027-01-07') } as const;
  const hit = { row: row('Cy'), column: 2, chip: null, day: 4 };
  expect(targetOf({ rows, weeks }, hit, held)).toEqual({
    kind: 'day',
    person: personIdOf('Cy'),
    day: '2027-01-22',
  });
  expect(targetOf({ rows, weeks }, { ...hit, row: rows.length - 1 }, held)).toBeNull();
  const box = boxOfDays({ rows, tops, weeks }, columns, row('Cy'), day('2027-01-11'), day('2027-01-17'));
  expect(box).toEqual({
    left: columns.head + columns.week,
    top: tops[row('Cy')],
    width: columns.week,
    height: rows[row('Cy')]?.height,
  });
});
