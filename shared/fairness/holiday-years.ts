import { daysFrom, quarterOf } from '../calendar/days.ts';
import { holidaysTouched } from '../calendar/holidays.ts';
import type { LocalDate, QuarterId } from '../model/dates.ts';
import type { PersonId } from '../model/ids.ts';
import type { Workspace } from '../model/workspace.ts';
import { heldHolidays, type HeldHoliday, holidayKey } from './held-holidays.ts';
import { policyOf } from './policy-of.ts';

/** What one person had of a holiday in one year. */
export interface HadHoliday {
  readonly person: PersonId;
  /** Duties held on it. */
  readonly duties: number;
  /** In quarter-holidays, of all these duties together. */
  readonly units: number;
  /** True where the same person had it the year before. */
  readonly again: boolean;
}

/** A holiday in one year: when it was, and who had it. */
export interface HolidayYear {
  readonly year: number;
  /** Null where the calendar of that year does not have it. */
  readonly date: LocalDate | null;
  /** Those who had most of it first. */
  readonly people: readonly HadHoliday[];
}

/** A holiday by its name, year by year: who had Christmas. */
export interface NamedHoliday {
  readonly key: string;
  readonly name: string;
  readonly years: readonly HolidayYear[];
}

const quartersOf = (year: number): readonly QuarterId[] =>
  [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}` as QuarterId);

/** All that was held in a year, by the year of the holiday: New Year's Day may belong to a turn that began in December. */
function heldIn(workspace: Workspace, year: number): readonly HeldHoliday[] {
  const quarters = [`${year - 1}-Q4` as QuarterId, ...quartersOf(year), `${year + 1}-Q1` as QuarterId];
  return quarters
    .flatMap((quarter) => heldHolidays(workspace, quarter))
    .filter(({ date }) => date.startsWith(`${year}-`));
}

/** The team's own holidays of a year, by the date that counts under the policy. */
function calendarOf(
  workspace: Workspace,
  year: number,
): ReadonlyMap<string, { readonly name: string; readonly date: LocalDate }> {
  const days = daysFrom(`${year}-01-01` as LocalDate, `${year}-12-31` as LocalDate);
  const { holidayDate } = policyOf(workspace, quarterOf(days[0] as LocalDate));
  const touched = holidaysTouched(workspace, workspace.about.region, days, holidayDate);
  return new Map(touched.map(({ name, date }) => [holidayKey(name), { name, date }]));
}

function peopleWho(held: readonly HeldHoliday[], before: ReadonlySet<PersonId>): readonly HadHoliday[] {
  const people = [...new Set(held.map(({ person }) => person))].sort();
  return people
    .map((person) => {
      const own = held.filter((one) => one.person === person);
      return {
        person,
        duties: own.length,
        units: own.reduce((sum, { units }) => sum + units, 0),
        again: before.has(person),
      };
    })
    .sort((a, b) => b.units - a.units);
}

/**
 * Who had which holiday, by name and year, in the order of the last year's calendar. Holidays of other regions are listed where
 * somebody had one.
 *
 * @param years in order, the last one being looked at; the year before the first is only asked who had it then
 */
export function holidayYears(workspace: Workspace, years: readonly number[]): readonly NamedHoliday[] {
  const [first = 0] = years;
  const all = [first - 1, ...years].map((year) => ({
    year,
    calendar: calendarOf(workspace, year),
    held: heldIn(workspace, year),
  }));
  const names = new Map<string, { readonly name: string; readonly date: LocalDate }>();
  for (const { year, calendar, held } of all) {
    if (year < first) continue;
    for (const [key, one] of calendar) names.set(key, one);
    for (const { name, date } of held)
      if (!calendar.has(holidayKey(name))) names.set(holidayKey(name), { name, date });
  }
  const ordered = [...names].sort(([, a], [, b]) => (a.date.slice(5) < b.date.slice(5) ? -1 : 1));
  return ordered.map(([key, { name }]) => {
    let before: ReadonlySet<PersonId> = new Set<PersonId>();
    const found: HolidayYear[] = [];
    for (const { year, calendar, held } of all) {
      const own = held.filter((one) => holidayKey(one.name) === key);
      if (year >= first)
        found.push({
          year,
          date: calendar.get(key)?.date ?? own[0]?.date ?? null,
          people: peopleWho(own, before),
        });
      before = new Set(own.map(({ person }) => person));
    }
    return { key, name, years: found };
  });
}

/** What somebody had of a year's holidays. */
export interface YearOfHolidays {
  /** Quarter-holidays, by layer and by what each holiday weighs. */
  readonly units: number;
  /** Duties held on a holiday, each one. */
  readonly duties: number;
}

/** What each person had of the holidays of a year: by weight and by count. Whoever had none is left out. */
export function holidaysInYear(workspace: Workspace, year: number): ReadonlyMap<PersonId, YearOfHolidays> {
  const sums = new Map<PersonId, YearOfHolidays>();
  for (const { person, units } of heldIn(workspace, year)) {
    const before = sums.get(person) ?? { units: 0, duties: 0 };
    sums.set(person, { units: before.units + units, duties: before.duties + 1 });
  }
  return sums;
}
