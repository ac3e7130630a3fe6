import { expect, test } from 'vitest';
import { costOf, fullObjective } from '../../../shared/planner/cost.ts';
import { firstPlan } from '../../../shared/planner/matching.ts';
import { OPEN } from '../../../shared/planner/problem.ts';
import { anneal } from '../../../shared/planner/search.ts';
import { aimOfInstance, instances, makeInstance } from '../../bench/instances.ts';

function best(name: keyof typeof instances, seed: number, moves: number): number {
  const instance = makeInstance(instances[name].terms);
  const { problem } = instance;
  const objective = fullObjective(problem, aimOfInstance(instance, instances[name].attainable), null);
  const nobody = new Int16Array(problem.slots.length).fill(OPEN);
  const start = firstPlan(objective, nobody, new Uint8Array(nobody.length), seed);
  const search = anneal(objective, start, new Uint8Array(nobody.length).fill(1), seed, moves);
  let step = search.next();
  while (step.done !== true) step = search.next();
  const cost = costOf(objective, step.value);
  expect(cost.open).toBe(0);
  return cost.total;
}

test('instance a: the known best plan, 1005, from every seed', () => {
  expect([1, 2, 3].map((seed) => best('a', seed, 1_000_000))).toEqual([1005, 1005, 1005]);
});

test('instance b: within a wish of the known best plan, 5405, and never below it', () => {
  const cost = best('b', 1, 1_000_000);
  expect(cost).toBeGreaterThanOrEqual(5405);
  expect(cost).toBeLessThanOrEqual(5405 + 80);
});

test('instance f: within three wishes of the known best plan, 22560, and never below it', () => {
  const cost = best('f', 1, 1_000_000);
  expect(cost).toBeGreaterThanOrEqual(22_560);
  expect(cost).toBeLessThanOrEqual(22_560 + 240);
});
