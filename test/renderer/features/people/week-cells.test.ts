import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  afterClick,
  inYear,
  rowsOf,
  weekAfterKey,
  weeksOfYear,
  wishOf,
  withWish,
  yearOf,
} from '../../../../renderer/features/people/week-cells.ts';
import { addDays, isoWeek, mondayOf, weekdayOf } from '../../../../shared/calendar/days.ts';
import { date } from '../../../builders/a-workspace.ts';

const aYear = fc.integer({ min: 2000, max: 2100 });

test('a year has its 52 or 53 weeks, each once, numbered from 1', () => {
  fc.assert(
    fc.property(aYear, (year) => {
      const weeks = weeksOfYear(year);
      expect(weeks.map(isoWeek)).toEqual(weeks.map((_, place) => place + 1));
      expect(weeks.every((monday) => weekdayOf(monday) === 1 && yearOf(monday) === year)).toBe(true);
      expect(weeksOfYear(year + 1)[0]).toBe(addDays(weeks.at(-1) ?? date('2000-01-03'), 7));
      expect(rowsOf(weeks).flat()).toEqual(weeks);
    }),
  );
  expect(weeksOfYear(2026)).toHaveLength(53);
  expect(weeksOfYear(2027)).toHaveLength(52);
});

test('a week is clicked from neither to wanted to avoided and back', () => {
  expect([null, 'want' as const, 'avoid' as const].map(afterClick)).toEqual(['want', 'avoid', null]);
});

test('a week has one wish, whichever day of it was written down, and wishes stay in order', () => {
  const wishes = [{ week: date('2027-02-03'), kind: 'avoid' as const }];
  const monday = date('2027-02-01');
  expect(wishOf(wishes, monday)).toBe('avoid');
  expect(withWish(wishes, monday, 'want')).toEqual([{ week: monday, kind: 'want' }]);
  expect(withWish(wishes, date('2027-01-04'), 'want').map(({ week }) => week)).toEqual([
    '2027-01-04',
    '2027-02-03',
  ]);
  expect(withWish(wishes, monday, null)).toEqual([]);
});

test('arrows go from week to week and from quarter to quarter, over the ends of years', () => {
  const monday = date('2027-01-04');
  expect(weekAfterKey('ArrowLeft', monday)).toBe('2026-12-28');
  expect(weekAfterKey('ArrowDown', monday)).toBe('2027-04-05');
  expect(weekAfterKey('End', monday)).toBe('2027-12-27');
  expect(weekAfterKey('PageUp', monday)).toBe('2025-12-29');
  expect(weekAfterKey('x', monday)).toBeNull();
  expect(inYear(date('2026-12-28'), 1)).toBe('2027-12-27');
  fc.assert(
    fc.property(aYear, fc.integer({ min: 0, max: 51 }), (year, place) => {
      const week = weeksOfYear(year)[place] ?? monday;
      expect(inYear(inYear(week, 1), -1)).toBe(week);
      expect(mondayOf(weekAfterKey('ArrowRight', week) ?? week)).toBe(addDays(week, 7));
    }),
  );
});
