import loadHighs from 'highs';
import { beforeAll, expect, test } from 'vitest';
import { assess, assessmentKey, findShares } from '../../../shared/planner/assess.ts';
import { attainableShares } from '../../../shared/planner/attainable.ts';
import { judge } from '../../../shared/planner/judge.ts';
import { problemOf } from '../../../shared/planner/problem-of.ts';
import { type Solver, solverOver } from '../../../shared/planner/solver.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { instances, makeInstance } from '../../bench/instances.ts';
import { aLeave, aPerson, aRotation, aShift, aWorkspace, date, personIdOf, secondary } from '../../builders/a-workspace.ts';
import { planInput } from '../../../shared/planner/plan.ts';
import { before, finish, planned, q1, smallTeam, withPlan } from './small-team.ts';

let solver: Solver;
beforeAll(async () => {
  solver = solverOver(await loadHighs());
});

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((all, one) => all + one, 0);

for (const name of ['a', 'b', 'c', 'f', 'g'] as const) {
  test(`instance ${name}: everybody's attainable share within 1 q of the published one, and all add up to the load`, async () => {
    const { problem, carry } = makeInstance(instances[name].terms);
    const shares = await attainableShares(problem, carry, solver);
    const off = [...shares].map((share, person) => Math.abs(share - (instances[name].attainable[person] ?? 0)));
    if (name === 'b') {
      // Several splits have the same least sum of squares there: see planning.md, section 10.
      expect(Math.max(...off)).toBeLessThanOrEqual(2);
    } else expect(Math.max(...off)).toBeLessThanOrEqual(1);
    expect(sum(shares)).toBe(problem.totalLoad);
  });
}

test('shares add up to all load for any team, with gaps and without', async () => {
  for (let seed = 1; seed <= 25; seed++) {
    const workspace = smallTeam(seed);
    const problem = problemOf(workspace, q1);
    const { attainable } = await findShares(workspace, q1, solver);
    expect(sum(Object.values(attainable)), `team ${seed}`).toBe(problem.people.length === 0 ? 0 : problem.totalLoad);
  }
});

test('a complete plan moves load only between people: differences add up to nothing', async () => {
  const workspace = aWorkspace({ leave: [aLeave('Ann', '2027-01-04', '2027-01-29')] });
  const assessment = await assess(workspace, q1, solver);
  const { people } = judge(withPlan(workspace, planned(workspace, 20_000)), q1, assessment);
  expect(sum(people.map(({ difference }) => difference))).toBe(0);
});

test('a junior who takes secondaries only is not told off: the share is what is attainable', async () => {
  const people = ['Ann', 'Bo', 'Cy', 'Di'];
  const rotation = aRotation('Team', people, { restWeeks: 1 });
  const participants = rotation.participants.map((one) => (one.person === personIdOf('Di') ? { ...one, layers: [secondary] } : one));
  const workspace = aWorkspace({ rotations: [{ ...rotation, participants }] });
  const assessment = await assess(workspace, q1, solver);
  expect(assessment.structural[personIdOf('Di')]).toBeGreaterThan(18);
  const fairness = judge(withPlan(workspace, planned(workspace, 300_000)), q1, assessment);
  expect(fairness.people.find(({ person }) => person === personIdOf('Di'))?.score).toBeGreaterThan(90);
});

test('the fairest plan of four people and 13 weeks reads 100, since the allowance is what nobody can avoid', async () => {
  const layers = aRotation().layers.slice(0, 1);
  const workspace = aWorkspace({ rotations: [aRotation('Team', ['Ann', 'Bo', 'Cy', 'Di'], { layers })] });
  const assessment = await assess(workspace, q1, solver);
  expect(assessment.allowance).toEqual({ load: 9, holidays: 0 });
  expect(judge(withPlan(workspace, planned(workspace, 20_000)), q1, assessment).score).toBe(100);
});

test('a person held a week too many last quarter is given less: the second split of 7 and 6 is 6 and 7', async () => {
  const rotation = aRotation('Team', ['Ann', 'Bo'], { startsOn: date('2026-10-05'), layers: aRotation().layers.slice(0, 1) });
  const people = ['Ann', 'Bo'].map((name) => aPerson(name));
  const mondays = Array.from({ length: 13 }, (_, week) => new Date(Date.UTC(2026, 9, 5 + 7 * week)).toISOString().slice(0, 10));
  const shifts = mondays.map((day, week) => aShift(day, week % 2 === 0 ? 'Ann' : 'Bo'));
  const workspace = aWorkspace({ people, rotations: [rotation], shifts });
  const assessment = await assess(workspace, q1, solver);
  expect(assessment.carry[personIdOf('Ann')]?.load).toBe(18);
  const plan = planned(workspace, 20_000);
  expect(plan.assignments.filter(({ person }) => person === personIdOf('Bo'))).toHaveLength(7);
});

test('the pair of a watch holds it; a stand-in comes only where one of them is away', async () => {
  const watch = aRotation('Watch', ['Ann', 'Bo'], { kind: 'watch', factorPercent: 50, standIns: [personIdOf('Cy')] });
  const people = ['Ann', 'Bo', 'Cy'].map((name) => aPerson(name));
  const workspace = aWorkspace({ people, rotations: [watch], leave: [aLeave('Ann', '2027-01-11', '2027-01-15')] });
  const shares = await findShares(workspace, q1, solver);
  expect(shares.attainable[personIdOf('Cy')]).toBeLessThanOrEqual(18);
  const { assignments } = finish(planInput(workspace, q1, shares, before), 50_000);
  const weeks = assignments.filter(({ person }) => person === personIdOf('Cy')).map(({ shift }) => shift.slice(-10));
  expect(weeks).toEqual(['2027-01-11']);
});

test('a closed quarter leaves what was settled when it was closed, whatever its shifts say', async () => {
  const workspace = aWorkspace({
    quarters: [{ id: '2026-Q4', closedOn: date('2027-01-02'), policy: 'policy-1', plan: null, carry: [{ person: personIdOf('Ann'), load: 40, holidays: 2, forgiven: 0 }] } as never],
  });
  const { carry, target } = await findShares(workspace, q1, solver);
  expect(carry[personIdOf('Ann')]).toEqual({ load: 40, holidays: 2, forgiven: 0 });
  expect((target[personIdOf('Bo')] ?? 0) - (target[personIdOf('Ann')] ?? 0)).toBeCloseTo(40);
});

test('an assessment stays good through drags, and not through leave', async () => {
  const workspace = sampleWorkspace();
  const assessment = await assess(workspace, q1, solver);
  const plan = withPlan({ ...workspace }, planned(workspace, 2_000));
  const dragged = { ...workspace, shifts: { ...workspace.shifts, ...plan.shifts } };
  expect(assessmentKey(dragged, q1)).toBe(assessmentKey(workspace, q1));
  expect(judge(dragged, q1, assessment).assessed).toBe(true);
  const away = aLeave('Ann', '2027-03-01', '2027-03-05', { person: 'person-engineer-1' as never });
  const withLeave = { ...workspace, leave: { ...workspace.leave, [away.id]: away } };
  expect(assessmentKey(withLeave, q1)).not.toBe(assessmentKey(workspace, q1));
  expect(judge(withLeave, q1, assessment).assessed).toBe(false);
});
