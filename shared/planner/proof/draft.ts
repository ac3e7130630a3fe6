import type { ProgramBuilder } from '../linear-program.ts';
import type { Decision } from './decision.ts';

/** How open slots stand in the program: none may stay open; as few as can be, nothing else counting; or at most so much. */
export type Openness = 'none' | 'fewest' | { readonly atMost: number };

export type Entries = [column: number, value: number][];
type Fill = (x: Float64Array, people: Int16Array) => void;

/** A program in the making. */
export interface Draft {
  readonly decision: Decision;
  readonly builder: ProgramBuilder;
  /** Column of slot and person; -1 is none. */
  readonly at: Int32Array;
  /** Slot and person of the first columns, which are those decisions. */
  readonly slots: number[];
  readonly persons: number[];
  /** Column by which a slot stays open; -1 is none. */
  readonly open: Int32Array;
  /** How the other columns follow from a plan: at their cheapest. */
  readonly fills: Fill[];
}

/** Begins a program with one column for every slot and everybody who may take it. */
export function draftOf(decision: Decision, openness: Openness, builder: ProgramBuilder): Draft {
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

/** The columns by which somebody takes one of these slots. */
export const columnsOf = ({ decision, at }: Draft, slots: Iterable<number>, person: number): Entries => {
  const entries: Entries = [];
  for (const slot of slots) {
    const column = at[slot * decision.problem.people.length + person] as number;
    if (column >= 0) entries.push([column, 1]);
  }
  return entries;
};
