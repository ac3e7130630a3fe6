import { addDays, dateOf, isoWeek, timeOf, weekdayOf } from '../calendar/days.ts';
import type { LocalDate, LocalDateTime, QuarterId } from '../model/dates.ts';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

// A calendar day has no zone, and no more than four figures: a formatter for any moment anywhere would be a tenth of what the
// window loads first.
const dayOf = (date: LocalDate): string => String(Number(date.slice(8, 10)));
const yearOf = (date: LocalDate): string => String(Number(date.slice(0, 4)));
const longMonth = (date: LocalDate): string => months[Number(date.slice(5, 7)) - 1] ?? '';
const shortMonth = (date: LocalDate): string => longMonth(date).slice(0, 3);

/** `Mon 1 Feb`. */
export const dayWithWeekdayText = (date: LocalDate): string => `${weekdayText(date)} ${dayText(date)}`;

/** `Mon`. */
export const weekdayText = (date: LocalDate): string => weekdays[weekdayOf(date) - 1] ?? '';

/** `1 Feb`, where the weekday is plain or has no room. */
export const dayText = (date: LocalDate): string => `${dayOf(date)} ${shortMonth(date)}`;

/** `Mon 1 Feb 2027`, for days outside the quarter at hand. */
export const dayWithYearText = (date: LocalDate): string => `${dayWithWeekdayText(date)} ${yearOf(date)}`;

/** `1 February`, to be read aloud. */
export const dateText = (date: LocalDate): string => `${dayOf(date)} ${longMonth(date)}`;

/** `February 2027`. */
export const monthText = (date: LocalDate): string => `${longMonth(date)} ${yearOf(date)}`;

/** `Mon 1 Feb 09:00`, the wall clock as it stands. */
export const momentText = (moment: LocalDateTime): string =>
  `${dayWithWeekdayText(dateOf(moment))} ${timeOf(moment)}`;

/** `Q1 2027`. */
export const quarterText = (quarter: QuarterId): string => `${quarter.slice(5)} ${quarter.slice(0, 4)}`;

/** `W5`, by ISO 8601. */
export const weekText = (date: LocalDate): string => `W${isoWeek(date)}`;

/** `3–5 Feb`, `30 Jan–2 Feb`, `28 Dec 2026–3 Jan 2027`; both days included. */
export function rangeText(from: LocalDate, to: LocalDate): string {
  if (from === to) return dayText(from);
  if (from.slice(0, 4) !== to.slice(0, 4))
    return `${dayText(from)} ${yearOf(from)}–${dayText(to)} ${yearOf(to)}`;
  return from.slice(0, 7) === to.slice(0, 7)
    ? `${dayOf(from)}–${dayText(to)}`
    : `${dayText(from)}–${dayText(to)}`;
}

/** The days of a turn, without the day of the hand-off that ends it: `1–7 Feb`. */
export function turnText(start: LocalDateTime, end: LocalDateTime): string {
  const last = addDays(dateOf(end), -1);
  return rangeText(dateOf(start), last < dateOf(start) ? dateOf(start) : last);
}

/** `2 h 30 min`, `45 min`, `−3 h`, to the minute; `now` never stands for none: `0 min`. */
export function minutesText(minutes: number): string {
  const whole = Math.round(Math.abs(minutes));
  const sign = minutes < 0 && whole > 0 ? '−' : '';
  const parts = [
    whole >= 60 ? `${Math.floor(whole / 60)} h` : '',
    whole % 60 > 0 || whole < 60 ? `${whole % 60} min` : '',
  ];
  return sign + parts.filter((part) => part !== '').join(' ');
}
