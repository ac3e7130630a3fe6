import { daysBetween, previousQuarter } from '../calendar/days.ts';
import type { HolidayTouched } from '../calendar/holidays.ts';
import { heldHolidays, type HeldHoliday, holidayKey } from '../fairness/held-holidays.ts';
import { holidayUnits } from '../fairness/load.ts';
import type { QuarterId } from '../model/dates.ts';
import type { PersonId } from '../model/ids.ts';
import type { Shift } from '../model/shift.ts';
import type { Workspace } from '../model/workspace.ts';
import { shiftsOfQuarter } from '../rotation/recorded.ts';

/** A feast that moves comes again after 350 to 393 days, one of the lunar year after 354. */
const FEWEST_DAYS = 300;
const MOST_DAYS = 400;

/** The quarters that hold the days 300 to 400 before those of this one, turns that run on included. */
function quartersAYearBefore(quarter: QuarterId): readonly QuarterId[] {
  const three = previousQuarter(previousQuarter(previousQuarter(quarter)));
  const four = previousQuarter(three);
  return [previousQuarter(four), four, three];
}

/** The shifts that say who held which holiday a year ago: the same lists as long as none of these shifts changes. */
export const shiftsAYearBefore = (workspace: Workspace, quarter: QuarterId): readonly (readonly Shift[])[] =>
  quartersAYearBefore(quarter).map((one) => shiftsOfQuarter(workspace.shifts, one));

/** The part of a holiday, in quarter-holidays, that somebody would hold for the second year running. */
export type HeldAgain = (person: PersonId, holidays: readonly HolidayTouched[], layerPercent: number) => number;

/**
 * Who would hold the holiday of the same name two years running (planning.md, section 5). Twice as primary is a whole holiday
 * again; a secondary's half in either year makes it a half, so that a pair that takes turns pays less than one that does not.
 */
export function heldAgainIn(workspace: Workspace, quarter: QuarterId): HeldAgain {
  const held = new Map<PersonId, Map<string, HeldHoliday[]>>();
  for (const one of quartersAYearBefore(quarter).flatMap((before) => heldHolidays(workspace, before))) {
    const names = held.get(one.person) ?? new Map<string, HeldHoliday[]>();
    held.set(one.person, names);
    const key = holidayKey(one.name);
    names.set(key, [...(names.get(key) ?? []), one]);
  }
  return (person, holidays, layerPercent) => {
    const names = held.get(person);
    if (names === undefined) return 0;
    return holidays.reduce((sum, holiday) => {
      const before = (names.get(holidayKey(holiday.name)) ?? []).filter(({ date }) => {
        const days = daysBetween(date, holiday.date);
        return FEWEST_DAYS <= days && days <= MOST_DAYS;
      });
      return sum + Math.min(holidayUnits([holiday], layerPercent), Math.max(0, ...before.map(({ units }) => units)));
    }, 0);
  };
}
