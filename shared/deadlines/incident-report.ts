import { dateOf, quarterOf } from '../calendar/days.ts';
import { secondsBetween, toLocal } from '../calendar/zone.ts';
import type { Instant, QuarterId } from '../model/dates.ts';
import type { PersonId, PipelineId } from '../model/ids.ts';
import type { Incident, IncidentEvent } from '../model/incident.ts';
import { recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { goalOf, incidentClock, runOf, type Goal, type IncidentClock } from './incident-clock.ts';

/** One incident with its clock at a moment. */
export interface IncidentRow {
  readonly incident: Incident;
  readonly goal: Goal;
  readonly clock: IncidentClock;
  readonly openedAt: Instant;
  /** Who acknowledged it first; null where nobody has, or it is not known. */
  readonly responder: PersonId | null;
  /** Seconds from opening to the first acknowledgement; null where nobody has. */
  readonly acknowledgedAfter: number | null;
  /** In which it was opened, by the team's calendar. */
  readonly quarter: QuarterId;
}

const firstOf = (incident: Incident, kind: IncidentEvent['kind']): IncidentEvent | undefined =>
  incident.events.find((event) => event.kind === kind);

function rowOf(workspace: Workspace, incident: Incident, now: Instant): IncidentRow {
  const goal = goalOf(workspace, incident);
  // An incident has an event at least, and its first is that it was opened.
  const openedAt = incident.events[0]?.at ?? now;
  const acknowledged = firstOf(incident, 'acknowledged');
  return {
    incident,
    goal,
    clock: incidentClock(incident, now, goal.hours, runOf(workspace, goal)),
    openedAt,
    responder: acknowledged?.by ?? null,
    acknowledgedAfter: acknowledged === undefined ? null : secondsBetween(openedAt, acknowledged.at),
    quarter: quarterOf(dateOf(toLocal(openedAt, workspace.about.zone))),
  };
}

/** All incidents: the running ones by how little time is left, then the others, the latest first. */
export function incidentRows(workspace: Workspace, now: Instant): readonly IncidentRow[] {
  const isDone = ({ clock }: IncidentRow): boolean => clock.state === 'resolved';
  return recordsOf(workspace, 'incidents')
    .map((incident) => rowOf(workspace, incident, now))
    .sort((one, other) => {
      if (isDone(one) !== isDone(other)) return Number(isDone(one)) - Number(isDone(other));
      return isDone(one)
        ? secondsBetween(one.openedAt, other.openedAt)
        : one.clock.remaining - other.clock.remaining;
    });
}

/** Incidents of one pipeline that were opened in one quarter. */
export interface ReportRow {
  readonly quarter: QuarterId;
  readonly pipeline: PipelineId;
  readonly opened: number;
  readonly critical: number;
  readonly unresolved: number;
  readonly breached: number;
  /** Median seconds to acknowledge; null where none was acknowledged. */
  readonly medianAcknowledged: number | null;
  /** Median seconds that the clock of the resolved ones ran; null where none is. */
  readonly medianResolved: number | null;
}

function median(figures: readonly number[]): number | null {
  const sorted = [...figures].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return null;
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(middle)] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** How incidents went, by quarter, the latest first, and by pipeline in its order. A breach counts in the quarter of opening. */
export function incidentReport(workspace: Workspace, now: Instant): readonly ReportRow[] {
  const groups = new Map<string, IncidentRow[]>();
  for (const row of incidentRows(workspace, now)) {
    const key = `${row.quarter} ${row.incident.pipeline}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const position = (pipeline: PipelineId): number => workspace.pipelines[pipeline]?.position ?? Infinity;
  return [...groups.values()]
    .flatMap((rows) => {
      const [first] = rows;
      return first === undefined ? [] : [summary(first, rows)];
    })
    .sort((one, other) =>
      one.quarter === other.quarter
        ? position(one.pipeline) - position(other.pipeline)
        : one.quarter < other.quarter
          ? 1
          : -1,
    );
}

function summary(first: IncidentRow, rows: readonly IncidentRow[]): ReportRow {
  const resolved = rows.filter(({ clock }) => clock.state === 'resolved');
  return {
    quarter: first.quarter,
    pipeline: first.incident.pipeline,
    opened: rows.length,
    critical: rows.filter(({ incident }) => incident.severity === 'critical').length,
    unresolved: rows.length - resolved.length,
    breached: rows.filter(({ clock }) => clock.breached).length,
    medianAcknowledged: median(
      rows.flatMap(({ acknowledgedAfter }) => (acknowledgedAfter === null ? [] : [acknowledgedAfter])),
    ),
    medianResolved: median(resolved.map(({ clock }) => clock.elapsed)),
  };
}
