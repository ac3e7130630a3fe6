import { instantOf } from '../calendar/zone.ts';
import type { Instant } from '../model/dates.ts';
import type { Incident, IncidentEvent } from '../model/incident.ts';
import type { IncidentId, PersonId, PipelineId } from '../model/ids.ts';
import { recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { listAt, momentAt, textAt, type Json } from './json-fields.ts';

/** An incident as PagerDuty tells of it. */
export interface RemoteIncident {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  /** High urgency is critical, low is normal. */
  readonly severity: Incident['severity'];
  readonly service: { readonly id: string; readonly name: string };
  /** In order, the first is that it was opened; each with the id of whoever did it there. */
  readonly events: readonly {
    readonly kind: 'opened' | 'acknowledged' | 'resolved';
    readonly at: Instant;
    readonly user: string | null;
  }[];
}

type RemoteEvent = RemoteIncident['events'][number];

const kinds: Readonly<Record<string, 'acknowledged' | 'resolved'>> = {
  acknowledge_log_entry: 'acknowledged',
  resolve_log_entry: 'resolved',
};

/** Who did it; null where it was a service or a rule. */
const agentOf = (entry: Json): string | null =>
  textAt(entry, 'agent', 'type')?.startsWith('user') === true ? textAt(entry, 'agent', 'id') : null;

/** Acknowledgements and resolutions by incident, in the order in which they happened. */
function entriesByIncident(
  pages: readonly Json[],
): ReadonlyMap<string, readonly (RemoteEvent & { moment: number })[]> {
  const found = new Map<string, (RemoteEvent & { moment: number })[]>();
  for (const entry of pages.flatMap((page) => listAt(page, 'log_entries'))) {
    const type = textAt(entry, 'type') ?? '';
    const kind = Object.hasOwn(kinds, type) ? kinds[type] : undefined;
    const [incident, moment] = [textAt(entry, 'incident', 'id'), momentAt(entry, 'created_at')];
    if (kind === undefined || incident === null || moment === null) continue;
    const list = found.get(incident) ?? [];
    found.set(incident, [...list, { kind, at: instantOf(moment), user: agentOf(entry), moment }]);
  }
  for (const list of found.values()) list.sort((one, other) => one.moment - other.moment);
  return found;
}

/** One acknowledgement, the first, and one resolution, the last: what came between does not change how long it was open. */
function eventsOf(
  opened: number,
  entry: Json,
  log: readonly (RemoteEvent & { moment: number })[],
): readonly RemoteEvent[] {
  const after = log.filter(({ moment }) => moment >= opened);
  const isResolved = textAt(entry, 'status') === 'resolved';
  const told = momentAt(entry, 'resolved_at') ?? momentAt(entry, 'last_status_change_at');
  const last = after.findLast(({ kind }) => kind === 'resolved');
  const resolved = !isResolved
    ? undefined
    : (last ??
      (told === null
        ? undefined
        : { kind: 'resolved' as const, at: instantOf(told), user: null, moment: told }));
  const acknowledged = after.find(
    ({ kind, moment }) => kind === 'acknowledged' && (resolved === undefined || moment <= resolved.moment),
  );
  const events = [acknowledged, resolved].filter((event) => event !== undefined);
  return [
    { kind: 'opened', at: instantOf(opened), user: null },
    ...events.map(({ kind, at, user }) => ({ kind, at, user })),
  ];
}

/** Incidents as `GET incidents` lists them, with the times of `GET log_entries`. What cannot be read is counted. */
export function incidentsOf(
  pages: readonly Json[],
  logs: readonly Json[],
): { readonly incidents: readonly RemoteIncident[]; readonly unread: number } {
  const byIncident = entriesByIncident(logs);
  let unread = 0;
  const incidents = pages
    .flatMap((page) => listAt(page, 'incidents'))
    .flatMap((entry): readonly RemoteIncident[] => {
      const [id, opened] = [textAt(entry, 'id'), momentAt(entry, 'created_at')];
      const service = textAt(entry, 'service', 'id');
      if (id === null || opened === null || service === null) {
        unread++;
        return [];
      }
      const number = textAt(entry, 'incident_number') ?? id;
      return [
        {
          id,
          number,
          title: (textAt(entry, 'title') ?? textAt(entry, 'summary') ?? `Incident ${number}`).slice(0, 200),
          severity: textAt(entry, 'urgency') === 'low' ? 'normal' : 'critical',
          service: { id: service, name: textAt(entry, 'service', 'summary') ?? service },
          events: eventsOf(opened, entry, byIncident.get(id) ?? []),
        },
      ];
    });
  return { incidents, unread };
}

/** What taking an incident over would do. */
export interface IncidentTake {
  readonly remote: RemoteIncident;
  /** `unmapped`: nobody said which pipeline its service is. `here`: it is in the log already and stays as it is there. */
  readonly kind: 'new' | 'newer' | 'here' | 'unmapped';
  /** The record as it would be; null where nothing would be written. */
  readonly record: Incident | null;
}

const referenceOf = ({ number }: RemoteIncident): string => `PagerDuty ${number}`;

const isPrefix = (short: readonly IncidentEvent[], long: readonly IncidentEvent[]): boolean =>
  short.length < long.length &&
  short.every(({ kind, at }, index) => kind === long[index]?.kind && at === long[index].at);

/**
 * What each incident would become. One that is in the log already is known by its number, and only ever goes on: where it was changed
 * here it stays as it is.
 */
export function incidentTakes(
  workspace: Workspace,
  incidents: readonly RemoteIncident[],
  pipelines: ReadonlyMap<string, PipelineId | null>,
  personOf: (user: string) => PersonId | null,
): readonly IncidentTake[] {
  const known = new Map(recordsOf(workspace, 'incidents').map((incident) => [incident.reference, incident]));
  return incidents.map((remote): IncidentTake => {
    const pipeline = pipelines.get(remote.service.id) ?? null;
    const id = `incident-pagerduty-${remote.id.toLowerCase().replace(/[^a-z0-9]/g, '')}` as IncidentId;
    const before = known.get(referenceOf(remote)) ?? workspace.incidents[id];
    const events = remote.events.map(({ kind, at, user }) => ({
      kind,
      at,
      by: user === null ? null : personOf(user),
      reason: '',
    }));
    if (before !== undefined)
      return isPrefix(before.events, events)
        ? {
            remote,
            kind: 'newer',
            record: { ...before, events: [...before.events, ...events.slice(before.events.length)] },
          }
        : { remote, kind: 'here', record: null };
    if (pipeline === null) return { remote, kind: 'unmapped', record: null };
    return {
      remote,
      kind: 'new',
      record: {
        id,
        pipeline,
        title: remote.title,
        severity: remote.severity,
        reference: referenceOf(remote),
        events,
      },
    };
  });
}
