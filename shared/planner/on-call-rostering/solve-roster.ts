import type { MixedSolution, Solver } from '../solver.ts';
import type { Roster } from './roster.ts';
import { leastCost } from './roster-bound.ts';
import { keepsRules, rosterCost } from './roster-cost.ts';
import { rosterProgram } from './roster-program.ts';
import { searchRoster } from './roster-search.ts';

/** What became of a roster. `people`: who serves each day, from 0. */
export type SolvedRoster =
  | { readonly status: 'proven' | 'bounded'; readonly objective: number; readonly bound: number; readonly people: readonly number[] }
  /** The search ended before any roster was found; no roster costs less than the bound. */
  | { readonly status: 'unsolved'; readonly bound: number }
  | { readonly status: 'infeasible' };

/** Rosters cost whole numbers: a bound this near below the best roster proves it. */
const GAP = 0.99;
/** What rounding may do to a bound. */
const ROUNDING = 1e-6;
/** Days times people who may serve: a program of more does not fit the solver's memory. */
const MOST_COLUMNS = 150_000;

function outcome(roster: Roster, people: readonly number[] | null, bound: number): SolvedRoster {
  if (people === null) return { status: 'unsolved', bound };
  const objective = rosterCost(roster, people).total;
  return { status: bound >= objective ? 'proven' : 'bounded', objective, bound: Math.min(bound, objective), people };
}

/** The exact program, started from the roster that is known. @throws when it contradicts the scorer: a bug */
async function prove(roster: Roster, known: readonly number[] | null, bound: number, solver: Solver, seconds: number): Promise<SolvedRoster> {
  const { program, encode, decode } = rosterProgram(roster);
  const solution: MixedSolution = await solver.solveMixed(program, { start: known === null ? null : encode(known), gap: GAP, seconds });
  if (solution.status === 'failed') return outcome(roster, known, bound);
  if (solution.status === 'infeasible') {
    if (known !== null) throw new Error('the solver finds no roster where one is known');
    return { status: 'infeasible' };
  }
  const people = solution.x === null ? known : decode(solution.x);
  if (people !== null && !keepsRules(roster, people)) throw new Error('the solver returned a roster that breaks a rule');
  const cost = (one: readonly number[] | null): number => (one === null ? Infinity : rosterCost(roster, one).total);
  const best = cost(people) < cost(known) ? people : known;
  const risen = Math.max(bound, Math.ceil(solution.bound - ROUNDING));
  if (risen > cost(best)) throw new Error(`the solver finds no roster below ${risen}, and one costs ${cost(best)}`);
  return outcome(roster, best, risen);
}

/**
 * Finds the cheapest roster and proves it, unless the clock ends the search: then the best found and a bound below all. A local
 * search often meets what counting alone says no roster can undercut; only where it does not is the exact solver asked.
 *
 * @param loadSolver called where the solver is needed
 * @param seconds after which the solver ends; the search before it takes less than one
 * @throws when solver and scorer contradict each other: a bug
 */
export async function solveRoster(roster: Roster, loadSolver: () => Promise<Solver>, seconds: number): Promise<SolvedRoster> {
  const bound = leastCost(roster);
  const known = searchRoster(roster, bound);
  const found = outcome(roster, known, bound);
  const columns = roster.candidates.reduce((sum, people) => sum + people.length, 0);
  if (found.status === 'proven' || columns > MOST_COLUMNS) return found;
  return prove(roster, known, bound, await loadSolver(), seconds);
}
