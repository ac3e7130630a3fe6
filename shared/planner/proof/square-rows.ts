import { rowOf } from '../problem.ts';
import { type Chord, chordsBetween, costByChords, reachable } from './chords.ts';
import type { Draft, Entries } from './draft.ts';

/** Loads this near the attainable share have every line of the cost; farther ones, which no good plan holds, a line every `FAR_STEP` q. */
const NEAR = 24;
const FAR_STEP = 15;

/**
 * Where a line is steeper than this, the price is counted in steepest lines: with larger slopes in the rows, what the solver takes
 * for rounding was worth whole plans. The usual weights stay below (at most 65,000), and are proven faster as they are.
 */
const STEEP = 80_000;

/** A cost of what somebody adds up over their slots: its lines as rows. */
interface Piled {
  readonly person: number;
  readonly base: number;
  readonly amount: (slot: number) => number;
  readonly cost: (value: number) => number;
  readonly near: (value: number) => boolean;
  /** What the sum is counted from in the program: near it, its numbers stay small. */
  readonly centre: number;
}

/** How often a person can take each amount at most: slots that begin together in one lane are never both theirs. */
function stepsOf({ decision, at }: Draft, { person, amount }: Piled): Map<number, number> {
  const { problem } = decision;
  const times = new Map<number, number>();
  for (let row = 0; row + 1 < problem.groups.starts.length; row++) {
    const own = new Set<number>();
    for (const slot of rowOf(problem.groups, row)) if ((at[slot * problem.people.length + person] as number) >= 0) own.add(amount(slot));
    for (const value of own) if (value !== 0) times.set(value, (times.get(value) ?? 0) + 1);
  }
  return times;
}

/** Adds a cost to the program; returns what of it is settled already. */
function pile(draft: Draft, piled: Piled): number {
  const { builder, decision, at, fills } = draft;
  const { problem } = decision;
  const { person, base, amount, cost, near, centre } = piled;
  const values = reachable(base, stepsOf(draft, piled));
  if (values.length === 1) return cost(base);
  const chords: readonly Chord[] = chordsBetween(values, cost, near, FAR_STEP);
  if (chords.length === 0) return 0;
  const own: Entries = [];
  problem.slots.forEach((_, slot) => {
    const column = at[slot * problem.people.length + person] as number;
    if (column >= 0 && amount(slot) !== 0) own.push([column, amount(slot)]);
  });
  // One column for the sum keeps the rows of the lines short: with every slot in each of them, a matrix was ten times as full.
  const sum = builder.column(0, (values[0] ?? base) - centre, (values.at(-1) ?? base) - centre);
  builder.row(centre - base, centre - base, [...own, [sum, -1]]);
  const steepest = chords.reduce((most, { slope }) => Math.max(most, Math.abs(slope)), 1);
  const scale = steepest > STEEP ? steepest : 1;
  const price = builder.column(scale, 0, Infinity);
  for (const { slope, height } of chords) builder.row((height + slope * centre) / scale, Infinity, [[price, 1], [sum, -slope / scale]]);
  fills.push((x) => {
    const value = own.reduce((total, [column, part]) => total + part * (x[column] as number), base);
    x[sum] = value - centre;
    x[price] = costByChords(chords, value) / scale;
  });
  return 0;
}

/** Load and holidays: squares beyond the band and squares of the balance, by lines between the values that can occur. */
export function squareRows(draft: Draft, exactLoads: readonly ReadonlySet<number>[]): number {
  const { problem, objective, kept } = draft.decision;
  const { attainable, holidayBase } = objective.aim;
  const width = problem.people.length;
  const keptSlots = [...kept.keys()].filter((slot) => (kept[slot] as number) >= 0);
  let settled = 0;
  problem.people.forEach((_, person) => {
    const own = keptSlots.filter((slot) => kept[slot] === person);
    const share = attainable[person] as number;
    const band = problem.band[person] as number;
    settled += pile(draft, {
      person,
      base: own.reduce((sum, slot) => sum + (problem.load[slot] as number), 0),
      amount: (slot) => problem.load[slot] as number,
      cost: (value) => problem.weights.loadBeyondBand * Math.max(0, Math.abs(value - share) - band) ** 2,
      near: (value) => Math.abs(value - share) <= NEAR || exactLoads[person]?.has(value) === true,
      centre: share,
    });
    settled += pile(draft, {
      person,
      base: own.reduce((sum, slot) => sum + (problem.holidays[slot * width + person] as number), holidayBase[person] as number),
      amount: (slot) => problem.holidays[slot * width + person] as number,
      cost: (value) => objective.holidayWeight * value * value,
      near: () => true,
      centre: 0,
    });
  });
  return settled;
}
