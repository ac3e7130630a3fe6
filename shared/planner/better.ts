import type { Cost } from './cost.ts';

/** A plan with its price by the full scorer. */
export interface Weighed {
  readonly people: Int16Array;
  readonly cost: Cost;
}

/** The one with fewer open slots, then the lower cost, then the first by people: the same choice whatever found them. */
export function isBetter(one: Weighed, other: Weighed): boolean {
  if (one.cost.open !== other.cost.open) return one.cost.open < other.cost.open;
  if (one.cost.total !== other.cost.total) return one.cost.total < other.cost.total;
  const place = one.people.findIndex((person, slot) => person !== other.people[slot]);
  return place >= 0 && (one.people[place] as number) < (other.people[place] as number);
}
