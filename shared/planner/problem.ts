import type { QuarterId } from '../model/dates.ts';
import type { PersonId, ShiftId } from '../model/ids.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Slot } from '../rotation/expand.ts';
import type { PersonForm, Weights } from './problem-form.ts';

/** Lists of numbers, one after the other: the list of row r is `items[starts[r]] … items[starts[r + 1] - 1]`. */
export interface Rows {
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

/**
 * A quarter as the planner computes with it. People and slots are numbered in the order of `people` and `slots`; a figure
 * for slot i and person e stands at `i * people.length + e`. Nothing in it depends on who holds what in this quarter.
 */
export interface Problem {
  readonly quarter: QuarterId;
  /** Names this input: equal digests, equal problems. */
  readonly digest: string;
  readonly people: readonly PersonForm[];
  readonly personAt: ReadonlyMap<PersonId, number>;
  readonly slots: readonly Slot[];
  readonly slotAt: ReadonlyMap<ShiftId, number>;
  /** In q, and their sum T. */
  readonly load: Int32Array;
  readonly totalLoad: number;
  readonly gapWeight: Int32Array;
  /** 1 where the planner leaves a slot alone: covers of single days. */
  readonly cover: Uint8Array;
  /** 0 not allowed, 1 regular, 2 stand-in. */
  readonly legal: Uint8Array;
  /** By slot: who may take it. */
  readonly candidates: Rows;
  /** Cost units: wishes, stand-in price and the same holiday again; the two behind it are parts of it, apart. */
  readonly price: Int32Array;
  readonly standInPrice: Int32Array;
  readonly sameHoliday: Int32Array;
  /** Quarter-holidays by slot and person. */
  readonly holidays: Int16Array;
  /** By slot: the slots that its holder cannot hold too (H3). */
  readonly clashes: Rows;
  /** Maximal sets of slots of which one person can hold at most one; the same rule as `clashes`, for the linear program. */
  readonly cliques: Rows;
  /** By slot: its rest windows. */
  readonly windows: Rows;
  readonly windowCount: number;
  /** Slots of earlier quarters by window and person: `window * people.length + person`. */
  readonly leadIn: Int16Array;
  /** Slots that begin together in one lane: a person takes at most one of each, so one matching fills it best. */
  readonly groups: Rows;
  /** By person: most slots; -1 is no cap. */
  readonly cap: Int32Array;
  /** By person: dead-band τ in q. */
  readonly band: Int32Array;
  readonly weights: Weights;
}

/** Nobody holds the slot. */
export const OPEN = -1;
/** Held by somebody who may take no slot of the quarter: not open, and nobody's load here. */
export const OUTSIDER = -2;

/** Who holds each slot in the workspace: a number of `problem.people`, `OPEN` or `OUTSIDER`. */
export function peopleOnPlan(workspace: Workspace, problem: Problem): Int16Array {
  return Int16Array.from(problem.slots, ({ id }) => {
    const holder = workspace.shifts[id]?.person;
    return holder === undefined ? OPEN : (problem.personAt.get(holder) ?? OUTSIDER);
  });
}

/** The numbers in a row of `Rows`, as a view: no copy. */
export const rowOf = (rows: Rows, row: number): Int32Array => rows.items.subarray(rows.starts[row] ?? 0, rows.starts[row + 1] ?? 0);
