import type { PersonFairness } from './judge.ts';

/**
 * Worst first, by penalty: scores end at 0 and would call all equal who are there. Of equal penalties the one whose load is
 * further beyond the band, or nearer to its edge, then by place in the team.
 */
export const worstFirst = (
  people: readonly PersonFairness[],
  positionOf: (person: PersonFairness) => number,
): readonly PersonFairness[] =>
  [...people].sort(
    (a, b) =>
      b.penalty - a.penalty ||
      Math.abs(b.difference) - b.band - (Math.abs(a.difference) - a.band) ||
      positionOf(a) - positionOf(b),
  );
