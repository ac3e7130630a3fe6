import { addDays, daysBetween } from '../calendar/days.ts';
import type { LocalDate } from '../model/dates.ts';

/** The library that suggests holidays, and its version: what is asked of it is compared and remembered under this name. */
export const holidayLibrary = 'date-holidays 3.37.0';

/** One line of the library's answer, as it writes it. */
export interface LibraryDay {
  /** `2026-12-24 14:00:00`, on the clock of the place: the day is its first ten letters, whatever follows. */
  readonly date: string;
  /** How long it lasts, in days. */
  readonly days: number;
  readonly name: string;
  readonly type: string;
  /** By this a substitute day is known to belong to its holiday. */
  readonly rule: string;
  readonly substitute: boolean;
}

/** A holiday as the library suggests it, its own day and the one on which it is observed as one. */
export interface SuggestedHoliday {
  /** Names the suggestion, also in later versions of the library: `2027-01-01 New Year's Day`. */
  readonly key: string;
  readonly name: string;
  readonly actual: LocalDate;
  readonly observed: LocalDate | null;
  readonly weightPercent: number;
  /** By the moon: the day is known for certain only shortly before. */
  readonly tentative: boolean;
  /** `bank`: not free for everybody, such as half a day before a feast. */
  readonly kind: 'public' | 'bank';
}

const dayOf = ({ date }: LibraryDay): LocalDate => date.slice(0, 10) as LocalDate;
const isHalf = ({ date }: LibraryDay): boolean => date.slice(11, 13) >= '12';

/** Months of the Islamic calendar as the library's rules name them: their beginning is sighted, not computed. */
const byTheMoon = /Muharram|Safar|Rabi|Jumada|Rajab|Shaban|Ramadan|Shawwal|Dhu al-/;

/** The library marks a substitute day in its name too; the holiday itself goes by its own. */
const plainName = (name: string): string => name.replace(/\s*\([^()]*\)$/, '');

/** Days between a holiday and its substitute, at most: a week of feasts pushes it so far. */
const FARTHEST = 8;

function isSubstituteOf(substitute: LibraryDay, day: LibraryDay): boolean {
  if (day.substitute || Math.abs(daysBetween(dayOf(day), dayOf(substitute))) > FARTHEST) return false;
  return (
    substitute.rule === day.rule ||
    substitute.rule.startsWith(`substitutes ${day.rule} `) ||
    plainName(substitute.name) === day.name
  );
}

const keyOf = (actual: LocalDate, name: string): string => `${actual} ${name}`;

/** A feast of several days, each by itself: every day of it is somebody's turn. */
function daysOf(day: LibraryDay, observed: LocalDate | null): readonly SuggestedHoliday[] {
  const length = Math.max(1, Math.ceil(day.days - 0.5));
  return Array.from({ length }, (_, place): SuggestedHoliday => {
    const actual = addDays(dayOf(day), place);
    const name = place === 0 ? day.name : `${day.name}, day ${place + 1}`;
    return {
      key: keyOf(actual, name),
      name,
      actual,
      observed: place === 0 && observed !== actual ? observed : null,
      weightPercent: isHalf(day) ? 50 : 100,
      tentative: byTheMoon.test(day.rule),
      kind: day.type === 'public' ? 'public' : 'bank',
    };
  });
}

/** Two holidays on one day are one day off, under both names. */
function oneADay(holidays: readonly SuggestedHoliday[]): readonly SuggestedHoliday[] {
  const byDay = new Map<LocalDate, SuggestedHoliday>();
  for (const holiday of holidays) {
    const known = byDay.get(holiday.actual);
    if (known === undefined) byDay.set(holiday.actual, holiday);
    else if (known.kind === holiday.kind) {
      const name = `${known.name} and ${holiday.name}`;
      const weightPercent = Math.max(known.weightPercent, holiday.weightPercent);
      byDay.set(holiday.actual, { ...known, name, key: keyOf(holiday.actual, name), weightPercent });
    } else if (holiday.kind === 'public') byDay.set(holiday.actual, holiday);
  }
  return [...byDay.values()];
}

/** A feast of the lunar year may come twice in one of ours: the second is told apart by its name. */
function namedApart(holidays: readonly SuggestedHoliday[]): readonly SuggestedHoliday[] {
  const times = new Map<string, number>();
  return holidays.map((holiday) => {
    const time = (times.get(holiday.name) ?? 0) + 1;
    times.set(holiday.name, time);
    if (time === 1) return holiday;
    const name = `${holiday.name} (${time})`;
    return { ...holiday, name, key: keyOf(holiday.actual, name) };
  });
}

/**
 * The holidays of a year from what the library lists for that year and the two beside it, by date: each with the day on which it is
 * observed, which may lie in the year before or after.
 *
 * @param days of three years: a substitute day is listed in the year that it lies in itself
 */
export function suggestedHolidays(days: readonly LibraryDay[], year: number): readonly SuggestedHoliday[] {
  const listed = days.filter(({ type }) => type === 'public' || type === 'bank');
  const substitutes = listed.filter(({ substitute }) => substitute);
  const own = listed.filter(({ substitute }) => !substitute);
  const taken = new Set<LibraryDay>();
  const observedOf = (day: LibraryDay): LocalDate | null => {
    const found = substitutes
      .filter((one) => isSubstituteOf(one, day))
      .sort(
        (a, b) => Math.abs(daysBetween(dayOf(day), dayOf(a))) - Math.abs(daysBetween(dayOf(day), dayOf(b))),
      )[0];
    if (found !== undefined) taken.add(found);
    return found === undefined ? null : dayOf(found);
  };
  const holidays = own.flatMap((day) => daysOf(day, observedOf(day)));
  const alone = substitutes.filter((day) => !taken.has(day)).flatMap((day) => daysOf(day, null));
  const inYear = [...holidays, ...alone].filter(({ actual }) => Number(actual.slice(0, 4)) === year);
  return namedApart(oneADay(inYear.sort((a, b) => (a.actual < b.actual ? -1 : a.actual > b.actual ? 1 : 0))));
}
