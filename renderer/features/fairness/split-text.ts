import type { TaskSplit } from '../../../shared/fairness/tasks.ts';
import { pointsWithUnit } from '../../../shared/words/points-text.ts';

/** How even the tasks are by number: "3/3/2/2: 10 duties over 4 people can be split no more evenly." */
export function countText({ counts, bestCounts, evenByCount, people }: TaskSplit): string {
  const duties = counts.reduce((sum, count) => sum + count, 0);
  if (duties === 0) return 'No task has an owner yet.';
  const split = counts.join('/');
  const team = `${duties} duties over ${people.length} ${people.length === 1 ? 'person' : 'people'}`;
  return evenByCount
    ? `${split}: ${team} can be split no more evenly.`
    : `${split}: ${team} could be split ${bestCounts.join('/')}.`;
}

/** How even they are by weight, which is another matter: a primary owner's part weighs twice a secondary's. */
export function weightText({ weightSpread, bestWeightSpread, evenByWeight, counts }: TaskSplit): string {
  if (counts.every((count) => count === 0)) return '';
  const apart =
    weightSpread === 0
      ? 'All weigh the same'
      : `Heaviest and lightest are ${pointsWithUnit(weightSpread)} a week apart`;
  return evenByWeight
    ? `${apart}; no exchange of owners brings them closer.`
    : `${apart}; other owners would bring that to ${pointsWithUnit(bestWeightSpread)}.`;
}
