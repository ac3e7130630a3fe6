import { daysFrom, isWeekend } from '../calendar/days.ts';
import type { LocalDate } from '../model/dates.ts';
import type { Leave } from '../model/leave.ts';
import type { Person } from '../model/person.ts';

/** A working week in half days: presence is counted in these. */
export const HALF_DAYS_A_WEEK = 10;

function awayHalves(leave: readonly Leave[]): (day: LocalDate) => number {
  const settled = leave.filter(({ tentative }) => !tentative);
  return (day) => {
    const parts = new Set(settled.filter(({ from, to }) => from <= day && day <= to).map(({ part }) => part));
    return parts.has('day') ? 2 : parts.size;
  };
}

const isMember = (person: Person, day: LocalDate): boolean =>
  (person.joinsOn === null || person.joinsOn <= day) &&
  (person.leavesOn === null || day <= person.leavesOn) &&
  (person.archivedOn === null || day < person.archivedOn);

/** Half days of presence on each working day from `from` to `to`, both included: 0, 1 or 2. Weekends are left out. */
export interface Presence {
  readonly days: ReadonlyMap<LocalDate, number>;
  readonly total: number;
}

/**
 * When somebody is there. A week has five working days: a week's leave from Monday to Friday is a whole week away, one day is
 * a fifth of one. Nobody catches up after leave, so leave lowers the share; the policy may count the first weeks of it
 * as present. Leave that is not settled lowers nothing.
 */
export function presenceOf(person: Person, leave: readonly Leave[], from: LocalDate, to: LocalDate, allowanceWeeks: number): Presence {
  const away = awayHalves(leave);
  let allowance = allowanceWeeks * HALF_DAYS_A_WEEK;
  let total = 0;
  const days = new Map<LocalDate, number>();
  for (const day of daysFrom(from, to)) {
    if (isWeekend(day) || !isMember(person, day)) continue;
    const gone = away(day);
    const excused = Math.min(gone, allowance);
    allowance -= excused;
    const halves = 2 - gone + excused;
    days.set(day, halves);
    total += halves;
  }
  return { days, total };
}
