import { expect, test } from 'vitest';
import { blankShift, plannedShift } from '../../../shared/rotation/planned-shift.ts';
import type { ShiftId } from '../../../shared/model/ids.ts';
import { aShift, personIdOf } from '../../builders/a-workspace.ts';

const held = aShift('2027-01-04', 'Ann', {
  pinned: true,
  origin: 'hand',
  accepted: ['on-leave'],
  note: 'as asked',
  sequence: 3,
});

test('a plan that gives a shift to somebody else unpins it, keeps its note and raises its sequence', () => {
  expect(plannedShift(held, held, personIdOf('Bo'))).toEqual({
    ...held,
    person: personIdOf('Bo'),
    pinned: false,
    origin: 'planned',
    accepted: [],
    sequence: 4,
  });
});

test('an open slot becomes a first shift, and a slot named as a cover names what it covers', () => {
  expect(plannedShift(held, undefined, personIdOf('Bo')).sequence).toBe(0);
  const cover = blankShift({ ...held, id: `${held.id}/cover/2027-01-06` as ShiftId });
  expect(cover.covers).toBe(held.id);
});
