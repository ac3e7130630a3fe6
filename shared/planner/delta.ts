import { differencesOf, holidayBalancesOf, type Objective, OPEN_PRICE, windowCountsOf } from './cost.ts';
import { OPEN, type Problem } from './problem.ts';

/** Search cost per cost unit; the rest is Σd², which breaks ties towards even loads inside the dead-band. */
export const SCALE = 50;

/** A plan with all counts that make the price of one change cheap. Changed in place, by `give` and `take` alone. */
export interface Board {
  readonly objective: Objective;
  readonly problem: Problem;
  readonly people: Int16Array;
  readonly difference: Int32Array;
  readonly balance: Int32Array;
  readonly windowCounts: Int16Array;
  /** Slots held, for caps. */
  readonly held: Int32Array;
}

/** A board that holds this plan; the plan itself is copied. */
export function boardOf(objective: Objective, people: Int16Array): Board {
  const { problem, aim } = objective;
  const held = new Int32Array(problem.people.length);
  for (const person of people) if (person >= 0) held[person] = (held[person] ?? 0) + 1;
  return {
    objective,
    problem,
    people: Int16Array.from(people),
    difference: differencesOf(problem, aim.attainable, people),
    balance: holidayBalancesOf(problem, aim.holidayBase, people),
    windowCounts: windowCountsOf(problem, people),
    held,
  };
}

/** Search cost of a difference: 50 × its price beyond the band, and its square. */
function loadCost(board: Board, person: number, difference: number): number {
  const excess = Math.abs(difference) - (board.problem.band[person] as number);
  const beyond = excess > 0 ? SCALE * board.problem.weights.loadBeyondBand * excess * excess : 0;
  return beyond + difference * difference;
}

/** What load, holidays, wishes and stability change when `person` takes (sign 1) or leaves (sign −1) a slot; kept on the board. */
function shift(board: Board, slot: number, person: number, sign: 1 | -1): number {
  const { problem, objective, difference, balance } = board;
  const cell = slot * problem.people.length + person;
  const before = difference[person] as number;
  const after = before + sign * (problem.load[slot] as number);
  difference[person] = after;
  let change = loadCost(board, person, after) - loadCost(board, person, before);
  const units = problem.holidays[cell] as number;
  if (units !== 0) {
    const was = balance[person] as number;
    const is = was + sign * units;
    balance[person] = is;
    change += SCALE * objective.holidayWeight * (is * is - was * was);
  }
  const { present } = objective;
  let price = objective.price[cell] as number;
  // Whoever holds the slot already saves the price of a change.
  if (present !== null && present[slot] === person) price -= problem.weights.changedSlot;
  return change + sign * SCALE * price;
}

/** Somebody takes an open slot. Returns the change of the search cost. */
export function give(board: Board, slot: number, person: number): number {
  const { problem, windowCounts } = board;
  const width = problem.people.length;
  let change = shift(board, slot, person, 1) - SCALE * OPEN_PRICE * (problem.gapWeight[slot] as number);
  const { starts, items } = problem.windows;
  const end = starts[slot + 1] as number;
  for (let at = starts[slot] as number; at < end; at++) {
    const cell = (items[at] as number) * width + person;
    const count = windowCounts[cell] as number;
    if (count > 0) change += SCALE * problem.weights.restBreach;
    windowCounts[cell] = count + 1;
  }
  board.people[slot] = person;
  board.held[person] = (board.held[person] as number) + 1;
  return change;
}

/** A slot is taken from whoever holds it and left open; an open one stays so. Returns the change of the search cost. */
export function take(board: Board, slot: number): number {
  const { problem, windowCounts } = board;
  const person = board.people[slot] as number;
  if (person < 0) return 0;
  const width = problem.people.length;
  let change = shift(board, slot, person, -1) + SCALE * OPEN_PRICE * (problem.gapWeight[slot] as number);
  const { starts, items } = problem.windows;
  const end = starts[slot + 1] as number;
  for (let at = starts[slot] as number; at < end; at++) {
    const cell = (items[at] as number) * width + person;
    const count = windowCounts[cell] as number;
    if (count > 1) change -= SCALE * problem.weights.restBreach;
    windowCounts[cell] = count - 1;
  }
  board.people[slot] = OPEN;
  board.held[person] = (board.held[person] as number) - 1;
  return change;
}

/** The search cost of a whole plan: what `give` and `take` add up to. Σd² included. */
export function searchCost(cost: { readonly total: number; readonly open: number }, difference: Int32Array): number {
  const squares = difference.reduce((sum, one) => sum + one * one, 0);
  return SCALE * (cost.total + OPEN_PRICE * cost.open) + squares;
}

/** The slot in the way when `person` takes `slot`: its number; -1 when none is; -2 when several are. `except` is leaving. */
export function blockerOf(board: Board, slot: number, person: number, except: number): number {
  const { starts, items } = board.problem.clashes;
  const end = starts[slot + 1] as number;
  let blocker = -1;
  for (let at = starts[slot] as number; at < end; at++) {
    const other = items[at] as number;
    if (other === except || board.people[other] !== person) continue;
    if (blocker !== -1) return -2;
    blocker = other;
  }
  return blocker;
}
