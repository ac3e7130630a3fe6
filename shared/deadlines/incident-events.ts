import { secondsBetween } from '../calendar/zone.ts';
import type { Instant } from '../model/dates.ts';
import type { Incident, IncidentEvent } from '../model/incident.ts';

export type EventKind = IncidentEvent['kind'];

/** Why an event cannot be added: by the state it would follow, or by its time. */
export type EventFault =
  | { readonly kind: 'order'; readonly event: EventKind; readonly state: 'open' | 'paused' | 'resolved' }
  | { readonly kind: 'before-last'; readonly last: IncidentEvent }
  | { readonly kind: 'ahead' };

/** The state that all events so far have led to. */
export function stateOf({ events }: Incident): 'open' | 'paused' | 'resolved' {
  let state: 'open' | 'paused' | 'resolved' = 'open';
  for (const { kind } of events) {
    if (kind === 'paused' || kind === 'resolved') state = kind;
    else if (kind !== 'acknowledged') state = 'open';
  }
  return state;
}

const following: Readonly<Record<'open' | 'paused' | 'resolved', readonly EventKind[]>> = {
  open: ['acknowledged', 'paused', 'resolved'],
  paused: ['acknowledged', 'resumed', 'resolved'],
  resolved: ['reopened'],
};

/** What can happen next to an incident. It is acknowledged once in each stretch that it is open. */
export function nextEvents(incident: Incident): readonly EventKind[] {
  const since = incident.events.findLastIndex(({ kind }) => kind === 'opened' || kind === 'reopened');
  const acknowledged = incident.events.slice(since).some(({ kind }) => kind === 'acknowledged');
  return following[stateOf(incident)].filter((kind) => kind !== 'acknowledged' || !acknowledged);
}

/**
 * Why an event cannot come after those that an incident has; null where it can. Nothing can be written down before it happens: a
 * minute is given, since the clocks of two computers differ.
 */
export function faultOf(
  incident: Incident,
  event: Pick<IncidentEvent, 'kind' | 'at'>,
  now: Instant,
): EventFault | null {
  const state = stateOf(incident);
  if (!following[state].includes(event.kind)) return { kind: 'order', event: event.kind, state };
  const last = incident.events.at(-1);
  if (last !== undefined && secondsBetween(last.at, event.at) < 0) return { kind: 'before-last', last };
  return secondsBetween(now, event.at) > 60 ? { kind: 'ahead' } : null;
}
