import { expect, test } from 'vitest';
import type { LocalDate, LocalDateTime, QuarterId } from '../../../shared/model/dates.ts';
import * as text from '../../../shared/words/date-text.ts';

const date = (day: string) => day as LocalDate;
const moment = (at: string) => at as LocalDateTime;

test('days are written short, with weekday, with year and to be read aloud', () => {
  const day = date('2027-02-01');
  expect([
    text.dayText(day),
    text.weekdayText(day),
    text.dayWithWeekdayText(day),
    text.dayWithYearText(day),
    text.dateText(day),
    text.monthText(day),
  ]).toEqual(['1 Feb', 'Mon', 'Mon 1 Feb', 'Mon 1 Feb 2027', '1 February', 'February 2027']);
});

test('a day is the same day in every zone of the machine', () => {
  const zone = process.env['TZ'];
  try {
    for (const name of [
      'UTC',
      'America/New_York',
      'Pacific/Kiritimati',
      'America/Sao_Paulo',
      'Asia/Beirut',
    ]) {
      process.env['TZ'] = name;
      expect(text.dayWithYearText(date('2018-11-04')), name).toBe('Sun 4 Nov 2018');
      expect(text.dayWithYearText(date('2027-03-28')), name).toBe('Sun 28 Mar 2027');
    }
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
});

test('quarters, weeks and moments', () => {
  expect(text.quarterText('2027-Q1' as QuarterId)).toBe('Q1 2027');
  expect([text.weekText(date('2027-02-01')), text.weekText(date('2027-01-03'))]).toEqual(['W5', 'W53']);
  expect(text.momentText(moment('2027-02-01T09:00'))).toBe('Mon 1 Feb 09:00');
});

test.each([
  ['2027-02-03', '2027-02-05', '3–5 Feb'],
  ['2027-02-03', '2027-02-03', '3 Feb'],
  ['2027-01-30', '2027-02-02', '30 Jan–2 Feb'],
  ['2026-12-28', '2027-01-03', '28 Dec 2026–3 Jan 2027'],
])('from %s to %s is %s', (from, to, range) => {
  expect(text.rangeText(date(from), date(to))).toBe(range);
});

test('a turn is written without the day of the hand-off that ends it', () => {
  expect(text.turnText(moment('2027-02-01T09:00'), moment('2027-02-08T09:00'))).toBe('1–7 Feb');
  expect(text.turnText(moment('2027-02-01T09:00'), moment('2027-02-02T09:00'))).toBe('1 Feb');
  expect(text.turnText(moment('2027-02-01T09:00'), moment('2027-02-01T18:00'))).toBe('1 Feb');
});

test.each([
  [150, '2 h 30 min'],
  [120, '2 h'],
  [45, '45 min'],
  [0, '0 min'],
  [-180, '−3 h'],
  [-90, '−1 h 30 min'],
  [0.4, '0 min'],
  [-0.4, '0 min'],
  [59.6, '1 h'],
])('%d minutes are %s', (minutes, written) => {
  expect(text.minutesText(minutes)).toBe(written);
});

test.each([
  ['17:00', '17:00'],
  [' 9:05', '09:05'],
  ['5:00 PM', '17:00'],
  ['12 a.m.', '00:00'],
  ['12.30pm', '12:30'],
  ['24:00', null],
  ['13 pm', null],
  ['0:05 am', null],
  ['9:60', null],
  ['9', null],
  ['', null],
])('%j is typed for %s', (typed, time) => {
  expect(text.readClockTime(typed)).toBe(time);
});
