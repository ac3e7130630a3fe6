import { describe, expect, test } from 'vitest';
import { aim, type HeldAlone, type Target } from '../../../shared/editing/aim.ts';
import { assignmentsOf } from '../../../shared/editing/gesture.ts';
import type { LocalDate, QuarterId } from '../../../shared/model/dates.ts';
import type { ShiftId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { slotsOfQuarter } from '../../../shared/rotation/expand.ts';
import {
  aPerson,
  aRotation,
  aShift,
  aShiftId,
  aWorkspace,
  personIdOf,
  primary,
} from '../../builders/a-workspace.ts';

const quarter = '2027-Q1' as QuarterId;
const [w1, w2, w3, w4] = ['2027-01-04', '2027-01-11', '2027-01-18', '2027-01-25'].map(
  (day) => day as LocalDate,
) as [LocalDate, LocalDate, LocalDate, LocalDate];
const [ann, bo, cy] = ['Ann', 'Bo', 'Cy'].map(personIdOf) as [
  ReturnType<typeof personIdOf>,
  ReturnType<typeof personIdOf>,
  ReturnType<typeof personIdOf>,
];
const turn = (week: string): ShiftId => aShiftId('Team', primary, week);
const held = (week: string): HeldAlone => ({ kind: 'slot', slot: turn(week) });

/** W1 Ann, W2 Bo, W3 Ann, W4 open. */
const workspace: Workspace = aWorkspace({
  people: ['Ann', 'Bo', 'Cy', 'Di'].map((name) => aPerson(name)),
  rotations: [aRotation('Team')],
  shifts: [aShift(w1, 'Ann'), aShift(w2, 'Bo'), aShift(w3, 'Ann')],
});
const slots = slotsOfQuarter(workspace, quarter);
const aimed = (from: HeldAlone, to: Target) => aim(workspace, slots, from, to);

describe('a held turn', () => {
  test('over another person in its own week is given to them', () => {
    expect(aimed(held(w1), { kind: 'person-week', person: cy, week: w1 })).toEqual({
      kind: 'give',
      shift: turn(w1),
      to: cy,
    });
  });
  test('over its own person in another week is traded with whoever holds that week', () => {
    expect(aimed(held(w1), { kind: 'person-week', person: ann, week: w2 })).toEqual({
      kind: 'trade',
      shift: turn(w1),
      with: turn(w2),
    });
  });
  test('over its own person in an open week moves there and leaves a gap', () => {
    const gesture = aimed(held(w1), { kind: 'person-week', person: ann, week: w4 });
    expect(gesture).toEqual({ kind: 'move', shift: turn(w1), toSlot: turn(w4) });
    expect(gesture === null ? [] : assignmentsOf(workspace, gesture)).toEqual([
      { shift: turn(w1), person: null },
      { shift: turn(w4), person: ann },
    ]);
  });
  test('over another person and week: they take that week, its holder takes ours, ours goes free', () => {
    const gesture = aimed(held(w1), { kind: 'person-week', person: cy, week: w2 });
    expect(gesture).toEqual({ kind: 'give-and-trade', shift: turn(w1), slot: turn(w2), to: cy });
    expect(gesture === null ? [] : assignmentsOf(workspace, gesture)).toEqual([
      { shift: turn(w1), person: bo },
      { shift: turn(w2), person: cy },
    ]);
  });
  test('over the very holder of another week is exchanged, so that nobody ends with both', () => {
    expect(aimed(held(w1), { kind: 'person-week', person: bo, week: w2 })).toEqual({
      kind: 'trade',
      shift: turn(w1),
      with: turn(w2),
    });
  });
  test('over a chip swaps with it, over an open turn moves there, over the gaps is unassigned', () => {
    expect(aimed(held(w1), { kind: 'slot', slot: turn(w2) })).toEqual({
      kind: 'swap',
      shift: turn(w1),
      with: turn(w2),
    });
    expect(aimed(held(w1), { kind: 'slot', slot: turn(w4) })).toEqual({
      kind: 'move',
      shift: turn(w1),
      toSlot: turn(w4),
    });
    expect(aimed(held(w1), { kind: 'gaps' })).toEqual({ kind: 'unassign', shift: turn(w1) });
  });
  test('onto itself, with oneself, or where there is no turn means nothing', () => {
    expect(aimed(held(w1), { kind: 'slot', slot: turn(w1) })).toBeNull();
    expect(aimed(held(w1), { kind: 'slot', slot: turn(w3) })).toBeNull();
    expect(aimed(held(w1), { kind: 'person-week', person: ann, week: w1 })).toBeNull();
    expect(aimed(held(w1), { kind: 'person-week', person: ann, week: w3 })).toBeNull();
    expect(aimed(held(w1), { kind: 'person-week', person: ann, week: '2026-12-21' as LocalDate })).toBeNull();
    expect(aimed(held('2027-06-07'), { kind: 'gaps' })).toBeNull();
  });
});

describe('a held gap', () => {
  test('over a person is assigned to them, in the week it is dropped on', () => {
    expect(aimed(held(w4), { kind: 'person-week', person: cy, week: w4 })).toEqual({
      kind: 'assign',
      slot: turn(w4),
      person: cy,
    });
    expect(aimed(held(w4), { kind: 'person', person: cy })).toEqual({
      kind: 'assign',
      slot: turn(w4),
      person: cy,
    });
  });
  test('over a filled turn calls its person here', () => {
    expect(aimed(held(w4), { kind: 'slot', slot: turn(w2) })).toEqual({
      kind: 'move',
      shift: turn(w2),
      toSlot: turn(w4),
    });
  });
});

test('a held person is assigned to the turn they are dropped on, unless it is theirs', () => {
  expect(aimed({ kind: 'person', person: cy }, { kind: 'slot', slot: turn(w1) })).toEqual({
    kind: 'assign',
    slot: turn(w1),
    person: cy,
  });
  expect(aimed({ kind: 'person', person: ann }, { kind: 'slot', slot: turn(w1) })).toBeNull();
  expect(aimed({ kind: 'person', person: cy }, { kind: 'gaps' })).toBeNull();
});

test('of several gestures each sees what the ones before it did', () => {
  const chain = assignmentsOf(workspace, {
    kind: 'several',
    gestures: [
      { kind: 'swap', shift: turn(w1), with: turn(w2) },
      { kind: 'swap', shift: turn(w2), with: turn(w3) },
    ],
  });
  expect(chain).toEqual([
    { shift: turn(w1), person: bo },
    { shift: turn(w2), person: ann },
  ]);
});
