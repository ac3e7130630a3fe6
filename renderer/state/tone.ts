import type { PersonFairness } from '../../shared/planner/judge.ts';

export type Tone = 'even' | 'over' | 'under';

/** Outside the band, where it is felt: over or under; else even. */
export function toneOf({ difference, band }: Pick<PersonFairness, 'difference' | 'band'>): Tone {
  if (Math.abs(difference) <= band) return 'even';
  return difference > 0 ? 'over' : 'under';
}
