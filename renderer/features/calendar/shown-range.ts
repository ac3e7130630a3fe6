import {
  addDays,
  addMonths,
  daysBetween,
  endOfMonth,
  mondayOf,
  quarterRange,
  weekdayOf,
  type DateRange,
} from '../../../shared/calendar/days.ts';
import type { LocalDate, QuarterId } from '../../../shared/model/dates.ts';
import { currentConventions } from '../../../shared/words/date-text.ts';

export type Zoom = 'quarter' | 'month' | 'week' | 'list';

/** What the calendar draws. */
export interface Shown {
  readonly zoom: Zoom;
  /** The day that names the month or week: in the month, or the week's first. */
  readonly at: LocalDate;
  readonly range: DateRange;
}

const inRange = (day: LocalDate, { from, until }: DateRange): boolean => from <= day && day < until;

/** The whole weeks that a quarter's turns begin in: from its first Monday on. */
export function weeksOfQuarter(quarter: QuarterId): DateRange & { readonly weeks: number } {
  const { from, until } = quarterRange(quarter);
  const first = mondayOf(from) === from ? from : addDays(mondayOf(from), 7);
  const weeks = Math.ceil(daysBetween(first, until) / 7);
  return { from: first, until: addDays(first, weeks * 7), weeks };
}

/** The day on which the week of a day begins. */
const weekOf = (day: LocalDate, weekStart: number): LocalDate =>
  addDays(day, -((weekdayOf(day) - weekStart + 7) % 7));

const firstOfMonth = (day: LocalDate): LocalDate => addDays(day, 1 - Number(day.slice(8)));

/**
 * What is drawn at this zoom. Months and weeks begin on the reader's first weekday; a quarter has the weeks of its turns.
 *
 * @param day a day of the month or week that was asked for; null: today's, or where the quarter begins
 */
export function shownOf(zoom: Zoom, quarter: QuarterId, day: LocalDate | null, today: LocalDate): Shown {
  const { weekStart } = currentConventions();
  const weeks = weeksOfQuarter(quarter);
  if (zoom === 'month') {
    const range = quarterRange(quarter);
    const at = firstOfMonth(day ?? (inRange(today, range) ? today : range.from));
    return {
      zoom,
      at,
      range: { from: weekOf(at, weekStart), until: addDays(weekOf(endOfMonth(at), weekStart), 7) },
    };
  }
  if (zoom === 'week') {
    const at = weekOf(day ?? (inRange(today, weeks) ? today : weeks.from), weekStart);
    return { zoom, at, range: { from: at, until: addDays(at, 7) } };
  }
  return { zoom, at: weeks.from, range: { from: weeks.from, until: weeks.until } };
}

/** The day of the month or week before or after. */
export const stepped = ({ zoom, at }: Shown, by: 1 | -1): LocalDate =>
  zoom === 'month' ? addMonths(at, by) : addDays(at, by * 7);

/** Whether turns of this quarter are among the days drawn. */
export function meets(quarter: QuarterId, { from, until }: DateRange): boolean {
  const weeks = weeksOfQuarter(quarter);
  return weeks.from < until && from < weeks.until;
}
