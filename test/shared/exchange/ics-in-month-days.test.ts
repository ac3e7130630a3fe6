import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysFrom, endOfMonth, weekdayOf } from '../../../shared/calendar/days.ts';
import { daysByMonth, isImpossible } from '../../../shared/exchange/ics-in-month-days.ts';
import { readCalendar } from '../../../shared/exchange/ics-in.ts';
import type { LocalDate, ZoneName } from '../../../shared/model/dates.ts';
import { date } from '../../builders/a-workspace.ts';

const until = date('2033-01-01');

function readRule(start: LocalDate, rule: string) {
  const { items, problems } = readCalendar(
    [
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'UID:one@x',
      `DTSTART;VALUE=DATE:${start.replaceAll('-', '')}`,
      `RRULE:${rule}`,
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n'),
    { zone: 'Europe/Berlin' as ZoneName, from: date('2027-01-01'), until },
  );
  return { days: items.map(({ from }) => from), problems: problems.map(({ kind }) => kind) };
}

test.each([
  'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
  'FREQ=MONTHLY;BYMONTH=4,6;BYMONTHDAY=31',
  'FREQ=YEARLY;BYMONTH=2',
  'FREQ=MONTHLY;BYMONTHDAY=0',
  'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-30,30,31;COUNT=3',
])('%s from a 31st never comes: told, and none of its days taken', (rule) => {
  expect(readRule(date('2027-01-31'), rule)).toEqual({ days: [], problems: ['endless-rule'] });
});

test('months that do not have the day are passed over, and count for nothing', () => {
  expect(readRule(date('2027-01-30'), 'FREQ=YEARLY;BYMONTH=1,2,3;BYMONTHDAY=30;COUNT=3').days).toEqual([
    '2027-01-30',
    '2027-03-30',
    '2028-01-30',
  ]);
  expect(readRule(date('2028-02-29'), 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=2').days).toEqual([
    '2028-02-29',
    '2032-02-29',
  ]);
});

test('days below zero count from the end of their month', () => {
  const rule = { freq: 'MONTHLY', bymonthday: -1 };
  expect(isImpossible(rule, date('2027-01-31'))).toBe(false);
  const year = daysFrom(date('2028-01-01'), date('2028-12-31'));
  expect([...daysByMonth(rule, date('2028-01-01'), date('2029-01-01'))]).toEqual([
    ...new Set(year.map(endOfMonth)),
  ]);
});

test('a birthday since long ago, and many of them, cost next to nothing', () => {
  const { days, problems } = readRule(date('1920-02-29'), 'FREQ=YEARLY');
  expect([days, problems]).toEqual([['2028-02-29', '2032-02-29'], []]);
});

test('every other year and every third month are kept, up to the last day', () => {
  expect(readRule(date('2027-12-25'), 'FREQ=YEARLY;INTERVAL=2;BYMONTH=12;BYMONTHDAY=25').days).toEqual([
    '2027-12-25',
    '2029-12-25',
    '2031-12-25',
  ]);
  expect(readRule(date('2027-01-31'), 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1;UNTIL=20271031').days).toEqual([
    '2027-01-31',
    '2027-04-30',
    '2027-07-31',
    '2027-10-31',
  ]);
});

test('whatever months and days a rule names, they come as a calendar on the wall has them', () => {
  const months = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 });
  const days = fc.uniqueArray(
    fc.integer({ min: -31, max: 31 }).filter((day) => day !== 0),
    { minLength: 1, maxLength: 3 },
  );
  fc.assert(
    fc.property(
      fc.constantFrom('YEARLY', 'MONTHLY', 'DAILY'),
      fc.option(months, { nil: null }),
      days,
      fc.nat(700),
      fc.option(fc.integer({ min: 1, max: 9 }), { nil: null }),
      (freq, bymonth, bymonthday, offset, count) => {
        const start = addDays(date('2027-01-01'), offset);
        const rule = [
          `FREQ=${freq}`,
          ...(bymonth === null ? [] : [`BYMONTH=${bymonth.join(',')}`]),
          `BYMONTHDAY=${bymonthday.join(',')}`,
          ...(count === null ? [] : [`COUNT=${count}`]),
        ].join(';');
        const wanted = daysFrom(start, addDays(until, -1)).filter((day) => {
          const [month, at] = [Number(day.slice(5, 7)), Number(day.slice(8, 10))];
          const length = Number(endOfMonth(day).slice(8, 10));
          return (
            (bymonth?.includes(month) ?? true) &&
            (bymonthday.includes(at) || bymonthday.includes(at - length - 1))
          );
        });
        const { days: found, problems } = readRule(start, rule);
        if (problems.length > 0) expect([problems, wanted]).toEqual([['endless-rule'], []]);
        else
          expect(found).toEqual([...new Set([start, ...(count === null ? wanted : wanted.slice(0, count))])]);
      },
    ),
    { numRuns: 300 },
  );
});

test('every Friday the 13th is a Friday and a 13th', () => {
  const { days } = readRule(date('2027-01-01'), 'FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR');
  const wanted = daysFrom(date('2027-01-02'), addDays(until, -1)).filter(
    (day) => day.endsWith('-13') && weekdayOf(day) === 5,
  );
  expect(days.slice(1)).toEqual(wanted);
});
