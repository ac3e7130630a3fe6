import type { Aim } from './aim.ts';
import { fairnessObjective, type Objective } from './cost.ts';
import { fairestFrom } from './fairest.ts';
import { fairnessOf, isFairer, type PlanFairness } from './fairness-of.ts';
import { firstPlan } from './matching.ts';
import { OPEN, type Problem } from './problem.ts';
import { anneal } from './search.ts';

const MOST_MOVES = 5_000_000;
const MOVES_A_SLOT = 8_000;
const SEED = 1;
/** Fairest is, before all else, with the fewest breaches of rest: one search must not trade them for even loads. */
const STRICT = 10;

/** Moves of one annealing of an assessment: enough for the size, five million at most. */
const assessmentMoves = (problem: Problem): number =>
  Math.min(MOST_MOVES, MOVES_A_SLOT * problem.slots.length);

/** A plan from nothing, by matching and annealing. Yields how far it is, from 0 to 1. */
export function* planFromNothing(objective: Objective, seed: number): Generator<number, Int16Array> {
  const { problem } = objective;
  const moves = assessmentMoves(problem);
  const nobody = new Int16Array(problem.slots.length).fill(OPEN);
  const movable = new Uint8Array(problem.slots.length).fill(1);
  const search = anneal(
    objective,
    firstPlan(objective, nobody, new Uint8Array(nobody.length), seed),
    movable,
    seed,
    moves,
  );
  let step = search.next();
  for (; step.done !== true; step = search.next()) yield step.value.done / moves;
  return step.value;
}

/**
 * The fairest plan that two annealings for fairness alone can find, one blind to holidays and one not, each with its last steps
 * towards the worst-off (planning.md, section 4). What is excessive in it cannot be avoided. Yields how far it is, 0 to 1.
 *
 * @param known plans that the search would have to beat, such as the one that stands
 */
export function* fairestPlan(
  problem: Problem,
  aim: Aim,
  known: readonly Int16Array[] = [],
): Generator<number, PlanFairness> {
  const fairer = (one: PlanFairness, other: PlanFairness): PlanFairness =>
    isFairer(other, one) ? other : one;
  const strict = {
    ...problem,
    weights: { ...problem.weights, restBreach: STRICT * problem.weights.restBreach },
  };
  const objectives = [
    fairnessObjective(problem, aim, 0),
    fairnessObjective(strict, aim, problem.weights.holidayBalance),
  ];
  const found = [...known];
  for (const [round, objective] of objectives.entries()) {
    const search = planFromNothing(objective, SEED + round);
    let step = search.next();
    for (; step.done !== true; step = search.next()) yield (round + step.value) / objectives.length;
    found.push(step.value);
  }
  return found
    .map((people) => fairnessOf(problem, aim, fairestFrom(problem, aim, people, SEED)))
    .reduce(fairer);
}
