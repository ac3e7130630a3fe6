import type { LocalDate } from '../model/dates.ts';
import type { HolidayId, HolidaySetId } from '../model/ids.ts';
import type { Holiday, HolidaySet } from '../model/holiday.ts';
import { region } from './people.ts';

const setId = (year: number): HolidaySetId => `holidays-us-${year}` as HolidaySetId;

/** 2026 was reviewed; 2027 waits for its review. */
export const holidaySets: readonly HolidaySet[] = [
  {
    id: setId(2026),
    region,
    year: 2026,
    locked: true,
    reviewedOn: '2025-12-01' as LocalDate,
    against: '',
    settled: [],
  },
  { id: setId(2027), region, year: 2027, locked: false, reviewedOn: null, against: '', settled: [] },
];

const holiday = (name: string, actual: string, observed: string | null = null): Holiday => ({
  id: `holiday-us-${actual}` as HolidayId,
  set: setId(Number(actual.slice(0, 4))),
  name,
  actual: actual as LocalDate,
  observed: observed as LocalDate | null,
  weightPercent: 100,
  tentative: false,
  source: 'by hand, from 5 U.S.C. 6103',
});

/** The federal holidays. One on a Saturday is observed on the Friday before, one on a Sunday on the Monday after. */
export const holidays: readonly Holiday[] = [
  holiday("New Year's Day", '2026-01-01'),
  holiday('Martin Luther King Jr. Day', '2026-01-19'),
  holiday("Washington's Birthday", '2026-02-16'),
  holiday('Memorial Day', '2026-05-25'),
  holiday('Juneteenth', '2026-06-19'),
  holiday('Independence Day', '2026-07-04', '2026-07-03'),
  holiday('Labor Day', '2026-09-07'),
  holiday('Columbus Day', '2026-10-12'),
  holiday('Veterans Day', '2026-11-11'),
  holiday('Thanksgiving Day', '2026-11-26'),
  holiday('Christmas Day', '2026-12-25'),
  holiday("New Year's Day", '2027-01-01'),
  holiday('Martin Luther King Jr. Day', '2027-01-18'),
  holiday("Washington's Birthday", '2027-02-15'),
  holiday('Memorial Day', '2027-05-31'),
  holiday('Juneteenth', '2027-06-19', '2027-06-18'),
  holiday('Independence Day', '2027-07-04', '2027-07-05'),
  holiday('Labor Day', '2027-09-06'),
  holiday('Columbus Day', '2027-10-11'),
  holiday('Veterans Day', '2027-11-11'),
  holiday('Thanksgiving Day', '2027-11-25'),
  holiday('Christmas Day', '2027-12-25', '2027-12-24'),
];
