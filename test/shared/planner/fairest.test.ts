import { expect, test } from 'vitest';
import type { Aim } from '../../../shared/planner/aim.ts';
import { fairestPlan } from '../../../shared/planner/allowance.ts';
import { fairestNear } from '../../../shared/planner/fairest.ts';
import { fairnessOf, isFairer, type PlanFairness } from '../../../shared/planner/fairness-of.ts';
import { scores } from '../../../shared/fairness/score.ts';
import { aimFor } from '../../../shared/planner/plan.ts';
import { problemOf } from '../../../shared/planner/problem-of.ts';
import type { Problem } from '../../../shared/planner/problem.ts';
import { standingsOf } from '../../../shared/planner/standing.ts';
import { everyPlan, q1, smallTeam } from './small-team.ts';

function fairestBySearch(problem: Problem, aim: Aim): PlanFairness {
  const run = fairestPlan(problem, aim);
  let step = run.next();
  while (step.done !== true) step = run.next();
  return step.value;
}

/** The fairest of all plans, and what it leaves excessive: by trying each. */
function fairestByForce(
  problem: Problem,
  aim: Aim,
): { readonly fairest: PlanFairness; readonly people: Int16Array } {
  let found: { fairest: PlanFairness; people: Int16Array } | null = null;
  for (const people of everyPlan(problem)) {
    const fairest = fairnessOf(problem, aim, people);
    if (found === null || isFairer(fairest, found.fairest))
      found = { fairest, people: Int16Array.from(people) };
  }
  if (found === null) throw new Error('a problem without plans');
  return found;
}

test('on tiny teams no plan at all is fairer than the one the allowance is taken from, and the fairest reads 100', () => {
  let complete = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const workspace = smallTeam(seed);
    const problem = problemOf(workspace, q1);
    if (problem.people.length === 0 || problem.slots.length > 8) continue;
    const aim = aimFor(workspace, problem, null);
    const { fairest, people } = fairestByForce(problem, aim);
    const found = fairestBySearch(problem, aim);
    expect(found.rank[0], `team ${seed}`).toBe(fairest.rank[0]);
    // With gaps that nobody can fill the score is provisional, whatever is allowed for.
    if (fairest.rank[0] > 0) continue;
    complete += 1;
    expect(found.rank, `team ${seed}`).toEqual(
      fairest.rank.map((figure): unknown => expect.closeTo(figure, 6)),
    );
    expect(scores(standingsOf(problem, aim, people), fairest.allowance).team, `team ${seed}`).toBe(100);
  }
  expect(complete).toBeGreaterThan(15);
}, 60_000);

test('the last steps never make a plan less fair, and leave it legal', () => {
  for (let seed = 61; seed <= 90; seed++) {
    const workspace = smallTeam(seed);
    const problem = problemOf(workspace, q1);
    const aim = aimFor(workspace, problem, null);
    const width = problem.people.length;
    const some = [...everyPlan(problem)].length === 0 ? [] : pick(problem, 5);
    for (const people of some) {
      const near = fairestNear(problem, aim, people);
      expect(isFairer(fairnessOf(problem, aim, people), fairnessOf(problem, aim, near)), `team ${seed}`).toBe(
        false,
      );
      near.forEach((person, slot) => {
        if (person >= 0) expect(problem.legal[slot * width + person], `team ${seed}`).not.toBe(0);
      });
    }
  }
});

/** Some of all plans, evenly spread. */
function pick(problem: Problem, many: number): readonly Int16Array[] {
  const all = [...everyPlan(problem)].length;
  const found: Int16Array[] = [];
  let place = 0;
  for (const people of everyPlan(problem)) {
    if (place % Math.max(1, Math.floor(all / many)) === 0) found.push(Int16Array.from(people));
    place += 1;
  }
  return found;
}
