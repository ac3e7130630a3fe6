import { holidaysTouched } from '../calendar/holidays.ts';
import type { LocalDate, QuarterId } from '../model/dates.ts';
import type { PersonId, ShiftId } from '../model/ids.ts';
import type { Workspace } from '../model/workspace.ts';
import { servedDays } from '../rotation/override.ts';
import { shiftsOfQuarter } from '../rotation/recorded.ts';
import { holidayUnits } from './load.ts';
import { policyOf } from './policy-of.ts';

/** A holiday that somebody was on call on. */
export interface HeldHoliday {
  readonly person: PersonId;
  readonly shift: ShiftId;
  readonly name: string;
  readonly date: LocalDate;
  /** In quarter-holidays: 4 for a whole one as primary. */
  readonly units: number;
}

/** By this a holiday is known again next year: years may write its name differently. */
export const holidayKey = (name: string): string =>
  name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();

/**
 * Who was on call on which holiday, by the turns that begin in a quarter, as recorded. Each holiday by its holder's own region;
 * what a cover took over counts for whoever covers. Layers without weight are no duty.
 */
export function heldHolidays(workspace: Workspace, quarter: QuarterId): readonly HeldHoliday[] {
  const { holidayDate } = policyOf(workspace, quarter);
  return shiftsOfQuarter(workspace.shifts, quarter).flatMap((shift): readonly HeldHoliday[] => {
    const weight =
      workspace.rotations[shift.rotation]?.layers.find(({ name }) => name === shift.layer)?.weightPercent ??
      0;
    if (weight === 0) return [];
    const region = workspace.people[shift.person]?.region ?? workspace.about.region;
    return holidaysTouched(workspace, region, servedDays(workspace.shifts, shift), holidayDate).map(
      (feast) => ({
        person: shift.person,
        shift: shift.id,
        name: feast.name,
        date: feast.date,
        units: holidayUnits([feast], weight),
      }),
    );
  });
}
