import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as days from '../../../shared/calendar/days.ts';
import type { LocalDate, LocalDateTime, LocalTime, QuarterId } from '../../../shared/model/dates.ts';

const date = (text: string) => text as LocalDate;
/** Days from 1900 to 2200, as text. */
const anyDay = fc.integer({ min: -25_567, max: 84_006 }).map((number) => days.dateOfNumber(number));
const seeded = { seed: 3, numRuns: 500 } as const;

test('day numbers and dates are inverse, and neighbours differ by one', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      expect(days.dateOfNumber(days.dayNumber(day))).toBe(day);
      expect(days.dayNumber(days.addDays(day, 1)) - days.dayNumber(day)).toBe(1);
      expect(days.daysBetween(day, days.addDays(day, 400))).toBe(400);
      expect(days.daysBetween(day, days.addDays(day, -400))).toBe(-400);
    }),
    seeded,
  );
});

test('leap days come every fourth year, but not in 2100', () => {
  expect(days.addDays(date('2028-02-28'), 1)).toBe('2028-02-29');
  expect(days.addDays(date('2027-02-28'), 1)).toBe('2027-03-01');
  expect(days.addDays(date('2100-02-28'), 1)).toBe('2100-03-01');
  expect(days.addDays(date('2000-02-28'), 1)).toBe('2000-02-29');
});

test('weekdays count from Monday as 1, also before 1970', () => {
  expect(
    ['2027-01-04', '2027-01-10', '1970-01-01', '1969-12-29', '1900-01-01'].map((day) =>
      days.weekdayOf(date(day)),
    ),
  ).toEqual([1, 7, 4, 1, 1]);
  fc.assert(
    fc.property(anyDay, (day) => {
      expect(days.weekdayOf(day)).toBe(new Date(`${day}T00:00:00Z`).getUTCDay() || 7);
      expect(days.isWeekend(day)).toBe(days.weekdayOf(day) > 5);
    }),
    seeded,
  );
});

test('the Monday of a week is at most six days back, the next weekday at most six ahead', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 7 }), (day, weekday) => {
      expect(days.weekdayOf(days.mondayOf(day))).toBe(1);
      expect(days.daysBetween(days.mondayOf(day), day)).toBe(days.weekdayOf(day) - 1);
      const next = days.nextWeekday(day, weekday);
      expect(days.weekdayOf(next)).toBe(weekday);
      expect(days.daysBetween(day, next)).toBeGreaterThanOrEqual(0);
      expect(days.daysBetween(day, next)).toBeLessThan(7);
    }),
    seeded,
  );
});

test.each([
  ['2026-12-28', 53],
  ['2027-01-03', 53],
  ['2027-01-04', 1],
  ['2024-12-30', 1],
  ['2025-12-29', 1],
  ['2026-01-01', 1],
  ['2021-01-03', 53],
  ['2027-03-29', 13],
])('%s is in ISO week %i', (day, week) => {
  expect(days.isoWeek(date(day))).toBe(week);
});

test('all days of one week have one week number, and it grows by one or starts again', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const monday = days.mondayOf(day);
      expect(days.isoWeek(day)).toBe(days.isoWeek(monday));
      const next = days.isoWeek(days.addDays(monday, 7));
      expect([days.isoWeek(monday) + 1, 1]).toContain(next);
    }),
    seeded,
  );
});

test('a range of days holds both ends', () => {
  expect(days.daysFrom(date('2027-02-27'), date('2027-03-02'))).toEqual([
    '2027-02-27',
    '2027-02-28',
    '2027-03-01',
    '2027-03-02',
  ]);
  expect(days.daysFrom(date('2027-02-27'), date('2027-02-27'))).toEqual(['2027-02-27']);
  expect(days.daysFrom(date('2027-02-27'), date('2027-02-26'))).toEqual([]);
});

test('a month later is the same day, or the last day of a shorter month', () => {
  expect(days.addMonths(date('2027-01-31'), 1)).toBe('2027-02-28');
  expect(days.addMonths(date('2028-01-31'), 1)).toBe('2028-02-29');
  expect(days.addMonths(date('2026-11-30'), 3)).toBe('2027-02-28');
  expect(days.addMonths(date('2027-03-31'), -1)).toBe('2027-02-28');
  expect(days.addMonths(date('2027-01-15'), -13)).toBe('2025-12-15');
  expect(days.addMonths(date('2028-02-29'), 12)).toBe('2029-02-28');
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -40, max: 40 }), (day, months) => {
      const there = days.addMonths(day, months);
      const count = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
      expect(count(there) - count(day)).toBe(months);
      expect(Number(there.slice(8))).toBe(
        Math.min(Number(day.slice(8)), Number(days.endOfMonth(there).slice(8))),
      );
    }),
    seeded,
  );
});

test('quarters begin and end where they should, and follow each other', () => {
  expect(days.quarterRange('2026-Q4' as QuarterId)).toEqual({ from: '2026-10-01', until: '2027-01-01' });
  expect(days.quarterRange('2027-Q1' as QuarterId)).toEqual({ from: '2027-01-01', until: '2027-04-01' });
  expect(
    ['2026-12-31', '2027-01-01', '2027-03-31', '2027-04-01'].map((day) => days.quarterOf(date(day))),
  ).toEqual(['2026-Q4', '2027-Q1', '2027-Q1', '2027-Q2']);
  fc.assert(
    fc.property(anyDay, (day) => {
      const quarter = days.quarterOf(day);
      const { from, until } = days.quarterRange(quarter);
      expect(from <= day && day < until).toBe(true);
      expect(days.previousQuarter(days.nextQuarter(quarter))).toBe(quarter);
      expect(days.quarterRange(days.nextQuarter(quarter)).from).toBe(until);
    }),
    seeded,
  );
});

test('a moment is a date and a time, and its wall minutes keep order', () => {
  const moment = days.atTime(date('2027-01-04'), '09:00' as LocalTime);
  expect([moment, days.dateOf(moment), days.timeOf(moment)]).toEqual([
    '2027-01-04T09:00',
    '2027-01-04',
    '09:00',
  ]);
  expect(days.wallMinutes('2027-01-05T08:59' as LocalDateTime) - days.wallMinutes(moment)).toBe(24 * 60 - 1);
});

test('days keep their numbers when many others were asked for in between', () => {
  const before = days.dayNumber(date('2027-01-04'));
  for (let number = 0; number < 30_000; number++) days.dayNumber(days.dateOfNumber(number));
  expect(days.dayNumber(date('2027-01-04'))).toBe(before);
});
