import { type ProgramBuilder, programBuilder } from '../linear-program.ts';
import { OPEN, rowOf } from '../problem.ts';
import type { MixedProgram } from '../solver.ts';
import { type Chord, chordsBetween, costByChords, reachable } from './chords.ts';
import type { Decision } from './decision.ts';

/** The exact form of a decision: which plan costs least, in whole numbers (planning.md, section 5). */
export interface ProofProgram {
  readonly program: MixedProgram;
  /** Cost units that no column holds. */
  readonly offset: number;
  /** A plan as a value for every column, the auxiliaries at their cheapest; null where a slot is held by nobody that may. */
  encode(people: Int16Array): Float64Array | null;
  decode(x: Float64Array): Int16Array;
}

/** How open slots stand in the program: none may stay open; as few as can be, nothing else counting; or at most so much. */
export type Openness = 'none' | 'fewest' | { readonly atMost: number };

/** Loads this near the attainable share have every line of the cost; farther ones, which no good plan holds, a line every `FAR_STEP` q. */
const NEAR = 24;
const FAR_STEP = 15;

type Entries = [column: number, value: number][];
type Fill = (x: Float64Array, people: Int16Array) => void;

interface Draft {
  readonly decision: Decision;
  readonly builder: ProgramBuilder;
  /** Column of slot and person; -1 is none. */
  readonly at: Int32Array;
  readonly slots: number[];
  readonly persons: number[];
  readonly open: Int32Array;
  readonly fills: Fill[];
}

function decisions(decision: Decision, openness: Openness, builder: ProgramBuilder): Draft {
  const { problem, choice, decided, present } = decision;
  const width = problem.people.length;
  const draft: Draft = {
    decision,
    builder,
    at: new Int32Array(choice.length).fill(-1),
    slots: [],
    persons: [],
    open: new Int32Array(problem.slots.length).fill(-1),
    fills: [],
  };
  problem.slots.forEach((_, slot) => {
    if (decided[slot] !== 1) return;
    for (let person = 0; person < width; person++) {
      const cell = slot * width + person;
      if (choice[cell] === 0) continue;
      const unchanged = present[slot] === person ? problem.weights.changedSlot : 0;
      const price = openness === 'fewest' ? 0 : (problem.price[cell] as number) - unchanged;
      draft.at[cell] = builder.column(price, choice[cell] === 2 ? 1 : 0, 1, 'whole');
      draft.slots.push(slot);
      draft.persons.push(person);
    }
  });
  return draft;
}

/** H1: every slot is held, or open at a price. */
function coverRows({ decision, builder, at, open, fills }: Draft, openness: Openness): void {
  const { problem, decided } = decision;
  const width = problem.people.length;
  const weighed: Entries = [];
  problem.slots.forEach((_, slot) => {
    if (decided[slot] !== 1) return;
    const entries: Entries = [];
    for (let person = 0; person < width; person++) {
      const column = at[slot * width + person] as number;
      if (column >= 0) entries.push([column, 1]);
    }
    if (openness !== 'none') {
      const weight = problem.gapWeight[slot] as number;
      const column = builder.column(openness === 'fewest' ? weight : 0, 0, 1, 'whole');
      open[slot] = column;
      entries.push([column, 1]);
      weighed.push([column, weight]);
      fills.push((x, people) => { x[column] = people[slot] === OPEN ? 1 : 0; });
    }
    builder.row(1, 1, entries);
  });
  if (typeof openness === 'object') builder.row(-Infinity, openness.atMost, weighed);
}

const columnsOf = ({ decision, at }: Draft, slots: Iterable<number>, person: number): Entries => {
  const entries: Entries = [];
  for (const slot of slots) {
    const column = at[slot * decision.problem.people.length + person] as number;
    if (column >= 0) entries.push([column, 1]);
  }
  return entries;
};

/** H3 and H5: cliques of turns held at one moment, and caps. Who holds a turn that stays has no column for those beside it. */
function hardRows(draft: Draft): void {
  const { decision, builder } = draft;
  const { problem, kept } = decision;
  const { cliques } = problem;
  for (let row = 0; row + 1 < cliques.starts.length; row++) {
    const slots = rowOf(cliques, row);
    problem.people.forEach((_, person) => {
      const entries = columnsOf(draft, slots, person);
      if (entries.length > 1) builder.row(-Infinity, 1, entries);
    });
  }
  const held = new Int32Array(problem.people.length);
  for (const person of kept) if (person >= 0) held[person] = (held[person] ?? 0) + 1;
  problem.people.forEach((_, person) => {
    const cap = problem.cap[person] as number;
    if (cap < 0) return;
    const entries = columnsOf(draft, problem.slots.keys(), person);
    const free = cap - (held[person] as number);
    if (entries.length > free) builder.row(-Infinity, free, entries);
  });
}

function changesRow({ decision, builder, at }: Draft): void {
  const { problem, present, decided, maxChanges } = decision;
  if (maxChanges === null) return;
  const width = problem.people.length;
  const entries: Entries = [];
  let holders = 0;
  problem.slots.forEach((_, slot) => {
    const holder = present[slot] as number;
    if (decided[slot] !== 1 || holder < 0) return;
    holders += 1;
    const column = at[slot * width + holder] as number;
    if (column >= 0) entries.push([column, 1]);
  });
  if (holders > maxChanges) builder.row(holders - maxChanges, Infinity, entries);
}

/** Rest: each turn beyond the first in a window is a breach; turns that stay, and those of the quarter before, count first. */
function restRows(draft: Draft): void {
  const { decision, builder, fills } = draft;
  const { problem, kept } = decision;
  const width = problem.people.length;
  const inWindow: number[][] = Array.from({ length: problem.windowCount }, () => []);
  problem.slots.forEach((_, slot) => { for (const window of rowOf(problem.windows, slot)) inWindow[window]?.push(slot); });
  inWindow.forEach((slots, window) => {
    for (let person = 0; person < width; person++) {
      const entries = columnsOf(draft, slots, person);
      const before = (problem.leadIn[window * width + person] as number) + slots.filter((slot) => kept[slot] === person).length;
      const free = Math.max(0, 1 - before);
      if (entries.length <= free) continue;
      const columns = entries.map(([column]) => column);
      const breaches = builder.column(problem.weights.restBreach, 0, entries.length - free);
      builder.row(-Infinity, free, [...entries, [breaches, -1]]);
      fills.push((x) => { x[breaches] = Math.max(0, columns.reduce((sum, column) => sum + (x[column] as number), 0) - free); });
    }
  });
}

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
  const price = builder.column(1, 0, Infinity);
  for (const { slope, height } of chords) builder.row(height + slope * centre, Infinity, [[price, 1], [sum, -slope]]);
  fills.push((x) => {
    const value = own.reduce((total, [column, part]) => total + part * (x[column] as number), base);
    x[sum] = value - centre;
    x[price] = costByChords(chords, value);
  });
  return 0;
}

/** Load and holidays: squares beyond the band and squares of the balance, by lines between the values that can occur. */
function squareRows(draft: Draft, exactLoads: readonly ReadonlySet<number>[]): number {
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

/**
 * Builds the program. Its relaxation reaches the attainable shares, and every whole-number solution is a legal plan whose
 * price is the cost C of the scorer, or less where a load lies far from every share and is not in `exactLoads`.
 *
 * @param exactLoads by person: loads far from the share whose price must be exact all the same
 */
export function proofProgram(decision: Decision, openness: Openness, exactLoads: readonly ReadonlySet<number>[]): ProofProgram {
  const builder = programBuilder();
  const draft = decisions(decision, openness, builder);
  coverRows(draft, openness);
  hardRows(draft);
  changesRow(draft);
  let offset = 0;
  if (openness !== 'fewest') {
    restRows(draft);
    const { total, load, holidays } = decision.keptCost;
    offset = squareRows(draft, exactLoads) + total - load - holidays;
  }
  return { program: builder.build(), offset, ...coding(draft) };
}

function coding({ decision, at, slots, persons, open, fills, builder }: Draft): Pick<ProofProgram, 'encode' | 'decode'> {
  const { kept, decided, problem } = decision;
  return {
    encode: (people) => {
      const x = new Float64Array(builder.width());
      for (const [slot, person] of people.entries()) {
        if (decided[slot] !== 1) continue;
        const column = person >= 0 ? (at[slot * problem.people.length + person] as number) : (open[slot] as number);
        if (column < 0) return null;
        x[column] = 1;
      }
      for (const fill of fills) fill(x, people);
      return x;
    },
    decode: (x) => {
      const people = Int16Array.from(kept);
      slots.forEach((slot, column) => { if ((x[column] as number) > 0.5) people[slot] = persons[column] as number; });
      return people;
    },
  };
}
