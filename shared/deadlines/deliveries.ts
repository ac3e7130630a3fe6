import { addDays, atTime, dateOf, type DateRange } from '../calendar/days.ts';
import { secondsBetween, toInstant, toLocal } from '../calendar/zone.ts';
import { ownersOn } from '../fairness/tasks.ts';
import type { Instant, LocalDate, LocalTime } from '../model/dates.ts';
import type { Deadline, Delivery } from '../model/deadline.ts';
import type { PersonId } from '../model/ids.ts';
import type { Leave } from '../model/leave.ts';
import { recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { dueDates, type Occurrence } from './due-dates.ts';

/**
 * How one occurrence stands. `met-late`: delivered after its moment. `late`: its moment has passed, and nothing is on record.
 * `unkept`: the rule cannot be kept that time. `before-records`: it passed before the first record by its rule, and nobody knows.
 */
export type DeliveryStatus =
  'upcoming' | 'due-soon' | 'met' | 'met-late' | 'late' | 'missed' | 'waived' | 'unkept' | 'before-records';

/** One occurrence of a rule, with what became of it. */
export interface DueState {
  /** The deadline and its day. */
  readonly key: string;
  readonly deadline: Deadline;
  /** Null where only the record is left: the rule, or the holidays, have changed since. */
  readonly occurrence: Occurrence | null;
  /** The day it is due, or the day that its rule names where it cannot be kept. */
  readonly day: LocalDate;
  /** The first moment at which it is late. */
  readonly lateFrom: Instant;
  readonly status: DeliveryStatus;
  readonly delivery: Delivery | null;
}

/** The same with who delivers. */
export interface DueRow extends DueState {
  /** Who delivers: the task's owner of the rule's role on that day; null where the rule names no task, or nobody owns it. */
  readonly owner: PersonId | null;
  /** Leave of the owner that takes in the day; null where there is none. */
  readonly ownerAway: Leave | null;
}

/** The first moment after what a rule allows on a day: its time, or the end of the day, on the clock of the rule's zone. */
export const lateFrom = ({ time, zone }: Pick<Deadline, 'time' | 'zone'>, day: LocalDate): Instant =>
  time === null
    ? toInstant(atTime(addDays(day, 1), '00:00' as LocalTime), zone)
    : toInstant(atTime(day, time), zone);

const isPast = (moment: Instant, now: Instant): boolean => secondsBetween(moment, now) > 0;

/** The owner of a rule's task on a day, in the role that delivers. */
export function ownerOf(workspace: Workspace, deadline: Deadline, day: LocalDate): PersonId | null {
  const task = deadline.task === null ? undefined : workspace.tasks[deadline.task];
  return (task === undefined ? null : ownersOn(task, day))?.[deadline.ownerRole] ?? null;
}

const awayOn = (workspace: Workspace, person: PersonId | null, day: LocalDate): Leave | null =>
  person === null
    ? null
    : (recordsOf(workspace, 'leave')
        .filter((leave) => leave.person === person && leave.from <= day && day <= leave.to)
        // What is settled tells more than what may still be taken back.
        .sort((one, other) => Number(one.tentative) - Number(other.tentative))[0] ?? null);

/** From when an occurrence without a record counts as late: the rule's first day, else its first record; null is ever since. */
function recordsBegin({ startsOn }: Deadline, deliveries: readonly Delivery[]): LocalDate | null {
  if (startsOn !== null) return startsOn;
  return deliveries.reduce<LocalDate | null>(
    (first, { due }) => (first === null || due < first ? due : first),
    null,
  );
}

function statusOf(
  row: Pick<DueState, 'deadline' | 'day' | 'lateFrom' | 'delivery' | 'occurrence'>,
  begin: LocalDate | null,
  now: Instant,
): DeliveryStatus {
  const { deadline, day, delivery, occurrence } = row;
  if (delivery !== null) {
    if (delivery.outcome !== 'met') return delivery.outcome;
    return isPast(row.lateFrom, delivery.at) ? 'met-late' : 'met';
  }
  if (begin !== null && day < begin) return 'before-records';
  if (occurrence !== null && occurrence.due === null) return 'unkept';
  if (isPast(row.lateFrom, now)) return 'late';
  const first = Math.max(0, ...deadline.remindDaysBefore);
  return addDays(day, -first) <= dateOf(toLocal(now, deadline.zone)) ? 'due-soon' : 'upcoming';
}

/**
 * Everything that falls due in a range, by day and then by the order of the rules: what the rules say, and what is on record of days
 * that they no longer name.
 *
 * @param now the moment by which something is late, or is due soon: on or after the day of its first reminder
 */
export function dueStates(workspace: Workspace, range: DateRange, now: Instant): readonly DueState[] {
  const byRule = new Map<string, Delivery[]>();
  for (const delivery of recordsOf(workspace, 'deliveries'))
    byRule.set(delivery.deadline, [...(byRule.get(delivery.deadline) ?? []), delivery]);
  return recordsOf(workspace, 'deadlines')
    .flatMap((deadline) => statesOfRule(workspace, deadline, byRule.get(deadline.id) ?? [], range, now))
    .sort((one, other) =>
      one.day === other.day ? one.deadline.position - other.deadline.position : one.day < other.day ? -1 : 1,
    );
}

/** As `dueStates`, with who delivers and whether they are away. */
export const dueRows = (workspace: Workspace, range: DateRange, now: Instant): readonly DueRow[] =>
  dueStates(workspace, range, now).map((state) => {
    const owner = ownerOf(workspace, state.deadline, state.day);
    return { ...state, owner, ownerAway: awayOn(workspace, owner, state.day) };
  });

function statesOfRule(
  workspace: Workspace,
  deadline: Deadline,
  deliveries: readonly Delivery[],
  range: DateRange,
  now: Instant,
): readonly DueState[] {
  const begin = recordsBegin(deadline, deliveries);
  const byDay = new Map(deliveries.map((delivery) => [delivery.due, delivery]));
  const stateOn = (day: LocalDate, occurrence: Occurrence | null): DueState => {
    const facts = {
      key: `${deadline.id}/${day}`,
      deadline,
      occurrence,
      day,
      lateFrom: lateFrom(deadline, day),
      delivery: byDay.get(day) ?? null,
    };
    return { ...facts, status: statusOf(facts, begin, now) };
  };
  const named = dueDates(workspace, deadline, range).map((occurrence) =>
    stateOn(occurrence.due ?? occurrence.nominal, occurrence),
  );
  const days = new Set(named.map(({ day }) => day));
  const left = deliveries
    .filter(({ due }) => range.from <= due && due < range.until && !days.has(due))
    .map(({ due }) => stateOn(due, null));
  return [...named, ...left];
}

/** What still wants an answer from before a day: late, and nothing on record. Looked for a quarter back. */
export const stillOpen = (workspace: Workspace, before: LocalDate, now: Instant): readonly DueRow[] =>
  dueRows(workspace, { from: addDays(before, -92), until: before }, now).filter(
    ({ status }) => status === 'late',
  );

/** True where it is to be asked whether the owner will be there that day: any leave, on something that is still to be done. */
export const ownerInDoubt = ({ status, owner, ownerAway }: DueRow): boolean =>
  (status === 'upcoming' || status === 'due-soon' || status === 'late') &&
  (owner === null || ownerAway !== null);

/** True where nobody will be there for certain: no owner, or one on settled leave of the whole day. */
export const ownerMissing = (row: DueRow): boolean =>
  ownerInDoubt(row) && (row.ownerAway === null || (!row.ownerAway.tentative && row.ownerAway.part === 'day'));
