import type { Health, MonitorState, Objective } from '../exchange/health.ts';
import { counted } from './number-text.ts';

/** How a monitor stands, in words. */
export const monitorStateText: Readonly<Record<MonitorState, string>> = {
  Alert: 'Alert',
  Warn: 'Warning',
  'No Data': 'No data',
  Unknown: 'Unknown',
  Skipped: 'Skipped',
  OK: 'OK',
  Ignored: 'Ignored',
};

export const objectiveStateText: Readonly<Record<Objective['state'], string>> = {
  breached: 'Missed',
  warning: 'At risk',
  no_data: 'No data',
  unknown: 'Unknown',
  ok: 'Kept',
};

const percent = (value: number): string =>
  `${new Intl.NumberFormat('en', { maximumFractionDigits: 3 }).format(value)} %`;

const windows: Readonly<Record<string, string>> = { '7d': '7 days', '30d': '30 days', '90d': '90 days' };

/** What an objective reached: "98.1 % of 99.5 % in 30 days; error budget overdrawn by 280 %"; its goal, where nothing else is told. */
export function objectiveText({ state, reached, target, window, budget }: Objective): string {
  const aimed = target === null ? '' : ` of ${percent(target)}`;
  const over = window === null ? '' : ` in ${windows[window] ?? window}`;
  if (state === 'unknown' && reached === null)
    return target === null ? 'no figures' : `goal ${percent(target)}${over}`;
  const got = reached === null ? `nothing measured${over}` : `${percent(reached)}${aimed}${over}`;
  if (budget === null) return got;
  return `${got}; error budget ${budget < 0 ? `overdrawn by ${percent(-budget)}` : `${percent(budget)} left`}`;
}

/** How long something lasts, in its largest unit: "less than a minute", "3 hours", "12 days". */
export function lengthText(milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  if (minutes < 1) return 'less than a minute';
  if (minutes < 60) return counted(minutes, 'minute');
  if (minutes < 48 * 60) return counted(Math.floor(minutes / 60), 'hour');
  return counted(Math.floor(minutes / (24 * 60)), 'day');
}

/** What was read, in a sentence. */
export function healthReadText({ monitors, objectives, unread }: Health): string {
  const parts = [
    counted(monitors.length, 'monitor'),
    ...(objectives === null ? [] : [counted(objectives.length, 'objective')]),
  ];
  const without =
    objectives === null ? ' Objectives were not to be had: not in the file, or not open to these keys.' : '';
  const lost = unread === 0 ? '' : ` ${counted(unread, 'entry', 'entries')} could not be understood.`;
  return `${parts.join(' and ')}.${without}${lost}`;
}
