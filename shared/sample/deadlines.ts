import type { Deadline } from '../model/deadline.ts';
import type { DeadlineId } from '../model/ids.ts';
import { region, zone } from './people.ts';
import { pipelineId, taskId } from './tasks.ts';

const monthly = (
  id: string,
  title: string,
  pipeline: string,
  task: string | null,
  day: number,
  consumer: string,
  position: number,
): Deadline => ({
  id: `deadline-${id}` as DeadlineId,
  title,
  pipeline: pipelineId(pipeline),
  task: task === null ? null : taskId(task),
  anchor: { kind: 'day-of-month', day },
  time: null,
  zone,
  holidayRegion: region,
  // Early rather than late, but never before the month that is reported on has ended.
  convention: 'modified-preceding',
  remindDaysBefore: [2],
  ownerRole: 'primary',
  consumer,
  startsOn: null,
  endsOn: null,
  position,
});

/** What the runbooks promise, as days of the month. */
export const deadlines: readonly Deadline[] = [
  monthly(
    'profit-data',
    'Profit data available',
    'Profit',
    'B',
    5,
    'Accounts team, for its monthly review',
    0,
  ),
  monthly('growth-report', 'Growth report final', 'Growth', 'C', 3, 'Investor relations', 1),
  monthly('growth-data', 'Growth data ready for investors', 'Growth', 'C', 5, 'Investors', 2),
  monthly('engagement-report', 'Engagement report final', 'Engagement', 'E', 3, 'Investor relations', 3),
  monthly('engagement-data', 'Engagement data ready for investors', 'Engagement', 'E', 5, 'Investors', 4),
];
