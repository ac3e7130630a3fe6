import type { CarryOn } from '../fairness/carry.ts';
import { roundToTotal } from '../fairness/fair-share.ts';
import type { Allowance } from '../fairness/score.ts';
import type { QuarterId } from '../model/dates.ts';
import type { PersonId } from '../model/ids.ts';
import { sharesOf } from './aim.ts';
import type { PlanFairness } from './fairness-of.ts';
import type { Problem } from './problem.ts';
import { sharesProgram, type SharesProgram, type Softness } from './shares-program.ts';
import type { Solver } from './solver.ts';

/** What a plan of a quarter is judged against, worked out once per input: drags do not touch it. Loads in q. */
export interface Assessment {
  readonly quarter: QuarterId;
  /** Digest of the problem it belongs to. */
  readonly digest: string;
  /** t: by presence, carry and tasks. */
  readonly target: Readonly<Record<PersonId, number>>;
  /** A: what skills, leave and rest allow of it; adds up to all load. */
  readonly attainable: Readonly<Record<PersonId, number>>;
  /** t − A: not their fault, never carried. */
  readonly structural: Readonly<Record<PersonId, number>>;
  /** What everybody brings from the quarter before. */
  readonly carry: Readonly<Record<PersonId, CarryOn>>;
  /** ξ* and y*: what even the fairest known plan cannot avoid. */
  readonly allowance: Allowance;
  /** How fair that plan is, so that a fairer one is known for one. */
  readonly rank: PlanFairness['rank'];
  /** The plan that the team's score is held against. */
  readonly best: BestKnown;
}

/** The best plan known by its cost C, without regard to what stands, to pins and to turns already worked. */
export interface BestKnown {
  /** Who holds each slot, in the numbers of the problem. */
  readonly people: Int16Array;
  /** C in cost units, without the price of changes; open slots apart, as their gap weight. */
  readonly cost: number;
  readonly open: number;
}

const RULES: readonly Softness[] = [
  { rest: null, open: null },
  { rest: 2000, open: null },
  // Where nobody can be found, coverage bends last, far above every sum of squares.
  { rest: 2000, open: 1e7 },
];

function sharesIn({ slot, person }: SharesProgram, x: Float64Array, problem: Problem): readonly number[] {
  const held = problem.people.map(() => 0);
  slot.forEach((one, column) => {
    const who = person[column] as number;
    held[who] = (held[who] as number) + (problem.load[one] as number) * (x[column] as number);
  });
  return held;
}

/**
 * The attainable shares A of everybody, in whole q that add up to all load. Rest and coverage bend only where they must.
 *
 * @throws when the solver fails on every form of the program, which is a bug
 */
export async function attainableShares(problem: Problem, carry: readonly CarryOn[], solver: Solver): Promise<Int32Array> {
  const targets = sharesOf(problem, carry).map(({ target }) => target);
  if (problem.people.length === 0) return new Int32Array(0);
  let detail = '';
  for (const softness of RULES) {
    const shares = sharesProgram(problem, targets, softness);
    const solution = await solver.solve(shares.program);
    if (solution.status === 'optimal') return roundToTotal(sharesIn(shares, solution.x, problem), problem.totalLoad);
    detail = solution.status === 'failed' ? solution.detail : 'no plan at all satisfies the rules';
  }
  throw new Error(`attainable shares of ${problem.quarter}: ${detail}`);
}
