import type { LocalDate } from '../../model/dates.ts';
import type { RunbookId } from '../../model/ids.ts';
import type { Runbook } from '../../model/runbook.ts';
import { personId } from '../people.ts';
import { pipelineId, taskId } from '../tasks.ts';

const body = `## What this pipeline does

Every night the Profit pipeline joins revenue per account with costs and works out profit twice: per unit (task A) and
as the aggregate that goes to investors (task B). The accounts team reviews the result once a month; the data has to be
there by the 5th.

## Before you change anything

1. Note the run id, the reporting month and the time at which you saw the problem.
2. Check whether the month is already **published**. Published figures are only replaced together with the accounts team.
3. Keep the wrong output: copy the run's output table to \`profit_quarantine\` under its run id. The accountant needs it to
   compare.

## Where to look

| Question | Place |
| --- | --- |
| Did the nightly run finish? | Scheduler, job \`profit_nightly\`, last seven runs |
| Did all upstream exports arrive? | Table \`profit_inputs\`, one row per source and day |
| Do totals agree with the ledger? | Check \`profit_vs_ledger\`, tolerance 0.1 % |
| Which accounts differ? | Query *accounts that differ*, saved with the check |

## Who decides what

- A figure differs from the filings: **an accountant decides** which of the two is right. On-call explains, and does not
  adjust.
- A source is missing for one day: on-call may run the pipeline again once the source is complete.
- A source is missing on the 4th or 5th: tell the accounts team before noon that the data may be late.

## Afterwards

Write two lines into the incident: what was wrong, and how the next person will notice sooner. If a step of this page did
not help, change the page on the same day.
`;

export const profitRunbook: Runbook = {
  id: 'runbook-profit' as RunbookId,
  title: 'Profit',
  pipeline: pipelineId('Profit'),
  tasks: [taskId('A'), taskId('B')],
  audience: 'investor',
  dataTypes: ['Revenue per account (investor-facing)', 'Aggregate profit as reported to investors'],
  ownerPrimary: personId(2),
  ownerSecondary: personId(1),
  ownersKept: [],
  issues: [
    {
      symptom: 'Profit figures differ from the accounts or from filings',
      cause:
        'A correction was booked after the nightly run, an account moved between segments, or a currency rate was loaded for the wrong day.',
      steps: [
        'Set the month to “on hold” in the publishing table, so that nobody outside reads a figure that is in doubt.',
        'Run the query “accounts that differ” and sort by absolute difference; ten accounts usually explain most of it.',
        'For each of them compare the booking date with the time of the run. Bookings after the run explain themselves.',
        'Compare the currency rates of the last day of the month with those of the ledger.',
        'Send the list, with both figures and your explanation, to the accounts team and ask an accountant to verify it.',
        'Take the hold away only after the accountant has confirmed, and write down who confirmed and when.',
      ],
      escalation:
        'Accounts team at once when the month is already published or the difference is above 0.1 %; then the Profit primary owner. Do not adjust figures by hand.',
    },
    {
      symptom: 'Revenue data from upstream is missing or incomplete',
      cause:
        'The billing export failed or was cut short, a new account has no mapping yet, or the export ran before the day was closed.',
      steps: [
        'Stop the aggregate job (task B) for today: an aggregate of half the accounts looks right and is wrong.',
        'Look in `profit_inputs` for the source and day that are missing, and compare the row count with the same weekday of last week.',
        'Ask the billing on-call for a new export of exactly that day; give them file name and row count.',
        'When it has arrived, run the load for that day alone and check that the row count is now in its usual range.',
        'Run the unit-level job, then the aggregate job, and look at `profit_vs_ledger`.',
      ],
      escalation:
        'Billing on-call straight away. If the export is not there within 6 hours, tell the Profit secondary owner and the accounts team that the data may be late.',
    },
    {
      symptom: 'Aggregation is late because a system failed',
      cause:
        'The cluster lost nodes, a disk is full, or an earlier run still holds the lock on the output table.',
      steps: [
        'Check that no run is still writing: look for an open lock on the output table before you start anything again.',
        'Read the last 50 lines of the failed run; “no space left” and “lock timeout” have their own fix below.',
        'No space left: remove temporary tables older than two days, never tables of this month.',
        'Lock timeout: end the run that holds the lock in the scheduler, and wait until the lock is gone.',
        'Start the run again from the failed step. Steps that finished do not run twice.',
        'Check that the aggregate carries today’s run id, then release it.',
      ],
      escalation:
        'Platform on-call when nodes or disks are gone. Profit primary owner when the run fails twice with the same message.',
    },
  ],
  slas: [
    {
      text: 'Reviewed once a month by the accounts team',
      dayOfMonth: null,
      resolveWithinHours: null,
      severity: null,
    },
    {
      text: 'Data available by the 5th of each month',
      dayOfMonth: 5,
      resolveWithinHours: null,
      severity: null,
    },
    {
      text: 'Anything broken is fixed within 24 hours',
      dayOfMonth: null,
      resolveWithinHours: 24,
      severity: 'normal',
    },
  ],
  links: [
    { title: 'Profit dashboard', url: 'https://dashboards.example.com/profit' },
    { title: 'Monitor: profit against ledger', url: 'https://monitors.example.com/profit-vs-ledger' },
  ],
  lastReviewedOn: '2026-09-30' as LocalDate,
  reviewEveryMonths: 6,
  frontMatter: '',
  body,
  position: 0,
};
