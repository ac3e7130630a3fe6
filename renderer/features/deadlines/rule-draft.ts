import { addDays } from '../../../shared/calendar/days.ts';
import type { Command } from '../../../shared/editing/command.ts';
import type { LocalDate, ZoneName } from '../../../shared/model/dates.ts';
import type { Anchor, Deadline } from '../../../shared/model/deadline.ts';
import type { DeadlineId, PipelineId, TaskId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { clockTimeText, readClockTime, timeExample } from '../../../shared/words/date-text.ts';
import { readReminders } from '../../../shared/words/deadline-text.ts';

/** A rule as it is typed. */
export interface RuleDraft {
  readonly title: string;
  readonly pipeline: PipelineId | '';
  readonly task: TaskId | '';
  readonly ownerRole: Deadline['ownerRole'];
  readonly kind: Anchor['kind'];
  /** The day, the business day or the days after, as typed. */
  readonly number: string;
  readonly weekday: string;
  readonly convention: Deadline['convention'];
  readonly region: string;
  readonly time: string;
  readonly zone: ZoneName;
  readonly reminders: string;
  readonly consumer: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

export type RuleErrors = Readonly<Partial<Record<keyof RuleDraft, string>>>;

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text);

const numberOf = (anchor: Anchor): number =>
  anchor.kind === 'day-of-month'
    ? anchor.day
    : anchor.kind === 'business-day'
      ? anchor.nth
      : anchor.kind === 'after-quarter-end'
        ? anchor.days
        : 5;

/** The rule as it stands; for a new one what most are: the 5th, early rather than late but within the month, from today on. */
export function draftOf(workspace: Workspace, rule: Deadline | null, today: LocalDate): RuleDraft {
  if (rule === null) {
    const [pipeline] = Object.values(workspace.pipelines).sort((one, other) => one.position - other.position);
    const [set] = Object.values(workspace.holidaySets).sort((one, other) =>
      one.region < other.region ? -1 : 1,
    );
    return {
      title: '',
      pipeline: pipeline?.id ?? '',
      task: firstTask(workspace, pipeline?.id ?? '') ?? '',
      ownerRole: 'primary',
      kind: 'day-of-month',
      number: '5',
      weekday: '1',
      convention: 'modified-preceding',
      region: set?.region ?? '',
      time: '',
      zone: workspace.about.zone,
      reminders: '2',
      consumer: '',
      startsOn: today,
      endsOn: '',
    };
  }
  const { anchor } = rule;
  return {
    title: rule.title,
    pipeline: rule.pipeline,
    task: rule.task ?? '',
    ownerRole: rule.ownerRole,
    kind: anchor.kind,
    number: String(numberOf(anchor)),
    weekday: anchor.kind === 'weekday' ? String(anchor.weekday) : '1',
    convention: rule.convention,
    region: rule.holidayRegion ?? '',
    time: rule.time === null ? '' : clockTimeText(rule.time),
    zone: rule.zone,
    reminders: rule.remindDaysBefore.join(', '),
    consumer: rule.consumer,
    startsOn: rule.startsOn ?? '',
    endsOn: rule.endsOn ?? '',
  };
}

/** The first task of a pipeline that is not archived. */
export const firstTask = (workspace: Workspace, pipeline: PipelineId | ''): TaskId | undefined =>
  Object.values(workspace.tasks)
    .filter((task) => task.pipeline === pipeline && task.archivedOn === null)
    .sort((one, other) => one.position - other.position)[0]?.id;

const limits = {
  'day-of-month': [1, 31, 'Give a day of the month, 1 to 31.'],
  'business-day': [1, 23, 'Give a business day, 1 to 23.'],
  'after-quarter-end': [0, 92, 'Give days, 0 to 92.'],
} as const;

const numberFault = ({ kind, number }: RuleDraft): string | undefined => {
  if (kind === 'weekday' || kind === 'last-business-day') return undefined;
  const [least, most, said] = limits[kind];
  const given = Number(number);
  return number.trim() !== '' && Number.isInteger(given) && given >= least && given <= most
    ? undefined
    : said;
};

const endFault = ({ startsOn, endsOn }: RuleDraft): string | undefined => {
  if (endsOn === '') return undefined;
  if (!isDay(endsOn)) return 'Give a day, or nothing.';
  return isDay(startsOn) && endsOn < startsOn ? 'The last day is before the first.' : undefined;
};

/** What is wrong with what was typed, by field; empty where nothing is. */
export function errorsOf(draft: RuleDraft): RuleErrors {
  const reminders = readReminders(draft.reminders);
  const found: Readonly<Record<string, string | undefined>> = {
    title:
      draft.title.trim() === ''
        ? 'Give it a name.'
        : draft.title.trim().length > 200
          ? 'At most 200 characters.'
          : undefined,
    pipeline: draft.pipeline === '' ? 'A deadline is of a pipeline: add one in Tasks first.' : undefined,
    number: numberFault(draft),
    time:
      draft.time === '' || readClockTime(draft.time) !== null
        ? undefined
        : `Give a time as ${timeExample()}, or nothing for the end of the day.`,
    reminders: 'error' in reminders ? reminders.error : undefined,
    consumer: draft.consumer.length > 200 ? 'At most 200 characters.' : undefined,
    startsOn: draft.startsOn === '' || isDay(draft.startsOn) ? undefined : 'Give a day, or nothing.',
    endsOn: endFault(draft),
  };
  return Object.fromEntries(Object.entries(found).filter(([, fault]) => fault !== undefined));
}

function anchorOf({ kind, number, weekday }: RuleDraft): Anchor {
  switch (kind) {
    case 'day-of-month':
      return { kind, day: Number(number) };
    case 'business-day':
      return { kind, nth: Number(number) };
    case 'after-quarter-end':
      return { kind, days: Number(number) };
    case 'weekday':
      return { kind, weekday: Number(weekday) };
    case 'last-business-day':
      return { kind };
  }
}

/** The rule that a draft without faults stands for; null where it has some. */
export function ruleOf(draft: RuleDraft, id: DeadlineId, position: number): Deadline | null {
  const reminders = readReminders(draft.reminders);
  if (Object.keys(errorsOf(draft)).length > 0 || draft.pipeline === '' || 'error' in reminders) return null;
  return {
    id,
    title: draft.title.trim(),
    pipeline: draft.pipeline,
    task: draft.task === '' ? null : draft.task,
    anchor: anchorOf(draft),
    time: draft.time === '' ? null : readClockTime(draft.time),
    zone: draft.zone,
    holidayRegion: draft.region === '' ? null : draft.region,
    convention: draft.convention,
    remindDaysBefore: reminders.days,
    ownerRole: draft.ownerRole,
    consumer: draft.consumer.trim(),
    startsOn: draft.startsOn === '' ? null : (draft.startsOn as LocalDate),
    endsOn: draft.endsOn === '' ? null : (draft.endsOn as LocalDate),
    position,
  };
}

const timing = ({ anchor, time, zone, holidayRegion, convention, task, ownerRole }: Deadline): string =>
  JSON.stringify([anchor, time, zone, holidayRegion, convention, task, ownerRole]);

/** True where a change says something else about days that have gone by: on which they were due, or whose they were. */
export const changesPast = (before: Deadline, after: Deadline, today: LocalDate): boolean =>
  timing(before) !== timing(after) && (before.startsOn === null || before.startsOn < today);

/** One step that keeps the past: the old rule ends the day before, and the new one begins. */
export function succeeds(
  before: Deadline,
  after: Deadline,
  from: LocalDate,
  id: DeadlineId,
  title: string,
): Command {
  const ends = addDays(from, -1);
  return {
    kind: 'together',
    title,
    commands: [
      {
        kind: 'save-deadline',
        deadline: {
          ...before,
          endsOn: before.endsOn !== null && before.endsOn < ends ? before.endsOn : ends,
        },
      },
      { kind: 'save-deadline', deadline: { ...after, id, startsOn: from } },
    ],
  };
}
