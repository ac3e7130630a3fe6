import { expect, test } from 'vitest';
import { daysFrom } from '../../../shared/calendar/days.ts';
import { holidaysTouched } from '../../../shared/calendar/holidays.ts';
import { countDays, holidayUnits, slotLoad } from '../../../shared/fairness/load.ts';
import { aHoliday, aHolidaySet, aPolicy, aWorkspace, date } from '../../builders/a-workspace.ts';

const policy = aPolicy();
const week = daysFrom(date('2027-01-18'), date('2027-01-24'));

test('a plain primary week is 36 q, its secondary 18, a heavy rotation 54, a light watch 18 and 9', () => {
  const loads = [[100, 100], [50, 100], [100, 150], [100, 50], [50, 50]] as const;
  expect(loads.map(([layer, factor]) => slotLoad(week, [], policy, layer, factor))).toEqual([36, 18, 54, 18, 9]);
});

test('a holiday counts 12 q in place of its day, on a weekend too, and is counted as a holiday alone', () => {
  const workspace = aWorkspace({ holidaySets: [aHolidaySet('US', 2027)], holidays: [aHoliday('US', 'King', '2027-01-18'), aHoliday('US', 'Sunday', '2027-01-24')] });
  const holidays = holidaysTouched(workspace, 'US', week, 'actual');
  expect(slotLoad(week, holidays, policy, 100, 100)).toBe(36 + 8 + 4);
  expect(countDays(week, holidays)).toEqual({ weekday: 4, weekend: 1, holiday: 2 });
  expect([holidayUnits(holidays, 100), holidayUnits(holidays, 50)]).toEqual([8, 4]);
});

test('a holiday with two dates counts on one of them, never on both', () => {
  const workspace = aWorkspace({
    holidaySets: [aHolidaySet('US', 2027)],
    holidays: [aHoliday('US', 'Independence Day', '2027-07-04', { observed: date('2027-07-05') })],
  });
  const both = daysFrom(date('2027-07-01'), date('2027-07-07'));
  const dates = (which: 'actual' | 'observed' | 'either', days: typeof both) => holidaysTouched(workspace, 'US', days, which).map((one) => one.date);
  expect(dates('actual', both)).toEqual(['2027-07-04']);
  expect(dates('observed', both)).toEqual(['2027-07-05']);
  expect(dates('either', both)).toEqual(['2027-07-04']);
  expect(dates('either', both.slice(4))).toEqual(['2027-07-05']);
  expect(dates('actual', both.slice(4))).toEqual([]);
});

test('a region keeps its own holidays, or its country’s where it has no set of its own', () => {
  const workspace = aWorkspace({
    holidaySets: [aHolidaySet('DE', 2027), aHolidaySet('DE-BY', 2027)],
    holidays: [aHoliday('DE', 'Unity', '2027-10-03'), aHoliday('DE-BY', 'Assumption', '2027-08-15')],
  });
  const days = daysFrom(date('2027-08-01'), date('2027-10-31'));
  const names = (region: string | null) => holidaysTouched(workspace, region, days, 'actual').map((one) => one.name);
  expect(names('DE-BY')).toEqual(['Assumption']);
  expect(names('DE-BE')).toEqual(['Unity']);
  expect(names('US')).toEqual([]);
  expect(names(null)).toEqual([]);
});
