import type { MonitorState, Objective } from '../../shared/exchange/health.ts';

/** How urgent a state is, for its sign and tone: what nobody measures is unclear, never good. */
export const monitorStanding = {
  Alert: 'bad',
  Warn: 'risky',
  'No Data': 'unclear',
  Unknown: 'unclear',
  Skipped: 'unclear',
  OK: 'good',
  Ignored: 'off',
} as const satisfies Readonly<Record<MonitorState, string>>;

export const objectiveStanding = {
  breached: 'bad',
  warning: 'risky',
  no_data: 'unclear',
  unknown: 'unclear',
  ok: 'good',
} as const satisfies Readonly<Record<Objective['state'], string>>;
