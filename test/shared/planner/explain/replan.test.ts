import { beforeAll, expect, test } from 'vitest';
import { checkQuarter } from '../../../../shared/planner/check.ts';
import { atMostChanges } from '../../../../shared/planner/explain/exact.ts';
import { isCheaper } from '../../../../shared/planner/explain/price.ts';
import { brokenSlots, changedSlots, fixNow, withinChanges } from '../../../../shared/planner/explain/replan.ts';
import { type Situation, situationOf } from '../../../../shared/planner/explain/situation.ts';
import { provePlan } from '../../../../shared/planner/prove.ts';
import { OPEN } from '../../../../shared/planner/problem.ts';
import type { Solver } from '../../../../shared/planner/solver.ts';
import type { Workspace } from '../../../../shared/model/workspace.ts';
import { sampleToday, sampleWorkspace } from '../../../../shared/sample/sample.ts';
import { aLeave, aWorkspace } from '../../../builders/a-workspace.ts';
import { before, finish, planned, q1, smallTeam, withPlan } from '../small-team.ts';
import { planInput } from '../../../../shared/planner/plan.ts';
import { cheapestOf, loadSolver, plannedSituation } from './asked.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const withLeave = (workspace: Workspace, ...leave: ReturnType<typeof aLeave>[]): Workspace => ({
  ...workspace,
  leave: { ...workspace.leave, ...Object.fromEntries(leave.map((one) => [one.id, one])) },
});

/** The sample, planned, and then somebody who is away after all in a week in which they have a turn. */
function afterNewLeave(): { readonly situation: Situation; readonly broken: readonly number[] } {
  const sample = sampleWorkspace();
  const workspace = withPlan(sample, finish(planInput(sample, q1, null, sampleToday), 30_000));
  const turn = situationOf(workspace, q1, null, sampleToday).input.problem.slots.find(({ id, start }) => start > '2027-02-01' && workspace.shifts[id] !== undefined);
  const shift = workspace.shifts[turn?.id ?? ('' as never)];
  if (shift === undefined) throw new Error('the sample has no turn in February');
  const monday = shift.start.slice(0, 10);
  const leave = { ...aLeave('x', monday, monday), person: shift.person };
  const situation = situationOf(withLeave(workspace, leave), q1, null, sampleToday);
  return { situation, broken: brokenSlots(situation) };
}

const after = ({ workspace }: Situation, assignments: ReturnType<typeof fixNow>['assignments']): Workspace => withPlan(workspace, { assignments });

test('fix now mends the broken week alone, with few changes and nothing hard against it', () => {
  const { situation, broken } = afterNewLeave();
  expect(broken.length).toBeGreaterThan(0);
  const repair = fixNow(situation);
  expect(repair.open).toBe(0);
  expect(checkQuarter(after(situation, repair.assignments), q1).filter((one) => one.severity === 'hard')).toEqual([]);
  expect(repair.changed).toBeGreaterThanOrEqual(broken.length);
  expect(repair.changed).toBeLessThanOrEqual(broken.length + 2);
  const weeks = new Set(repair.changes.map(({ shift }) => shift.split('/')[2]));
  expect(weeks.size).toBe(1);
});

test('fix now never worsens a sound plan, and fills what is open as far as the week allows', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const sound = plannedSituation(smallTeam(seed), 2000);
    if (brokenSlots(sound).length === 0) expect(fixNow(sound).changes).toEqual([]);
    const empty = situationOf(smallTeam(seed), q1, null, before);
    const filled = fixNow(empty);
    const hard = checkQuarter(after(empty, filled.assignments), q1).filter((one) => one.severity === 'hard' && one.rule !== 'gap');
    expect(hard, `team ${seed}`).toEqual([]);
    expect(filled.changed).toBe(0);
  }
});

test('on tiny teams the best plan within k changes is the best of all plans that change no more', async () => {
  let asked = 0;
  for (let seed = 1; seed <= 25; seed++) {
    const situation = plannedSituation(smallTeam(seed), 0);
    const { present, problem } = situation.input;
    if (problem.slots.length > 6) continue;
    for (const most of [0, 1, 2, 3]) {
      const best = cheapestOf(situation, (people) => changedSlots(present, people) <= most);
      const found = await atMostChanges(situation, most, solver);
      expect(found?.proven, `team ${seed}`).toBe(true);
      const { price, people } = found?.plan ?? { price: null, people: new Int16Array(0) };
      expect([price?.open, price?.total], `team ${seed}, ${most} changes`).toEqual([(best?.open ?? NaN) - situation.cost.open, (best?.total ?? NaN) - situation.cost.total]);
      expect(changedSlots(present, people)).toBeLessThanOrEqual(most);
      const quick = withinChanges(situation, most);
      if (quick !== null) expect(changedSlots(present, quick.people)).toBeLessThanOrEqual(most);
      if (quick !== null && price !== null) expect(isCheaper(quick.price, price), `team ${seed}, ${most} changes`).toBe(false);
      asked += 1;
    }
  }
  expect(asked).toBeGreaterThan(20);
}, 60_000);

test('more changes allowed never cost more, and none cost less than is proven of a plan without a limit', async () => {
  const { situation } = afterNewLeave();
  let last = { open: Infinity, total: Infinity };
  for (const most of [1, 2, 4]) {
    const found = await atMostChanges(situation, most, solver, { nodes: 50 });
    const price = found?.plan.price ?? null;
    if (price === null) continue;
    expect(price.open < last.open || (price.open === last.open && price.total <= last.total)).toBe(true);
    expect(found?.plan.changed).toBeLessThanOrEqual(most);
    last = price;
  }
  expect(last.open).toBeLessThan(Infinity);
  const free = await provePlan(situation.input, null, solver, { nodes: 50 });
  expect(free.bound).toBeLessThanOrEqual(last.total + situation.cost.total);
}, 90_000);

test('a turn that nobody may take stays open, whatever is tried', async () => {
  const workspace = withLeave(aWorkspace(), ...['Ann', 'Bo', 'Cy', 'Di'].map((name) => aLeave(name, '2027-02-15', '2027-02-19')));
  const situation = situationOf(withPlan(workspace, planned(workspace, 2000)), q1, null, before);
  expect(fixNow(situation).open).toBe(2);
  const found = await atMostChanges(situation, 26, solver, { nodes: 20 });
  expect(found?.plan.open).toBe(2);
  expect([...(found?.plan.people ?? [])].filter((person) => person === OPEN)).toHaveLength(2);
});
