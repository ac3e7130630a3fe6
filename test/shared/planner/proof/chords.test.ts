import { expect, test } from 'vitest';
import { chordsBetween, costByChords, reachable } from '../../../../shared/planner/proof/chords.ts';

const square = (value: number): number => 5 * Math.max(0, Math.abs(value - 100) - 9) ** 2;
const everywhere = () => true;

test('the loads that can be reached are the sums of the slots, each as often as it can be taken', () => {
  expect([...reachable(10, new Map([[36, 2], [18, 1]]))]).toEqual([10, 28, 46, 64, 82, 100]);
  expect([...reachable(7, new Map())]).toEqual([7]);
  expect([...reachable(0, new Map([[0, 5]]))]).toEqual([0]);
});

test('with all lines the cost is exact at every value that can be reached, and never above the true one between them', () => {
  const values = reachable(0, new Map([[36, 6], [54, 2]]));
  const chords = chordsBetween(values, square, everywhere, 15);
  for (const value of values) expect(costByChords(chords, value)).toBeCloseTo(square(value), 6);
});

test('far values with fewer lines are priced too low, never too high: a bound stays a bound', () => {
  const values = reachable(0, new Map([[1, 400]]));
  const chords = chordsBetween(values, square, (value) => Math.abs(value - 100) <= 20, 15);
  const priced = [...values].map((value) => ({ value, by: costByChords(chords, value) }));
  expect(priced.filter(({ value, by }) => by > square(value) + 1e-6)).toEqual([]);
  expect(priced.filter(({ value, by }) => Math.abs(value - 100) <= 20 && Math.abs(by - square(value)) > 1e-6)).toEqual([]);
  expect(chords.length).toBeLessThan(60);
});

test('a value that cannot change costs what it costs', () => {
  expect(costByChords(chordsBetween(Int32Array.from([150]), square, everywhere, 15), 150)).toBe(square(150));
  expect(chordsBetween(Int32Array.from([100]), square, everywhere, 15)).toEqual([]);
});
