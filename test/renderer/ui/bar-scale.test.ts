import { expect, test } from 'vitest';
import { percentOf, scaleFor } from '../../../renderer/ui/bar-scale.ts';

test.each([
  [[], 1],
  [[0.3], 1],
  [[9], 10],
  [[10], 10],
  [[18, 21.5], 25],
  [[127.3, 140], 150],
  [[151], 200],
] as const)('the scale for %j ends at %d', (values, end) => {
  expect(scaleFor(values)).toBe(end);
});

test('no value lies beyond its scale', () => {
  for (let value = 0.25; value < 2000; value += 7.25) expect(scaleFor([value])).toBeGreaterThanOrEqual(value);
});

test('a place on the scale is never outside the bar', () => {
  expect(percentOf(5, 20)).toBe(25);
  expect(percentOf(-3, 20)).toBe(0);
  expect(percentOf(30, 20)).toBe(100);
});
