import { countsAsEven } from '../../shared/fairness/score.ts';
import type { PersonFairness } from '../../shared/planner/judge.ts';

export type Tone = 'even' | 'over' | 'under';

/** Over or under where it is felt and could be helped: beyond the band, and beyond what even the fairest plan leaves; else even. */
export function toneOf(card: Pick<PersonFairness, 'difference' | 'band' | 'allowance'>): Tone {
  if (countsAsEven(card, card.allowance)) return 'even';
  return card.difference > 0 ? 'over' : 'under';
}
