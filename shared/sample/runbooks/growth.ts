import type { LocalDate } from '../../model/dates.ts';
import type { RunbookId } from '../../model/ids.ts';
import type { Runbook } from '../../model/runbook.ts';
import { personId } from '../people.ts';
import { pipelineId, taskId } from '../tasks.ts';

const body = `## What this pipeline does

The Growth pipeline counts users and revenue day by day (task D) and turns them into the growth rates that investors read
(task C): revenue growth and user growth, against the month and the quarter before. The report is final by the 3rd, the
data ready for investors by the 5th.

## Before you change anything

1. Write down which rate looks wrong, for which period, and what it was yesterday.
2. Decide whether it is **critical**: a wrong or missing figure that investors can already see, or that they will see
   within two days. Critical issues are resolved within 12 hours.
3. Take a copy of the daily counts of the affected days. A second run overwrites them.

## Where to look

| Question | Place |
| --- | --- |
| Are all days of the month there? | Table \`growth_daily\`, one row per day and product |
| Is a day counted twice? | Check \`growth_duplicates\`, must be 0 |
| Is tracking data late? | Monitor *tracking delay*, usual is under 40 minutes |
| Which definition was used? | Column \`definition_version\` of the report |

## A growth rate has two ends

A rate that jumps is as often wrong at its **base** as at its tip. Look at both months before you touch either: a
duplicate removed from last month raises this month's growth.

## Afterwards

Tell investor relations what changed and from which figure to which. Add the case to the check that should have caught
it, or say in the incident why it could not.
`;

export const growthRunbook: Runbook = {
  id: 'runbook-growth' as RunbookId,
  title: 'Growth',
  pipeline: pipelineId('Growth'),
  tasks: [taskId('C'), taskId('D')],
  audience: 'investor',
  dataTypes: [
    'Aggregate growth as reported to investors: revenue growth',
    'Aggregate growth as reported to investors: user growth',
  ],
  ownerPrimary: personId(3),
  ownerSecondary: personId(4),
  ownersKept: [],
  issues: [
    {
      symptom: 'Growth figures disagree between two reports',
      cause:
        'The reports read the data at different times, use different versions of a definition, or one of them still holds test accounts.',
      steps: [
        'Mark the newer report as “draft”, so that only one figure is in the world while you look.',
        'Compare `definition_version` and the time of reading in the heads of both reports.',
        'If the versions differ, build the older report again with the newer definition and compare once more.',
        'If they agree, compare the daily counts; the first day that differs shows where to look.',
        'Check that test and internal accounts are left out in both.',
        'Say in the report’s notes which of the two figures holds, and why.',
      ],
      escalation:
        'Growth primary owner when a definition has to be chosen. Investor relations before any figure changes that has been sent.',
    },
    {
      symptom: 'Tracking data is missing or late',
      cause:
        'A client release sends another event name, the collector is behind, or one region’s stream has stopped.',
      steps: [
        'Hold the daily job back for an hour: counting now would fix a low figure into the month.',
        'Open “tracking delay” by region and by client version; one of the two will stand out.',
        'One region: ask the platform on-call to restart that region’s collector, and watch the delay fall.',
        'One client version: look for the new event name in the raw events and add it to the mapping.',
        'When the delay is back under 40 minutes, count the affected days again and compare them with the same weekdays of last week.',
      ],
      escalation:
        'Platform on-call after 30 minutes of a growing delay. Growth secondary owner if a day will be missing on the 2nd.',
    },
    {
      symptom: 'Aggregation is wrong: duplicates, or incomplete data',
      cause:
        'A stream was replayed, a batch was loaded twice, or the month was closed before its last day had arrived.',
      steps: [
        'Stop publishing: set the aggregate to “on hold”.',
        'Run `growth_duplicates` for the month. Above 0, note the batch ids that occur twice.',
        'Remove the later batch by its id, never by date: dates of a replay overlap with good data.',
        'Without duplicates, count the days of the month in `growth_daily`, and load the day that is missing.',
        'Build the month again, and the month after it, as its growth is measured from here.',
        'Compare old and new rate; a change of more than half a point goes to investor relations.',
      ],
      escalation:
        'Critical when investors have seen the figure: Growth primary and secondary owner together, at any hour, then investor relations.',
    },
  ],
  slas: [
    {
      text: 'Report final by the 3rd of each month',
      dayOfMonth: 3,
      resolveWithinHours: null,
      severity: null,
    },
    {
      text: 'Data ready for investors by the 5th of each month',
      dayOfMonth: 5,
      resolveWithinHours: null,
      severity: null,
    },
    {
      text: 'Critical issues resolved within 12 hours',
      dayOfMonth: null,
      resolveWithinHours: 12,
      severity: 'critical',
    },
  ],
  links: [
    { title: 'Growth dashboard', url: 'https://dashboards.example.com/growth' },
    { title: 'Monitor: tracking delay', url: 'https://monitors.example.com/tracking-delay' },
  ],
  lastReviewedOn: '2026-11-04' as LocalDate,
  reviewEveryMonths: 6,
  frontMatter: '',
  body,
  position: 1,
};
