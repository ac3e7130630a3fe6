import { weekdayOf } from '../calendar/days.ts';
import type { LocalDate, LocalDateTime } from '../model/dates.ts';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Mon 23 Nov`: for days of this week and the next. */
export const shortDay = (date: LocalDate): string =>
  `${WEEKDAYS[weekdayOf(date) - 1] ?? ''} ${String(Number(date.slice(8, 10)))} ${MONTHS[Number(date.slice(5, 7)) - 1] ?? ''}`;

/** `Mon 23 Nov 2026`: paper is read long after it was printed, so the year stands with the day. */
export const longDay = (date: LocalDate): string => `${shortDay(date)} ${date.slice(0, 4)}`;

/** `Mon 23 Nov 09:00` */
export const shortMoment = (moment: LocalDateTime): string =>
  `${shortDay(moment.slice(0, 10) as LocalDate)} ${moment.slice(11, 16)}`;

/** `5th`, as in "by the 5th of each month". */
export function ordinal(day: number): string {
  const tens = day % 100;
  if (tens >= 11 && tens <= 13) return `${String(day)}th`;
  return `${String(day)}${['th', 'st', 'nd', 'rd'][day % 10] ?? 'th'}`;
}
