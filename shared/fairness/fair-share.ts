/** What decides somebody's share of a quarter. */
export interface Claim {
  readonly person: string;
  /** FTE in per cent, 1 to 100. */
  readonly fullTime: number;
  /** FTE × time present, in any unit that is the same for all. */
  readonly presence: number;
  /** What the last quarter left, in q: positive owes less this time. */
  readonly carry: number;
  /** Own task load over the quarter, in q. */
  readonly tasks: number;
}

/** A share and the steps to it, all in q, unrounded. They add up: equal − carry − tasks = target. */
export interface Share {
  readonly equal: number;
  /** Carry against the team's mean. */
  readonly carry: number;
  /** Task load beyond what this person's part of all task load would be. */
  readonly tasks: number;
  readonly target: number;
}

const sumOf = <Item>(items: readonly Item[], figure: (item: Item) => number): number =>
  items.reduce((sum, item) => sum + figure(item), 0);

/**
 * The target share t of everybody: a part of all load by presence, less carry and task load, each against the team's
 * (planning.md, section 3). The targets add up to `total`. With nobody present the load is shared alike.
 *
 * @param total load of all slots, in q
 */
export function targetShares(claims: readonly Claim[], total: number): readonly Share[] {
  const present = sumOf(claims, (claim) => claim.presence);
  const meanCarry = claims.length === 0 ? 0 : sumOf(claims, (claim) => claim.carry) / claims.length;
  const allTasks = sumOf(claims, (claim) => claim.tasks);
  const allFullTime = sumOf(claims, (claim) => claim.fullTime);
  return claims.map((claim) => {
    const equal = present > 0 ? (total * claim.presence) / present : total / claims.length;
    const carry = claim.carry - meanCarry;
    const tasks = claim.tasks - (allFullTime > 0 ? (claim.fullTime * allTasks) / allFullTime : 0);
    return { equal, carry, tasks, target: equal - carry - tasks };
  });
}

/**
 * Whole q that add up to `total`, by largest remainder; ties go to the first. Where the figures do not add up to it, as
 * when slots stay open, they are first scaled.
 */
export function roundToTotal(figures: readonly number[], total: number): Int32Array {
  const sum = sumOf(figures, (figure) => figure);
  const missing = figures.length === 0 ? 0 : (total - sum) / figures.length;
  // A solver's 117.0000000001 must not count as a larger remainder than 117: six decimals are far below one q.
  const even = figures.map((figure) => Math.round((figure + missing) * 1e6) / 1e6);
  const whole = Int32Array.from(even, Math.floor);
  const left = Math.round(total - whole.reduce((all, one) => all + one, 0));
  const order = even
    .map((figure, place) => ({ place, rest: figure - Math.floor(figure) }))
    .sort((a, b) => b.rest - a.rest || a.place - b.place);
  for (let step = 0; step < left; step++) {
    const next = order[step % order.length];
    if (next !== undefined) whole[next.place] = (whole[next.place] ?? 0) + 1;
  }
  return whole;
}
