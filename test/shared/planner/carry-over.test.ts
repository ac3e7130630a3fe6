import loadHighs from 'highs';
import { beforeAll, expect, test } from 'vitest';
import { type Solver, solverOver } from '../../../shared/planner/solver.ts';
import { instances } from '../../bench/instances.ts';
import { twelveQuarters } from '../../bench/twelve-quarters.ts';

let solver: Solver;
beforeAll(async () => {
  solver = solverOver(await loadHighs());
});

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
const SIX_POINTS = 24;

for (const name of ['b', 'f', 'g'] as const) {
  test(`twelve quarters of instance ${name}: nobody ends, or is ever, more than six points from what was due`, async () => {
    const { terms } = instances[name];
    const cumulated = Array.from({ length: terms.people }, () => 0);
    let most = 0;
    for await (const { uneven, difference, leaves } of twelveQuarters(terms, solver, 100_000)) {
      uneven.forEach((part, person) => (cumulated[person] = (cumulated[person] ?? 0) + part));
      // What a quarter leaves is the sum of all before it: nothing is forgotten, nothing counted twice.
      cumulated.forEach((all, person) => {
        expect(all).toBeCloseTo(difference[person] ?? NaN, 6);
      });
      expect(sum(leaves.map(({ load, forgiven }) => load + forgiven))).toBe(0);
      most = Math.max(most, ...difference.map(Math.abs));
    }
    expect(most / 4).toBeLessThanOrEqual(SIX_POINTS / 4);
  }, 60_000);
}
