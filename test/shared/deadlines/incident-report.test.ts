import { expect, test } from 'vitest';
import { goalOf } from '../../../shared/deadlines/incident-clock.ts';
import { incidentReport, incidentRows } from '../../../shared/deadlines/incident-report.ts';
import { csvOf } from '../../../shared/exchange/csv-out.ts';
import type { Instant } from '../../../shared/model/dates.ts';
import type { Incident, IncidentEvent } from '../../../shared/model/incident.ts';
import type { Sla } from '../../../shared/model/runbook.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { breachText, remainingText, reportTable, stateText } from '../../../shared/words/incident-text.ts';

const sample = sampleWorkspace();
const now = '2026-11-23T17:00:00Z' as Instant;
const profit = Object.values(sample.pipelines).find(({ name }) => name === 'Profit');
if (profit === undefined) throw new Error('no pipeline');

const promise = (resolveWithinHours: number, severity: Sla['severity']): Sla => ({
  text: 'Resolved in time',
  dayOfMonth: null,
  resolveWithinHours,
  severity,
});
const promising = (...slas: readonly Sla[]): Workspace => ({
  ...sample,
  runbooks: Object.fromEntries(
    Object.entries(sample.runbooks).map(([id, runbook]) => [
      id,
      { ...runbook, slas: runbook.pipeline === profit.id ? slas : [] },
    ]),
  ),
});
const made = (
  severity: Incident['severity'],
  ...events: readonly (readonly [IncidentEvent['kind'], string])[]
) => ({
  id: `incident-${severity}-${events[0]?.[1].slice(0, 10) ?? ''}` as Incident['id'],
  pipeline: profit.id,
  title: 'Late data',
  severity,
  reference: '',
  events: events.map(([kind, at]) => ({ kind, at: at as Instant, by: null, reason: '' })),
});

test('the goal is what the runbook promises for the severity, and the usual hours where it promises nothing', () => {
  const critical = made('critical', ['opened', '2026-11-23T08:00:00Z']);
  const normal = made('normal', ['opened', '2026-11-23T08:00:00Z']);
  expect(goalOf(promising(), critical)).toEqual({ hours: 12, business: false, runbook: null });
  expect(goalOf(promising(), normal)).toEqual({ hours: 24, business: false, runbook: null });
  const both = promising(
    promise(48, 'normal'),
    promise(6, 'critical'),
    promise(8, 'critical'),
    promise(2, null),
  );
  expect(goalOf(both, critical).hours).toBe(6);
  expect(goalOf(both, normal).hours).toBe(48);
  expect(goalOf(promising(promise(30, null), promise(6, 'critical')), normal).hours).toBe(30);
  expect(goalOf(both, { ...normal, pipeline: 'pipeline-none' as never }).runbook).toBeNull();
});

test('the clock, what is left and the breach are told by that goal', () => {
  const open = made('normal', ['opened', '2026-11-23T08:00:00Z']);
  const workspace = { ...promising(promise(6, null)), incidents: { [open.id]: open } } as Workspace;
  const [row] = incidentRows(workspace, now);
  if (row === undefined) throw new Error('no row');
  expect([stateText(row.clock), remainingText(row.clock, row.goal)]).toEqual([
    'Not acknowledged',
    '3 h over 6 h',
  ]);
  expect(breachText(row.clock, 'UTC' as never)).toBe('Breached Mon 23 Nov 2026, 14:00');
  const [earlier] = incidentRows(workspace, '2026-11-23T12:30:00Z' as Instant);
  if (earlier === undefined) throw new Error('no row');
  expect(remainingText(earlier.clock, earlier.goal)).toBe('1 h 30 min left of 6 h');
  const [barely] = incidentRows(workspace, '2026-11-23T14:00:20Z' as Instant);
  if (barely === undefined) throw new Error('no row');
  expect(remainingText(barely.clock, barely.goal)).toBe('1 min over 6 h');
  expect(breachText(earlier.clock, 'UTC' as never)).toBe('Breaches Mon 23 Nov 2026, 14:00');
});

test('running incidents come first, by what they have left, then the latest', () => {
  const calm = made('normal', ['opened', '2026-11-23T16:00:00Z']);
  const urgent = made('critical', ['opened', '2026-11-23T06:00:00Z']);
  const workspace = {
    ...sample,
    incidents: { ...sample.incidents, [calm.id]: calm, [urgent.id]: urgent },
  } as Workspace;
  expect(incidentRows(workspace, now).map(({ incident }) => incident.reference || incident.severity)).toEqual(
    ['critical', 'normal', 'INC-1063', 'INC-1057', 'INC-1042'],
  );
});

test('the report counts by quarter of opening and by pipeline, breaches and medians with it', () => {
  const first = made(
    'critical',
    ['opened', '2026-08-03T08:00:00Z'],
    ['acknowledged', '2026-08-03T08:10:00Z'],
    ['resolved', '2026-08-03T21:00:00Z'],
  );
  const second = made(
    'normal',
    ['opened', '2026-08-04T08:00:00Z'],
    ['acknowledged', '2026-08-04T08:20:00Z'],
    ['resolved', '2026-08-04T11:00:00Z'],
  );
  const still = made('normal', ['opened', '2026-09-30T23:00:00Z']);
  const workspace = {
    ...promising(),
    incidents: { [first.id]: first, [second.id]: second, [still.id]: still },
  } as Workspace;
  expect(incidentReport(workspace, now)).toEqual([
    {
      quarter: '2026-Q3',
      pipeline: profit.id,
      opened: 3,
      critical: 1,
      unresolved: 1,
      breached: 2,
      medianAcknowledged: 900,
      medianResolved: 8 * 3600,
    },
  ]);
  expect(csvOf(reportTable(workspace, now)).split('\r\n')[1]).toBe('2026-Q3,Profit,3,1,1,2,0.25,8');
});
