import { previousQuarter } from '../calendar/days.ts';
import { carryOn, type CarryOn, noCarry } from '../fairness/carry.ts';
import { policyOf } from '../fairness/policy-of.ts';
import type { QuarterId } from '../model/dates.ts';
import type { Workspace } from '../model/workspace.ts';
import { shiftsOfQuarter } from '../rotation/recorded.ts';
import { aimOf } from './aim.ts';
import { peopleOnPlan, type Problem } from './problem.ts';
import { problemOf } from './problem-of.ts';
import { standingsOf } from './standing.ts';

/** Quarters back that are worked out anew when none of them was closed. */
const MOST_QUARTERS_BACK = 8;

/** Attainable shares of earlier quarters, in the order of the people of their problems; missing ones take the targets. */
export type Assessed = ReadonlyMap<QuarterId, readonly number[]>;

const nothingAssessed: Assessed = new Map();

/** True where a quarter's carry was settled when it was closed. */
export const isClosed = (workspace: Workspace, quarter: QuarterId): boolean =>
  (workspace.quarters[quarter]?.closedOn ?? null) !== null;

/** The earlier quarters whose shifts decide what this one starts with, oldest first: back to a closed or an empty one. */
export function quartersBehind(workspace: Workspace, quarter: QuarterId): readonly QuarterId[] {
  const behind: QuarterId[] = [];
  let before = previousQuarter(quarter);
  while (behind.length < MOST_QUARTERS_BACK && !isClosed(workspace, before) && shiftsOfQuarter(workspace.shifts, before).length > 0) {
    behind.unshift(before);
    before = previousQuarter(before);
  }
  return behind;
}

function closedCarry(workspace: Workspace, quarter: QuarterId, problem: Problem): readonly CarryOn[] {
  const kept = new Map(workspace.quarters[quarter]?.carry.map((entry) => [entry.person, entry]));
  return problem.people.map(({ id }) => {
    const entry = kept.get(id);
    return entry === undefined ? noCarry : { load: entry.load, holidays: entry.holidays, forgiven: entry.forgiven };
  });
}

/** What a quarter leaves, by its recorded shifts, to the people of the next. Joiners, and who was away throughout, start at nothing. */
function leftBy(workspace: Workspace, quarter: QuarterId, carry: readonly CarryOn[], assessed: Assessed, next: Problem): readonly CarryOn[] {
  const problem = problemOf(workspace, quarter);
  const aim = aimOf(problem, carry, assessed.get(quarter) ?? null);
  const standings = standingsOf(problem, aim, peopleOnPlan(workspace, problem));
  const terms = policyOf(workspace, quarter);
  return next.people.map(({ id }) => {
    const place = problem.personAt.get(id);
    const standing = place === undefined ? undefined : standings[place];
    if (place === undefined || standing === undefined || problem.people[place]?.presence === 0) return noCarry;
    return carryOn(standing.difference, standing.holidayBalance, terms);
  });
}

/**
 * What everybody brings into a quarter, in the order of its problem's people: as settled when the quarter before was closed,
 * else by its shifts as recorded, and so on back to a closed or empty quarter.
 */
export function carryInto(workspace: Workspace, quarter: QuarterId, assessed: Assessed = nothingAssessed): readonly CarryOn[] {
  const chain = quartersBehind(workspace, quarter);
  const first = chain[0] ?? quarter;
  let carry = closedCarry(workspace, previousQuarter(first), problemOf(workspace, first));
  chain.forEach((earlier, place) => {
    carry = leftBy(workspace, earlier, carry, assessed, problemOf(workspace, chain[place + 1] ?? quarter));
  });
  return carry;
}
