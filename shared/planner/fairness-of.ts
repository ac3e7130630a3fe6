import {
  type Allowance,
  holidayExcess,
  loadExcess,
  noAllowance,
  scores,
  type Standing,
} from '../fairness/score.ts';
import type { Aim } from './aim.ts';
import { windowCountsOf } from './cost.ts';
import { OPEN, type Problem } from './problem.ts';
import { standingsOf } from './standing.ts';

/** How fair a plan is when nothing is allowed for. */
export interface PlanFairness {
  /** Open gap weight, rest breaches, the largest P, their sum: less is fairer, in this order (planning.md, section 4). */
  readonly rank: readonly [open: number, breaches: number, worst: number, sum: number];
  /** The largest ξ and y in it, and what rounding adds: what nobody can avoid, if no plan is fairer. */
  readonly allowance: Allowance;
}

/** Penalties that differ by less than this are the same: they are sums of thirds and quarters. */
const NOISE = 1e-9;

/** The fairness of a plan from how everybody stands under it. */
export function fairnessFrom(standings: readonly Standing[], open: number, breaches: number): PlanFairness {
  const { penalties, meanHolidayBalance } = scores(standings, noAllowance);
  return {
    rank: [open, breaches, Math.max(0, ...penalties), penalties.reduce((sum, one) => sum + one, 0)],
    allowance: {
      load: Math.max(0, ...standings.map(loadExcess)),
      holidays: Math.max(0, ...standings.map((one) => holidayExcess(one, meanHolidayBalance))),
    },
  };
}

/**
 * What rounding alone may put between somebody and their share, in q: shares are whole q, and where they do not come out whole it
 * is by chance who has the one more. Three, three, three, two and two weeks are as even as can be, whoever has the two.
 */
const roundingOf = ({ shares }: Aim): number =>
  shares.every(({ target }) => Math.abs(target - Math.round(target)) < 1e-6) ? 0 : 1;

/** How fair a plan is: full count of it, without regard to wishes, stability and pins. */
export function fairnessOf(problem: Problem, aim: Aim, people: Int16Array): PlanFairness {
  const open = people.reduce(
    (sum, person, slot) => sum + (person === OPEN ? (problem.gapWeight[slot] ?? 0) : 0),
    0,
  );
  const breaches = windowCountsOf(problem, people).reduce((sum, count) => sum + Math.max(0, count - 1), 0);
  const { rank, allowance } = fairnessFrom(standingsOf(problem, aim, people), open, breaches);
  return { rank, allowance: { ...allowance, load: allowance.load + roundingOf(aim) } };
}

/** True where the first is fairer by the first figure in which they differ. */
export function isFairer(one: Pick<PlanFairness, 'rank'>, other: Pick<PlanFairness, 'rank'>): boolean {
  const place = one.rank.findIndex((figure, at) => Math.abs(figure - (other.rank[at] ?? 0)) > NOISE);
  return place >= 0 && (one.rank[place] ?? 0) < (other.rank[place] ?? 0);
}
