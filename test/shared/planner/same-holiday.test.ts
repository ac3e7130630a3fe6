import { expect, test } from 'vitest';
import { heldHolidays } from '../../../shared/fairness/held-holidays.ts';
import { judge } from '../../../shared/planner/judge.ts';
import { costOf, fullObjective } from '../../../shared/planner/cost.ts';
import { planInput } from '../../../shared/planner/plan.ts';
import { problemOf } from '../../../shared/planner/problem-of.ts';
import { rowOf } from '../../../shared/planner/problem.ts';
import type { QuarterId } from '../../../shared/model/dates.ts';
import type { Shift } from '../../../shared/model/shift.ts';
import { aHoliday, aHolidaySet, aPerson, aPolicy, aRotation, aShift, aWorkspace, date, personIdOf, primary, secondary } from '../../builders/a-workspace.ts';
import { finish } from './small-team.ts';

const q4 = '2027-Q4' as QuarterId;
const early = date('2027-09-01');
const christmas = [aHoliday('US', 'Christmas Day', '2026-12-25'), aHoliday('US', 'christmas  day', '2027-12-25')];
const team = ['Ann', 'Bo', 'Cy', 'Di'];

/** Four people; the shifts of Christmas week 2026 as given; nothing planned since. */
function withLastYear(shifts: readonly Shift[], changes: { readonly price?: number; readonly layers?: number } = {}) {
  const rotation = aRotation('Team', team, { startsOn: date('2026-09-28'), restWeeks: 1, layers: aRotation().layers.slice(0, changes.layers ?? 1) });
  return aWorkspace({
    people: team.map((name, position) => aPerson(name, { position, region: 'US' })),
    rotations: [rotation],
    holidaySets: [aHolidaySet('US', 2026), aHolidaySet('US', 2027)],
    holidays: christmas,
    policies: [aPolicy({ sameHoliday: changes.price ?? 160 })],
    shifts,
  });
}

const priceOf = (workspace: ReturnType<typeof withLastYear>, slotId: string, name: string): number => {
  const problem = problemOf(workspace, q4);
  const slot = problem.slots.findIndex(({ id }) => id === slotId);
  return problem.sameHoliday[slot * problem.people.length + (problem.personAt.get(personIdOf(name)) ?? -1)] ?? NaN;
};
const primaryWeek = 'rotation-team/primary/2027-12-20';
const secondaryWeek = 'rotation-team/secondary/2027-12-20';

test('whoever had Christmas as primary pays for having it again, half of that where either year was as secondary', () => {
  const workspace = withLastYear([aShift('2026-12-21', 'Ann'), aShift('2026-12-21', 'Bo', { layer: secondary })], { layers: 2 });
  expect([priceOf(workspace, primaryWeek, 'Ann'), priceOf(workspace, secondaryWeek, 'Ann')]).toEqual([160, 80]);
  expect([priceOf(workspace, primaryWeek, 'Bo'), priceOf(workspace, secondaryWeek, 'Bo')]).toEqual([80, 80]);
  expect([priceOf(workspace, primaryWeek, 'Cy'), priceOf(workspace, 'rotation-team/primary/2027-12-13', 'Ann')]).toEqual([0, 0]);
});

test('the price is the policy’s, and nothing where the policy asks nothing', () => {
  const shifts = [aShift('2026-12-21', 'Ann')];
  expect(priceOf(withLastYear(shifts, { price: 500 }), primaryWeek, 'Ann')).toBe(500);
  expect(priceOf(withLastYear(shifts, { price: 0 }), primaryWeek, 'Ann')).toBe(0);
});

test('whoever covered the day had it, not the holder of the week', () => {
  const week = aShift('2026-12-21', 'Ann');
  const cover = { ...week, id: `${week.id}/cover/2026-12-25` as Shift['id'], start: '2026-12-25T09:00' as Shift['start'], end: '2026-12-26T09:00' as Shift['end'], person: personIdOf('Di'), covers: week.id };
  const workspace = withLastYear([week, cover]);
  expect([priceOf(workspace, primaryWeek, 'Ann'), priceOf(workspace, primaryWeek, 'Di')]).toEqual([0, 160]);
});

test('a feast that moves is the same feast: Easter in March after Easter in April', () => {
  const easter = [aHoliday('DE', 'Ostermontag', '2026-04-06'), aHoliday('DE', 'Ostermontag', '2027-03-29')];
  const workspace = aWorkspace({
    people: team.map((name, position) => aPerson(name, { position, region: 'DE' })),
    rotations: [aRotation('Team', team, { startsOn: date('2026-01-05') })],
    holidaySets: [aHolidaySet('DE', 2026), aHolidaySet('DE', 2027)],
    holidays: easter,
    shifts: [aShift('2026-04-06', 'Bo')],
  });
  const problem = problemOf(workspace, '2027-Q1' as QuarterId);
  const slot = problem.slots.findIndex(({ id }) => id === 'rotation-team/primary/2027-03-29');
  expect([...problem.sameHoliday.subarray(slot * 4, slot * 4 + 4)]).toEqual([0, 160, 0, 0]);
});

test('the problem is read anew when last year’s Christmas changes hands, and not for other shifts', () => {
  const ann = withLastYear([aShift('2026-12-21', 'Ann')]);
  const known = problemOf(ann, q4);
  const week = aShift('2027-11-01', 'Cy');
  expect(problemOf({ ...ann, shifts: { ...ann.shifts, [week.id]: week } }, q4)).toBe(known);
  const bo = { ...ann, shifts: { ...ann.shifts, [aShift('2026-12-21').id]: aShift('2026-12-21', 'Bo') } };
  expect(problemOf(bo, q4).digest).not.toBe(known.digest);
});

test('the plan gives Christmas to somebody else, at its price in the cost and in no other term', () => {
  const workspace = withLastYear([aShift('2026-12-21', 'Ann')]);
  const input = planInput(workspace, q4, null, early);
  const { assignments, terms } = finish(input, 30_000);
  expect(assignments.find(({ shift }) => shift === primaryWeek)?.person).not.toBe(personIdOf('Ann'));
  expect(terms.sameHoliday).toBe(0);
  const people = Int16Array.from(assignments, ({ person }) => input.problem.personAt.get(person ?? personIdOf('')) ?? -1);
  const objective = fullObjective(input.problem, input.aim, null);
  const was = costOf(objective, people);
  const slot = input.problem.slots.findIndex(({ id }) => id === primaryWeek);
  const ann = input.problem.personAt.get(personIdOf('Ann')) ?? -1;
  expect([...rowOf(input.problem.candidates, slot)]).toContain(ann);
  people[slot] = ann;
  const is = costOf(objective, people);
  expect(is.sameHoliday).toBe(160);
  expect(is.wishes).toBe(was.wishes);
  expect(is.total - is.sameHoliday).toBe(is.rest + is.load + is.holidays + is.wishes + is.changed);
});

test('a shadow had no duty on the day, and a person without the week’s region no holiday', () => {
  const shadow = { name: primary, title: 'Shadow', weightPercent: 0 };
  const shadowed = { ...withLastYear([aShift('2026-12-21', 'Ann')]) };
  const rotations = { ...shadowed.rotations, ['rotation-team' as never]: aRotation('Team', team, { startsOn: date('2026-09-28'), layers: [shadow] }) };
  expect(problemOf({ ...shadowed, rotations }, q4).slots).toEqual([]);
  expect(heldHolidays({ ...shadowed, rotations }, '2026-Q4' as QuarterId)).toEqual([]);
  const elsewhere = { ...shadowed, people: { ...shadowed.people, [personIdOf('Ann')]: aPerson('Ann', { region: 'JP' }) } };
  expect(priceOf(elsewhere, primaryWeek, 'Ann')).toBe(0);
  expect(judge(elsewhere, q4, null).people).toHaveLength(4);
});
