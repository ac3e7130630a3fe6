import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths, reviewOf } from '../../../shared/runbooks/review.ts';
import { date } from '../../builders/a-workspace.ts';
import { aRunbook } from './a-runbook.ts';

test.each([
  ['2026-08-31', 6, '2027-02-28'],
  ['2027-08-31', 6, '2028-02-29'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-01-31', 36, '2029-01-31'],
])('%s and %i months is %s', (from, months, to) => {
  expect(addMonths(date(from), months)).toBe(to);
});

test('months add up to a day that exists, in the right month, on the same day or the last', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1980-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
      fc.integer({ min: 1, max: 36 }),
      (day, months) => {
        const from = day.toISOString().slice(0, 10);
        const to = addMonths(date(from), months);
        const parsed = new Date(`${to}T00:00:00Z`);
        expect(parsed.toISOString().slice(0, 10)).toBe(to);
        const count = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + months;
        expect(Number(to.slice(0, 4)) * 12 + Number(to.slice(5, 7)) - 1).toBe(count);
        const last = new Date(Date.UTC(parsed.getUTCFullYear(), parsed.getUTCMonth() + 1, 0)).getUTCDate();
        expect(parsed.getUTCDate()).toBe(Math.min(Number(from.slice(8)), last));
      },
    ),
  );
});

test('a review is overdue from the day after it was due', () => {
  const runbook = aRunbook({ lastReviewedOn: date('2026-05-23'), reviewEveryMonths: 6 });
  expect(reviewOf(runbook, date('2026-11-23'))).toMatchObject({ dueOn: '2026-11-23', overdue: false });
  expect(reviewOf(runbook, date('2026-11-24'))).toMatchObject({ overdue: true });
});

test('what nobody has reviewed is due at once', () => {
  expect(reviewOf(aRunbook({ lastReviewedOn: null }), date('2026-11-23'))).toMatchObject({
    lastOn: null,
    dueOn: null,
    overdue: true,
  });
});
