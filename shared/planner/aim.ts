import { type CarryOn, noCarry } from '../fairness/carry.ts';
import { roundToTotal, type Share, targetShares } from '../fairness/fair-share.ts';
import type { Problem } from './problem.ts';

/** What a plan is measured against, by person. Loads in q, holidays in quarter-holidays. */
export interface Aim {
  readonly shares: readonly Share[];
  /** A: the share that skills, leave and rest allow; adds up to all load. */
  readonly attainable: Int32Array;
  /** c: holidays carried, less the share of this quarter's holidays by presence; and what was carried alone. */
  readonly holidayBase: Int32Array;
  readonly holidayCarry: Int32Array;
}

/** c_e = balance carried − round(p_e Σu / Σp), with the holidays that a person's own region keeps. */
function holidayBases(problem: Problem, carry: readonly CarryOn[]): Int32Array {
  const { people, slots, holidays } = problem;
  const present = people.reduce((sum, { presence }) => sum + presence, 0);
  return Int32Array.from(people, ({ presence }, person) => {
    let units = 0;
    for (let slot = 0; slot < slots.length; slot++) units += holidays[slot * people.length + person] ?? 0;
    const part = present > 0 ? presence / present : 1 / people.length;
    return (carry[person] ?? noCarry).holidays - Math.round(part * units);
  });
}

/** The target shares t of everybody, before asking what is attainable. */
export const sharesOf = (problem: Problem, carry: readonly CarryOn[]): readonly Share[] =>
  targetShares(
    problem.people.map(({ id, fullTime, presence, tasks, beside }, person) => ({
      person: id,
      fullTime,
      presence,
      tasks: tasks + (beside?.deadlines ?? 0) + (beside?.incidents ?? 0),
      carry: (carry[person] ?? noCarry).load,
    })),
    problem.totalLoad,
  );

/**
 * The aim of a quarter.
 *
 * @param carry what each person brings from the quarter before, in the order of the problem's people
 * @param attainable attainable shares; null takes the targets for attainable, which they often are
 */
export function aimOf(problem: Problem, carry: readonly CarryOn[], attainable: readonly number[] | null): Aim {
  const shares = sharesOf(problem, carry);
  return {
    shares,
    attainable:
      attainable === null
        ? roundToTotal(shares.map(({ target }) => target), problem.totalLoad)
        : Int32Array.from(attainable),
    holidayBase: holidayBases(problem, carry),
    holidayCarry: Int32Array.from(problem.people, (_, person) => (carry[person] ?? noCarry).holidays),
  };
}
