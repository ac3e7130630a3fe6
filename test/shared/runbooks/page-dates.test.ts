import { expect, test } from 'vitest';
import { longDay, ordinal, shortMoment } from '../../../shared/runbooks/page-dates.ts';
import type { LocalDateTime } from '../../../shared/model/dates.ts';
import { date } from '../../builders/a-workspace.ts';

test('days are written with their weekday, and with the year where paper outlives it', () => {
  expect(longDay(date('2027-01-03'))).toBe('Sun 3 Jan 2027');
  expect(shortMoment('2026-12-07T09:00' as LocalDateTime)).toBe('Mon 7 Dec 09:00');
});

test.each([
  [1, '1st'],
  [2, '2nd'],
  [3, '3rd'],
  [4, '4th'],
  [11, '11th'],
  [12, '12th'],
  [13, '13th'],
  [21, '21st'],
  [22, '22nd'],
  [23, '23rd'],
  [30, '30th'],
  [31, '31st'],
])('day %i of a month is its %s', (day, text) => {
  expect(ordinal(day)).toBe(text);
});
