import { carryOn } from '../fairness/carry.ts';
import { policyOf } from '../fairness/policy-of.ts';
import { previousQuarter } from '../calendar/days.ts';
import type { QuarterId } from '../model/dates.ts';
import type { PersonId } from '../model/ids.ts';
import type { Workspace } from '../model/workspace.ts';
import { shiftsOfQuarter } from '../rotation/recorded.ts';
import { isClosed } from './carry-in.ts';
import { aimFor, type KnownShares } from './plan.ts';
import { OPEN, peopleOnPlan } from './problem.ts';
import { problemOf } from './problem-of.ts';
import { standingsOf } from './standing.ts';

/** How one person stood in a quarter, in q. */
export interface PersonStanding {
  readonly person: PersonId;
  readonly load: number;
  /** What the rules let them reach of their share; the plain share where that is not known. */
  readonly share: number;
  readonly difference: number;
  /** What nobody would notice. */
  readonly band: number;
  /** Brought from the quarter before, against the team's mean; positive lowers the share. */
  readonly carriedIn: number;
  /** What goes on to the next quarter: as settled when it was closed, else by the shifts as they stand. */
  readonly carriedOn: number;
  /** What the limit of the policy cut off. */
  readonly forgiven: number;
}

/** How everybody stood in a quarter. */
export interface QuarterStanding {
  readonly quarter: QuarterId;
  readonly closed: boolean;
  /** True once the shares are what can be reached, not the plain ones. */
  readonly assessed: boolean;
  /** Slots that nobody holds, and all. */
  readonly open: number;
  readonly slots: number;
  readonly people: readonly PersonStanding[];
}

/**
 * How everybody stood in a quarter, as its shifts stand.
 *
 * @param shares what could be reached; null, or of another problem, takes the plain shares and says so
 */
export function quarterStanding(
  workspace: Workspace,
  quarter: QuarterId,
  shares: KnownShares | null,
): QuarterStanding {
  const problem = problemOf(workspace, quarter);
  const aim = aimFor(workspace, problem, shares);
  const holders = peopleOnPlan(workspace, problem);
  const standings = standingsOf(problem, aim, holders);
  const terms = policyOf(workspace, quarter);
  const closed = isClosed(workspace, quarter);
  const kept = new Map(workspace.quarters[quarter]?.carry.map((entry) => [entry.person, entry]));
  const people = problem.people.map(({ id, presence }, place): PersonStanding => {
    const { difference = 0, band = 0, holidayBalance = 0 } = standings[place] ?? {};
    const share = aim.attainable[place] ?? 0;
    const left = presence === 0 ? { load: 0, forgiven: 0 } : carryOn(difference, holidayBalance, terms);
    const carried = closed ? (kept.get(id) ?? { load: 0, forgiven: 0 }) : left;
    return {
      person: id,
      load: share + difference,
      share,
      difference,
      band,
      carriedIn: aim.shares[place]?.carry ?? 0,
      carriedOn: carried.load,
      forgiven: carried.forgiven,
    };
  });
  return {
    quarter,
    closed,
    assessed: shares?.digest === problem.digest,
    open: holders.filter((person) => person === OPEN).length,
    slots: holders.length,
    people,
  };
}

/** The quarters up to this one in which shifts are recorded, oldest first, at most so many; a quarter without ends the row. */
export function quartersHeld(workspace: Workspace, last: QuarterId, most: number): readonly QuarterId[] {
  const quarters: QuarterId[] = [];
  let quarter = shiftsOfQuarter(workspace.shifts, last).length > 0 ? last : previousQuarter(last);
  while (quarters.length < most && shiftsOfQuarter(workspace.shifts, quarter).length > 0) {
    quarters.unshift(quarter);
    quarter = previousQuarter(quarter);
  }
  return quarters;
}
