import type { LocalDate } from '../model/dates.ts';
import type { HolidayId } from '../model/ids.ts';
import type { Holiday } from '../model/holiday.ts';
import type { Workspace } from '../model/workspace.ts';

/** Which date of a holiday counts: the day itself, the weekday it is observed on, or whichever a turn touches. */
export type HolidayDate = 'actual' | 'observed' | 'either';

/** A holiday that a stretch of days touches, and the one day on which it counts. */
export interface HolidayTouched {
  readonly holiday: HolidayId;
  readonly name: string;
  readonly date: LocalDate;
  readonly weightPercent: number;
}

type Tables = Pick<Workspace, 'holidays' | 'holidaySets'>;
type ByDay = ReadonlyMap<LocalDate, readonly Holiday[]>;

const calendars = new WeakMap<object, Map<string, ByDay>>();

/** The regions whose sets hold for a year: the region's own where there is one, else its country's. */
function regionIn(tables: Tables, region: string, year: number): string | null {
  const sets = Object.values(tables.holidaySets).filter((set) => set.year === year);
  const country = region.slice(0, 2);
  if (sets.some((set) => set.region === region)) return region;
  return sets.some((set) => set.region === country) ? country : null;
}

function calendarOf(tables: Tables, region: string): ByDay {
  let known = calendars.get(tables.holidays);
  if (known === undefined) calendars.set(tables.holidays, (known = new Map<string, ByDay>()));
  const key = `${region} ${Object.keys(tables.holidaySets).sort().join(' ')}`;
  let calendar = known.get(key);
  if (calendar === undefined) {
    const days = new Map<LocalDate, Holiday[]>();
    const holidays = Object.values(tables.holidays).sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const holiday of holidays) {
      const set = tables.holidaySets[holiday.set];
      if (set === undefined || regionIn(tables, region, set.year) !== set.region) continue;
      for (const day of new Set([holiday.actual, holiday.observed ?? holiday.actual])) {
        days.set(day, [...(days.get(day) ?? []), holiday]);
      }
    }
    known.set(key, (calendar = days));
  }
  return calendar;
}

function dateThatCounts(holiday: Holiday, days: ReadonlySet<LocalDate>, which: HolidayDate): LocalDate {
  const observed = holiday.observed ?? holiday.actual;
  if (which === 'either') return days.has(holiday.actual) ? holiday.actual : observed;
  return which === 'actual' ? holiday.actual : observed;
}

/**
 * The holidays of a region that these days touch, by date. Each holiday counts once, never on both its actual and its
 * observed day. Region null keeps no holidays.
 */
export function holidaysTouched(
  tables: Tables,
  region: string | null,
  days: readonly LocalDate[],
  which: HolidayDate,
): readonly HolidayTouched[] {
  if (region === null) return [];
  const calendar = calendarOf(tables, region);
  const within = new Set(days);
  const touched = new Map<HolidayId, HolidayTouched>();
  for (const day of days) {
    for (const holiday of calendar.get(day) ?? []) {
      const { id, name, weightPercent } = holiday;
      const date = dateThatCounts(holiday, within, which);
      if (date === day) touched.set(id, { holiday: id, name, date, weightPercent });
    }
  }
  return [...touched.values()];
}
