import type { PersonId } from '../../../shared/model/ids.ts';
import type { TeamFairness } from '../../../shared/planner/judge.ts';
import {
  pointsText,
  pointsWithUnit,
  shareText,
  signedPointsText,
} from '../../../shared/words/points-text.ts';
import type { HeadFigures } from './row-head.tsx';

/** Load and deviation of each person, in words. Compared as text, so equal figures stay the same object. */
export function figuresOf(
  fairness: TeamFairness,
  before: ReadonlyMap<PersonId, HeadFigures>,
): ReadonlyMap<PersonId, HeadFigures> {
  return new Map(
    fairness.people.map(({ person, load, difference }) => {
      const tone = difference === 0 ? 'level' : difference > 0 ? 'over' : 'under';
      const next: HeadFigures = {
        points: pointsText(load),
        deviation: signedPointsText(difference),
        tone,
        spoken: `${pointsWithUnit(load)}, ${shareText(difference)}`,
      };
      const known = before.get(person);
      return [person, known !== undefined && known.spoken === next.spoken ? known : next] as const;
    }),
  );
}
