import type { PersonId } from '../../../shared/model/ids.ts';
import type { TeamFairness } from '../../../shared/planner/judge.ts';
import {
  pointsText,
  pointsWithUnit,
  scoreText,
  shareText,
  signedPointsText,
} from '../../../shared/words/points-text.ts';
import { toneOf } from '../../state/tone.ts';
import type { HeadFigures } from './row-head.tsx';

/** Load and deviation of each person, in words; a tone only outside the band in which a difference counts as even. Compared as text, so equal figures stay the same object. */
export function figuresOf(
  fairness: TeamFairness,
  before: ReadonlyMap<PersonId, HeadFigures>,
): ReadonlyMap<PersonId, HeadFigures> {
  return new Map(
    fairness.people.map((card) => {
      const { person, load, difference } = card;
      // Before the attainable shares are known a score would be of other shares.
      const score = fairness.assessed ? card.score : null;
      const next: HeadFigures = {
        points: pointsText(load),
        deviation: fairness.assessed ? signedPointsText(difference) : null,
        tone: fairness.assessed ? toneOf(card) : 'even',
        score: score === null ? null : scoreText(score),
        spoken: [
          pointsWithUnit(load),
          ...(fairness.assessed ? [shareText(difference)] : []),
          ...(score === null ? [] : [`score ${scoreText(score)}`]),
        ].join(', '),
      };
      const known = before.get(person);
      return [
        person,
        known !== undefined && known.spoken === next.spoken && known.tone === next.tone ? known : next,
      ] as const;
    }),
  );
}
