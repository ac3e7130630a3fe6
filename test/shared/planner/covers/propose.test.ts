import { expect, test } from 'vitest';
import { addDays, daysFrom, quarterRange } from '../../../../shared/calendar/days.ts';
import { edit } from '../../../../shared/editing/edit.ts';
import { holidayYears } from '../../../../shared/fairness/holiday-years.ts';
import type { QuarterId } from '../../../../shared/model/dates.ts';
import type { Shift } from '../../../../shared/model/shift.ts';
import type { Workspace } from '../../../../shared/model/workspace.ts';
import { carryInto } from '../../../../shared/planner/carry-in.ts';
import { costOf, fullObjective } from '../../../../shared/planner/cost.ts';
import { aimFor } from '../../../../shared/planner/plan.ts';
import { peopleOnPlan } from '../../../../shared/planner/problem.ts';
import { problemOf } from '../../../../shared/planner/problem-of.ts';
import { holidaysInTurns } from '../../../../shared/planner/covers/holiday-days.ts';
import { type CoverProposal, proposeCovers } from '../../../../shared/planner/covers/propose.ts';
import {
  aHoliday,
  aHolidaySet,
  aLeave,
  aPerson,
  aPolicy,
  aRotation,
  aShift,
  aWorkspace,
  date,
} from '../../../builders/a-workspace.ts';
import { anyTeam } from '../any-team.ts';

const q1 = '2027-Q1' as QuarterId;
const today = date('2026-11-23');
const names = ['Ann', 'Bo', 'Cy', 'Di'];
const feasts = ['2027-01-18', '2027-02-15', '2027-03-15'];
const weeks = Array.from({ length: 12 }, (_, week) => addDays(date('2027-01-04'), 7 * week));

/** Thirteen weeks of one primary in turn, but the three weeks with a holiday, which are all Ann's. */
function team(
  changes: { readonly shift?: Partial<Shift>; readonly rows?: Parameters<typeof aWorkspace>[0] } = {},
): Workspace {
  const rotation = aRotation('Team', names, { layers: aRotation().layers.slice(0, 1) });
  const shifts = weeks.map((week, place) =>
    feasts.includes(week)
      ? aShift(week, 'Ann', changes.shift)
      : aShift(week, names[1 + (place % 3)] as string),
  );
  const workspace = aWorkspace({
    people: names.map((name, position) => aPerson(name, { position, region: 'US' })),
    rotations: [rotation],
    shifts,
    holidaySets: [aHolidaySet('US', 2027)],
    holidays: feasts.map((day) => aHoliday('US', `Feast of ${day}`, day)),
    ...changes.rows,
  });
  return { ...workspace, about: { ...workspace.about, region: 'US' } };
}

const commandOf = (proposals: readonly CoverProposal[]) => ({
  kind: 'cover-days' as const,
  covers: proposals.flatMap(({ days }) =>
    days.map(({ shift, from, until, to }) => ({ shift, from, until, person: to })),
  ),
  remove: [],
  accept: [],
  today,
  reason: '',
});

test('holidays that all fell to one person are proposed to others, one each', () => {
  const advice = proposeCovers(team(), q1, null, today);
  expect(advice.considered).toBe(3);
  const owners = advice.proposals.flatMap(({ days }) => days.map(({ person, to }) => [person, to]));
  expect(owners.every(([from]) => from === 'person-ann')).toBe(true);
  expect(new Set(owners.map(([, to]) => to)).size).toBe(owners.length);
  expect(advice.together.total).toBeLessThan(0);
  expect(advice.together.holidays).toBeLessThan(0);
  const ann = advice.people.find(({ person }) => person === 'person-ann');
  expect(Math.abs(ann?.after ?? 99)).toBeLessThan(Math.abs(ann?.before ?? 0));
});

test('what is proposed is taken by the edit as it is, one by one and all together, and leaves less to propose', () => {
  const workspace = team();
  const { proposals } = proposeCovers(workspace, q1, null, today);
  expect(proposals.length).toBeGreaterThan(1);
  for (const proposal of proposals) expect(edit(workspace, commandOf([proposal])).ok).toBe(true);
  const all = edit(workspace, commandOf(proposals));
  if (!all.ok) throw new Error(`refused: ${all.reason.kind}`);
  expect(proposeCovers(all.value.workspace, q1, null, today).proposals).toEqual([]);
});

test('nothing is proposed for who is on leave, for pinned turns, for days that have begun, or where holidays are even', () => {
  const away = names.slice(1).map((name) => aLeave(name, '2027-01-01', '2027-03-31'));
  expect(proposeCovers(team({ rows: { leave: away } }), q1, null, today).proposals).toEqual([]);
  expect(proposeCovers(team({ shift: { pinned: true } }), q1, null, today).considered).toBe(0);
  expect(proposeCovers(team(), q1, null, date('2027-03-15')).considered).toBe(0);
  expect(proposeCovers(team(), q1, null, date('2027-02-16')).considered).toBe(1);
  const even = team({ rows: { holidays: [] } });
  expect(proposeCovers(even, q1, null, today).proposals).toEqual([]);
});

test('the holiday of a name goes to somebody who did not have it the year before', () => {
  const christmas = ['2026-12-25', '2027-12-25'];
  const rotation = aRotation('Team', names, {
    layers: aRotation().layers.slice(0, 1),
    startsOn: date('2026-10-05'),
  });
  const turns = daysFrom(date('2026-10-05'), date('2027-12-27')).filter((_, place) => place % 7 === 0);
  const workspace = aWorkspace({
    people: names.map((name, position) => aPerson(name, { position, region: 'US' })),
    rotations: [rotation],
    // Ann has the week of Christmas in both years; everybody has as many weeks.
    shifts: turns.map((day, place) =>
      aShift(day, ['2026-12-21', '2027-12-20'].includes(day) ? 'Ann' : (names[place % 4] as string)),
    ),
    holidaySets: [2026, 2027].map((year) => aHolidaySet('US', year)),
    holidays: christmas.map((day) => aHoliday('US', 'Christmas Day', day)),
    policies: [aPolicy({ holidayBalance: 0, loadBeyondBand: 0 })],
  });
  const us = { ...workspace, about: { ...workspace.about, region: 'US' } };
  const advice = proposeCovers(us, '2027-Q4' as QuarterId, null, date('2027-09-01'));
  expect(advice.proposals).toHaveLength(1);
  expect(advice.proposals[0]?.days.map(({ person, names: of }) => [person, of])).toEqual([
    ['person-ann', ['Christmas Day']],
  ]);
  expect(advice.proposals[0]?.price).toMatchObject({ sameHoliday: -160, holidays: 0, changed: 40 });
  const after = edit(us, commandOf(advice.proposals));
  if (!after.ok) throw new Error('refused');
  const again = (one: Workspace) => holidayYears(one, [2027])[0]?.years[0]?.people.map((had) => had.again);
  expect([again(us), again(after.value.workspace)]).toEqual([[true], [false]]);
});

test('a holiday that counts on either of two dates is not parted', () => {
  const workspace = team({
    rows: {
      policies: [aPolicy({ holidayDate: 'either' })],
      holidays: [aHoliday('US', 'King', '2027-01-23', { observed: date('2027-01-22') })],
    },
  });
  expect(holidaysInTurns(workspace, q1)).toMatchObject([
    { from: '2027-01-22', until: '2027-01-24', names: ['King'] },
  ]);
});

test('New Year’s Day belongs to the quarter that it is in, though its turn began in the one before', () => {
  const workspace = team({
    rows: {
      shifts: [aShift('2026-12-28', 'Ann')],
      rotations: [
        aRotation('Team', names, { startsOn: date('2026-12-28'), layers: aRotation().layers.slice(0, 1) }),
      ],
      holidays: [aHoliday('US', 'New Year', '2027-01-01')],
    },
  });
  expect(holidaysInTurns(workspace, '2026-Q4' as QuarterId)).toEqual([]);
  expect(holidaysInTurns(workspace, q1)).toHaveLength(1);
});

/** The cost of a plan, by the full scorer and against the plain targets. */
function costIn(workspace: Workspace, carry: ReturnType<typeof carryInto>): number {
  const problem = problemOf(workspace, q1);
  expect(carry).toHaveLength(problem.people.length);
  return costOf(
    fullObjective(problem, aimFor(workspace, problem, null), null),
    peopleOnPlan(workspace, problem),
  ).total;
}

test('whatever the team, each proposal is legal and costs what it says', () => {
  let proposed = 0;
  const range = quarterRange(q1);
  for (let seed = 1; seed <= 80; seed++) {
    const drawn = anyTeam(seed);
    const free = Object.fromEntries(
      Object.entries(drawn.shifts).map(([id, shift]) => [id, { ...shift, pinned: false }]),
    );
    const workspace = {
      ...drawn,
      shifts: free,
      about: { ...drawn.about, region: 'US' },
      holidaySets: { 'holidays-us-2027': aHolidaySet('US', 2027) },
      holidays: Object.fromEntries(
        ['2027-01-18', '2027-02-15', '2027-03-26'].map((day) => [
          `holiday-us-${day}`,
          aHoliday('US', `Feast ${day}`, day),
        ]),
      ),
    } as unknown as Workspace;
    const { proposals } = proposeCovers(workspace, q1, null, addDays(range.from, -30));
    for (const proposal of proposals) {
      proposed += 1;
      const made = edit(workspace, { ...commandOf([proposal]), today: addDays(range.from, -30) });
      expect(made.ok, `team ${seed}: ${JSON.stringify(made.ok ? '' : made.reason)}`).toBe(true);
      if (!made.ok) continue;
      const after = made.value.workspace;
      const [was, is] = [costIn(workspace, carryInto(workspace, q1)), costIn(after, carryInto(after, q1))];
      expect(proposal.price.total - proposal.price.changed, `team ${seed}`).toBe(is - was);
      expect(proposal.price.total).toBeLessThan(0);
    }
  }
  expect(proposed).toBeGreaterThan(10);
});
