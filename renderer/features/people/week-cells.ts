import { addDays, isoWeek, mondayOf } from '../../../shared/calendar/days.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { Wish } from '../../../shared/model/person.ts';

/** Weeks in a row of the strip: a quarter. */
export const WEEKS_A_ROW = 13;

/** The year that a week belongs to by ISO 8601: that of its Thursday. */
export const yearOf = (monday: LocalDate): number => Number(addDays(monday, 3).slice(0, 4));

/** The Mondays of a year's 52 or 53 weeks. */
export function weeksOfYear(year: number): readonly LocalDate[] {
  const first = mondayOf(`${year}-01-04` as LocalDate);
  const count = yearOf(addDays(first, 7 * 52)) === year ? 53 : 52;
  return Array.from({ length: count }, (_, week) => addDays(first, 7 * week));
}

/** The weeks in rows of a quarter; a 53rd week stands at the end of the last. */
export function rowsOf(weeks: readonly LocalDate[]): readonly (readonly LocalDate[])[] {
  return [0, 1, 2, 3].map((row) =>
    weeks.slice(row * WEEKS_A_ROW, row === 3 ? weeks.length : (row + 1) * WEEKS_A_ROW),
  );
}

export const wishOf = (wishes: readonly Wish[], monday: LocalDate): Wish['kind'] | null =>
  wishes.find(({ week }) => mondayOf(week) === monday)?.kind ?? null;

/** What a click makes of a week: nothing, wanted, avoided, and nothing again. */
export const afterClick = (wish: Wish['kind'] | null): Wish['kind'] | null =>
  wish === null ? 'want' : wish === 'want' ? 'avoid' : null;

/** The wishes with one week set, in the order of time. */
export function withWish(
  wishes: readonly Wish[],
  monday: LocalDate,
  kind: Wish['kind'] | null,
): readonly Wish[] {
  const others = wishes.filter(({ week }) => mondayOf(week) !== monday);
  const next = kind === null ? others : [...others, { week: monday, kind }];
  return next.toSorted((one, other) => (one.week < other.week ? -1 : 1));
}

/** Where a key takes the cursor, over the ends of years too; null for a key that moves nothing. */
export function weekAfterKey(key: string, monday: LocalDate): LocalDate | null {
  const weeks = weeksOfYear(yearOf(monday));
  switch (key) {
    case 'ArrowLeft':
      return addDays(monday, -7);
    case 'ArrowRight':
      return addDays(monday, 7);
    case 'ArrowUp':
      return addDays(monday, -7 * WEEKS_A_ROW);
    case 'ArrowDown':
      return addDays(monday, 7 * WEEKS_A_ROW);
    case 'Home':
      return weeks[0] ?? monday;
    case 'End':
      return weeks.at(-1) ?? monday;
    case 'PageUp':
      return inYear(monday, -1);
    case 'PageDown':
      return inYear(monday, 1);
    default:
      return null;
  }
}

/** The week of the same number some years on; week 53 becomes the last one where there is none. */
export function inYear(monday: LocalDate, years: number): LocalDate {
  const weeks = weeksOfYear(yearOf(monday) + years);
  return weeks[Math.min(isoWeek(monday), weeks.length) - 1] ?? monday;
}
