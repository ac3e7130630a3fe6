import { expect, test } from 'vitest';
import { dateOf } from '../../../shared/calendar/days.ts';
import { costOf, fullObjective, OPEN_PRICE } from '../../../shared/planner/cost.ts';
import { checkQuarter } from '../../../shared/planner/check.ts';
import { planInput, planQuarter } from '../../../shared/planner/plan.ts';
import { problemOf } from '../../../shared/planner/problem-of.ts';
import { sampleToday, sampleWorkspace } from '../../../shared/sample/sample.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { aLeave, aPerson, aRotation, aShift, aShiftId, aWorkspace, date, personIdOf, primary, secondary } from '../../builders/a-workspace.ts';
import { before, everyPlan, finish, planned, q1, smallTeam, withPlan } from './small-team.ts';

test('on tiny teams the search leaves as little open as can be, and where nothing has to, finds the best of all plans', () => {
  let checked = 0;
  let complete = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const workspace = smallTeam(seed);
    const input = planInput(workspace, q1, null, before);
    if (input.problem.slots.length > 8) continue;
    const objective = fullObjective(input.problem, input.aim, input.present);
    let least = Infinity;
    for (const people of everyPlan(input.problem)) {
      const cost = costOf(objective, people);
      least = Math.min(least, cost.total + OPEN_PRICE * cost.open);
    }
    const { terms } = finish(input, 20_000);
    expect(Math.round((terms.total + OPEN_PRICE * terms.open) / OPEN_PRICE), `team ${seed}`).toBe(Math.round(least / OPEN_PRICE));
    checked += 1;
    if (terms.open > 0) continue;
    expect(terms.total, `team ${seed}`).toBe(least);
    complete += 1;
  }
  expect(complete).toBeGreaterThan(10);
  expect(checked).toBeGreaterThan(25);
});

test('no plan breaks a hard rule; what stays open is all that the rules leave open', () => {
  for (let seed = 1; seed <= 80; seed++) {
    const workspace = smallTeam(seed);
    const proposal = planned(workspace, 5_000);
    const hard = checkQuarter(withPlan(workspace, proposal), q1).filter((finding) => finding.severity === 'hard');
    expect(hard.filter((finding) => finding.rule !== 'gap'), `team ${seed}`).toEqual([]);
    expect(hard).toHaveLength(proposal.assignments.filter(({ person }) => person === null).length);
  }
});

test('the same input, seed and moves give the same plan, however the run is paused', () => {
  const workspace = sampleWorkspace();
  const input = () => planInput(workspace, q1, null, sampleToday);
  const first = finish(input(), 60_000, 5);
  const run = planQuarter(input(), { seed: 5, iterations: 60_000 });
  let pauses = 0;
  let step = run.next();
  for (; step.done !== true; step = run.next()) pauses += 1;
  expect(step.value).toEqual(first);
  expect(pauses).toBeGreaterThan(2);
  expect(finish(input(), 60_000, 6).digest).toBe(first.digest);
});

test('the order in which records stand in the file does not change the plan', () => {
  const workspace = sampleWorkspace();
  const turned = Object.fromEntries(
    Object.entries(workspace).map(([name, table]) => [name, name === 'about' ? table : Object.fromEntries(Object.entries(table).reverse())]),
  ) as unknown as Workspace;
  const plan = (one: Workspace) => finish(planInput(one, q1, null, sampleToday), 40_000);
  expect(plan(turned)).toEqual(plan(workspace));
});

test('the first yield is a complete plan for the sample, and later ones never cost more', () => {
  const run = planQuarter(planInput(sampleWorkspace(), q1, null, sampleToday), { seed: 1, iterations: 100_000 });
  let step = run.next();
  expect(step.value).toMatchObject({ by: 'match', done: 0 });
  expect(step.value.assignments.every(({ person }) => person !== null)).toBe(true);
  let cost = Infinity;
  for (; step.done !== true; step = run.next()) {
    expect(step.value.cost).toBeLessThanOrEqual(cost);
    cost = step.value.cost;
  }
  expect(step.value.cost).toBeLessThanOrEqual(cost);
  expect(step.value.cost).toBe(step.value.terms.total);
});

test('pinned shifts stay with their people, even where that is unfair', () => {
  const pins = ['2027-01-04', '2027-01-18', '2027-02-01', '2027-02-15', '2027-03-01', '2027-03-15'].map((day) => aShift(day, 'Ann', { pinned: true }));
  const { assignments } = planned(aWorkspace({ shifts: pins }), 10_000);
  const holder = new Map(assignments.map(({ shift, person }) => [shift, person]));
  expect(pins.map((pin) => holder.get(pin.id))).toEqual(pins.map(() => personIdOf('Ann')));
});

test('what has begun stays, what has ended open stays open, and the rest is planned around it', () => {
  const worked = ['2027-01-04', '2027-01-11', '2027-01-18'].map((day) => aShift(day, 'Ann'));
  const workspace = aWorkspace({ shifts: worked });
  const { assignments } = finish(planInput(workspace, q1, null, date('2027-01-20')), 10_000);
  const holder = new Map(assignments.map(({ shift, person }) => [shift, person]));
  expect(worked.map((shift) => holder.get(shift.id))).toEqual(worked.map(() => personIdOf('Ann')));
  expect(holder.get(aShiftId('Team', secondary, '2027-01-04'))).toBeNull();
  expect(holder.get(aShiftId('Team', secondary, '2027-01-18'))).not.toBeNull();
  expect(assignments.filter(({ person }) => person === null)).toHaveLength(2);
});

test('a bi-weekly turn is one slot, barred by leave in either of its weeks', () => {
  const workspace = aWorkspace({
    rotations: [aRotation('Team', ['Ann', 'Bo'], { cadenceWeeks: 2, endsOn: date('2027-02-01'), layers: aRotation().layers.slice(0, 1) })],
    leave: [aLeave('Ann', '2027-01-13', '2027-01-13'), aLeave('Bo', '2027-01-18', '2027-01-18')],
  });
  expect(planned(workspace, 1000).assignments.map(({ shift, person }) => [shift.slice(-10), person])).toEqual([
    ['2027-01-04', personIdOf('Bo')],
    ['2027-01-18', personIdOf('Ann')],
  ]);
});

test('a watch may be held beside an exclusive duty, but not twice by one person', () => {
  const rotation = aRotation('Team', ['Ann', 'Bo'], { endsOn: date('2027-01-11') });
  const watch = aRotation('Watch', ['Ann', 'Bo'], { kind: 'watch', endsOn: date('2027-01-11') });
  const workspace = aWorkspace({ rotations: [rotation, watch] });
  const { assignments, terms } = planned(workspace, 1000);
  expect(terms.open).toBe(0);
  expect(checkQuarter(withPlan(workspace, { assignments }), q1)).toEqual([]);
});

test('where people are too few, primaries are filled before secondaries', () => {
  const workspace = aWorkspace({ people: [aPerson('Ann')], rotations: [aRotation('Team', ['Ann'])] });
  const { assignments } = planned(workspace, 2000);
  expect(assignments.filter(({ person }) => person !== null).map(({ shift }) => shift.split('/')[1])).toEqual(Array.from({ length: 13 }, () => primary));
});

test('a quarter of nobody, and one without slots, end at once with nothing planned', () => {
  const nobody = planned(aWorkspace({ people: [], rotations: [aRotation('Team', [])] }), 1000);
  expect(nobody.assignments.every(({ person }) => person === null)).toBe(true);
  expect(planned(aWorkspace({ rotations: [] }), 1000).assignments).toEqual([]);
});

test('planning again changes little: a plan that stands is only left for something better by its price', () => {
  const workspace = aWorkspace({});
  const first = withPlan(workspace, planned(workspace, 20_000));
  const again = planned(first, 20_000, 9);
  expect(again.assignments.filter(({ shift, person }) => first.shifts[shift]?.person !== person)).toEqual([]);
});

test('turns of the quarter before reach in: nobody is on call straight after', () => {
  const rotation = aRotation('Team', ['Ann', 'Bo', 'Cy', 'Di'], { startsOn: date('2026-12-28'), endsOn: date('2027-01-11'), restWeeks: 1 });
  const late = ['Ann', 'Bo'].map((name, layer) => aShift('2026-12-28', name, { layer: layer === 0 ? primary : secondary }));
  const workspace = aWorkspace({ rotations: [rotation], shifts: late });
  const { assignments, terms } = planned(workspace, 2000);
  expect(assignments.map(({ person }) => person).toSorted()).toEqual([personIdOf('Cy'), personIdOf('Di')]);
  expect(terms.breaches).toBe(0);
  expect(problemOf(workspace, q1).slots.every(({ start }) => dateOf(start) >= '2027-01-01')).toBe(true);
});

test('with every weight at its limit, no turn is left open for the sake of fairness or rest', () => {
  const rotation = aRotation('Team', undefined, { restWeeks: 2 });
  const workspace = aWorkspace({ rotations: [rotation], leave: [aLeave('Ann', '2027-01-04', '2027-03-12')] });
  const most = { weekdayLoad: 400, weekendLoad: 400, holidayLoad: 400, restBreach: 100_000, loadBeyondBand: 100, holidayBalance: 1000, avoidedWeek: 100_000, wantedWeek: 100_000, changedSlot: 100_000 };
  const policies = Object.fromEntries(Object.entries(workspace.policies).map(([id, policy]) => [id, { ...policy, ...most }]));
  expect(planned({ ...workspace, policies }, 20_000).terms.open).toBe(0);
});
