import { loadExcess } from '../fairness/score.ts';
import type { PersonFairness } from './judge.ts';

/** Worst first; of equal scores the one further outside the band, then by place in the team. */
export const worstFirst = (
  people: readonly PersonFairness[],
  positionOf: (person: PersonFairness) => number,
): readonly PersonFairness[] =>
  [...people].sort(
    (a, b) =>
      (a.score ?? 0) - (b.score ?? 0) || loadExcess(b) - loadExcess(a) || positionOf(a) - positionOf(b),
  );
