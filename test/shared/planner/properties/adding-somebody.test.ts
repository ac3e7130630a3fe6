import { beforeAll, expect, test } from 'vitest';
import { loadSolver } from '../../../../electron/command-line/load-solver.ts';
import type { Workspace } from '../../../../shared/model/workspace.ts';
import { windowCountsOf } from '../../../../shared/planner/cost.ts';
import { planInput } from '../../../../shared/planner/plan.ts';
import { OPEN, type Problem } from '../../../../shared/planner/problem.ts';
import { problemOf } from '../../../../shared/planner/problem-of.ts';
import { provePlan } from '../../../../shared/planner/prove.ts';
import type { Solver } from '../../../../shared/planner/solver.ts';
import { aPerson } from '../../../builders/a-workspace.ts';
import { before, everyPlan, planned, q1, smallTeam } from '../small-team.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

/** The same team and Zoe, who may take everything. */
function withZoe(workspace: Workspace): Workspace {
  const zoe = aPerson('Zoe', { position: 9 });
  const rotations = Object.fromEntries(
    Object.entries(workspace.rotations).map(([id, rotation]) => [id, { ...rotation, participants: [...rotation.participants, { person: zoe.id, layers: rotation.layers.map(({ name }) => name) }] }]),
  ) as Workspace['rotations'];
  return { ...workspace, people: { ...workspace.people, [zoe.id]: zoe }, rotations };
}

/** The least of what no plan can avoid, each by itself: open weight; among plans with as little open, breaches and the largest load. */
function unavoidable(problem: Problem): { readonly open: number; readonly breaches: number; readonly largest: number } {
  let least = { open: Infinity, breaches: Infinity, largest: Infinity };
  for (const people of everyPlan(problem)) {
    let open = 0;
    const loads = new Int32Array(problem.people.length);
    people.forEach((person, slot) => {
      if (person === OPEN) open += problem.gapWeight[slot] ?? 0;
      else loads[person] = (loads[person] ?? 0) + (problem.load[slot] ?? 0);
    });
    if (open > least.open) continue;
    if (open < least.open) least = { open, breaches: Infinity, largest: Infinity };
    const breaches = windowCountsOf(problem, people).reduce((sum, count) => sum + Math.max(0, count - 1), 0);
    least = { open, breaches: Math.min(least.breaches, breaches), largest: Math.min(least.largest, Math.max(0, ...loads)) };
  }
  return least;
}

test('one more person never opens a slot, and of complete plans never raises the fewest breaches or the least largest load', { timeout: 60_000 }, async () => {
  let compared = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const workspace = smallTeam(seed);
    const larger = withZoe(workspace);
    if (problemOf(larger, q1).slots.length > 5) continue;
    const [was, is] = [unavoidable(problemOf(workspace, q1)), unavoidable(problemOf(larger, q1))];
    expect(is.open, `team ${seed}`).toBeLessThanOrEqual(was.open);
    if (was.open === 0) {
      expect([is.breaches <= was.breaches, is.largest <= was.largest], `team ${seed}`).toEqual([true, true]);
      compared += 1;
    }
    // What no plan can avoid is what ours leave: the search and the proof open nothing that need not be.
    expect([planned(workspace, 10_000).terms.open, planned(larger, 10_000).terms.open], `team ${seed}`).toEqual([was.open, is.open]);
    expect((await provePlan(planInput(larger, q1, null, before), null, solver)).cost?.open, `team ${seed}`).toBe(is.open);
  }
  expect(compared).toBeGreaterThan(3);
});
