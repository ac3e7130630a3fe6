import { countsAsEven } from '../fairness/score.ts';
import type { PersonFairness } from '../planner/judge.ts';
import { dayWithWeekdayText } from './date-text.ts';
import {
  exactPointsText,
  exactPointsWithUnit,
  hundredthsText,
  pointsWithUnit,
  shareText,
} from './points-text.ts';

/** A bar in words: "Amara: 18 points, 1.1 below share; share 19.1 points". */
export const barText = (
  name: string,
  { load, difference, attainable }: Pick<PersonFairness, 'load' | 'difference' | 'attainable'>,
): string =>
  `${name}: ${pointsWithUnit(load)}, ${shareText(difference)}; share ${pointsWithUnit(attainable)}`;

/** How far somebody is from the share, and whether that is more than anybody would notice or could help. */
export function standingText(card: Pick<PersonFairness, 'difference' | 'band' | 'allowance'>): string {
  const { difference, band, allowance } = card;
  if (difference === 0) return 'On share';
  const distance = `${exactPointsText(Math.abs(difference))} ${difference > 0 ? 'over' : 'below'} share`;
  const excess = Math.abs(difference) - band;
  if (excess <= 0) return `${distance}, within the ${exactPointsWithUnit(band)} that count as even`;
  if (countsAsEven(card, allowance))
    return `${distance}; even the fairest plan known leaves somebody this far off`;
  return `${distance}, ${exactPointsText(excess - allowance)} more than it would have to be`;
}

const priced = (units: number): string => {
  const wishes = Math.abs(units) / 80;
  const text = (Math.round(wishes * 10) / 10).toString();
  return `${text} ${text === '1' ? 'wish' : 'wishes'}`;
};

/** "2 of 3 wanted weeks given; 1 of 2 avoided weeks kept free: costs 1 wish"; empty without wishes. */
export function wishText({ wishes, prices }: Pick<PersonFairness, 'wishes' | 'prices'>): string {
  const { wanted, granted, avoided, broken } = wishes;
  const parts = [
    wanted > 0 ? `${granted} of ${wanted} wanted ${wanted === 1 ? 'week' : 'weeks'} given` : '',
    avoided > 0
      ? `${avoided - broken} of ${avoided} avoided ${avoided === 1 ? 'week' : 'weeks'} kept free`
      : '',
  ];
  const text = parts.filter((part) => part !== '').join('; ');
  if (text === '' || prices.wishes === 0) return text;
  return `${text}: ${prices.wishes > 0 ? 'costs' : 'worth'} ${priced(prices.wishes)}`;
}

/** What standing in for a watch's pair costs the plan: "stands in for others: costs 1 wish"; empty where nothing. */
export const standInText = ({ prices }: Pick<PersonFairness, 'prices'>): string =>
  prices.standIn === 0 ? '' : `stands in for others: costs ${priced(prices.standIn)}`;

/** Each holiday once, with how many duties were held on it: "Good Friday, Fri 26 Mar (2 duties)", "…, as a year before". */
export function heldHolidaysText({ holidays }: Pick<PersonFairness, 'holidays'>): string {
  const days = new Map<string, { count: number; again: boolean }>();
  for (const { name, date, again } of holidays) {
    const key = `${name}, ${dayWithWeekdayText(date)}`;
    const known = days.get(key);
    days.set(key, { count: (known?.count ?? 0) + 1, again: again || (known?.again ?? false) });
  }
  return [...days]
    .map(
      ([text, { count, again }]) =>
        `${text}${count === 1 ? '' : ` (${count} duties)`}${again ? ', as a year before' : ''}`,
    )
    .join('; ');
}

/** A balance in quarter-holidays against the mean: "0.5 above the mean", "on the mean". */
export function balanceText(quarters: number): string {
  const text = hundredthsText(Math.round(Math.abs(quarters) * 25));
  return text === '0' ? 'on the mean' : `${text} ${quarters > 0 ? 'above' : 'below'} the mean`;
}
