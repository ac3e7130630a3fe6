import { noCarry } from '../fairness/carry.ts';
import type { QuarterId } from '../model/dates.ts';
import type { PersonId } from '../model/ids.ts';
import type { Workspace } from '../model/workspace.ts';
import { shiftsOfQuarter } from '../rotation/recorded.ts';
import { sharesOf } from './aim.ts';
import { allowanceOf } from './allowance.ts';
import { type Assessment, attainableShares } from './attainable.ts';
import { carryInto, quartersBehind } from './carry-in.ts';
import { digestOfText } from './digest.ts';
import { aimFor } from './plan.ts';
import type { Problem } from './problem.ts';
import { problemOf } from './problem-of.ts';
import type { Solver } from './solver.ts';

/** The part of an assessment that needs the solver. */
export type SharesFound = Omit<Assessment, 'allowance'>;

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

/** Completes an assessment from its shares: the fairness-only searches for what cannot be avoided. Yields how far it is, 0 to 1. */
export function* completeAssessment(workspace: Workspace, quarter: QuarterId, shares: SharesFound): Generator<number, Assessment> {
  const problem = problemOf(workspace, quarter);
  const allowance = yield* allowanceOf(problem, aimFor(workspace, problem, shares));
  return { ...shares, allowance };
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
