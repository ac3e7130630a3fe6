import { noCarry } from '../fairness/carry.ts';
import type { QuarterId } from '../model/dates.ts';
import type { PersonId } from '../model/ids.ts';
import type { Workspace } from '../model/workspace.ts';
import { shiftsOfQuarter } from '../rotation/recorded.ts';
import { sharesOf } from './aim.ts';
import { fairestPlan, planFromNothing } from './allowance.ts';
import { type Assessment, attainableShares } from './attainable.ts';
import { carryInto, quartersBehind } from './carry-in.ts';
import { costOf, fullObjective } from './cost.ts';
import { digestOfText } from './digest.ts';
import { aimFor } from './plan.ts';
import type { Problem } from './problem.ts';
import { problemOf } from './problem-of.ts';
import type { Solver } from './solver.ts';

/** The part of an assessment that needs the solver. */
export type SharesFound = Omit<Assessment, 'allowance' | 'rank' | 'best'>;

function byPerson<Value>(problem: Problem, value: (person: number) => Value): Record<PersonId, Value> {
  return Object.fromEntries(problem.people.map(({ id }, person) => [id, value(person)]));
}

/**
 * The attainable shares of a quarter, after those of the quarters behind it whose carry is not settled yet. */
export async function findShares(workspace: Workspace, quarter: QuarterId, solver: Solver): Promise<SharesFound> {
  const assessed = new Map<QuarterId, readonly number[]>();
  for (const earlier of quartersBehind(workspace, quarter)) {
    const before = problemOf(workspace, earlier);
    assessed.set(earlier, [...(await attainableShares(before, carryInto(workspace, earlier, assessed), solver))]);
  }
  const problem = problemOf(workspace, quarter);
  const carry = carryInto(workspace, quarter, assessed);
  const attainable = await attainableShares(problem, carry, solver);
  const target = sharesOf(problem, carry).map((share) => share.target);
  return {
    quarter,
    digest: problem.digest,
    target: byPerson(problem, (person) => target[person] ?? 0),
    attainable: byPerson(problem, (person) => attainable[person] ?? 0),
    structural: byPerson(problem, (person) => (target[person] ?? 0) - (attainable[person] ?? 0)),
    carry: byPerson(problem, (person) => carry[person] ?? noCarry),
  };
}

/** Seed of the plan that a score is held against: the planner's own first. */
const SEED = 1;

/**
 * Completes an assessment from its shares: the best plan by cost, and the fairest one, by searches that know nothing of the
 * plan that stands. Yields how far it is, 0 to 1.
 */
export function* completeAssessment(workspace: Workspace, quarter: QuarterId, shares: SharesFound): Generator<number, Assessment> {
  const problem = problemOf(workspace, quarter);
  const aim = aimFor(workspace, problem, shares);
  const objective = fullObjective(problem, aim, null);
  const people = yield* part(planFromNothing(objective, SEED), 0, 1 / 3);
  const { allowance, rank } = yield* part(fairestPlan(problem, aim, [people]), 1 / 3, 1);
  const { total, open } = costOf(objective, people);
  return { ...shares, allowance, rank, best: { people, cost: total, open } };
}

/** A run that is one part of a longer one. */
function* part<Result>(run: Generator<number, Result>, from: number, to: number): Generator<number, Result> {
  let step = run.next();
  for (; step.done !== true; step = run.next()) yield from + (to - from) * step.value;
  return step.value;
}

/** Shares and allowance in one go: for hosts without a window to keep alive. */
export async function assess(workspace: Workspace, quarter: QuarterId, solver: Solver): Promise<Assessment> {
  const run = completeAssessment(workspace, quarter, await findShares(workspace, quarter, solver));
  let step = run.next();
  while (step.done !== true) step = run.next();
  return step.value;
}

/**
 * Names everything an assessment rests on: while it stays the same, an assessment stays good. Who holds what in the quarter
 * itself is not in it, so a drag leaves it as it is.
 */
export function assessmentKey(workspace: Workspace, quarter: QuarterId): string {
  const problem = problemOf(workspace, quarter);
  const behind = quartersBehind(workspace, quarter).map((earlier) => [
    problemOf(workspace, earlier).digest,
    shiftsOfQuarter(workspace.shifts, earlier).map(({ id, person }) => `${id} ${person}`),
  ]);
  return digestOfText(JSON.stringify([problem.digest, behind, carryInto(workspace, quarter)]));
}
