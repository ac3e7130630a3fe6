import { afterEach, expect, test } from 'vitest';
import { conventionsOf, neutral, tagOfPosix } from '../../../shared/words/conventions.ts';
import {
  clockTimeText,
  dateText,
  dayText,
  dayWithWeekdayText,
  dayWithYearText,
  momentText,
  rangeText,
  writeDatesBy,
} from '../../../shared/words/date-text.ts';
import type { LocalDate, LocalDateTime, LocalTime } from '../../../shared/model/dates.ts';

const day = '2027-02-01' as LocalDate;
const moment = '2027-02-01T17:05' as LocalDateTime;

afterEach(() => {
  writeDatesBy(neutral);
});

test.each([
  ['de-DE', { order: 'day-first', clock: '24', weekStart: 1, numbers: '1.234,5' }, 'Mon 1 Feb 17:05'],
  [
    'en-US',
    { order: 'month-first', clock: '12', weekStart: 7, numbers: '1,234.5' },
    'Mon, Feb 1, 5:05\u00a0PM',
  ],
  ['en-GB', { order: 'day-first', clock: '24', weekStart: 1, numbers: '1,234.5' }, 'Mon 1 Feb 17:05'],
  ['ar-EG', { order: 'day-first', clock: '12', weekStart: 6, numbers: '1,234.5' }, 'Mon 1 Feb 5:05\u00a0PM'],
  ['ja-JP', { order: 'month-first', clock: '24', weekStart: 7, numbers: '1,234.5' }, 'Mon, Feb 1, 17:05'],
  ['xx-XX', neutral, 'Mon 1 Feb 17:05'],
  ['xx_XX', neutral, 'Mon 1 Feb 17:05'],
  ['', neutral, 'Mon 1 Feb 17:05'],
] as const)('in %j the conventions are %j: %s', (locale, expected, text) => {
  const conventions = conventionsOf(locale);
  expect(conventions).toEqual(expected);
  writeDatesBy(conventions);
  expect(momentText(moment)).toBe(text);
});

test('where the month comes first it does so everywhere, and what was written before is written anew', () => {
  expect(dayText(day)).toBe('1 Feb');
  writeDatesBy(conventionsOf('en-US'));
  expect(dayText(day)).toBe('Feb 1');
  expect(dayWithWeekdayText(day)).toBe('Mon, Feb 1');
  expect(dayWithYearText(day)).toBe('Mon, Feb 1, 2027');
  expect(dateText(day)).toBe('February 1');
  expect(rangeText(day, '2027-02-07' as LocalDate)).toBe('Feb 1–7');
  expect(rangeText(day, '2027-03-02' as LocalDate)).toBe('Feb 1–Mar 2');
  expect(rangeText('2026-12-28' as LocalDate, '2027-01-03' as LocalDate)).toBe('Dec 28, 2026–Jan 3, 2027');
});

test.each([
  ['00:00', '12:00\u00a0AM'],
  ['09:05', '9:05\u00a0AM'],
  ['12:00', '12:00\u00a0PM'],
  ['23:59', '11:59\u00a0PM'],
])('%s is %s by a clock of twelve hours', (time, text) => {
  expect(clockTimeText(time as LocalTime)).toBe(time);
  writeDatesBy({ ...neutral, clock: '12' });
  expect(clockTimeText(time as LocalTime)).toBe(text);
});

test.each([
  ['de_DE.UTF-8', 'de-DE'],
  ['de_DE@euro', 'de-DE'],
  ['eo', 'eo'],
  ['xx_XX', 'xx-XX'],
  ['C', ''],
  ['C.UTF-8', ''],
  ['POSIX', ''],
  ['', ''],
  ['../../etc', ''],
])('the system’s %j is the tag %j', (name, tag) => {
  expect(tagOfPosix(name)).toBe(tag);
});
