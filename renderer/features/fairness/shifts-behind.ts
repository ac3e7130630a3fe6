import { hoursOf } from '../../../shared/calendar/span.ts';
import { holidaysTouched } from '../../../shared/calendar/holidays.ts';
import { countDays, type DayCounts } from '../../../shared/fairness/load.ts';
import { policyOf } from '../../../shared/fairness/policy-of.ts';
import type { LocalDateTime, QuarterId } from '../../../shared/model/dates.ts';
import type { PersonId, ShiftId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { peopleOnPlan } from '../../../shared/planner/problem.ts';
import { problemOf } from '../../../shared/planner/problem-of.ts';
import { servedDays, servedSpans } from '../../../shared/rotation/override.ts';

/** A turn that somebody holds, with what it adds to each figure of the card. */
export interface ShiftBehind {
  readonly shift: ShiftId;
  readonly start: LocalDateTime;
  readonly end: LocalDateTime;
  /** In q. */
  readonly load: number;
  readonly counts: DayCounts;
  /** True hours served: 167 or 169 in a week with a clock change. */
  readonly hours: number;
  readonly firstLayer: boolean;
}

/** The turns behind somebody's figures, in order of time: their loads and days add up to those of the card. */
export function shiftsBehind(
  workspace: Workspace,
  quarter: QuarterId,
  person: PersonId,
): readonly ShiftBehind[] {
  const problem = problemOf(workspace, quarter);
  const holders = peopleOnPlan(workspace, problem);
  const policy = policyOf(workspace, quarter);
  return problem.slots.flatMap((slot, index): readonly ShiftBehind[] => {
    const rotation = workspace.rotations[slot.rotation];
    if (rotation === undefined || problem.people[holders[index] ?? -1]?.id !== person) return [];
    const days = servedDays(workspace.shifts, slot);
    const spans = servedSpans(workspace.shifts, slot, rotation.handoff.zone);
    return [
      {
        shift: slot.id,
        start: slot.start,
        end: slot.end,
        load: problem.load[index] ?? 0,
        counts: countDays(days, holidaysTouched(workspace, workspace.about.region, days, policy.holidayDate)),
        hours: spans.reduce((sum, span) => sum + hoursOf(span), 0),
        firstLayer: rotation.layers[0]?.name === slot.layer,
      },
    ];
  });
}
