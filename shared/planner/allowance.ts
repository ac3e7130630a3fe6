import { type Allowance, holidayExcess, loadExcess, noAllowance, scores } from '../fairness/score.ts';
import type { Aim } from './aim.ts';
import { costOf, fairnessObjective } from './cost.ts';
import { firstPlan } from './matching.ts';
import { OPEN, type Problem } from './problem.ts';
import { anneal } from './search.ts';
import { standingsOf } from './standing.ts';

const MOST_MOVES = 5_000_000;
const MOVES_A_SLOT = 8_000;
const SEED = 1;

/** Moves of one fairness-only annealing: enough for the size, five million at most. */
export const allowanceMoves = (problem: Problem): number => Math.min(MOST_MOVES, MOVES_A_SLOT * problem.slots.length);

interface Fairest {
  /** Open slots first, then rest breaches, the largest penalty, their sum: less is fairer, in this order. */
  readonly rank: readonly number[];
  readonly allowance: Allowance;
}

function fairnessOf(problem: Problem, aim: Aim, people: Int16Array): Fairest {
  const standings = standingsOf(problem, aim, people);
  const { penalties, meanHolidayBalance } = scores(standings, noAllowance);
  const { breaches, open } = costOf(fairnessObjective(problem, aim, 0), people);
  return {
    rank: [open, breaches, Math.max(0, ...penalties), penalties.reduce((sum, one) => sum + one, 0)],
    allowance: {
      load: Math.max(0, ...standings.map(loadExcess)),
      holidays: Math.max(0, ...standings.map((one) => holidayExcess(one, meanHolidayBalance))),
    },
  };
}

function isFairer(one: Fairest, other: Fairest | null): boolean {
  if (other === null) return true;
  const place = one.rank.findIndex((figure, at) => figure !== other.rank[at]);
  return place >= 0 && (one.rank[place] as number) < (other.rank[place] as number);
}

/**
 * The excess that cannot be avoided: that of the fairest plan which two annealings for fairness alone can find, one blind to
 * holidays and one not (planning.md, section 4). It pauses now and then, saying how far it is, from 0 to 1.
 */
export function* allowanceOf(problem: Problem, aim: Aim): Generator<number, Allowance> {
  const moves = allowanceMoves(problem);
  const nobody = new Int16Array(problem.slots.length).fill(OPEN);
  const movable = new Uint8Array(problem.slots.length).fill(1);
  let fairest: Fairest | null = null;
  const weights = [0, problem.weights.holidayBalance];
  for (const [round, weight] of weights.entries()) {
    const objective = fairnessObjective(problem, aim, weight);
    const search = anneal(objective, firstPlan(objective, nobody, new Uint8Array(nobody.length), SEED), movable, SEED + round, moves);
    let step = search.next();
    for (; step.done !== true; step = search.next()) yield (round + step.value.done / moves) / weights.length;
    const found = fairnessOf(problem, aim, step.value);
    if (isFairer(found, fairest)) fairest = found;
  }
  return fairest?.allowance ?? noAllowance;
}
