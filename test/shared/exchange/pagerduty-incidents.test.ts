import { expect, test } from 'vitest';
import { edit } from '../../../shared/editing/edit.ts';
import { incidentsOf, incidentTakes } from '../../../shared/exchange/pagerduty-incidents.ts';
import type { PersonId, PipelineId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { aPerson, aWorkspace } from '../../builders/a-workspace.ts';

const profit = 'pipeline-profit' as PipelineId;
const ann = aPerson('Ann');

const workspace = aWorkspace({
  people: [ann],
  pipelines: [{ id: profit, name: 'Profit', code: 'PRO', position: 0 }],
});

const entry = (changes: object = {}) => ({
  id: 'Q1A',
  incident_number: 41,
  title: 'Profit is late',
  urgency: 'high',
  status: 'resolved',
  created_at: '2026-11-02T03:00:00Z',
  service: { id: 'S1', summary: 'Profit pipeline' },
  ...changes,
});

const log = (kind: string, at: string, user: string | null = 'U1', incident = 'Q1A') => ({
  type: `${kind}_log_entry`,
  created_at: at,
  incident: { id: incident },
  agent: user === null ? { id: 'S1', type: 'service_reference' } : { id: user, type: 'user_reference' },
});

const read = (incidents: readonly object[], entries: readonly object[] = []) =>
  incidentsOf([{ incidents }], [{ log_entries: entries }]);

const takes = (
  into: Workspace,
  incidents: readonly object[],
  entries: readonly object[] = [],
  isMapped = true,
) =>
  incidentTakes(
    into,
    read(incidents, entries).incidents,
    new Map([['S1', isMapped ? profit : null]]),
    (user): PersonId | null => (user === 'U1' ? ann.id : null),
  );

/** The workspace after everything that would be taken over was. */
function taken(into: Workspace, found: ReturnType<typeof takes>): Workspace {
  const records = found.flatMap(({ record }) =>
    record === null ? [] : [{ table: 'incidents' as const, record }],
  );
  const result = edit(into, { kind: 'import-records', title: 'Take over', source: 'PagerDuty', records });
  if (!result.ok) throw new Error(JSON.stringify(result.reason));
  return result.value.workspace;
}

test('the first acknowledgement and the last resolution count, whoever made them', () => {
  const { incidents } = read(
    [entry()],
    [
      log('resolve', '2026-11-02T05:00:00Z', null),
      log('acknowledge', '2026-11-02T03:30:00Z', 'U2'),
      log('acknowledge', '2026-11-02T03:10:00Z'),
      log('annotate', '2026-11-02T03:05:00Z'),
    ],
  );
  expect(incidents[0]?.events).toEqual([
    { kind: 'opened', at: '2026-11-02T03:00:00Z', user: null },
    { kind: 'acknowledged', at: '2026-11-02T03:10:00Z', user: 'U1' },
    { kind: 'resolved', at: '2026-11-02T05:00:00Z', user: null },
  ]);
});

test('an incident that was resolved outside the window that the log was read for takes the time from itself', () => {
  const { incidents } = read([entry({ last_status_change_at: '2027-01-03T05:00:00Z' })]);
  expect(incidents[0]?.events.at(-1)).toEqual({ kind: 'resolved', at: '2027-01-03T05:00:00Z', user: null });
});

test('what cannot be read is counted, and what has no title is named by its number', () => {
  const { incidents, unread } = read([
    entry({ created_at: 'yesterday' }),
    entry({ title: '', urgency: 'low' }),
    {},
  ]);
  expect(unread).toBe(2);
  expect(incidents.map(({ title, severity }) => [title, severity])).toEqual([['Incident 41', 'normal']]);
});

test('a new incident becomes a record that the log takes, with its number and people', () => {
  const found = takes(
    workspace,
    [entry()],
    [log('acknowledge', '2026-11-02T03:10:00Z'), log('resolve', '2026-11-02T05:00:00Z', 'U9')],
  );
  const next = taken(workspace, found);
  expect(Object.values(next.incidents)).toMatchObject([
    {
      pipeline: profit,
      severity: 'critical',
      reference: 'PagerDuty 41',
      events: [{ by: null }, { kind: 'acknowledged', by: ann.id }, { kind: 'resolved', by: null }],
    },
  ]);
});

test('an incident of a service that is no pipeline is left out', () => {
  expect(takes(workspace, [entry()], [], false)).toMatchObject([{ kind: 'unmapped', record: null }]);
});

test('taken over again it stays, or goes on with what happened since; what was changed here is left as it is', () => {
  const open = entry({ status: 'acknowledged' });
  const first = taken(workspace, takes(workspace, [open]));
  expect(takes(first, [open])).toMatchObject([{ kind: 'here', record: null }]);
  const later = [log('acknowledge', '2026-11-02T03:10:00Z'), log('resolve', '2026-11-02T05:00:00Z')];
  const newer = takes(first, [entry()], later);
  expect(newer.map(({ kind }) => kind)).toEqual(['newer']);
  const second = taken(first, newer);
  expect(Object.values(second.incidents)[0]?.events).toHaveLength(3);
  const [record] = Object.values(second.incidents);
  if (record === undefined) throw new Error('nothing was taken over');
  const renamed = {
    ...second,
    incidents: { [record.id]: { ...record, reference: 'ours', events: record.events.slice(0, 1) } },
  };
  expect(takes(renamed, [entry({ created_at: '2026-11-02T02:00:00Z' })], later)).toMatchObject([
    { kind: 'here' },
  ]);
});
