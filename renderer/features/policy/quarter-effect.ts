import type { PolicyTerms } from '../../../shared/fairness/next-policy.ts';
import type { QuarterId } from '../../../shared/model/dates.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import type { Assessment } from '../../../shared/planner/attainable.ts';
import type { Cost } from '../../../shared/planner/cost.ts';
import { judge } from '../../../shared/planner/judge.ts';
import { problemOf } from '../../../shared/planner/problem-of.ts';
import { priceOf } from '../../../shared/scenarios/price.ts';
import { shiftsOfQuarter } from '../../../shared/rotation/recorded.ts';
import { quarterRange } from '../../../shared/calendar/days.ts';
import { quarterOfSlot } from '../../../shared/rotation/expand.ts';

/** A quarter's shifts as one policy sees them. */
export interface Seen {
  /** S, 0 to 100; null while it is worked out, or where nobody holds a shift. */
  readonly score: number | null;
  /** Null while what is attainable is not known: a price against something else would jump. */
  readonly price: Cost | null;
}

/** The last quarter before this one in which somebody held a shift; null where there is none. */
export function lastQuarterBefore(workspace: Workspace, quarter: QuarterId): QuarterId | null {
  const { from } = quarterRange(quarter);
  let last: QuarterId | null = null;
  for (const shift of Object.values(workspace.shifts)) {
    if (shift.start.slice(0, 10) >= from) continue;
    const own = quarterOfSlot(shift);
    if (last === null || own > last) last = own;
  }
  return last;
}

/** True where nobody holds a shift in the quarter: then there is nothing to score. */
export const isEmpty = (workspace: Workspace, quarter: QuarterId): boolean =>
  shiftsOfQuarter(workspace.shifts, quarter).length === 0;

/** What decides how much a turn counts and what is attainable. Prices do not: they decide what the planner pays for it. */
const weighs = ({
  weekdayLoad,
  weekendLoad,
  holidayLoad,
  holidayDate,
  leaveAllowanceWeeks,
  deadlineLoad,
  incidentHourLoad,
  incidentLoadLimit,
}: PolicyTerms): string =>
  JSON.stringify([
    weekdayLoad,
    weekendLoad,
    holidayLoad,
    holidayDate,
    leaveAllowanceWeeks,
    deadlineLoad,
    incidentHourLoad,
    incidentLoadLimit,
  ]);

/**
 * What is attainable under a drafted policy, where that is known without asking the solver: prices change what a plan costs,
 * not what anybody can reach. Null where the draft weighs days otherwise.
 */
export function sameAttainable(
  workspace: Workspace,
  quarter: QuarterId,
  known: Assessment | null,
  before: PolicyTerms,
  after: PolicyTerms,
): Assessment | null {
  if (known === null || weighs(before) !== weighs(after)) return null;
  return { ...known, digest: problemOf(workspace, quarter).digest };
}

/** A quarter as it stands, seen by the policy of a workspace. */
export function seenBy(workspace: Workspace, quarter: QuarterId, assessment: Assessment | null): Seen {
  if (assessment === null || assessment.digest !== problemOf(workspace, quarter).digest)
    return { score: null, price: null };
  return {
    score: judge(workspace, quarter, assessment).score,
    price: priceOf(workspace, quarter, assessment),
  };
}
