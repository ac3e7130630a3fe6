import { costOf, type Objective } from '../cost.ts';
import { blockerOf, type Board, boardOf, give, take } from '../delta.ts';
import { fillGroup, trueCost } from '../fill-group.ts';
import { OPEN, rowOf } from '../problem.ts';
import { anneal, polish } from '../search.ts';
import { isCheaper } from './price.ts';
import type { Situation } from './situation.ts';

/** Passes over all gifts and exchanges; the second mends what the first moved. */
const PASSES = 3;
/** Moves of the short search at the end: some ten milliseconds. */
const MOVES = 40_000;
const SEED = 1;

const legal = (board: Board, slot: number, person: number): boolean =>
  board.problem.legal[slot * board.problem.people.length + person] !== 0;

const underCap = ({ problem, held }: Board, person: number): boolean => {
  const cap = problem.cap[person] as number;
  return cap < 0 || (held[person] as number) < cap;
};

/** Fills the open movable slots again, each with a new matching of the slots that begin with it. */
export function refill(board: Board, movable: Uint8Array, slots: readonly number[]): void {
  const { groups } = board.problem;
  for (let row = 0; row + 1 < groups.starts.length; row++) {
    const group = rowOf(groups, row);
    if (slots.some((slot) => group.includes(slot))) fillGroup(board, group, movable, trueCost);
  }
}

/** Gives a slot to somebody else where that is cheaper. */
function tryGift(board: Board, slot: number, person: number): boolean {
  const holder = board.people[slot] as number;
  if (person === holder || !legal(board, slot, person) || !underCap(board, person)) return false;
  if (blockerOf(board, slot, person, -1) !== -1) return false;
  const change = take(board, slot) + give(board, slot, person);
  if (change < 0) return true;
  take(board, slot);
  if (holder >= 0) give(board, slot, holder);
  return false;
}

function tryExchange(board: Board, one: number, other: number): boolean {
  const [a, b] = [board.people[one] as number, board.people[other] as number];
  if (a === b || a < 0 || b < 0 || !legal(board, one, b) || !legal(board, other, a)) return false;
  if (blockerOf(board, one, b, other) !== -1 || blockerOf(board, other, a, one) !== -1) return false;
  const change = take(board, one) + take(board, other) + give(board, one, b) + give(board, other, a);
  if (change < 0) return true;
  take(board, one);
  take(board, other);
  give(board, one, a);
  give(board, other, b);
  return false;
}

/** Gifts and exchanges that lower the cost, until a pass finds none. */
function descend(board: Board, movable: Uint8Array): void {
  const slots = [...movable.keys()].filter((slot) => movable[slot] === 1);
  for (let pass = 0; pass < PASSES; pass++) {
    let better = false;
    slots.forEach((slot, place) => {
      for (const person of rowOf(board.problem.candidates, slot))
        better = tryGift(board, slot, person) || better;
      for (const other of slots.slice(place + 1)) better = tryExchange(board, slot, other) || better;
    });
    if (!better) return;
  }
}

/** What else somebody has to give up for a slot: turns at the same time, and at the cap the one that is cheapest to lose. */
function freeFor(board: Board, slot: number, person: number, movable: Uint8Array): readonly number[] | null {
  const given: number[] = [];
  for (const other of rowOf(board.problem.clashes, slot)) {
    if (board.people[other] !== person) continue;
    if (movable[other] !== 1) return null;
    take(board, other);
    given.push(other);
  }
  if (underCap(board, person)) return given;
  const [least] = [...movable.keys()]
    .filter((other) => movable[other] === 1 && board.people[other] === person)
    .map((other) => {
      const change = take(board, other);
      give(board, other, person);
      return { other, change };
    })
    .sort((a, b) => a.change - b.change || a.other - b.other);
  if (least === undefined) return null;
  take(board, least.other);
  return [...given, least.other];
}

/**
 * A good plan in which somebody holds a slot: given, what that opens filled again by matching, then gifts and exchanges while
 * they help, then a short search. Never cheaper than the best such plan, so its price is an "at most". Null where kept turns
 * leave no such plan.
 */
export function planWith(situation: Situation, slot: number, person: number): Int16Array | null {
  const { objective, people } = situation;
  const movable = Uint8Array.from(situation.movable);
  if (movable[slot] !== 1) return people[slot] === person ? people : null;
  const board = boardOf(objective, people);
  if (!legal(board, slot, person)) return null;
  if (board.people[slot] === person) return people;
  movable[slot] = 0;
  take(board, slot);
  // An outsider holds no load that could be taken away: the slot is simply theirs no more.
  board.people[slot] = OPEN;
  const freed = freeFor(board, slot, person, movable);
  if (freed === null) return null;
  give(board, slot, person);
  refill(board, movable, freed);
  return improved(situation, board.people, movable);
}

/** Gifts and exchanges, matchings and gifts again; `first` says which of both comes first, since each may hide what the other finds. */
function mended(objective: Objective, people: Int16Array, movable: Uint8Array, first: 'gifts' | 'matchings'): Int16Array {
  let plan = people;
  if (first === 'gifts') {
    const board = boardOf(objective, people);
    descend(board, movable);
    plan = board.people;
  }
  const board = boardOf(objective, polish(objective, plan, movable));
  descend(board, movable);
  return Int16Array.from(board.people);
}

/** The same plan made cheaper without touching what may not move. */
export function improved(situation: Situation, people: Int16Array, movable: Uint8Array): Int16Array {
  const { objective } = situation;
  const cheaper = (one: Int16Array, other: Int16Array): Int16Array =>
    isCheaper(costOf(objective, other), costOf(objective, one)) ? other : one;
  const found = cheaper(mended(objective, people, movable, 'gifts'), mended(objective, people, movable, 'matchings'));
  const search = anneal(objective, found, movable, SEED, MOVES);
  let step = search.next();
  while (step.done !== true) step = search.next();
  return cheaper(found, step.value);
}
