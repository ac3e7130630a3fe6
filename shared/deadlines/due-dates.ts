import {
  addDays,
  addMonths,
  type DateRange,
  daysFrom,
  endOfMonth,
  isWeekend,
  nextWeekday,
  quarterOf,
  quarterRange,
} from '../calendar/days.ts';
import type { Deadline } from '../model/deadline.ts';
import type { LocalDate } from '../model/dates.ts';
import { recordOf, recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';

/** Why a day is no business day: a weekend, or the name of a holiday. */
export type DayOff = { readonly kind: 'weekend' } | { readonly kind: 'holiday'; readonly name: string };

/** One time that a deadline comes round. */
export interface Occurrence {
  /** The day that the rule names, before weekends and holidays move it. */
  readonly nominal: LocalDate;
  /** The day it is due; null where the rule cannot be kept (`refusal`). */
  readonly due: LocalDate | null;
  /** Why `nominal` is no business day; null where it is one. */
  readonly dayOff: DayOff | null;
  /** Moved to before the end of the month or quarter that it reports on, when nothing could be delivered yet. */
  readonly refusal: 'before-period-ends' | null;
}

export type BusinessCalendar = (day: LocalDate) => DayOff | null;

/** Days off of a region: weekends, and its holidays on the day itself as well as on the day they are observed. */
export function businessCalendar(workspace: Workspace, region: string | null): BusinessCalendar {
  const names = new Map<LocalDate, string>();
  for (const { set, name, actual, observed } of recordsOf(workspace, 'holidays')) {
    if (region === null || recordOf(workspace, 'holidaySets', set)?.region !== region) continue;
    names.set(actual, name);
    if (observed !== null) names.set(observed, name);
  }
  return (day) => {
    const name = names.get(day);
    if (name !== undefined) return { kind: 'holiday', name };
    return isWeekend(day) ? { kind: 'weekend' } : null;
  };
}

/** Whether a rule was in force on the day that it names. */
const inForce = ({ startsOn, endsOn }: Deadline, day: LocalDate): boolean =>
  (startsOn === null || startsOn <= day) && (endsOn === null || day <= endsOn);

/**
 * The occurrences that fall due in a range, in order; one that cannot be kept stands at its nominal day. Whether the rule was in force is
 * asked of the day that it names, not of the one to which it was moved.
 */
export function dueDates(workspace: Workspace, deadline: Deadline, range: DateRange): readonly Occurrence[] {
  const dayOff = businessCalendar(workspace, deadline.holidayRegion);
  // A day may be moved over the edge of the range: look a month further on both sides.
  const around = { from: addMonths(range.from, -1), until: addMonths(range.until, 1) };
  return nominalDays(deadline, around, dayOff)
    .filter(({ day }) => inForce(deadline, day))
    .map(({ day, earliest }) => occurrence(deadline.convention, day, earliest, dayOff))
    .filter(({ due, nominal }) => range.from <= (due ?? nominal) && (due ?? nominal) < range.until)
    .sort((left, right) => ((left.due ?? left.nominal) < (right.due ?? right.nominal) ? -1 : 1));
}

interface Nominal {
  readonly day: LocalDate;
  /** The first day on which there is something to deliver; null where the rule reports on no period. */
  readonly earliest: LocalDate | null;
}

function nominalDays(deadline: Deadline, range: DateRange, dayOff: BusinessCalendar): readonly Nominal[] {
  const { anchor } = deadline;
  if (anchor.kind === 'weekday') {
    return daysFrom(nextWeekday(range.from, anchor.weekday), addDays(range.until, -1))
      .filter((_day, index) => index % 7 === 0)
      .map((day) => ({ day, earliest: null }));
  }
  if (anchor.kind === 'after-quarter-end')
    return quarterEnds(range).map((end) => ({
      day: addDays(end, anchor.days),
      earliest: addDays(end, anchor.days === 0 ? 0 : 1),
    }));
  return monthsOf(range).map((first) => {
    const days = daysFrom(first, endOfMonth(first));
    if (anchor.kind === 'day-of-month')
      return { day: days[Math.min(anchor.day, days.length) - 1] ?? first, earliest: first };
    const open = days.filter((day) => dayOff(day) === null);
    if (anchor.kind === 'last-business-day') return { day: open.at(-1) ?? first, earliest: null };
    return { day: open[anchor.nth - 1] ?? open.at(-1) ?? first, earliest: first };
  });
}

function monthsOf(range: DateRange): readonly LocalDate[] {
  const months: LocalDate[] = [];
  for (
    let first = `${range.from.slice(0, 8)}01` as LocalDate;
    first < range.until;
    first = addMonths(first, 1)
  )
    months.push(first);
  return months;
}

/** Last days of the quarters whose deliveries, at most 92 days later, may fall in the range. */
function quarterEnds(range: DateRange): readonly LocalDate[] {
  const ends: LocalDate[] = [];
  for (let day = addMonths(range.from, -4); day < range.until;) {
    const { until } = quarterRange(quarterOf(day));
    ends.push(addDays(until, -1));
    day = until;
  }
  return ends;
}

function occurrence(
  convention: Deadline['convention'],
  nominal: LocalDate,
  earliest: LocalDate | null,
  dayOff: BusinessCalendar,
): Occurrence {
  const reason = dayOff(nominal);
  const due = reason === null ? nominal : moved(convention, nominal, dayOff);
  const tooEarly = earliest !== null && due < earliest;
  return {
    nominal,
    due: tooEarly ? null : due,
    dayOff: reason,
    refusal: tooEarly ? 'before-period-ends' : null,
  };
}

/**
 * Where a day off goes. *Following* and *preceding* take the next business day that way; the *modified* forms turn round
 * where that would leave the month.
 */
export function moved(
  convention: Deadline['convention'],
  day: LocalDate,
  dayOff: BusinessCalendar,
): LocalDate {
  if (convention === 'none') return day;
  const forward = convention.endsWith('following') ? 1 : -1;
  const there = nextOpen(day, forward, dayOff);
  const leavesMonth = there.slice(0, 7) !== day.slice(0, 7);
  return convention.startsWith('modified') && leavesMonth ? nextOpen(day, -forward, dayOff) : there;
}

function nextOpen(day: LocalDate, step: number, dayOff: BusinessCalendar): LocalDate {
  let there = day;
  while (dayOff(there) !== null) there = addDays(there, step);
  return there;
}
