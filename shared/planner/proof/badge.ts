import type { Problem } from '../problem.ts';

/** One wish in cost units. */
const WISH = 80;

/** What rounding in the solver may have added to a bound: of a cost unit, and of the bound itself. */
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

/** What a bound or cost of this size may be off by, in cost units. */
const noise = (size: number): number => NOISE + NOISE * Math.abs(size);

/**
 * The least cost that a plan can have when the solver says it costs at least `bound`: the next multiple of the grain.
 *
 * @param offset cost units that the solver does not know of
 */
export const wholeBound = (bound: number, grain: number, offset = 0): number => {
  const sure = Number.isFinite(bound) ? bound + offset - noise(bound) : bound;
  return grain * Math.ceil(sure / grain) + 0;
};

/** How near bound and plan must be for the next multiple of the grain to be the plan's cost: the nearer, the more it costs. */
export const gapOf = (grain: number, cost: number): number => Math.max(0, grain - 0.01 - noise(cost));

/** At most so many wishes from the best: never less than the bound says. */
export const gapInWishes = (cost: number, bound: number): number => Math.max(0, Math.ceil((cost - bound) / WISH));
