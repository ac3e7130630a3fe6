import { weekdayOf } from '../calendar/days.ts';
import type { LocalDate, LocalDateTime } from '../model/dates.ts';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Mon 23 Nov` */
const shortDay = (date: LocalDate): string =>
  `${WEEKDAYS[weekdayOf(date) - 1] ?? ''} ${String(Number(date.slice(8, 10)))} ${MONTHS[Number(date.slice(5, 7)) - 1] ?? ''}`;

/** How pages write days and moments. */
export interface PageDates {
  readonly longDay: (date: LocalDate) => string;
  readonly shortMoment: (moment: LocalDateTime) => string;
}

let dates: PageDates = {
  longDay: (date) => `${shortDay(date)} ${date.slice(0, 4)}`,
  shortMoment: (moment) => `${shortDay(moment.slice(0, 10) as LocalDate)} ${moment.slice(11, 16)}`,
};

/** Writes the dates of pages as the reader does from now on. Told once by whoever has a reader; `words/`, which knows how, stands above. */
export function writePageDatesBy(next: PageDates): void {
  dates = next;
}

/** `Mon 23 Nov 2026`: paper is read long after it was printed, so the year stands with the day. */
export const longDay = (date: LocalDate): string => dates.longDay(date);

/** `Mon 23 Nov 09:00`: for moments of this week and the next. */
export const shortMoment = (moment: LocalDateTime): string => dates.shortMoment(moment);

/** `5th`, as in "by the 5th of each month". */
export function ordinal(day: number): string {
  const tens = day % 100;
  if (tens >= 11 && tens <= 13) return `${String(day)}th`;
  return `${String(day)}${['th', 'st', 'nd', 'rd'][day % 10] ?? 'th'}`;
}
