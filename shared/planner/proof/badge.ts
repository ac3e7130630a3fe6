import type { Problem } from '../problem.ts';

/** One wish in cost units. */
const WISH = 80;

/** What rounding in the solver may have added to a bound. */
const NOISE = 1e-6;

const divisor = (one: number, other: number): number => (other === 0 ? one : divisor(other, one % other));

/**
 * g: every cost of the problem is a whole multiple of it, so two plans that differ in cost differ by at least this much
 * (planning.md, section 4). In cost units, at least 1.
 */
export function grainOf(problem: Problem): number {
  const { restBreach, loadBeyondBand, holidayBalance, changedSlot } = problem.weights;
  const prices = problem.price.reduce((grain, price) => divisor(grain, Math.abs(price)), 0);
  const grain = [restBreach, loadBeyondBand, holidayBalance, changedSlot].reduce(divisor, prices);
  return Math.max(1, grain);
}

/** The least cost that a plan can have when the solver says it costs at least `bound`: the next multiple of the grain. */
export const wholeBound = (bound: number, grain: number): number => grain * Math.ceil((bound - NOISE) / grain) + 0;

/** At most so many wishes from the best: never less than the bound says. */
export const gapInWishes = (cost: number, bound: number): number => Math.max(0, Math.ceil((cost - bound) / WISH));
