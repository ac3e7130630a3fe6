import { expect, test } from 'vitest';
import type { Gesture } from '../../../shared/editing/gesture.ts';
import { landing, selectionAfter } from '../../../shared/editing/landing.ts';
import { aShiftId, personIdOf, primary, secondary } from '../../builders/a-workspace.ts';

const week = (day: string, layer = primary) => aShiftId('Team', layer, `2027-01-${day}`);
const trade = (shift: string, to: string): Gesture => ({ kind: 'trade', shift: week(shift), with: week(to) });

test('a turn lies where its person went, or stays where it was given away', () => {
  expect(landing(trade('04', '11'))).toBe(week('11'));
  expect(landing({ kind: 'give', shift: week('04'), to: personIdOf('Bo') })).toBe(week('04'));
  expect(landing({ kind: 'move', shift: week('04'), toSlot: week('18') })).toBe(week('18'));
  // Two duties of one week that change hands: each stays in its place.
  expect(landing({ kind: 'swap', shift: week('04'), with: week('04', secondary) })).toBe(week('04'));
});

test('a selection follows what was moved, once each, and stays the same list where nothing of it went elsewhere', () => {
  const both: Gesture = { kind: 'several', gestures: [trade('11', '18'), trade('04', '11')] };
  expect(selectionAfter([week('04'), week('11')], both)).toEqual([week('11'), week('18')]);
  const other = [week('25')];
  expect(selectionAfter(other, both)).toBe(other);
  const given: Gesture = { kind: 'give', shift: week('04'), to: personIdOf('Bo') };
  const own = [week('04')];
  expect(selectionAfter(own, given)).toBe(own);
});
