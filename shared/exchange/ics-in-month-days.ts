import { addDays, endOfMonth, weekdayOf } from '../calendar/days.ts';
import type { LocalDate } from '../model/dates.ts';

// ical.js counts days below zero from the end of the first month, whatever month it is at, goes on counting where a month has no such
// day, and takes 30 February for 2 March. So days of months are found here.

/** A rule as ical.js keeps it, by part. */
export type Rule = Readonly<Record<string, unknown>>;

const everyMonth: readonly number[] = Array.from({ length: 12 }, (_, place) => place + 1);
/** Of the longest February, April … */
const longest = everyMonth.map((month) => (month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31));
const weekdays: readonly string[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

const numbersOf = (part: unknown): readonly number[] | null =>
  part === undefined ? null : [part].flat().map(Number);

const byDayOf = (rule: Rule): readonly string[] => [rule['byday'] ?? []].flat().map(String);

const saysNoMore = (rule: Rule): boolean => !Object.keys(rule).some((part) => /^by/.test(part));

/** A yearly 29 February is none in other years; any other day is in each of them. */
const isLeapDay = (rule: Rule, start: LocalDate): boolean => start.endsWith('02-29') && saysNoMore(rule);

interface MonthDays {
  readonly months: readonly number[] | null;
  readonly days: readonly number[] | null;
}

/** The months and days that a rule names; one by the year that names months alone means the day of its start. */
function namedBy(rule: Rule, start: LocalDate): MonthDays {
  const [months, days] = [numbersOf(rule['bymonth']), numbersOf(rule['bymonthday'])];
  const isYearly = rule['freq'] === 'YEARLY';
  if (isYearly && isLeapDay(rule, start)) return { months: [2], days: [29] };
  const hasOthers = rule['byday'] !== undefined || rule['byyearday'] !== undefined;
  const own = isYearly && months !== null && !hasOthers ? [Number(start.slice(8))] : null;
  return { months, days: days ?? own };
}

/** Whether a month of so many days has this one; days below zero count from its end. */
const has = (length: number, day: number): boolean => day !== 0 && Math.abs(day) <= length;

/** The days of a month as they follow one another. */
function daysIn(length: number, days: readonly number[]): readonly number[] {
  const found = days.filter((day) => has(length, day)).map((day) => (day > 0 ? day : length + 1 + day));
  return [...new Set(found)].sort((one, other) => one - other);
}

/** No month that the rule names has a day that it names: 30 February. */
export function isImpossible(rule: Rule, start: LocalDate): boolean {
  const { months, days } = namedBy(rule, start);
  return (
    days !== null &&
    (months ?? everyMonth).every((month) => days.every((day) => !has(longest[month - 1] ?? 0, day)))
  );
}

/** Whether a day is one that the rule names by month and by day of the month; true where it names none. */
export function isNamed(rule: Rule, start: LocalDate, day: LocalDate): boolean {
  const { months, days } = namedBy(rule, start);
  if (months !== null && !months.includes(Number(day.slice(5, 7)))) return false;
  return days === null || daysIn(Number(endOfMonth(day).slice(8)), days).includes(Number(day.slice(8)));
}

/** Parts that `daysByMonth` does not know: several times a day, the nth weekday, the nth of a set. */
const beyond = ['byhour', 'byminute', 'bysecond', 'bysetpos', 'byweekno', 'byyearday'];

/** Whether all of a rule's days can be told from months and their days. */
export function goesByMonthDays(rule: Rule, start: LocalDate): boolean {
  return (
    (rule['freq'] === 'YEARLY' || rule['freq'] === 'MONTHLY') &&
    namedBy(rule, start).days !== null &&
    beyond.every((part) => rule[part] === undefined) &&
    byDayOf(rule).every((day) => weekdays.includes(day))
  );
}

const firstOf = (months: number): LocalDate =>
  `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01` as LocalDate;

/**
 * The days of a rule that `goesByMonthDays`, in order, from its start. RFC 5545 passes over days that a month does not have.
 *
 * @param until not included
 */
export function* daysByMonth(rule: Rule, start: LocalDate, until: LocalDate): Generator<LocalDate> {
  const { months, days } = namedBy(rule, start);
  const interval = Number(rule['interval'] ?? 1);
  const byDay = byDayOf(rule).map((day) => weekdays.indexOf(day) + 1);
  const year = Number(start.slice(0, 4));
  const begin = year * 12 + (rule['freq'] === 'YEARLY' ? 0 : Number(start.slice(5, 7)) - 1);
  for (let month = begin; firstOf(month) < until; month += 1) {
    const past = rule['freq'] === 'YEARLY' ? Math.floor(month / 12) - year : month - begin;
    if (past % interval !== 0 || !(months ?? everyMonth).includes((month % 12) + 1)) continue;
    const first = firstOf(month);
    for (const date of daysIn(Number(endOfMonth(first).slice(8)), days ?? [])) {
      const day = addDays(first, date - 1);
      if (day >= start && (byDay.length === 0 || byDay.includes(weekdayOf(day)))) yield day;
    }
  }
}
