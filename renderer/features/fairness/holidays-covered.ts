import { addDays, daysFrom, previousQuarter, quarterRange } from '../../../shared/calendar/days.ts';
import { holidaysTouched } from '../../../shared/calendar/holidays.ts';
import { policyOf } from '../../../shared/fairness/policy-of.ts';
import type { LocalDate, QuarterId } from '../../../shared/model/dates.ts';
import type { PersonId, ShiftId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { slotsOfQuarter } from '../../../shared/rotation/expand.ts';
import { servedDays } from '../../../shared/rotation/override.ts';

export interface HolidayCover {
  readonly shift: ShiftId;
  /** Null: a gap. */
  readonly person: PersonId | null;
}

export interface HolidayCovered {
  readonly key: string;
  readonly name: string;
  readonly date: LocalDate;
  readonly covers: readonly HolidayCover[];
}

const dutyOf = (shift: ShiftId): string => shift.split('/', 2).join('/');

/** The team's holidays of a quarter, by date, and who holds each duty on it. */
export function holidaysCovered(workspace: Workspace, quarter: QuarterId): readonly HolidayCovered[] {
  const { from, until } = quarterRange(quarter);
  const own = slotsOfQuarter(workspace, quarter);
  // The first days of a quarter belong to turns that began in the one before, and count there.
  const slots = [...slotsOfQuarter(workspace, previousQuarter(quarter)), ...own];
  const last = own.reduce<LocalDate>(
    (latest, { end }) => (end.slice(0, 10) > latest ? (end.slice(0, 10) as LocalDate) : latest),
    addDays(until, -1),
  );
  const days = daysFrom(from, addDays(last, -1) < from ? from : addDays(last, -1));
  const touched = holidaysTouched(
    workspace,
    workspace.about.region,
    days,
    policyOf(workspace, quarter).holidayDate,
  );
  const served = slots.map((slot) => ({ slot, days: new Set(servedDays(workspace.shifts, slot)) }));
  return [...touched]
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map(({ holiday, name, date }) => ({
      key: `${holiday} ${date}`,
      name,
      date,
      covers: served
        .filter((turn) => turn.days.has(date))
        .map(({ slot }) => ({ shift: slot.id, person: workspace.shifts[slot.id]?.person ?? null }))
        // By duty: a cover begins later than its turn, and stands in its place all the same.
        .sort((a, b) => (dutyOf(a.shift) < dutyOf(b.shift) ? -1 : dutyOf(a.shift) > dutyOf(b.shift) ? 1 : 0)),
    }));
}
