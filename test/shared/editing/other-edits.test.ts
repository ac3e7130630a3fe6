import { expect, test } from 'vitest';
import type { Incident, IncidentEvent } from '../../../shared/model/incident.ts';
import type { QuarterId } from '../../../shared/model/dates.ts';
import type { PolicyId } from '../../../shared/model/ids.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { aPolicy, aWorkspace, date, personIdOf } from '../../builders/a-workspace.ts';
import { made, refusalOf } from './try-edit.ts';

const sample = sampleWorkspace();
const first = <Value>(table: Readonly<Record<string, Value>>): Value => {
  const value = Object.values(table)[0];
  if (value === undefined) throw new Error('an empty table');
  return value;
};

test('the workspace is renamed, and keeps its id', () => {
  const { about } = aWorkspace();
  expect(made(aWorkspace(), { kind: 'save-about', about: { ...about, name: 'New name' } }).about.name).toBe(
    'New name',
  );
  expect(
    refusalOf(aWorkspace(), { kind: 'save-about', about: { ...about, id: 'workspace-x' as never } }),
  ).toMatchObject({ kind: 'invalid', where: 'about.id' });
  expect(refusalOf(aWorkspace(), { kind: 'save-about', about: { ...about } })).toEqual({ kind: 'no-change' });
});

test('a policy is followed by the next version, never changed', () => {
  const second = aPolicy({
    id: 'policy-2' as PolicyId,
    version: 2,
    from: date('2027-01-01'),
    weekendLoad: 12,
  });
  expect(refusalOf(aWorkspace(), { kind: 'add-policy', policy: aPolicy({ weekendLoad: 12 }) })).toEqual({
    kind: 'append-only',
    table: 'policies',
    id: 'policy-1',
  });
  expect(refusalOf(aWorkspace(), { kind: 'add-policy', policy: { ...second, version: 3 } })).toMatchObject({
    kind: 'invalid',
  });
  expect(
    refusalOf(aWorkspace(), { kind: 'add-policy', policy: { ...second, from: date('2025-01-01') } }),
  ).toMatchObject({ kind: 'invalid' });
  expect(Object.keys(made(aWorkspace(), { kind: 'add-policy', policy: second }).policies)).toEqual([
    'policy-1',
    'policy-2',
  ]);
});

test('a quarter closes after its last day and stays closed', () => {
  const id = '2027-Q1' as QuarterId;
  const quarter = { id, closedOn: null, policy: 'policy-1' as PolicyId, carry: [], plan: null };
  const close = (day: string) => ({
    kind: 'save-quarter' as const,
    quarter: { ...quarter, closedOn: date(day) },
  });
  expect(refusalOf(aWorkspace(), close('2027-03-30'))).toMatchObject({
    kind: 'invalid',
    where: 'quarters/2027-Q1.closedOn',
  });
  const closed = made(aWorkspace(), close('2027-03-31'));
  expect(refusalOf(closed, { kind: 'save-quarter', quarter })).toEqual({
    kind: 'closed-quarter',
    quarter: id,
  });
  const twice = [1, 2].map(() => ({ person: personIdOf('Ann'), load: 4, holidays: 0, forgiven: 0 }));
  expect(
    refusalOf(aWorkspace(), { kind: 'save-quarter', quarter: { ...quarter, carry: twice } }),
  ).toMatchObject({ kind: 'invalid' });
});

test('a delivery is recorded for a day on which its deadline is due, once', () => {
  const delivery = { ...first(sample.deliveries), id: 'delivery-new' as never };
  expect(refusalOf(sample, { kind: 'record-delivery', delivery })).toMatchObject({
    kind: 'duplicate',
    field: 'due',
  });
  expect(
    refusalOf(sample, { kind: 'record-delivery', delivery: { ...delivery, due: date('2026-12-01') } }),
  ).toMatchObject({ kind: 'invalid' });
  const december = { ...delivery, due: date('2026-12-03') };
  expect(made(sample, { kind: 'record-delivery', delivery: december }).deliveries).toHaveProperty(
    'delivery-new',
  );
  expect(
    refusalOf(sample, {
      kind: 'record-delivery',
      delivery: { ...delivery, deadline: 'deadline-none' as never },
    }),
  ).toMatchObject({ kind: 'unknown-record' });
});

test('a record of a delivery outlives a change of its deadline', () => {
  const delivery = first(sample.deliveries);
  const deadline = sample.deadlines[delivery.deadline];
  if (deadline === undefined) throw new Error('a delivery without its deadline');
  const moved = made(sample, {
    kind: 'save-deadline',
    deadline: { ...deadline, anchor: { kind: 'day-of-month', day: 20 } },
  });
  expect(
    made(moved, { kind: 'record-delivery', delivery: { ...delivery, evidence: 'More words' } }).deliveries[
      delivery.id
    ]?.evidence,
  ).toBe('More words');
});

test('a deadline names a pipeline that is there, and each reminder once', () => {
  const deadline = first(sample.deadlines);
  expect(
    refusalOf(sample, {
      kind: 'save-deadline',
      deadline: { ...deadline, pipeline: 'pipeline-none' as never },
    }),
  ).toMatchObject({ kind: 'unknown-record' });
  expect(
    refusalOf(sample, { kind: 'save-deadline', deadline: { ...deadline, remindDaysBefore: [2, 2] } }),
  ).toMatchObject({ kind: 'invalid' });
});

const event = (kind: IncidentEvent['kind'], at: string): IncidentEvent => ({
  kind,
  at: at as IncidentEvent['at'],
  by: null,
  reason: '',
});
const incident = (events: readonly IncidentEvent[]): Incident => ({
  ...first(sample.incidents),
  id: 'incident-new' as never,
  events,
});

test.each<[string, readonly IncidentEvent[]]>([
  [
    'resolved before it was opened',
    [event('resolved', '2026-11-01T10:00:00Z'), event('opened', '2026-11-01T11:00:00Z')],
  ],
  [
    'resolved at a time before it was opened',
    [event('opened', '2026-11-01T10:00:00Z'), event('resolved', '2026-11-01T09:59:59Z')],
  ],
  ['opened twice', [event('opened', '2026-11-01T10:00:00Z'), event('opened', '2026-11-01T11:00:00Z')]],
  [
    'resumed without a pause',
    [event('opened', '2026-11-01T10:00:00Z'), event('resumed', '2026-11-01T11:00:00Z')],
  ],
  [
    'reopened while open',
    [event('opened', '2026-11-01T10:00:00Z'), event('reopened', '2026-11-01T11:00:00Z')],
  ],
  [
    'acknowledged after it was resolved',
    ['opened', 'resolved', 'acknowledged'].map((kind, hour) =>
      event(kind as 'opened', `2026-11-01T1${hour}:00:00Z`),
    ),
  ],
])('an incident that was %s is refused', (_name, events) => {
  expect(refusalOf(sample, { kind: 'save-incident', incident: incident(events) })).toMatchObject({
    kind: 'invalid',
    where: 'incidents/incident-new.events',
  });
});

test('fractions of a second are compared as time, not as text', () => {
  const events = [event('opened', '2026-11-01T10:00:00Z'), event('resolved', '2026-11-01T10:00:00.500Z')];
  expect(made(sample, { kind: 'save-incident', incident: incident(events) }).incidents).toHaveProperty(
    'incident-new',
  );
});

test('a runbook is saved, reviewed and removed', () => {
  const runbook = first(sample.runbooks);
  const reviewed = made(sample, { kind: 'review-runbook', runbook: runbook.id, on: date('2026-11-23') });
  expect(reviewed.runbooks[runbook.id]?.lastReviewedOn).toBe('2026-11-23');
  expect(
    refusalOf(reviewed, { kind: 'review-runbook', runbook: runbook.id, on: date('2026-11-22') }),
  ).toMatchObject({ kind: 'invalid' });
  expect(made(sample, { kind: 'remove-runbook', runbook: runbook.id }).runbooks).not.toHaveProperty(
    runbook.id,
  );
  for (const kind of ['review-runbook', 'remove-runbook'] as const) {
    expect(
      refusalOf(sample, { kind, runbook: 'runbook-none' as never, on: date('2026-11-23') }),
    ).toMatchObject({ kind: 'unknown-record' });
  }
  const twice = { ...runbook, ownerSecondary: runbook.ownerPrimary };
  expect(refusalOf(sample, { kind: 'save-runbook', runbook: twice })).toMatchObject({
    kind: 'invalid',
    where: `runbooks/${runbook.id}.ownerSecondary`,
  });
});

test('a revert that would leave a reference without its record is refused', () => {
  const person = first(sample.people);
  const changes = [{ table: 'people' as const, id: person.id, before: person as never, after: null }];
  expect(refusalOf(sample, { kind: 'revert', direction: 'undo', of: 1, changes })).toMatchObject({
    kind: 'invalid',
  });
});

test('a revert of a record that was changed since is refused by its name', () => {
  const person = first(sample.people);
  const changes = [
    {
      table: 'people' as const,
      id: person.id,
      before: { ...person, name: 'Was' } as never,
      after: person as never,
    },
  ];
  expect(refusalOf(sample, { kind: 'revert', direction: 'undo', of: 1, changes })).toEqual({
    kind: 'changed-since',
    table: 'people',
    id: person.id,
  });
});
