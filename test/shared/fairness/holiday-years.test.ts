import { expect, test } from 'vitest';
import { holidaysInYear, holidayYears } from '../../../shared/fairness/holiday-years.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import {
  aHoliday,
  aHolidaySet,
  aPerson,
  aRotation,
  aShift,
  aWorkspace,
  date,
  personIdOf,
  secondary,
} from '../../builders/a-workspace.ts';

const names = ['Ann', 'Bo', 'Cy'];

function team(shifts: Parameters<typeof aWorkspace>[0] = {}) {
  const workspace = aWorkspace({
    people: names.map((name, position) => aPerson(name, { position, region: 'US' })),
    rotations: [aRotation('Team', names, { startsOn: date('2025-12-01') })],
    holidaySets: [aHolidaySet('US', 2025), aHolidaySet('US', 2026), aHolidaySet('US', 2027)],
    holidays: [
      aHoliday('US', 'Christmas Day', '2025-12-25'),
      aHoliday('US', 'New Year', '2027-01-01'),
      aHoliday('US', 'Christmas Day', '2026-12-25'),
      aHoliday('US', 'CHRISTMAS DAY', '2027-12-25'),
    ],
    ...shifts,
  });
  return { ...workspace, about: { ...workspace.about, region: 'US' } };
}

const christmasOf = (workspace: ReturnType<typeof team>, years: readonly number[]) =>
  holidayYears(workspace, years)
    .find(({ key }) => key === 'christmas day')
    ?.years.map(({ year, people }) => [
      year,
      ...people.map(({ person, units, again }) => `${person} ${units}${again ? ' again' : ''}`),
    ]);

test('who had Christmas stands year beside year, with whoever has it again marked', () => {
  const workspace = team({
    shifts: [
      aShift('2026-12-21', 'Ann'),
      aShift('2026-12-21', 'Bo', { layer: secondary }),
      aShift('2027-12-20', 'Ann'),
      aShift('2027-12-20', 'Cy', { layer: secondary }),
    ],
  });
  expect(christmasOf(workspace, [2026, 2027])).toEqual([
    [2026, 'person-ann 4', 'person-bo 2'],
    [2027, 'person-ann 4 again', 'person-cy 2'],
  ]);
});

test('the year before the first one shown tells who has it again, and is not shown', () => {
  const workspace = team({ shifts: [aShift('2025-12-22', 'Ann'), aShift('2026-12-21', 'Ann')] });
  expect(christmasOf(workspace, [2026, 2027])).toEqual([[2026, 'person-ann 4 again'], [2027]]);
});

test('New Year’s Day belongs to its own year, though its turn began in December', () => {
  const workspace = team({ shifts: [aShift('2026-12-28', 'Cy')] });
  const newYear = holidayYears(workspace, [2026, 2027]).find(({ key }) => key === 'new year');
  expect(newYear?.years.map(({ date: day, people }) => [day, people.map(({ person }) => person)])).toEqual([
    [null, []],
    ['2027-01-01' as LocalDate, [personIdOf('Cy')]],
  ]);
  expect(holidaysInYear(workspace, 2027)).toEqual(new Map([[personIdOf('Cy'), { units: 4, duties: 1 }]]));
  expect(holidaysInYear(workspace, 2026)).toEqual(new Map());
});

test('holidays stand in the order of the year, each once however its name is written', () => {
  expect(holidayYears(team(), [2026, 2027]).map(({ name }) => name)).toEqual(['New Year', 'CHRISTMAS DAY']);
});
