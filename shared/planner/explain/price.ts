import type { Cost } from '../cost.ts';

/**
 * What a change costs, term by term, in cost units: 80 are one wish (planning.md, section 1). Negative is better. `open` is the
 * change in gap weights and `breaches` that in rest breaches, as in `Cost`.
 */
export type Price = Cost;

/** The terms that add up to `total`. */
export type PricedTerm = Exclude<keyof Cost, 'total' | 'standIns' | 'refused' | 'open' | 'breaches'>;

/** Cost units of one wish. */
export const WISH = 80;

/** What the second plan costs more than the first. */
export function priceBetween(before: Cost, after: Cost): Price {
  const price: Record<string, number> = {};
  for (const term of Object.keys(after) as (keyof Cost)[]) price[term] = after[term] - before[term];
  return price as unknown as Price;
}

/** True where one plan leaves less open, or as much open at a lower cost. */
export const isCheaper = (one: Pick<Cost, 'open' | 'total'>, other: Pick<Cost, 'open' | 'total'>): boolean =>
  one.open !== other.open ? one.open < other.open : one.total < other.total;
