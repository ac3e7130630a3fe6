import type { LocalDate } from '../../model/dates.ts';
import type { RunbookId } from '../../model/ids.ts';
import type { Runbook } from '../../model/runbook.ts';
import { personId } from '../people.ts';
import { pipelineId, taskId } from '../tasks.ts';

const body = `## What this pipeline does

The Engagement pipeline reads product events and works out what investors see of them: retention and feature adoption
(task E). The report is final by the 3rd, the data ready for investors by the 5th.

## Before you change anything

1. Note metric, cohort and day. "Retention is wrong" is not enough to find it again.
2. Look at the release calendar: half of all surprises here follow a release of the day before.
3. Do not delete raw events. They cannot be fetched again after 30 days.

## Where to look

| Question | Place |
| --- | --- |
| Do all events arrive? | Monitor *event volume*, by client and event name |
| Did the job keep its window? | Scheduler, job \`engagement_nightly\`, window 02:00 to 05:00 |
| How is the metric defined? | Page *Metric definitions*, with the date of its last change |
| Which cohorts changed? | Query *cohort differences*, yesterday against today |

## When a metric is right and still surprises

Retention of a small cohort moves a lot. Before anybody calls it wrong, say how many users are in the cohort, and give the
figure of the same cohort a month earlier.

## Afterwards

If the meaning of a metric was the problem, the page *Metric definitions* changes on the same day, with your name.
`;

export const engagementRunbook: Runbook = {
  id: 'runbook-engagement' as RunbookId,
  title: 'Engagement',
  pipeline: pipelineId('Engagement'),
  tasks: [taskId('E')],
  audience: 'investor',
  dataTypes: [
    'Aggregate engagement as reported to investors: retention',
    'Aggregate engagement as reported to investors: feature adoption',
  ],
  ownerPrimary: personId(1),
  ownerSecondary: personId(2),
  ownersKept: [],
  issues: [
    {
      symptom: 'Event tracking is missing or incomplete',
      cause:
        'A release dropped or renamed an event, a consent change stopped tracking for some users, or a client queues events offline.',
      steps: [
        'Freeze today’s report at yesterday’s figures, with the note “tracking under review”.',
        'Open “event volume” and find the first hour in which it fell, by client and by event name.',
        'Compare that hour with the release calendar and with changes of the consent dialog.',
        'A renamed event: add the new name to the mapping, and read the raw events again from that hour.',
        'A dropped event: ask the client team for a fix, and mark the days as incomplete in the report.',
        'Release the freeze when the volume is back within 5 % of last week.',
      ],
      escalation:
        'Client team’s on-call when an event was dropped. Engagement primary owner when more than one day is incomplete.',
    },
    {
      symptom: 'Metrics and investors’ expectations do not match',
      cause:
        'A definition changed, a cohort is small, or the investor compares with a figure from another source.',
      steps: [
        'Change nothing yet: ask which figure they expected, and where it comes from.',
        'Read the metric’s definition and the date of its last change aloud to yourself before you answer.',
        'Work out the metric by hand for one cohort, from raw events, and compare.',
        'If ours is right, send the definition, the size of the cohort and last month’s figure.',
        'If ours is wrong, set the report to “on hold” and go on as for incomplete tracking.',
      ],
      escalation:
        'Investor relations speak with investors; on-call does not. Engagement primary owner when the definition itself is in question.',
    },
    {
      symptom: 'Processing is late because of volume, or a bottleneck',
      cause:
        'A campaign brought far more events than usual, one key holds most of them, or another job takes the cluster at the same hour.',
      steps: [
        'Let the run go on if it is past 80 %: starting again would make it later.',
        'Look at the slowest step. One task that takes ten times as long as the others is a key that holds too much.',
        'One heavy key: run the job with the split by region switched on.',
        'Everything slow: look for another job on the cluster, and move the one that nobody waits for.',
        'Check the output for all cohorts before you release it; a stopped run leaves some of them old.',
      ],
      escalation:
        'Platform on-call when the cluster is full and nothing can be moved. Engagement secondary owner when the window is missed on two nights.',
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
      text: 'Issues are resolved within 24 hours',
      dayOfMonth: null,
      resolveWithinHours: 24,
      severity: 'normal',
    },
  ],
  links: [
    { title: 'Engagement dashboard', url: 'https://dashboards.example.com/engagement' },
    { title: 'Monitor: event volume', url: 'https://monitors.example.com/event-volume' },
  ],
  // More than six months ago: the sample shows what an overdue review looks like.
  lastReviewedOn: '2026-04-15' as LocalDate,
  reviewEveryMonths: 6,
  frontMatter: '',
  body,
  position: 2,
};
