import type { Instant } from '../model/dates.ts';
import type { IncidentId } from '../model/ids.ts';
import type { Incident, IncidentEvent } from '../model/incident.ts';
import { personId } from './people.ts';
import { pipelineId } from './tasks.ts';

const event = (kind: IncidentEvent['kind'], at: string, by: number | null, reason = ''): IncidentEvent => ({
  kind,
  at: at as Instant,
  by: by === null ? null : personId(by),
  reason,
});

export const incidents: readonly Incident[] = [
  {
    id: 'incident-profit-late-upstream' as IncidentId,
    pipeline: pipelineId('Profit'),
    title: 'Revenue export arrived without the EMEA accounts',
    severity: 'normal',
    reference: 'INC-1042',
    events: [
      event('opened', '2026-10-14T06:12:00Z', null),
      event('acknowledged', '2026-10-14T06:20:00Z', 1),
      event('paused', '2026-10-14T07:05:00Z', 1, 'Waiting for the billing team to send the export again'),
      event('resumed', '2026-10-14T13:30:00Z', 1),
      event('resolved', '2026-10-14T15:10:00Z', 1, 'Loaded the new export, totals agree with the ledger'),
    ],
  },
  {
    id: 'incident-growth-double-count' as IncidentId,
    pipeline: pipelineId('Growth'),
    title: 'User growth doubled after a replayed event stream',
    severity: 'critical',
    reference: 'INC-1057',
    events: [
      event('opened', '2026-11-02T22:47:00Z', null),
      event('acknowledged', '2026-11-02T22:55:00Z', 3),
      event('resolved', '2026-11-03T05:30:00Z', 3, 'Removed the replayed batch and ran the month again'),
    ],
  },
  {
    id: 'incident-engagement-slow-job' as IncidentId,
    pipeline: pipelineId('Engagement'),
    title: 'Retention job ran past its window',
    severity: 'normal',
    reference: 'INC-1063',
    events: [
      event('opened', '2026-11-17T04:30:00Z', null),
      event('acknowledged', '2026-11-17T04:41:00Z', 1),
      event('resolved', '2026-11-17T09:05:00Z', 1, 'Split the job by region'),
      event('reopened', '2026-11-18T04:35:00Z', 1, 'Late again for one region'),
      event('resolved', '2026-11-18T11:20:00Z', 2, 'Gave the join more memory; two nights on time since'),
    ],
  },
];
