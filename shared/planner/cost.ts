import type { Aim } from './aim.ts';
import { OPEN, type Problem } from './problem.ts';

/** What a search minimises: the cost of planning.md section 2, or that of fairness alone. */
export interface Objective {
  readonly problem: Problem;
  readonly aim: Aim;
  /** Cost units by slot and person: wishes, stand-in price and the same holiday again; or the stand-in price alone. */
  readonly price: Int32Array;
  /** The part of `price` for the same holiday two years running; null where it holds none. */
  readonly sameHoliday: Int32Array | null;
  /** The plan that stands, whose changes cost; null where changes cost nothing. */
  readonly present: Int16Array | null;
  readonly holidayWeight: number;
}

/** The cost C of a plan by its terms, in cost units; open slots apart, since they weigh more than all of it. */
export interface Cost {
  readonly total: number;
  readonly rest: number;
  readonly load: number;
  readonly holidays: number;
  /** The same named holiday held two years running. */
  readonly sameHoliday: number;
  /** Wishes and stand-ins; negative where more is granted than denied. */
  readonly wishes: number;
  /** Two parts of `wishes`: stand-ins on watches, and wishes refused, both 0 or more. What is left are the wishes granted. */
  readonly standIns: number;
  readonly refused: number;
  readonly changed: number;
  /** Σ gap weights of open slots: 3 for a primary, 2 for a secondary. */
  readonly open: number;
  readonly breaches: number;
}

/** One open gap weight against cost units: above every sum of soft terms that one slot can change, weights at their limits included; small enough for exact sums. */
export const OPEN_PRICE = 10_000_000_000;

/** d of everybody: load held minus attainable share, in q. */
export function differencesOf(problem: Problem, attainable: Int32Array, people: Int16Array): Int32Array {
  const difference = attainable.map((share) => -share);
  people.forEach((person, slot) => {
    if (person >= 0) difference[person] = (difference[person] ?? 0) + (problem.load[slot] ?? 0);
  });
  return difference;
}

/** z of everybody: holidays held and carried less their share, in quarter-holidays. */
export function holidayBalancesOf(problem: Problem, holidayBase: Int32Array, people: Int16Array): Int32Array {
  const balance = Int32Array.from(holidayBase);
  const width = problem.people.length;
  people.forEach((person, slot) => {
    if (person >= 0) balance[person] = (balance[person] ?? 0) + (problem.holidays[slot * width + person] ?? 0);
  });
  return balance;
}

/** How often each person holds a slot in each rest window, turns of the quarter before included. */
export function windowCountsOf(problem: Problem, people: Int16Array): Int16Array {
  const counts = Int16Array.from(problem.leadIn);
  const width = problem.people.length;
  const { starts, items } = problem.windows;
  people.forEach((person, slot) => {
    if (person < 0) return;
    for (let at = starts[slot] ?? 0; at < (starts[slot + 1] ?? 0); at++) {
      const cell = (items[at] ?? 0) * width + person;
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  });
  return counts;
}

/** The full scorer: counts everything anew. The oracle of every quicker way to know a cost. */
export function costOf(objective: Objective, people: Int16Array): Cost {
  const { problem, aim, price, sameHoliday, present, holidayWeight } = objective;
  const { restBreach, loadBeyondBand, changedSlot } = problem.weights;
  const width = problem.people.length;
  const breaches = windowCountsOf(problem, people).reduce((sum, count) => sum + Math.max(0, count - 1), 0);
  const load = differencesOf(problem, aim.attainable, people).reduce((sum, difference, person) => {
    const excess = Math.max(0, Math.abs(difference) - (problem.band[person] ?? 0));
    return sum + loadBeyondBand * excess * excess;
  }, 0);
  const holidays = holidayBalancesOf(problem, aim.holidayBase, people).reduce((sum, z) => sum + holidayWeight * z * z, 0);
  let priced = 0;
  let again = 0;
  let standIns = 0;
  let refused = 0;
  let changed = 0;
  let open = 0;
  people.forEach((person, slot) => {
    if (person === OPEN) open += problem.gapWeight[slot] ?? 0;
    else if (person >= 0) {
      const at = slot * width + person;
      const [whole, same, standIn] = [price[at] ?? 0, sameHoliday?.[at] ?? 0, problem.standInPrice[at] ?? 0];
      priced += whole;
      again += same;
      standIns += standIn;
      refused += Math.max(0, whole - same - standIn);
    }
    const before = present?.[slot] ?? OPEN;
    if (before >= 0 && before !== person) changed += changedSlot;
  });
  const rest = restBreach * breaches;
  const total = rest + load + holidays + priced + changed;
  return { total, rest, load, holidays, sameHoliday: again, wishes: priced - again, standIns, refused, changed, open, breaches };
}

/** The objective of planning.md, section 2. */
export const fullObjective = (problem: Problem, aim: Aim, present: Int16Array | null): Objective => ({
  problem,
  aim,
  price: problem.price,
  sameHoliday: problem.sameHoliday,
  present,
  holidayWeight: problem.weights.holidayBalance,
});

/**
 * Fairness alone: no wishes, no stability, and holidays by number, not by name. A stand-in keeps its price, since the pair is a
 * rule of the watch and no wish.
 */
export const fairnessObjective = (problem: Problem, aim: Aim, holidayWeight: number): Objective => ({
  problem,
  aim,
  price: problem.standInPrice,
  sameHoliday: null,
  present: null,
  holidayWeight,
});
