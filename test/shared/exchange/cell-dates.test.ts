import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateOfNumber, isoWeek, mondayOf } from '../../../shared/calendar/days.ts';
import { dayOrderOf, readDay, readWeek } from '../../../shared/exchange/cell-dates.ts';

test.each([
  ['2027-01-04', '2027-01-04'],
  ['2027/1/4', '2027-01-04'],
  ['4.1.2027', '2027-01-04'],
  ['04. 01. 2027', '2027-01-04'],
  ['2027-01-04 00:00:00', '2027-01-04'],
  ['2028-02-29', '2028-02-29'],
  ['5/5/2027', '2027-05-05'],
])('%s is read as %s, whatever the column says', (cell, day) => {
  expect(readDay(cell, null)).toEqual({ ok: true, value: day });
});

test('a day that there is not is refused, a leap day of another year too', () => {
  for (const cell of ['2027-02-29', '31.4.2027', '2027-13-01', '2027-00-10'])
    expect(readDay(cell, null)).toEqual({ ok: false, reason: `there is no such day as “${cell}”` });
  expect(readDay('soon', null)).toMatchObject({ ok: false });
  expect(readDay('', null)).toMatchObject({ ok: false });
});

test('days with slashes are read by what their column says, and asked about where it says nothing', () => {
  expect(dayOrderOf(['3/4/2027', '25/12/2027'])).toBe('day-first');
  expect(dayOrderOf(['3/4/2027', '12/25/2027'])).toBe('month-first');
  expect(dayOrderOf(['25/12/2027', '12/25/2027'])).toBeNull();
  expect(dayOrderOf(['3/4/2027', ''])).toBeNull();
  expect(readDay('3/4/2027', 'day-first')).toEqual({ ok: true, value: '2027-04-03' });
  expect(readDay('3/4/2027', 'month-first')).toEqual({ ok: true, value: '2027-03-04' });
  expect(readDay('3/4/2027', null)).toMatchObject({ ok: false });
});

test('a week is named by its number or by any of its days, over every turn of the year', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10_000, max: 40_000 }), (number) => {
      const day = dateOfNumber(number);
      const monday = mondayOf(day);
      const year = dateOfNumber(number - ((number + 3) % 7) + 3).slice(0, 4);
      const week = String(isoWeek(day)).padStart(2, '0');
      expect(readWeek(`${year}-W${week}`, null)).toEqual({ ok: true, value: monday });
      expect(readWeek(`W${Number(week)} ${year}`, null)).toEqual({ ok: true, value: monday });
      expect(readWeek(day, null)).toEqual({ ok: true, value: monday });
    }),
  );
});

test('a week that the year has not is refused', () => {
  expect(readWeek('2027-W53', null)).toEqual({ ok: false, reason: 'there is no week 53 in 2027' });
  expect(readWeek('2026-W53', null)).toMatchObject({ ok: true });
  expect(readWeek('2027-W00', null)).toMatchObject({ ok: false });
  expect(readWeek('next', null)).toEqual({
    ok: false,
    reason: '“next” is not a week: write it as 2027-W05',
  });
});
