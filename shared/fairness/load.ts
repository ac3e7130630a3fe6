import { isWeekend } from '../calendar/days.ts';
import type { HolidayTouched } from '../calendar/holidays.ts';
import type { LocalDate } from '../model/dates.ts';

/** What a day counts, in q: the policy's three weights. */
export interface DayLoads {
  readonly weekdayLoad: number;
  readonly weekendLoad: number;
  readonly holidayLoad: number;
}

/** Days of a turn by what they count as: each day once, a holiday before a weekend. */
export interface DayCounts {
  readonly weekday: number;
  readonly weekend: number;
  readonly holiday: number;
}

/** The days of a turn, counted. `holidays` are those of the rotation's calendar that the days touch. */
export function countDays(days: readonly LocalDate[], holidays: readonly HolidayTouched[]): DayCounts {
  const feasts = new Set(holidays.map(({ date }) => date));
  const holiday = days.filter((day) => feasts.has(day)).length;
  const weekend = days.filter((day) => !feasts.has(day) && isWeekend(day)).length;
  return { weekday: days.length - holiday - weekend, weekend, holiday };
}

/** What one day counts in q: the largest that applies. A holiday of another weight scales the holiday's part only. */
function dayLoad(day: LocalDate, feasts: readonly HolidayTouched[], loads: DayLoads): number {
  const plain = isWeekend(day) ? loads.weekendLoad : loads.weekdayLoad;
  return feasts.reduce(
    (largest, feast) => (feast.date === day ? Math.max(largest, (loads.holidayLoad * feast.weightPercent) / 100) : largest),
    plain,
  );
}

/**
 * The load of a slot in q: round(layer × factor × Σ day weights), rounded once per slot (planning.md, section 1).
 *
 * @param layerPercent what the layer weighs: 100 for a primary, 50 for a secondary
 * @param factorPercent what the rotation weighs: 100; 150 for a heavy one; 50 for a light watch
 */
export function slotLoad(
  days: readonly LocalDate[],
  holidays: readonly HolidayTouched[],
  loads: DayLoads,
  layerPercent: number,
  factorPercent: number,
): number {
  const sum = days.reduce((total, day) => total + dayLoad(day, holidays, loads), 0);
  return Math.round((sum * layerPercent * factorPercent) / 10_000);
}

/** What a turn counts in the balance of holidays, in quarter-holidays: 4 for each as primary, 2 as secondary. */
export const holidayUnits = (holidays: readonly HolidayTouched[], layerPercent: number): number =>
  holidays.reduce((units, { weightPercent }) => units + Math.round((4 * layerPercent * weightPercent) / 10_000), 0);
