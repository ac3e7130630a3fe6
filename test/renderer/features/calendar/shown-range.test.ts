import { expect, test } from 'vitest';
import {
  meets,
  shownOf,
  stepped,
  weeksOfQuarter,
} from '../../../../renderer/features/calendar/shown-range.ts';
import type { QuarterId } from '../../../../shared/model/dates.ts';
import { date } from '../../../builders/a-workspace.ts';

const quarter = '2027-Q1' as QuarterId;
const before = date('2026-11-23');

test('a quarter is shown by the whole weeks that its turns begin in', () => {
  expect(weeksOfQuarter(quarter)).toEqual({ from: '2027-01-04', until: '2027-04-05', weeks: 13 });
  expect(weeksOfQuarter('2027-Q4' as QuarterId)).toMatchObject({ from: '2027-10-04', weeks: 13 });
});

test('month and week begin where the quarter does, or at today within it', () => {
  expect(shownOf('month', quarter, null, before)).toMatchObject({
    at: '2027-01-01',
    range: { from: '2026-12-28', until: '2027-02-01' },
  });
  expect(shownOf('week', quarter, null, before).range).toEqual({ from: '2027-01-04', until: '2027-01-11' });
  expect(shownOf('week', quarter, null, date('2027-02-17')).at).toBe('2027-02-15');
  expect(shownOf('month', quarter, null, date('2027-02-17')).at).toBe('2027-02-01');
});

test('steps go a month or a week, over the end of a year too', () => {
  const month = shownOf('month', quarter, null, before);
  expect([stepped(month, -1), stepped(month, 1)]).toEqual(['2026-12-01', '2027-02-01']);
  expect(stepped(shownOf('week', quarter, date('2026-12-30'), before), 1)).toBe('2027-01-04');
});

test('a range meets a quarter by its turns: the first days of January are still the old year’s', () => {
  expect(meets(quarter, { from: date('2026-12-28'), until: date('2027-01-04') })).toBe(false);
  expect(meets(quarter, { from: date('2027-03-29'), until: date('2027-04-05') })).toBe(true);
});
