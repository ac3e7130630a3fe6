import type { Solver } from '../solver.ts';
import type { Roster } from './roster.ts';
import { keepsRules, rosterCost } from './roster-cost.ts';
import { rosterProgram } from './roster-program.ts';

/** What became of a roster. `people`: who serves each day, from 0. */
export type SolvedRoster =
  | { readonly status: 'proven' | 'bounded'; readonly objective: number; readonly bound: number; readonly people: readonly number[] }
  /** The clock ended the search before any roster was found; no roster costs less than the bound. */
  | { readonly status: 'unsolved'; readonly bound: number }
  | { readonly status: 'infeasible' };

/** Rosters cost whole numbers: a bound this near below the best roster proves it. */
const GAP = 0.99;
/** What rounding may do to a bound. */
const ROUNDING = 1e-6;

/**
 * Finds the cheapest roster and proves it, unless the clock ends the search: then the best found and a bound below all.
 * Whatever the solver returns is counted again by the scorer.
 *
 * @param seconds after which the search ends
 * @throws when the solver fails, or its roster breaks a rule: bugs
 */
export async function solveRoster(roster: Roster, solver: Solver, seconds: number): Promise<SolvedRoster> {
  const { program, peopleIn } = rosterProgram(roster);
  const solution = await solver.solveMixed(program, { start: null, gap: GAP, seconds });
  if (solution.status === 'failed') throw new Error(`the roster could not be solved: ${solution.detail}`);
  if (solution.status === 'infeasible') return { status: 'infeasible' };
  // No term is negative, so a bound below nothing says nothing.
  const bound = Math.max(0, Math.ceil(solution.bound - ROUNDING));
  if (solution.x === null) return { status: 'unsolved', bound };
  const people = peopleIn(solution.x);
  if (!keepsRules(roster, people)) throw new Error('the solver returned a roster that breaks a rule');
  const objective = rosterCost(roster, people).total;
  if (solution.status === 'optimal' && bound < objective) throw new Error(`the solver calls ${bound} the cost of a roster that costs ${objective}`);
  return { status: bound >= objective ? 'proven' : 'bounded', objective, bound: Math.min(bound, objective), people };
}
