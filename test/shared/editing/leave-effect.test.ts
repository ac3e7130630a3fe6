import { expect, test } from 'vitest';
import { edit } from '../../../shared/editing/edit.ts';
import { leaveEffect, mergeLeave } from '../../../shared/editing/leave-effect.ts';
import type { Leave } from '../../../shared/model/leave.ts';
import type { LeaveId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import {
  aHoliday,
  aHolidaySet,
  aLeave,
  aPerson,
  aRotation,
  aShift,
  aWorkspace,
  date,
} from '../../builders/a-workspace.ts';

const today = date('2026-11-23');
const team = (leave: readonly Leave[]): Workspace =>
  aWorkspace({
    people: [aPerson('Ann', { region: 'US' }), aPerson('Bo')],
    rotations: [aRotation('Team', ['Ann', 'Bo'])],
    shifts: [aShift('2027-01-04', 'Ann')],
    leave: [...leave],
    holidaySets: [aHolidaySet('US', 2027)],
    holidays: [aHoliday('US', 'Martin Luther King Day', '2027-01-18')],
  });
const numbered = (leave: Leave, id: string): Leave => ({ ...leave, id: `leave-${id}` as LeaveId });

test('says what it costs: working days without weekends and holidays, and the turns it lies over', () => {
  const effect = leaveEffect(team([]), aLeave('Ann', '2027-01-08', '2027-01-19'), today);
  expect(effect.halves).toBe(14);
  expect(effect.clashes.map(({ shift }) => shift.id)).toEqual(['rotation-team/primary/2027-01-04']);
  expect(effect.command).not.toBeNull();
});

test('half a day is one half, and none on a Saturday', () => {
  expect(
    leaveEffect(team([]), aLeave('Ann', '2027-01-08', '2027-01-08', { part: 'morning' }), today).halves,
  ).toBe(1);
  expect(
    leaveEffect(team([]), aLeave('Ann', '2027-01-09', '2027-01-09', { part: 'morning' }), today).halves,
  ).toBe(0);
});

test('a last day before the first is refused, with nothing made up about it', () => {
  const effect = leaveEffect(team([]), aLeave('Ann', '2027-01-08', '2027-01-06'), today);
  expect(effect).toMatchObject({ command: null, refusal: { kind: 'invalid' }, clashes: [], halves: 0 });
});

test('names the leave that it overlaps', () => {
  const known = aLeave('Ann', '2027-01-11', '2027-01-15');
  const effect = leaveEffect(
    team([known]),
    numbered(aLeave('Ann', '2027-01-14', '2027-01-20'), 'new'),
    today,
  );
  expect(effect.overlapping).toEqual([known]);
  expect(effect.refusal?.kind).toBe('invalid');
});

test('merges with all that it overlaps, and with what that overlaps, as one step that one undo takes back', () => {
  const known = [
    aLeave('Ann', '2027-01-11', '2027-01-15', { reason: 'Sea', tentative: true }),
    aLeave('Ann', '2027-01-18', '2027-01-20', { reason: 'Mountains' }),
    aLeave('Bo', '2027-01-18', '2027-01-20'),
  ];
  const workspace = team(known);
  const made = mergeLeave(
    workspace,
    numbered(aLeave('Ann', '2027-01-14', '2027-01-18', { tentative: true }), 'new'),
    'Merge',
  );
  expect(made?.merged).toMatchObject({
    id: known[0]?.id,
    from: '2027-01-11',
    to: '2027-01-20',
    tentative: false,
    reason: 'Sea\nMountains',
  });
  if (made === null) return;
  const edited = edit(workspace, made.command);
  expect(edited.ok && Object.values(edited.value.workspace.leave).map(({ from, to }) => [from, to])).toEqual([
    ['2027-01-11', '2027-01-20'],
    ['2027-01-18', '2027-01-20'],
  ]);
  expect(edited.ok && edited.value.changes).toHaveLength(2);
});

test('leave that is drawn over another takes its place with it', () => {
  const known = [aLeave('Ann', '2027-01-11', '2027-01-12'), aLeave('Ann', '2027-02-01', '2027-02-02')];
  const workspace = team(known);
  const drawn = { ...known[1], from: date('2027-01-12'), to: date('2027-01-13') } as Leave;
  const made = mergeLeave(workspace, drawn, 'Merge');
  const edited = made === null ? null : edit(workspace, made.command);
  expect(
    edited?.ok === true && Object.values(edited.value.workspace.leave).map(({ from, to }) => [from, to]),
  ).toEqual([['2027-01-11', '2027-01-13']]);
});

test('nothing to merge with is nothing', () => {
  expect(mergeLeave(team([]), aLeave('Ann', '2027-01-11', '2027-01-12'), 'Merge')).toBeNull();
});
