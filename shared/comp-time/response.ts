import { dateOf } from '../calendar/days.ts';
import { instantMinutes, type Span } from '../calendar/span.ts';
import { secondsBetween, toLocal } from '../calendar/zone.ts';
import type { Instant, LocalDateTime, ZoneName } from '../model/dates.ts';
import type { PersonId } from '../model/ids.ts';
import type { Incident, IncidentEvent } from '../model/incident.ts';
import type { Policy } from '../model/policy.ts';
import { recordOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Earning } from './earning.ts';
import { roundedTo } from './terms.ts';

/** A stretch in which somebody worked on an incident. */
export interface Response {
  readonly person: PersonId;
  readonly from: Instant;
  readonly to: Instant;
}

const takesUp: readonly IncidentEvent['kind'][] = ['acknowledged', 'resumed', 'reopened'];
const stops: readonly IncidentEvent['kind'][] = ['paused', 'resolved'];

/**
 * Who worked on an incident when: from acknowledging, resuming or reopening it until it is paused, resolved, or taken up by
 * somebody else. Resumed by nobody in particular, it goes on with whoever had it; a stretch that has not ended is left out.
 */
export function responsesTo(incident: Incident): readonly Response[] {
  const responses: Response[] = [];
  let person: PersonId | null = null;
  let since: Instant | null = null;
  let open = false;
  const end = (at: Instant): void => {
    if (person !== null && since !== null && secondsBetween(since, at) > 0)
      responses.push({ person, from: since, to: at });
    since = null;
  };
  for (const { kind, at, by } of incident.events) {
    if (stops.includes(kind)) {
      end(at);
      open = false;
      // After it was resolved, only who takes it up again responds.
      if (kind === 'resolved') person = null;
      continue;
    }
    if (kind !== 'acknowledged') open = true;
    if (!takesUp.includes(kind)) continue;
    if (by !== null && by !== person) {
      end(at);
      person = by;
    }
    if (open && person !== null) since ??= at;
  }
  return responses;
}

/** True minutes of a stretch; incidents are recorded to the second, so it need not be whole. */
const minutesOf = ({ from, to }: Response): number => secondsBetween(from, to) / 60;

/** A stretch as a span on the one time line, in minutes. */
export const responseSpan = ({ from, to }: Response): Span => ({
  start: instantMinutes(from.slice(0, 16) as LocalDateTime, 'UTC' as ZoneName),
  end: instantMinutes(to.slice(0, 16) as LocalDateTime, 'UTC' as ZoneName),
});

/**
 * What responding to an incident earns, one line a person: minutes worked on it × the policy's percentage. Nothing until the
 * incident is resolved; earned on the day on which the person's last stretch ended, on their own calendar.
 */
export function accrueResponse(
  workspace: Workspace,
  incident: Incident,
  policyOn: (day: Earning['date']) => Policy | null,
): readonly Earning[] {
  if (incident.events.at(-1)?.kind !== 'resolved') return [];
  const responses = responsesTo(incident);
  const people = [...new Set(responses.map(({ person }) => person))];
  return people.flatMap((id): readonly Earning[] => {
    const own = responses.filter(({ person }) => person === id);
    const last = own.at(-1);
    const person = recordOf(workspace, 'people', id);
    if (last === undefined || person === undefined) return [];
    const date = dateOf(toLocal(last.to, person.zone));
    const policy = policyOn(date);
    if (policy === null) return [];
    const terms = policy.compTime;
    const worked = own.reduce((sum, response) => sum + minutesOf(response), 0);
    const minutes = roundedTo((worked * terms.responsePercent) / 100, terms.roundToMinutes);
    if (minutes <= 0) return [];
    const source = { shift: null, holiday: null, incident: incident.id, leave: null };
    return [{ person: id, why: 'response', date, minutes, source, policy: policy.id }];
  });
}
