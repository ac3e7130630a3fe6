import { expect, test } from 'vitest';
import { certaintyOf } from '../../../../shared/planner/plan.ts';
import { gapInWishes, gapOf, grainOf, wholeBound } from '../../../../shared/planner/proof/badge.ts';
import { instances, makeInstance } from '../../../bench/instances.ts';

const limit = { reason: 'limit', detail: '' } as const;

test('with the usual weights and prices, all costs are multiples of 5', () => {
  expect(grainOf(makeInstance(instances.b.terms).problem)).toBe(5);
});

test('a weight without a common divisor makes the grain finer, and weights of nothing leave it at 1', () => {
  const { problem } = makeInstance(instances.b.terms);
  expect(grainOf({ ...problem, weights: { ...problem.weights, loadBeyondBand: 3 } })).toBe(1);
  const weights = { restBreach: 0, loadBeyondBand: 0, holidayBalance: 0, changedSlot: 0 };
  expect(grainOf({ ...problem, weights, price: new Int32Array(4) })).toBe(1);
});

test('a bound counts up to the next cost that a plan can have, and no further', () => {
  expect(wholeBound(5400.2, 5)).toBe(5405);
  expect(wholeBound(5400.0000001, 5)).toBe(5400);
  expect(wholeBound(5401, 1)).toBe(5401);
  expect(wholeBound(-80.5, 5)).toBe(-80);
});

test('the badge says proven only where no cost lies between, else wishes rounded up', () => {
  expect(certaintyOf(5405, wholeBound(5400.02, 5), limit)).toEqual({ status: 'proven', bound: 5405, gapWishes: 0, unproven: null });
  expect(certaintyOf(5405, wholeBound(5400, 5), limit)).toMatchObject({ status: 'bounded', bound: 5400, gapWishes: 1, unproven: limit });
  expect(gapInWishes(5405, 5245)).toBe(2);
  expect(gapInWishes(5405, 5244)).toBe(3);
  expect(certaintyOf(5405, null, limit)).toEqual({ status: 'heuristic', bound: null, gapWishes: null, unproven: limit });
});

test('a bound of millions is believed only as far as rounding leaves it, and the solver must come so much nearer', () => {
  expect(wholeBound(2_000_000.5, 1)).toBe(1_999_999);
  expect(wholeBound(-2_000_000, 1, 2_000_100)).toBe(98);
  expect(wholeBound(-Infinity, 5)).toBe(-Infinity);
  expect(gapOf(5, 20_000)).toBeLessThan(4.98);
  expect(gapOf(1, 3_000_000)).toBe(0);
});
