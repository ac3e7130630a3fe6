import type { EventFault, EventKind } from '../deadlines/incident-events.ts';
import type { Goal, IncidentClock } from '../deadlines/incident-clock.ts';
import { businessDay } from '../deadlines/business-hours.ts';
import { incidentReport, incidentRows, type IncidentRow } from '../deadlines/incident-report.ts';
import type { OutTable } from '../exchange/csv-out.ts';
import type { Instant, ZoneName } from '../model/dates.ts';
import type { Incident } from '../model/incident.ts';
import type { Workspace } from '../model/workspace.ts';
import { minutesText } from './date-text.ts';
import { momentIn } from './deadline-text.ts';
import { personName, recordName } from './names.ts';

const kinds: Readonly<Record<EventKind, string>> = {
  opened: 'Opened',
  acknowledged: 'Acknowledged',
  paused: 'Paused',
  resumed: 'Resumed',
  resolved: 'Resolved',
  reopened: 'Reopened',
};

const verbs: Readonly<Record<EventKind, string>> = {
  opened: 'Open',
  acknowledged: 'Acknowledge',
  paused: 'Pause',
  resumed: 'Resume',
  resolved: 'Resolve',
  reopened: 'Reopen',
};

export const eventText = (kind: EventKind): string => kinds[kind];
export const eventVerb = (kind: EventKind): string => verbs[kind];

export const severityText = (severity: Incident['severity']): string =>
  severity === 'critical' ? 'Critical' : 'Normal';

/** How an incident stands: `Running`, `Running, not acknowledged`, `Paused`, `Resolved`. */
export function stateText({ state, acknowledged }: IncidentClock): string {
  if (state === 'resolved') return 'Resolved';
  if (state === 'paused') return 'Paused';
  return acknowledged ? 'Running' : 'Not acknowledged';
}

const minutes = (seconds: number): string => minutesText(Math.floor(seconds / 60));

/** Time the clock has run: `7 h 12 min`. */
export const elapsedText = ({ elapsed }: Pick<IncidentClock, 'elapsed'>): string => minutes(elapsed);

/** `24 h`, `8 business h`. */
const unit = ({ hours, business }: Goal): string => `${hours} ${business ? 'business ' : ''}h`;

/** What is left of the goal, or by how much it was missed: `4 h 48 min left`, `2 h over`, `within 24 h`. */
export function remainingText({ state, remaining, breached }: IncidentClock, goal: Goal): string {
  // A begun minute counts: nothing is 0 min over.
  if (breached) return `${minutesText(Math.max(1, Math.ceil(-remaining / 60)))} over ${unit(goal)}`;
  return state === 'resolved' ? `within ${unit(goal)}` : `${minutes(remaining)} left of ${unit(goal)}`;
}

/** When its clock reaches the goal, or reached it; null while it stands still with time left. */
export function breachText({ breachesAt, breached, state }: IncidentClock, zone: ZoneName): string | null {
  if (breachesAt === null || (state === 'resolved' && !breached)) return null;
  return `${breached ? 'Breached' : 'Breaches'} ${momentIn(breachesAt, zone)}`;
}

/** Where the goal is from: `24 h by the runbook Profit`, `24 h, as usual`. */
export const goalText = (workspace: Workspace, goal: Goal): string =>
  goal.runbook === null
    ? `${unit(goal)} as no runbook says otherwise`
    : `${unit(goal)} by ${recordName(workspace, 'runbooks', goal.runbook)}`;

/** When the clock of a goal runs, as a sentence. */
export const clockRunText = ({ business }: Goal): string =>
  business
    ? `The clock runs on business days from ${businessDay.begins} to ${businessDay.ends}, in the team’s zone.`
    : 'The clock runs day and night.';

const states = { open: 'open', paused: 'paused', resolved: 'resolved' } as const;

/** Why an event cannot be written down, as a sentence at the field. */
export function eventFaultText(fault: EventFault, zone: ZoneName): string {
  switch (fault.kind) {
    case 'order':
      return `It is ${states[fault.state]}: it cannot be ${kinds[fault.event].toLowerCase()} now.`;
    case 'before-last':
      return `It was ${kinds[fault.last.kind].toLowerCase()} ${momentIn(fault.last.at, zone)}: give a later time.`;
    case 'ahead':
      return 'This is still to come.';
  }
}

/** What runs now and what is over its goal: `1 is running, 1 of them over its goal. 3 resolved.` */
export function incidentsHeadline(rows: readonly IncidentRow[]): string {
  const open = rows.filter(({ clock }) => clock.state !== 'resolved');
  const over = open.filter(({ clock }) => clock.breached).length;
  const running =
    open.length === 0
      ? 'Nothing is open.'
      : `${open.length} open${over === 0 ? '' : `, ${over} over the goal`}.`;
  return `${running} ${rows.length - open.length} resolved.`;
}

const hours = (seconds: number | null): number | null =>
  seconds === null ? null : Math.round(seconds / 36) / 100;

/** The report by quarter and pipeline, hours with a point. */
export const reportTable = (workspace: Workspace, now: Instant): OutTable => ({
  name: 'Incidents by quarter and pipeline',
  columns: [
    'Quarter',
    'Pipeline',
    'Opened',
    'Critical',
    'Not resolved',
    'Over the goal',
    'Median h to acknowledge',
    'Median h to resolve',
  ],
  rows: incidentReport(workspace, now).map((row) => [
    row.quarter,
    workspace.pipelines[row.pipeline]?.name ?? row.pipeline,
    row.opened,
    row.critical,
    row.unresolved,
    row.breached,
    hours(row.medianAcknowledged),
    hours(row.medianResolved),
  ]),
});

/** Every incident as a row, the times as instants. */
export const incidentsTable = (workspace: Workspace, now: Instant): OutTable => ({
  name: 'Incidents',
  columns: [
    'Reference',
    'Title',
    'Pipeline',
    'Severity',
    'Quarter',
    'Opened',
    'Acknowledged by',
    'State',
    'Clock h',
    'Goal h',
    'Clock runs',
    'Over the goal',
    'Reached the goal',
  ],
  rows: incidentRows(workspace, now).map(({ incident, goal, clock, openedAt, responder, quarter }) => [
    incident.reference,
    incident.title,
    workspace.pipelines[incident.pipeline]?.name ?? incident.pipeline,
    incident.severity,
    quarter,
    openedAt,
    responder === null ? null : personName(workspace, responder),
    clock.state,
    hours(clock.elapsed),
    goal.hours,
    goal.business ? 'business hours' : 'day and night',
    clock.breached ? 'yes' : 'no',
    clock.breached ? clock.breachesAt : null,
  ]),
});
