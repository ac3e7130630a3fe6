import { expect, test } from 'vitest';
import fc from 'fast-check';
import { roundToTotal, targetShares } from '../../../shared/fairness/fair-share.ts';

const claim = fc.record({
  person: fc.string(),
  fullTime: fc.integer({ min: 1, max: 100 }),
  presence: fc.integer({ min: 0, max: 13_000 }),
  carry: fc.integer({ min: -72, max: 72 }),
  tasks: fc.integer({ min: 0, max: 300 }),
});

test('targets add up to all load, whatever is carried and owned', () => {
  fc.assert(
    fc.property(fc.array(claim, { minLength: 1, maxLength: 12 }), fc.integer({ min: 0, max: 5000 }), (claims, total) => {
      const sum = targetShares(claims, total).reduce((all, { target }) => all + target, 0);
      expect(sum).toBeCloseTo(total, 6);
    }),
    { seed: 3 },
  );
});

test('each target is the equal share less carry and tasks', () => {
  fc.assert(
    fc.property(fc.array(claim, { minLength: 1, maxLength: 12 }), (claims) => {
      for (const { equal, carry, tasks, target } of targetShares(claims, 1000)) expect(equal - carry - tasks).toBeCloseTo(target, 9);
    }),
    { seed: 3 },
  );
});

test('a joiner who is there for 7 of 13 weeks owes 7 parts of 46', () => {
  const shares = targetShares([13, 13, 13, 7].map((presence) => ({ person: '', fullTime: 100, presence, carry: 0, tasks: 0 })), 13 * 36);
  expect(shares.map(({ target }) => Math.round((target / 36) * 100) / 100)).toEqual([3.67, 3.67, 3.67, 1.98]);
});

test('who held a week too many last quarter owes a week less than the others now', () => {
  const people = [36, 0].map((carry) => ({ person: '', fullTime: 100, presence: 1, carry, tasks: 0 }));
  expect(targetShares(people, 13 * 36).map(({ target }) => target / 36)).toEqual([6, 7]);
});

test('rounding keeps the total, gives the largest remainders first, and ties to the first', () => {
  expect([...roundToTotal([1.5, 1.5, 1], 4)]).toEqual([2, 1, 1]);
  expect([...roundToTotal([117.2, 117.7, 117.1], 352)]).toEqual([117, 118, 117]);
  fc.assert(
    fc.property(fc.array(fc.double({ min: -500, max: 500, noNaN: true }), { minLength: 1, maxLength: 20 }), fc.integer({ min: 0, max: 3000 }), (figures, total) => {
      expect(roundToTotal(figures, total).reduce((sum, one) => sum + one, 0)).toBe(total);
    }),
    { seed: 5 },
  );
});
