import { atTime, quarterRange } from '../calendar/days.ts';
import { secondsBetween, toInstant } from '../calendar/zone.ts';
import { responsesTo } from '../comp-time/response.ts';
import type { Instant, LocalDate, LocalTime, QuarterId } from '../model/dates.ts';
import type { PersonId } from '../model/ids.ts';
import type { Policy } from '../model/policy.ts';
import { recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { dueDates } from './due-dates.ts';
import { ownerOf } from './deliveries.ts';

/** What somebody does beside duty and tasks, in q, as the policy counts it. */
export interface WorkBeside {
  readonly deadlines: number;
  readonly incidents: number;
  /** Responding would have counted more than the most that incidents add for one person in a quarter. */
  readonly capped: boolean;
}

type Terms = Pick<Policy, 'deadlineLoad' | 'incidentHourLoad' | 'incidentLoadLimit'>;

export const nothingBeside: WorkBeside = { deadlines: 0, incidents: 0, capped: false };

/** Days of a quarter on which somebody delivers: several deadlines of one person on one day are one day. */
export function deadlineDays(
  workspace: Workspace,
  quarter: QuarterId,
): ReadonlyMap<PersonId, ReadonlySet<LocalDate>> {
  const days = new Map<PersonId, Set<LocalDate>>();
  for (const deadline of recordsOf(workspace, 'deadlines'))
    for (const { due } of dueDates(workspace, deadline, quarterRange(quarter))) {
      const owner = due === null ? null : ownerOf(workspace, deadline, due);
      if (due !== null && owner !== null) days.set(owner, (days.get(owner) ?? new Set()).add(due));
    }
  return days;
}

const later = (one: Instant, other: Instant): Instant => (secondsBetween(one, other) > 0 ? other : one);
const earlier = (one: Instant, other: Instant): Instant => (secondsBetween(one, other) > 0 ? one : other);

/**
 * Hours that everybody worked on incidents within a quarter of the team's calendar: from acknowledging until pausing, resolving, or
 * handing over. What has not ended is not counted yet.
 */
export function responseHours(workspace: Workspace, quarter: QuarterId): ReadonlyMap<PersonId, number> {
  const { from, until } = quarterRange(quarter);
  const midnight = (day: LocalDate): Instant =>
    toInstant(atTime(day, '00:00' as LocalTime), workspace.about.zone);
  const [opens, closes] = [midnight(from), midnight(until)];
  const seconds = new Map<PersonId, number>();
  for (const incident of recordsOf(workspace, 'incidents'))
    for (const response of responsesTo(incident)) {
      const worked = secondsBetween(later(response.from, opens), earlier(response.to, closes));
      if (worked > 0) seconds.set(response.person, (seconds.get(response.person) ?? 0) + worked);
    }
  return new Map([...seconds].map(([person, sum]) => [person, sum / 3600]));
}

/** What everybody does beside duty and tasks in a quarter; null where the policy counts neither deadlines nor incidents. */
export function workBeside(
  workspace: Workspace,
  { deadlineLoad, incidentHourLoad, incidentLoadLimit }: Terms,
  quarter: QuarterId,
): ReadonlyMap<PersonId, WorkBeside> | null {
  if (deadlineLoad === 0 && incidentHourLoad === 0) return null;
  const days = deadlineLoad === 0 ? new Map<PersonId, never>() : deadlineDays(workspace, quarter);
  const hours = incidentHourLoad === 0 ? new Map<PersonId, never>() : responseHours(workspace, quarter);
  const people = new Set<PersonId>([...days.keys(), ...hours.keys()]);
  return new Map(
    [...people].map((person) => {
      const responding = Math.round((hours.get(person) ?? 0) * incidentHourLoad);
      return [
        person,
        {
          deadlines: (days.get(person)?.size ?? 0) * deadlineLoad,
          incidents: Math.min(responding, incidentLoadLimit),
          capped: responding > incidentLoadLimit,
        },
      ];
    }),
  );
}
