import { expect, test } from 'vitest';
import { dueDates } from '../../../shared/deadlines/due-dates.ts';
import type { Anchor } from '../../../shared/model/deadline.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import {
  anchorText,
  ordinal,
  readReminders,
  remindersText,
  shortMonthText,
  spanText,
  whyMovedText,
} from '../../../shared/words/deadline-text.ts';
import { date } from '../../builders/a-workspace.ts';

test('days of the month are counted as they are said', () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 31].map(ordinal)).toEqual([
    '1st',
    '2nd',
    '3rd',
    '4th',
    '11th',
    '12th',
    '13th',
    '21st',
    '22nd',
    '23rd',
    '31st',
  ]);
});

test.each<readonly [Anchor, string]>([
  [{ kind: 'day-of-month', day: 5 }, 'by the 5th of each month'],
  [{ kind: 'business-day', nth: 3 }, 'by the 3rd business day of each month'],
  [{ kind: 'last-business-day' }, 'by the last business day of each month'],
  [{ kind: 'weekday', weekday: 1 }, 'each Monday'],
  [{ kind: 'after-quarter-end', days: 1 }, '1 day after each quarter ends'],
  [{ kind: 'after-quarter-end', days: 0 }, 'by the last day of each quarter'],
])('a rule is said in words: %o', (anchor, text) => {
  expect(anchorText(anchor)).toBe(text);
});

test('the 31st is explained, and what it explains is what happens', () => {
  expect(shortMonthText({ kind: 'day-of-month', day: 31 })).toContain('June');
  expect(shortMonthText({ kind: 'day-of-month', day: 28 })).toBeNull();
  expect(shortMonthText({ kind: 'day-of-month', day: 29 })).toContain('except in leap years');
  const sample = sampleWorkspace();
  const [rule] = Object.values(sample.deadlines);
  if (rule === undefined) throw new Error('no rule');
  const last = { ...rule, anchor: { kind: 'day-of-month', day: 31 }, convention: 'none' } as const;
  const range = { from: date('2027-02-01'), until: date('2027-05-01') };
  expect(dueDates(sample, last, range).map(({ due }) => due)).toEqual([
    '2027-02-28',
    '2027-03-31',
    '2027-04-30',
  ]);
});

test('why a day moved is told, and that it cannot', () => {
  const moved = { nominal: date('2027-01-03'), dayOff: { kind: 'weekend' } } as const;
  expect(whyMovedText({ ...moved, due: date('2027-01-04'), refusal: null })).toBe('from Sun 3 Jan: weekend');
  expect(whyMovedText({ ...moved, due: null, refusal: 'before-period-ends' })).toContain('too early');
  expect(
    whyMovedText({ nominal: date('2027-01-04'), due: date('2027-01-04'), dayOff: null, refusal: null }),
  ).toBeNull();
});

test('reminders are read and said back', () => {
  expect(readReminders('2, 5 2')).toEqual({ days: [5, 2] });
  expect(readReminders('')).toEqual({ days: [] });
  expect(readReminders('61')).toHaveProperty('error');
  expect(readReminders('1,2,3,4,5,6')).toHaveProperty('error');
  expect(readReminders('-1')).toHaveProperty('error');
  expect([[], [0], [1], [5, 2], [2, 0]].map(remindersText)).toEqual([
    'no reminder',
    'on the day',
    '1 day before',
    '5 and 2 days before',
    '2 days before and on the day',
  ]);
});

test('a length of time is said by its largest units', () => {
  expect([59, 3600, 47 * 3600, 48 * 3600].map(spanText)).toEqual(['0 min', '1 h', '47 h', '2 days']);
});
