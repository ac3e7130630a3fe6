import type { CarryOn } from '../fairness/carry.ts';
import type { LocalDate, QuarterId } from '../model/dates.ts';
import type { PersonId } from '../model/ids.ts';
import type { Workspace } from '../model/workspace.ts';
import { shiftsOfQuarter } from '../rotation/recorded.ts';
import { type Aim, aimOf } from './aim.ts';
import { allowanceOf } from './allowance.ts';
import { type Assessment, attainableShares } from './attainable.ts';
import { type Assessed, carryInto, quartersBehind } from './carry-in.ts';
import { digestOfText } from './digest.ts';
import { type Problem, problemOf } from './problem.ts';
import type { Solver } from './solver.ts';
import { type Worked, workedBy } from './worked.ts';

/** Attainable shares of a quarter, and what they were worked out from: the part that needs the solver. */
export interface SharesFound {
  readonly carry: readonly CarryOn[];
  readonly attainable: readonly number[];
}

/**
 * The attainable shares of a quarter, after those of the quarters behind it whose carry is not settled yet.
 *
 * @param today turns that have begun by then count as they were worked
 */
export async function findShares(workspace: Workspace, quarter: QuarterId, today: LocalDate, solver: Solver): Promise<SharesFound> {
  const assessed = new Map<QuarterId, readonly number[]>();
  const sharesIn = async (one: QuarterId): Promise<SharesFound> => {
    const problem = problemOf(workspace, one);
    const carry = carryInto(workspace, one, assessed satisfies Assessed);
    const attainable = await attainableShares(problem, carry, workedBy(workspace, problem, today).people, solver);
    return { carry, attainable: [...attainable] };
  };
  for (const earlier of quartersBehind(workspace, quarter)) assessed.set(earlier, (await sharesIn(earlier)).attainable);
  return sharesIn(quarter);
}

function byPerson<Value>(problem: Problem, value: (person: number) => Value): Record<PersonId, Value> {
  return Object.fromEntries(problem.people.map(({ id }, person) => [id, value(person)])) as Record<PersonId, Value>;
}

/** Completes an assessment from its shares: the fairness-only searches for what cannot be avoided. Yields how far it is, 0 to 1. */
export function* completeAssessment(workspace: Workspace, quarter: QuarterId, today: LocalDate, shares: SharesFound): Generator<number, Assessment> {
  const problem = problemOf(workspace, quarter);
  const aim: Aim = aimOf(problem, shares.carry, shares.attainable);
  const { people, closed }: Worked = workedBy(workspace, problem, today);
  const allowance = yield* allowanceOf(problem, aim, people, closed);
  const target = (person: number) => aim.shares[person]?.target ?? 0;
  return {
    quarter,
    digest: problem.digest,
    target: byPerson(problem, target),
    attainable: byPerson(problem, (person) => aim.attainable[person] ?? 0),
    structural: byPerson(problem, (person) => target(person) - (aim.attainable[person] ?? 0)),
    carry: byPerson(problem, (person) => shares.carry[person] ?? { load: 0, holidays: 0, forgiven: 0 }),
    allowance,
  };
}

/** Shares and allowance in one go: for hosts without a window to keep alive. */
export async function assess(workspace: Workspace, quarter: QuarterId, today: LocalDate, solver: Solver): Promise<Assessment> {
  const run = completeAssessment(workspace, quarter, today, await findShares(workspace, quarter, today, solver));
  let step = run.next();
  while (step.done !== true) step = run.next();
  return step.value;
}

/**
 * Names everything an assessment rests on: while it stays the same, an assessment stays good. Planned shifts of the quarter are
 * not in it, so a drag changes it only where it touches turns that have begun.
 */
export function assessmentKey(workspace: Workspace, quarter: QuarterId, today: LocalDate): string {
  const problem = problemOf(workspace, quarter);
  const behind = quartersBehind(workspace, quarter).map((earlier) => [
    problemOf(workspace, earlier).digest,
    shiftsOfQuarter(workspace.shifts, earlier).map(({ id, person }) => `${id} ${person}`),
  ]);
  const { people, closed } = workedBy(workspace, problem, today);
  return digestOfText(JSON.stringify([problem.digest, behind, carryInto(workspace, quarter), people.join(), closed.join('')]));
}
