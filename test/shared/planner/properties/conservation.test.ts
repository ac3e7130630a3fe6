import { beforeAll, expect, test } from 'vitest';
import { loadSolver } from '../../../../electron/command-line/load-solver.ts';
import { atTime, addDays, dateOf } from '../../../../shared/calendar/days.ts';
import { carryOn } from '../../../../shared/fairness/carry.ts';
import type { LocalTime, ZoneName } from '../../../../shared/model/dates.ts';
import type { ShiftId } from '../../../../shared/model/ids.ts';
import type { Shift } from '../../../../shared/model/shift.ts';
import { findShares } from '../../../../shared/planner/assess.ts';
import { differencesOf, holidayBalancesOf } from '../../../../shared/planner/cost.ts';
import { aimFor, planInput } from '../../../../shared/planner/plan.ts';
import { OPEN, type Problem } from '../../../../shared/planner/problem.ts';
import { problemOf } from '../../../../shared/planner/problem-of.ts';
import { random } from '../../../../shared/planner/random.ts';
import type { Solver } from '../../../../shared/planner/solver.ts';
import { aHoliday, aHolidaySet, aRotation, aShift, aWorkspace, date, personIdOf } from '../../../builders/a-workspace.ts';
import { anyTeam } from '../any-team.ts';
import { before, finish, q1 } from '../small-team.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((all, one) => all + one, 0);

/** Anybody on anything, a fifth open: no plan, only holders. */
const anyHolders = ({ slots, people }: Problem, next: () => number): Int16Array =>
  Int16Array.from(slots, () => (people.length === 0 || next() < 0.2 ? OPEN : Math.floor(next() * people.length)));

test('whoever holds what: loads and open slots add up to T, attainable shares too, and differences to what is open', { timeout: 60_000 }, async () => {
  for (let seed = 1; seed <= 16; seed++) {
    const workspace = anyTeam(seed);
    const problem = problemOf(workspace, q1);
    if (problem.people.length === 0) continue;
    const aim = aimFor(workspace, problem, await findShares(workspace, q1, solver));
    const { totalLoad } = problem;
    expect(sum(problem.load), `team ${seed}`).toBe(totalLoad);
    expect(sum(aim.attainable), `team ${seed}`).toBe(totalLoad);
    expect(sum(aim.shares.map(({ target }) => target)), `team ${seed}`).toBeCloseTo(totalLoad, 6);
    const people = anyHolders(problem, random(seed));
    const open = sum(problem.load.filter((_, slot) => people[slot] === OPEN));
    expect(sum(differencesOf(problem, aim.attainable, people)), `team ${seed}`).toBe(-open);
  }
});

test('what is carried on, with what is forgiven, adds up to nothing over a complete quarter', () => {
  for (let seed = 1; seed <= 10; seed++) {
    const workspace = aWorkspace();
    const input = planInput(workspace, q1, null, before);
    const { problem, aim } = input;
    const next = random(seed);
    const people = Int16Array.from(problem.slots, () => Math.floor(next() * next() * problem.people.length));
    const balances = holidayBalancesOf(problem, aim.holidayBase, people);
    const carried = [...differencesOf(problem, aim.attainable, people)].map((difference, person) => carryOn(difference, balances[person] ?? 0, { carryPercent: 100, carryLimit: 72, holidayCarryLimit: 8 }));
    expect(carried.some(({ forgiven }) => forgiven !== 0)).toBe(true);
    expect(carried.every(({ load }) => Math.abs(load) <= 72)).toBe(true);
    expect(sum(carried.map(({ load, forgiven }) => load + forgiven))).toBe(0);
  }
});

const berlin = 'Europe/Berlin' as ZoneName;
const newYork = 'America/New_York' as ZoneName;

/** A quarter of one rotation with 92 days from its first hand-off on, holidays on a weekday and on a Sunday. */
function quarterOf(zone: ZoneName, time: string, weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7, cadenceWeeks: 1 | 2, covers = false): Problem {
  const rotation = aRotation('Team', undefined, { handoff: { weekday, time: time as LocalTime, zone }, cadenceWeeks, startsOn: date('2026-12-28'), layers: aRotation().layers.slice(0, 1) });
  const base = aWorkspace({ rotations: [rotation], holidaySets: [aHolidaySet('US', 2027)], holidays: [aHoliday('US', 'King', '2027-01-18'), aHoliday('US', 'Easter', '2027-03-28')] });
  const workspace = { ...base, about: { ...base.about, region: 'US', zone } };
  if (!covers) return problemOf(workspace, q1);
  const [slot] = problemOf(workspace, q1).slots.slice(2);
  if (slot === undefined) throw new Error('there is no slot');
  const holder: Shift = { ...aShift(dateOf(slot.start), 'Ann'), ...slot };
  const from = atTime(addDays(dateOf(slot.start), 1), '09:00' as LocalTime);
  const cover: Shift = { ...holder, id: `${slot.id}/cover/${dateOf(from)}` as ShiftId, start: from, end: atTime(addDays(dateOf(from), 1), '09:00' as LocalTime), covers: slot.id, person: personIdOf('Bo'), pinned: true, origin: 'hand' };
  return problemOf({ ...workspace, shifts: { [holder.id]: holder, [cover.id]: cover } }, q1);
}

test('a week in which the clocks change weighs what every week weighs, in zones that change on other days', () => {
  for (const zone of [berlin, newYork]) {
    const { load, slots } = quarterOf(zone, '09:00', 1, 1);
    // Berlin turns its clocks on 28 March 2027, New York on the 14th.
    const plain = slots.findIndex(({ start }) => start.startsWith('2027-02-01'));
    const changed = slots.findIndex(({ start }) => start.startsWith(zone === newYork ? '2027-03-08' : '2027-03-22'));
    expect(load[plain]).toBe(36);
    expect(load[changed]).toBe(zone === newYork ? 36 : 40); // Easter Sunday counts 12 in place of 8
  }
});

test('T stays the same whatever the zone, the hour of hand-off and the cadence, as long as the days are the same', () => {
  const totals = new Map<string, number>();
  for (const zone of [berlin, newYork, 'Pacific/Auckland' as ZoneName, 'UTC' as ZoneName]) {
    for (const time of ['00:00', '09:00', '11:59']) totals.set(`${zone} ${time}`, quarterOf(zone, time, 1, 1).totalLoad);
  }
  expect(new Set(totals.values())).toEqual(new Set([13 * 36 + 8 + 4]));
  // Twelve weeks in six turns, or a thirteenth begun: what the turns of both cadences share weighs the same.
  const weekly = quarterOf(berlin, '09:00', 1, 1);
  const biweekly = quarterOf(berlin, '09:00', 1, 2);
  for (const [at, { start }] of biweekly.slots.entries()) {
    const first = weekly.slots.findIndex((slot) => slot.start === start);
    if (first >= 0 && first + 1 < weekly.slots.length) expect(biweekly.load[at]).toBe((weekly.load[first] ?? 0) + (weekly.load[first + 1] ?? 0));
  }
});

test('a single day taken over by somebody else moves its points and adds none', () => {
  const whole = quarterOf(newYork, '09:00', 1, 1);
  const covered = quarterOf(newYork, '09:00', 1, 1, true);
  expect(covered.slots.length).toBe(whole.slots.length + 1);
  expect(covered.totalLoad).toBe(whole.totalLoad);
});

test('a whole plan holds all load and leaves no difference over', () => {
  const input = planInput(aWorkspace(), q1, null, before);
  const plan = finish(input, 5000);
  const people = Int16Array.from(plan.assignments, ({ person }) => (person === null ? OPEN : (input.problem.personAt.get(person) ?? OPEN)));
  expect(sum(differencesOf(input.problem, input.aim.attainable, people))).toBe(0);
});
