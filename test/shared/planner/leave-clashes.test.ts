import { expect, test } from 'vitest';
import { dateOf, quarterRange } from '../../../shared/calendar/days.ts';
import type { ShiftId } from '../../../shared/model/ids.ts';
import { checkQuarter } from '../../../shared/planner/check.ts';
import { clashesWith, leaveClashes } from '../../../shared/planner/leave-clashes.ts';
import { aLeave, aPerson, aRotation, aShift, aWorkspace, date } from '../../builders/a-workspace.ts';
import { anyTeam } from './any-team.ts';
import { q1 } from './small-team.ts';

const team = aWorkspace({
  people: ['Ann', 'Bo'].map((name) => aPerson(name)),
  rotations: [aRotation('Team', ['Ann', 'Bo'])],
  shifts: [
    aShift('2027-01-04', 'Ann'),
    aShift('2027-01-11', 'Ann', { pinned: true, accepted: ['on-leave'] }),
    aShift('2027-01-18', 'Bo'),
    aShift('2027-01-25', 'Bo', {
      id: 'rotation-team/primary/2027-01-18/cover/2027-01-20' as ShiftId,
      covers: 'rotation-team/primary/2027-01-18' as ShiftId,
    }),
  ],
});
const today = date('2027-01-08');

test('says which turns a leave lies over, on which days, and whether a plan may hand them on', () => {
  const leave = aLeave('Ann', '2027-01-07', '2027-01-13');
  expect(
    clashesWith(team, leave, today).map(({ shift, days, accepted, standing }) => [
      shift.id,
      days.from,
      days.to,
      accepted,
      standing,
    ]),
  ).toEqual([
    ['rotation-team/primary/2027-01-04', '2027-01-07', '2027-01-11', false, 'begun'],
    ['rotation-team/primary/2027-01-11', '2027-01-11', '2027-01-13', true, 'pinned'],
  ]);
});

test('leave that ends on the morning of the hand-off, and half a day after it, spare the turn before', () => {
  expect(clashesWith(team, aLeave('Bo', '2027-01-15', '2027-01-17'), today)).toEqual([]);
  expect(
    clashesWith(team, aLeave('Bo', '2027-01-18', '2027-01-18', { part: 'morning' }), today),
  ).toHaveLength(1);
});

test('a cover of single days clashes too, though no slot speaks of it', () => {
  const [clash] = clashesWith(team, aLeave('Bo', '2027-01-27', '2027-01-27'), today);
  expect(clash).toMatchObject({ standing: 'cover' });
});

test('finds for any team what the rules find at its turns, no more and no less', () => {
  for (let seed = 0; seed < 60; seed++) {
    const workspace = anyTeam(seed);
    const found = checkQuarter(workspace, q1)
      .filter(({ rule }) => rule === 'on-leave' || rule === 'tentative-leave')
      .map(({ leave, shift }) => `${leave ?? ''} ${shift}`)
      .sort();
    const { from, until } = quarterRange(q1);
    const told = leaveClashes(workspace, { from: date('2026-06-01'), until: date('2027-12-01') }, today)
      .filter(
        ({ shift }) => shift.covers === null && dateOf(shift.start) >= from && dateOf(shift.start) < until,
      )
      .map(({ leave, shift }) => `${leave.id} ${shift.id}`)
      .sort();
    expect(told, `team ${seed}`).toEqual(found);
  }
});
