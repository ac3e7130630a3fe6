import type { LocalDate, LocalDateTime, LocalTime, QuarterId } from '../model/dates.ts';

const DAY = 86_400_000;
const numbers = new Map<string, number>();

/** Days since 1970-01-01. Remembered per text: planning asks for the same few hundred days over and over. */
export function dayNumber(date: LocalDate): number {
  let number = numbers.get(date);
  if (number === undefined) {
    number = Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / DAY;
    if (numbers.size > 20_000) numbers.clear();
    numbers.set(date, number);
  }
  return number;
}

const dates = new Map<number, LocalDate>();

/** The day with this number: the inverse of `dayNumber`, and remembered like it. */
export function dateOfNumber(number: number): LocalDate {
  let date = dates.get(number);
  if (date === undefined) {
    date = new Date(number * DAY).toISOString().slice(0, 10) as LocalDate;
    if (dates.size > 20_000) dates.clear();
    dates.set(number, date);
  }
  return date;
}

export const addDays = (date: LocalDate, days: number): LocalDate => dateOfNumber(dayNumber(date) + days);

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from);

/** ISO weekday of a day: 1 is Monday, 7 is Sunday. */
export const weekdayOf = (date: LocalDate): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;

export const isWeekend = (date: LocalDate): boolean => weekdayOf(date) >= 6;

/** The Monday of the week that holds this day. */
export const mondayOf = (date: LocalDate): LocalDate => addDays(date, 1 - weekdayOf(date));

/** The first day on or after `date` that is this ISO weekday. */
export const nextWeekday = (date: LocalDate, weekday: number): LocalDate => addDays(date, (weekday - weekdayOf(date) + 7) % 7);

/** ISO week number, 1 to 53: the week that holds the year's first Thursday is week 1. */
export function isoWeek(date: LocalDate): number {
  const thursday = addDays(mondayOf(date), 3);
  return Math.floor((dayNumber(thursday) - dayNumber(`${thursday.slice(0, 4)}-01-01` as LocalDate)) / 7) + 1;
}

/** The last day of the month that holds this day. */
export const endOfMonth = (date: LocalDate): LocalDate =>
  dateOfNumber(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 1) / DAY - 1);

/** The same day some months later, or earlier; the month's last day where it has no such day (31 January + 1 is 28 February). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const first = dateOfNumber(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1 + months, 1) / DAY);
  const last = Number(endOfMonth(first).slice(8, 10));
  return addDays(first, Math.min(Number(date.slice(8, 10)), last) - 1);
}

/** Every day from `from` to `to`, both included. */
export function daysFrom(from: LocalDate, to: LocalDate): LocalDate[] {
  const days: LocalDate[] = [];
  for (let number = dayNumber(from); number <= dayNumber(to); number++) days.push(dateOfNumber(number));
  return days;
}

export const dateOf = (moment: LocalDateTime): LocalDate => moment.slice(0, 10) as LocalDate;
export const timeOf = (moment: LocalDateTime): LocalTime => moment.slice(11, 16) as LocalTime;
export const atTime = (date: LocalDate, time: LocalTime): LocalDateTime => `${date}T${time}` as LocalDateTime;

/** Wall-clock minutes since 1970-01-01T00:00, blind to clock changes: for order and rest windows within one zone. */
export const wallMinutes = (moment: LocalDateTime): number =>
  dayNumber(dateOf(moment)) * 1440 + Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14, 16));

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** The wall clock's reading that many minutes after 1970-01-01T00:00: the inverse of `wallMinutes`. */
export function wallOfMinutes(minutes: number): LocalDateTime {
  const day = Math.floor(minutes / 1440);
  const ofDay = minutes - day * 1440;
  const time = `${twoDigits(Math.floor(ofDay / 60))}:${twoDigits(ofDay % 60)}` as LocalTime;
  return atTime(dateOfNumber(day), time);
}

/** First day of a quarter, and the first day after it. */
export interface DateRange {
  readonly from: LocalDate;
  /** Not included. */
  readonly until: LocalDate;
}

export function quarterRange(quarter: QuarterId): DateRange {
  const year = Number(quarter.slice(0, 4));
  const number = Number(quarter.slice(6));
  const first = (y: number, q: number) => `${y}-${String(q * 3 - 2).padStart(2, '0')}-01` as LocalDate;
  return { from: first(year, number), until: number === 4 ? first(year + 1, 1) : first(year, number + 1) };
}

export const quarterOf = (date: LocalDate): QuarterId =>
  `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}` as QuarterId;

export const nextQuarter = (quarter: QuarterId): QuarterId => quarterOf(quarterRange(quarter).until);
export const previousQuarter = (quarter: QuarterId): QuarterId => quarterOf(addDays(quarterRange(quarter).from, -1));
