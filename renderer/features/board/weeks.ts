import { addDays, dateOf, dayNumber, isoWeek, mondayOf } from '../../../shared/calendar/days.ts';
import type { DateRange } from '../../../shared/calendar/days.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { Holiday } from '../../../shared/model/holiday.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import type { Slot } from '../../../shared/rotation/expand.ts';
import type { DueMark } from '../../state/due-marks.ts';

/** A public holiday on the day it is kept in its region. */
export interface HolidayMark {
  readonly id: Holiday['id'];
  readonly name: string;
  readonly date: LocalDate;
  readonly region: string;
  readonly tentative: boolean;
}

/** One column of the Board. Weeks run from Monday and carry their ISO number. */
export interface Week {
  readonly monday: LocalDate;
  readonly sunday: LocalDate;
  readonly number: number;
  /** Over: its Sunday lies before today. */
  readonly past: boolean;
  readonly current: boolean;
  readonly holidays: readonly HolidayMark[];
  readonly dues: readonly DueMark[];
}

/** Each holiday on the day it is kept: the observed one, where a weekend holiday has one. */
export function holidayMarks(workspace: Workspace): readonly HolidayMark[] {
  return Object.values(workspace.holidays)
    .map(({ id, name, actual, observed, set, tentative }) => ({
      id,
      name,
      tentative,
      date: observed ?? actual,
      region: workspace.holidaySets[set]?.region ?? '',
    }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** The Mondays of all weeks in which a turn of the range begins, and those that begin in the range itself, in order. */
export function mondaysOf(range: DateRange, slots: readonly Slot[]): readonly LocalDate[] {
  const mondays = new Set(slots.map((slot) => mondayOf(dateOf(slot.start))));
  const first = mondayOf(range.from);
  for (let monday = first; monday < range.until; monday = addDays(monday, 7))
    if (monday >= range.from) mondays.add(monday);
  return [...mondays].sort();
}

export function weeksOf(
  range: DateRange,
  slots: readonly Slot[],
  today: LocalDate,
  holidays: readonly HolidayMark[],
  dues: readonly DueMark[],
): readonly Week[] {
  return mondaysOf(range, slots).map((monday) => {
    const sunday = addDays(monday, 6);
    const within = ({ date }: { readonly date: LocalDate }) => date >= monday && date <= sunday;
    return {
      monday,
      sunday,
      number: isoWeek(monday),
      past: sunday < today,
      current: monday <= today && today <= sunday,
      holidays: holidays.filter(within),
      dues: dues.filter(within),
    };
  });
}

/** The columns that a turn fills, by the noon rule: a hand-off in the morning does not claim the week that it ends in. */
export function columnsOf(
  slot: Slot,
  mondays: readonly LocalDate[],
): { readonly column: number; readonly span: number } | null {
  const first = mondayOf(dateOf(slot.start));
  const column = mondays.indexOf(first);
  if (column === -1) return null;
  const morning = slot.end.slice(11, 16) <= '12:00';
  const last = mondayOf(addDays(dateOf(slot.end), morning ? -1 : 0));
  const span = Math.max(1, Math.round((dayNumber(last) - dayNumber(first)) / 7) + 1);
  return { column, span: Math.min(span, mondays.length - column) };
}
