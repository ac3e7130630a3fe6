import { format, parseISO } from 'date-fns';
import { addDays, dateOf, isoWeek, timeOf } from '../calendar/days.ts';
import type { LocalDate, LocalDateTime, LocalTime, QuarterId } from '../model/dates.ts';
import { neutral, type Conventions } from './conventions.ts';

const texts = new Map<string, string>();

/** A space at which no line breaks. */
const keepsTogether = '\u00a0';

let conventions = neutral;

/**
 * Writes dates and times as the reader does from now on. Told once by whoever has a reader, before anything is shown: handed through every
 * sentence instead, it would be an argument of each that only this file reads.
 */
export function writeDatesBy(next: Conventions): void {
  conventions = next;
  texts.clear();
}

/** How dates and times are written at present. */
export const currentConventions = (): Conventions => conventions;

/**
 * A calendar day has no zone: it is parsed and written in the same one, so that the machine's own never shows. Remembered: a board
 * of a year says the same few hundred days again with every move of a hand.
 */
function written(date: LocalDate, dayFirst: string, monthFirst = dayFirst): string {
  const pattern = conventions.order === 'day-first' ? dayFirst : monthFirst;
  const key = date + pattern;
  let text = texts.get(key);
  if (text === undefined) {
    text = format(parseISO(date), pattern);
    if (texts.size > 20_000) texts.clear();
    texts.set(key, text);
  }
  return text;
}

/** `Mon 1 Feb`, `Mon, Feb 1`. */
export const dayWithWeekdayText = (date: LocalDate): string => written(date, 'EEE d MMM', 'EEE, MMM d');

/** The same words in one line: no space of theirs lets a line break. */
export const unbroken = (text: string): string => text.replaceAll(' ', keepsTogether);

/** `Mon`. */
export const weekdayText = (date: LocalDate): string => written(date, 'EEE');

/** `1 Feb`, `Feb 1`, where the weekday is plain or has no room. */
export const dayText = (date: LocalDate): string => written(date, 'd MMM', 'MMM d');

/** `1 Feb 2027`, `Feb 1, 2027`. */
const dayAndYearText = (date: LocalDate): string => written(date, 'd MMM yyyy', 'MMM d, yyyy');

/** `Mon 1 Feb 2027`, `Mon, Feb 1, 2027`, for days outside the quarter at hand. */
export const dayWithYearText = (date: LocalDate): string =>
  written(date, 'EEE d MMM yyyy', 'EEE, MMM d, yyyy');

/** `1/2`, `2/1`, as it is typed to find a day. */
export const dayInNumbers = (date: LocalDate): string => written(date, 'd/M', 'M/d');

/** `1 February`, `February 1`, to be read aloud. */
export const dateText = (date: LocalDate): string => written(date, 'd MMMM', 'MMMM d');

/** `February 2027`. */
export const monthText = (date: LocalDate): string => written(date, 'MMMM yyyy');

/** `17:00`, `5:00 PM`. No line breaks before the half of the day: the space is the one that keeps words together. */
export function clockTimeText(time: LocalTime): string {
  if (conventions.clock === '24') return time;
  const hour = Number(time.slice(0, 2));
  return `${hour % 12 === 0 ? 12 : hour % 12}${time.slice(2)}${keepsTogether}${hour < 12 ? 'AM' : 'PM'}`;
}

/** A time as somebody typed it, on either clock: `17:00`, `9:05`, `5:00 PM`, `5 pm`. Null where it is none. */
export function readClockTime(text: string): LocalTime | null {
  const [, hour = '', minute, half] =
    /^\s*(\d{1,2})(?:[:.](\d\d))?\s*(?:([ap])\.?m\.?)?\s*$/i.exec(text) ?? [];
  const isTwelve = half !== undefined;
  if (hour === '' || (minute === undefined && !isTwelve)) return null;
  const read = Number(hour);
  if (isTwelve ? read < 1 || read > 12 : read > 23) return null;
  const ofDay = isTwelve ? (read % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : read;
  return Number(minute ?? 0) < 60
    ? (`${String(ofDay).padStart(2, '0')}:${minute ?? '00'}` as LocalTime)
    : null;
}

/** A time to type after, on the reader's clock. */
export const timeExample = (): string => clockTimeText('14:30' as LocalTime);

/** `Mon 1 Feb 09:00`, `Mon, Feb 1, 9:00 AM`: the wall clock as it stands. */
export const momentText = (moment: LocalDateTime): string =>
  `${dayWithWeekdayText(dateOf(moment))}${conventions.order === 'month-first' ? ',' : ''} ${clockTimeText(timeOf(moment))}`;

/** `Q1 2027`. */
export const quarterText = (quarter: QuarterId): string => `${quarter.slice(5)} ${quarter.slice(0, 4)}`;

/** `W5`, by ISO 8601. */
export const weekText = (date: LocalDate): string => `W${isoWeek(date)}`;

/** `3–5 Feb`, `30 Jan–2 Feb`, `28 Dec 2026–3 Jan 2027`; both days included. */
export function rangeText(from: LocalDate, to: LocalDate): string {
  if (from === to) return dayText(from);
  if (from.slice(0, 4) !== to.slice(0, 4)) return `${dayAndYearText(from)}–${dayAndYearText(to)}`;
  if (from.slice(0, 7) !== to.slice(0, 7)) return `${dayText(from)}–${dayText(to)}`;
  return conventions.order === 'day-first'
    ? `${written(from, 'd')}–${dayText(to)}`
    : `${dayText(from)}–${written(to, 'd')}`;
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
