import { addDays, dateOf, daysBetween, mondayOf } from '../calendar/days.ts';
import type { LocalDate, LocalDateTime } from '../model/dates.ts';
import type { Person } from '../model/person.ts';

/**
 * The calendar weeks of a turn, each named by its Monday: for every seven days of it, the week that holds its fourth day, so
 * that a turn from Friday to Friday is the week of most of its days. A turn of a day or less has none.
 */
export function weeksOfTurn(start: LocalDateTime, end: LocalDateTime): readonly LocalDate[] {
  const first = dateOf(start);
  const count = Math.round(daysBetween(first, dateOf(end)) / 7);
  return Array.from({ length: count }, (_, week) => mondayOf(addDays(first, 7 * week + 3)));
}

/** How many of these weeks somebody asked to be on call, and not to be. */
export function wishesIn(person: Person, weeks: readonly LocalDate[]): { readonly wanted: number; readonly avoided: number } {
  let wanted = 0;
  let avoided = 0;
  for (const wish of person.wishes) {
    if (!weeks.includes(mondayOf(wish.week))) continue;
    if (wish.kind === 'want') wanted += 1;
    else avoided += 1;
  }
  return { wanted, avoided };
}
