import type { PersonFairness } from '../../../shared/planner/judge.ts';
import { dayWithWeekdayText } from '../../../shared/words/date-text.ts';
import { pointsText, pointsWithUnit, shareText } from '../../../shared/words/points-text.ts';

/** A bar in words: "Amara: 18 points, 1.1 below share; share 19.1 points". */
export const barText = (name: string, { load, difference, attainable }: PersonFairness): string =>
  `${name}: ${pointsWithUnit(load)}, ${shareText(difference)}; share ${pointsWithUnit(attainable)}`;

/** How far somebody is from the share, and whether that is more than anybody would notice. */
export function standingText({ difference, band, allowance }: PersonFairness): string {
  const distance = shareText(difference);
  if (distance === 'on share') return 'On share';
  const upper = distance.charAt(0).toUpperCase() + distance.slice(1);
  const excess = Math.abs(difference) - band;
  if (excess <= 0) return `${upper}, within the ${pointsWithUnit(band)} that count as even`;
  if (excess <= allowance) return `${upper}; even the fairest plan known leaves somebody this far off`;
  return `${upper}, ${pointsText(excess - allowance)} more than it would have to be`;
}

/** "2 of 3 wanted weeks given; 1 week taken against a wish"; empty without wishes. */
export function wishText({ wishes }: PersonFairness): string {
  const { wanted, granted, avoided, broken } = wishes;
  const parts = [
    wanted > 0 ? `${granted} of ${wanted} wanted ${wanted === 1 ? 'week' : 'weeks'} given` : '',
    avoided > 0
      ? `${avoided - broken} of ${avoided} avoided ${avoided === 1 ? 'week' : 'weeks'} kept free`
      : '',
  ];
  return parts.filter((part) => part !== '').join('; ');
}

/** Worst first; of equal scores the one further outside the band, then by place in the team. */
export function worstFirst(
  people: readonly PersonFairness[],
  positionOf: (person: PersonFairness) => number,
): readonly PersonFairness[] {
  const excess = ({ difference, band }: PersonFairness): number => Math.max(0, Math.abs(difference) - band);
  return [...people].sort(
    (a, b) => (a.score ?? 0) - (b.score ?? 0) || excess(b) - excess(a) || positionOf(a) - positionOf(b),
  );
}

/** Each holiday once, with how many duties were held on it: "Good Friday, Fri 26 Mar (2 duties)". */
export function heldHolidaysText({ holidays }: Pick<PersonFairness, 'holidays'>): string {
  const counts = new Map<string, number>();
  for (const { name, date } of holidays) {
    const key = `${name}, ${dayWithWeekdayText(date)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([text, count]) => (count === 1 ? text : `${text} (${count} duties)`)).join('; ');
}
