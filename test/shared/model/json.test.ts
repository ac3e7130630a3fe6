import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, sameJson } from '../../../shared/model/json.ts';

const seeded = { seed: 11, numRuns: 300 } as const;

/** The same value with its keys written in another order, all the way down. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, turned(part)]),
  );
}

test('canonical text is JSON that says the same, whatever the order of keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(canonicalJson(turned(value))).toBe(canonicalJson(value));
      expect(sameJson(JSON.parse(canonicalJson(value)), value)).toBe(true);
    }),
    seeded,
  );
});

test('two values are the same exactly when their canonical texts are', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 2 }), fc.jsonValue({ maxDepth: 2 }), (one, other) => {
      expect(sameJson(one, other)).toBe(canonicalJson(one) === canonicalJson(other));
      expect(sameJson(one, turned(structuredClone(one)))).toBe(true);
    }),
    seeded,
  );
});

test('near misses are told apart', () => {
  for (const [one, other] of [
    [[], {}],
    [{}, null],
    [[1], [1, 2]],
    [{ a: 1 }, { b: 1 }],
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ a: null }, {}],
    [0, '0'],
    [{ toString: 1 }, { a: 1 }],
  ]) {
    expect(sameJson(one, other), JSON.stringify([one, other])).toBe(false);
    expect(sameJson(other, one), JSON.stringify([other, one])).toBe(false);
  }
});
