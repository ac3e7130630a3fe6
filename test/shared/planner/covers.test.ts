import { expect, test } from 'vitest';
import {
  addDays,
  atTime,
  dateOf,
  nextQuarter,
  previousQuarter,
  timeOf,
} from '../../../shared/calendar/days.ts';
import type { Shift } from '../../../shared/model/shift.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { judge } from '../../../shared/planner/judge.ts';
import { problemOf } from '../../../shared/planner/problem-of.ts';
import {
  aHoliday,
  aHolidaySet,
  aPerson,
  aRotation,
  aShift,
  aWorkspace,
  personIdOf,
} from '../../builders/a-workspace.ts';
import { anyTeam, dice } from './any-team.ts';
import { q1 } from './small-team.ts';

/** One day of a shift, from hand-off to hand-off, taken over by somebody. */
function coverOf(shift: Shift, day: number, person: Shift['person']): Shift {
  const start = atTime(addDays(dateOf(shift.start), day), timeOf(shift.start));
  const end = atTime(addDays(dateOf(start), 1), timeOf(shift.start));
  return {
    ...shift,
    id: `${shift.id}/cover/${dateOf(start)}` as Shift['id'],
    start,
    end,
    person,
    covers: shift.id,
    pinned: true,
  };
}

const withShifts = (workspace: Workspace, shifts: readonly Shift[]): Workspace => ({
  ...workspace,
  shifts: { ...workspace.shifts, ...Object.fromEntries(shifts.map((shift) => [shift.id, shift])) },
});

test('whatever days are covered, all load stays the same', () => {
  const holidays = ['2027-01-01', '2027-01-18', '2027-02-15', '2027-03-26'].map((day) =>
    aHoliday('US', `Feast of ${day}`, day),
  );
  let covered = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const drawn = anyTeam(seed);
    const plain = Object.fromEntries(
      Object.entries(drawn.shifts).filter(([, shift]) => shift.covers === null),
    ) as Workspace['shifts'];
    const about = { ...drawn.about, region: 'US' };
    const workspace = {
      ...drawn,
      about,
      shifts: plain,
      holidaySets: { 'holidays-us-2027': aHolidaySet('US', 2027) },
      holidays: Object.fromEntries(holidays.map((one) => [one.id, one])),
    } as unknown as Workspace;
    const draw = dice(seed);
    const people = Object.values(workspace.people);
    const covers = Object.values(plain).flatMap((shift) =>
      draw.often(0.3)
        ? [coverOf(shift, 1 + draw.below(5), people[draw.below(people.length)]?.id ?? shift.person)]
        : [],
    );
    covered += covers.length;
    // A cover belongs to the quarter that it begins in, which for a turn across the border need not be the turn's.
    const quarters = [previousQuarter(q1), q1, nextQuarter(q1), nextQuarter(nextQuarter(q1))];
    const load = (one: Workspace): number =>
      quarters.reduce((sum, quarter) => sum + problemOf(one, quarter).totalLoad, 0);
    expect(load(withShifts(workspace, covers)), `team ${seed}`).toBe(load(workspace));
  }
  expect(covered).toBeGreaterThan(200);
});

test('a covered holiday is the cover’s: its three points, and the holiday in the count', () => {
  const people = ['Ann', 'Bo'].map((name) => aPerson(name, { region: 'US' }));
  const rotations = [aRotation('Team', ['Ann', 'Bo'], { layers: aRotation().layers.slice(0, 1) })];
  const week = aShift('2027-01-18', 'Ann');
  const workspace = aWorkspace({
    people,
    rotations,
    shifts: [week],
    holidaySets: [aHolidaySet('US', 2027)],
    holidays: [aHoliday('US', 'King', '2027-01-18')],
  });
  const us = { ...workspace, about: { ...workspace.about, region: 'US' } };
  const figures = (one: Workspace) =>
    judge(one, q1, null).people.map(({ load, counts, holidays }) => [load, counts.holiday, holidays.length]);
  expect(figures(us)).toEqual([
    [44, 1, 1],
    [0, 0, 0],
  ]);
  expect(figures(withShifts(us, [coverOf(week, 0, personIdOf('Bo'))]))).toEqual([
    [32, 0, 0],
    [12, 1, 1],
  ]);
});

test('a cover of a day asks for no rest and narrows nobody’s dead-band', () => {
  const rotations = [
    aRotation('Team', ['Ann', 'Bo', 'Cy'], { layers: aRotation().layers.slice(0, 1), restWeeks: 2 }),
  ];
  const people = ['Ann', 'Bo', 'Cy'].map((name) => aPerson(name));
  const week = aShift('2027-01-18', 'Ann');
  const workspace = aWorkspace({ people, rotations, shifts: [week] });
  const covered = problemOf(withShifts(workspace, [coverOf(week, 2, personIdOf('Bo'))]), q1);
  const slot = covered.slots.findIndex(({ id }) => id.includes('/cover/'));
  expect(covered.cover[slot]).toBe(1);
  expect((covered.windows.starts[slot + 1] ?? NaN) - (covered.windows.starts[slot] ?? NaN)).toBe(0);
  // Half of a week, covered or not: the day alone would make it 2, the rest of its week 16.
  expect([...covered.band]).toEqual([18, 18, 18]);
  const days = coverOf(week, 2, personIdOf('Bo'));
  const long = { ...days, end: '2027-01-24T09:00' as Shift['end'] };
  expect([...problemOf(withShifts(workspace, [long]), q1).band]).toEqual([18, 18, 18]);
});
