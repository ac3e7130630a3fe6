import { expect, test } from 'vitest';
import { boundAfter, shiftsOutside, tableOf } from '../../../shared/editing/leaving.ts';
import { recordOf } from '../../../shared/model/tables.ts';
import {
  aLeave,
  aRotation,
  aShift,
  aTask,
  aWorkspace,
  date,
  personIdOf,
} from '../../builders/a-workspace.ts';
import { aRunbook } from '../runbooks/a-runbook.ts';

const ann = personIdOf('Ann');

test('all that rests on somebody after the last day is named, shifts by time first', () => {
  const workspace = aWorkspace({
    shifts: [
      aShift('2027-02-01', 'Ann'),
      aShift('2027-01-18', 'Ann'),
      aShift('2027-01-11', 'Ann'),
      aShift('2027-01-04', 'Ann'),
      aShift('2027-01-25', 'Bo'),
    ],
    tasks: [aTask('A', 'Ann', 'Bo'), aTask('B', 'Bo', 'Cy'), aTask('C', 'Cy', 'Ann')],
    leave: [aLeave('Ann', '2027-01-05', '2027-01-06'), aLeave('Ann', '2027-01-12', '2027-01-20')],
    runbooks: [aRunbook({ ownerPrimary: ann })],
  });
  const found = boundAfter(workspace, ann, date('2027-01-13'));
  expect(found.map(({ kind, blocks }) => [kind, blocks])).toEqual([
    ['running-shift', false],
    ['shift', true],
    ['shift', true],
    ['task', true],
    ['task', true],
    ['runbook', false],
    ['leave', false],
    ['turns', false],
  ]);
  expect(found.slice(0, 3).map(({ id }) => id.slice(-10))).toEqual([
    '2027-01-11',
    '2027-01-18',
    '2027-02-01',
  ]);
  for (const { kind, id } of found) expect(recordOf(workspace, tableOf(kind), id)).toBeDefined();
});

test('a shift that ends on the morning after the last day is over by then', () => {
  const workspace = aWorkspace({
    shifts: [aShift('2027-01-04', 'Ann')],
    rotations: [aRotation('Team', ['Bo'])],
  });
  expect(boundAfter(workspace, ann, date('2027-01-10'))).toEqual([]);
  expect(boundAfter(workspace, ann, date('2027-01-09'))).toMatchObject([{ kind: 'running-shift' }]);
});

test('a task that is handed over from the day after the last one binds no longer; one promised for later does', () => {
  const owners = (...from: readonly [string, string | null][]) =>
    from.map(([day, owner]) => ({
      from: date(day),
      primary: owner === null ? null : personIdOf(owner),
      secondary: null,
    }));
  const workspace = (ownership: ReturnType<typeof owners>) =>
    aWorkspace({ rotations: [], tasks: [aTask('A', null, null, { ownership })] });
  const last = date('2027-01-31');
  expect(boundAfter(workspace(owners(['2026-01-01', 'Ann'], ['2027-02-01', 'Bo'])), ann, last)).toEqual([]);
  expect(boundAfter(workspace(owners(['2026-01-01', 'Ann'], ['2027-03-01', 'Bo'])), ann, last)).toHaveLength(
    1,
  );
  expect(boundAfter(workspace(owners(['2026-01-01', 'Bo'], ['2027-03-01', 'Ann'])), ann, last)).toHaveLength(
    1,
  );
});

test('shifts before the first day and after the last one lie outside', () => {
  const workspace = aWorkspace({
    shifts: [aShift('2027-01-18', 'Ann'), aShift('2027-01-04', 'Ann'), aShift('2027-01-11', 'Ann')],
  });
  const outside = (joinsOn: string | null, leavesOn: string | null) =>
    shiftsOutside(
      workspace,
      ann,
      joinsOn === null ? null : date(joinsOn),
      leavesOn === null ? null : date(leavesOn),
    ).map((id) => id.slice(-10));
  expect(outside(null, null)).toEqual([]);
  expect(outside('2027-01-04', '2027-01-24')).toEqual([]);
  expect(outside('2027-01-05', '2027-01-20')).toEqual(['2027-01-04', '2027-01-18']);
});
