import { describe, expect, test } from 'vitest';
import { laterTurns, recipeOf, repeatOn, repeatOnAll } from '../../../shared/editing/repeat.ts';
import type { Gesture } from '../../../shared/editing/gesture.ts';
import type { QuarterId } from '../../../shared/model/dates.ts';
import type { ShiftId } from '../../../shared/model/ids.ts';
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

const mondays = ['2027-01-04', '2027-01-11', '2027-01-18', '2027-01-25', '2027-02-01'];
const turn = (week: number): ShiftId => aShiftId('Team', primary, mondays[week - 1] ?? '');
const [ann, bo] = [personIdOf('Ann'), personIdOf('Bo')];

/** W1 Ann, W2 Bo, W3 Ann, W4 open, W5 Ann. */
const workspace = aWorkspace({
  people: ['Ann', 'Bo', 'Cy'].map((name, position) => aPerson(name, { position })),
  rotations: [aRotation('Team')],
  shifts: [
    aShift(mondays[0] ?? '', 'Ann'),
    aShift(mondays[1] ?? '', 'Bo'),
    aShift(mondays[2] ?? '', 'Ann'),
    aShift(mondays[4] ?? '', 'Ann'),
  ],
});
const slots = slotsOfQuarter(workspace, '2027-Q1' as QuarterId);
const recipe = (gesture: Gesture) => {
  const known = recipeOf(workspace, slots, gesture);
  if (known === null) throw new Error('nothing to repeat');
  return known;
};

describe('a gesture is repeated', () => {
  const give = recipe({ kind: 'give', shift: turn(1), to: bo });

  test('a gift goes to the same person, from whoever holds the turn', () => {
    expect(repeatOn(workspace, slots, give, turn(3))).toEqual({ kind: 'give', shift: turn(3), to: bo });
    expect(repeatOn(workspace, slots, give, turn(4))).toEqual({ kind: 'assign', slot: turn(4), person: bo });
    expect(repeatOn(workspace, slots, give, turn(2))).toBeNull();
  });

  test('a trade goes as many weeks further, and becomes a move where nobody holds that week', () => {
    const trade = recipe({ kind: 'trade', shift: turn(1), with: turn(2) });
    expect(repeatOn(workspace, slots, trade, turn(3))).toEqual({
      kind: 'move',
      shift: turn(3),
      toSlot: turn(4),
    });
    expect(repeatOn(workspace, slots, trade, turn(2))).toEqual({
      kind: 'swap',
      shift: turn(2),
      with: turn(3),
    });
    expect(repeatOn(workspace, slots, trade, turn(4))).toBeNull();
  });

  test('on a selection as one gesture, without those that it would not change', () => {
    expect(repeatOnAll(workspace, slots, give, [turn(2), turn(3), turn(5)])).toEqual({
      kind: 'several',
      gestures: [
        { kind: 'give', shift: turn(3), to: bo },
        { kind: 'give', shift: turn(5), to: bo },
      ],
    });
    expect(repeatOnAll(workspace, slots, give, [turn(2)])).toBeNull();
  });

  test('to the end of the quarter on the later turns of the same person alone', () => {
    expect(laterTurns(workspace, slots, give, turn(1)).map(({ slot }) => slot.id)).toEqual([
      turn(1),
      turn(3),
      turn(5),
    ]);
    expect(laterTurns(workspace, slots, give, turn(2)).map(({ slot }) => slot.id)).toEqual([
      turn(3),
      turn(5),
    ]);
    const assign = recipe({ kind: 'assign', slot: turn(4), person: ann });
    const gaps = laterTurns(workspace, slots, assign, turn(1));
    expect(gaps[0]?.slot.id).toBe(turn(4));
    expect(gaps).toHaveLength(13 - 4);
  });

  test('after a selection where all of it was done the same, else not; and never for days off', () => {
    const gift = (week: number): Gesture => ({ kind: 'give', shift: turn(week), to: bo });
    const all = (...gestures: Gesture[]) => recipeOf(workspace, slots, { kind: 'several', gestures });
    expect(all(gift(1), gift(3))).toEqual(give);
    expect(all(gift(1), { kind: 'unassign', shift: turn(3) })).toBeNull();
    expect(all()).toBeNull();
  });
});
