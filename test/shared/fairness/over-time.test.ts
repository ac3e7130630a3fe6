import fc from 'fast-check';
import { expect, test } from 'vitest';
import { againstMean, debts, type Balance } from '../../../shared/fairness/over-time.ts';
import { personIdOf } from '../../builders/a-workspace.ts';

const balance = (name: string, load: number): Balance => ({ person: personIdOf(name), load });
const balances = fc
  .array(fc.integer({ min: -60, max: 60 }), { maxLength: 12 })
  .map((loads) => loads.map((load, place) => balance(`P${place}`, load)));

test('whoever held least owes whoever held most', () => {
  expect(debts([balance('Ann', 6), balance('Bo', -4), balance('Cy', -2)])).toEqual([
    { from: 'person-bo', to: 'person-ann', load: 4 },
    { from: 'person-cy', to: 'person-ann', load: 2 },
  ]);
});

test('what all hold too much of, nobody owes', () => {
  expect(debts([balance('Ann', 3), balance('Bo', 3)])).toEqual([]);
  expect(debts([])).toEqual([]);
});

test('paying all debts leaves everybody even, in fewer payments than people', () => {
  fc.assert(
    fc.property(balances, (given) => {
      const owed = debts(given);
      const open = new Map(againstMean(given).map(({ person, load }) => [person, load]));
      for (const { from, to, load } of owed) {
        expect(load).toBeGreaterThan(0);
        open.set(from, (open.get(from) ?? 0) + load);
        open.set(to, (open.get(to) ?? 0) - load);
      }
      expect([...open.values()].every((left) => left === 0)).toBe(true);
      expect(owed.length).toBeLessThan(Math.max(1, given.length));
    }),
  );
});
