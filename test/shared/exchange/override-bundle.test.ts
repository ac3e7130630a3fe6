import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bundleOf,
  joined,
  painted,
  type LiveTurn,
  type Turn,
} from '../../../shared/exchange/override-bundle.ts';

/** A plan of one role: turns one after the other with gaps between some, of a handful of people. */
const plan: fc.Arbitrary<readonly Turn[]> = fc
  .array(
    fc.record({
      gap: fc.nat(3),
      length: fc.integer({ min: 1, max: 9 }),
      user: fc.constantFrom('A', 'B', 'C'),
    }),
    {
      maxLength: 14,
    },
  )
  .map((steps) => {
    let at = 0;
    return steps.map(({ gap, length, user }) => {
      const start = at + gap;
      at = start + length;
      return { start, end: at, user };
    });
  });

const live: fc.Arbitrary<readonly LiveTurn[]> = fc
  .tuple(plan, fc.array(fc.constantFrom('R1', 'R2'), { minLength: 14, maxLength: 14 }))
  .map(([turns, sources]) => turns.map((turn, index) => ({ ...turn, source: sources[index] ?? null })));

const joinings = fc.constantFrom('by-user' as const, 'by-user-and-source' as const);

const who = (turns: readonly Turn[], at: number): string | null =>
  turns.find(({ start, end }) => start <= at && at < end)?.user ?? null;

describe('the fewest overrides', () => {
  test('lead to the plan wherever the plan names somebody, and leave the rest as it is', () => {
    fc.assert(
      fc.property(live, plan, joinings, (now, wanted, joining) => {
        const after = painted<Turn>([...now, ...bundleOf(now, wanted, joining)]);
        for (let at = 0; at < 180; at++) expect(who(after, at)).toBe(who(wanted, at) ?? who(now, at));
      }),
    );
  });

  test('are none where the plan stands already, however it is cut', () => {
    fc.assert(
      fc.property(live, joinings, (now, joining) => {
        expect(bundleOf(now, joined(now), joining)).toEqual([]);
      }),
    );
  });

  test('lie only where somebody else is on call, and none of them could be joined', () => {
    fc.assert(
      fc.property(live, plan, joinings, (now, wanted, joining) => {
        const bundle = bundleOf(now, wanted, joining);
        for (const [index, piece] of bundle.entries()) {
          for (let at = piece.start; at < piece.end; at++) expect(who(now, at)).not.toBe(piece.user);
          const next = bundle[index + 1];
          if (next === undefined) continue;
          expect(next.start).toBeGreaterThanOrEqual(piece.end);
          if (next.start > piece.end || next.user !== piece.user) continue;
          expect(joining).toBe('by-user-and-source');
          expect(next.over).not.toEqual(piece.over);
        }
      }),
    );
  });

  test('are as many as the stretches that differ: no set of fewer leads to the plan', () => {
    fc.assert(
      fc.property(live, plan, (now, wanted) => {
        const bundle = bundleOf(now, wanted, 'by-user');
        let stretches = 0;
        let before: string | null = null;
        for (let at = 0; at < 180; at++) {
          const next = who(wanted, at);
          const differs = next !== null && next !== who(now, at) ? next : null;
          if (differs !== null && differs !== before) stretches++;
          before = differs;
        }
        expect(bundle.length).toBe(stretches);
      }),
    );
  });

  test('name whom they replace, and nobody where nobody is on call', () => {
    expect(
      bundleOf(
        [{ start: 0, end: 10, user: 'A', source: 'R1' }],
        [{ start: 5, end: 15, user: 'B' }],
        'by-user-and-source',
      ),
    ).toEqual([
      { start: 5, end: 10, user: 'B', over: { user: 'A', source: 'R1' } },
      { start: 10, end: 15, user: 'B', over: null },
    ]);
  });
});
