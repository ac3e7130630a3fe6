import { blockerOf, boardOf, type Board, give, searchCost, take } from './delta.ts';
import { costOf, type Objective } from './cost.ts';
import { fillGroup, trueCost } from './fill-group.ts';
import { rowOf } from './problem.ts';
import { random } from './random.ts';

/** Where the annealing stands, each time it pauses. */
export interface SearchStep {
  readonly done: number;
  /** Set when a better plan was found since the last pause. */
  readonly better: Int16Array | null;
}

/** Temperatures in search cost: 50 × 1600 at first, 50 × 12 at last. */
const HOT = 50 * 1600;
const COLD = 50 * 12;
/** Moves between two temperatures. */
const PATIENCE = 1024;
/** Moves between two pauses: some milliseconds. */
const PAUSE = 16 * PATIENCE;
const GIVE_SHARE = 0.4;

/** Makes one random move if it is legal; returns its change of cost and leaves how to undo it in `log`. Null: nothing was done. */
type Move = (board: Board, log: Int32Array) => number | null;

const legalFor = (board: Board, slot: number, person: number): boolean =>
  (board.problem.legal[slot * board.problem.people.length + person] as number) > 0;

/** A random movable slot of somebody; -1 where all that they hold must stay. */
function anyHeldBy(board: Board, slots: Int32Array, person: number, next: () => number): number {
  const held = slots.filter((slot) => board.people[slot] === person);
  return held[Math.floor(next() * held.length)] ?? -1;
}

/** Gives a random slot to a random candidate; whoever is busy with another slot then, or at the cap, exchanges one for it. */
function giveMove(slots: Int32Array, movable: Uint8Array, next: () => number): Move {
  return (board, log) => {
    const { problem } = board;
    const slot = slots[Math.floor(next() * slots.length)] as number;
    const { starts, items } = problem.candidates;
    const first = starts[slot] as number;
    const count = (starts[slot + 1] as number) - first;
    if (count === 0) return null;
    const person = items[first + Math.floor(next() * count)] as number;
    const holder = board.people[slot] as number;
    if (person === holder) return null;
    let busy = blockerOf(board, slot, person, -1);
    if (busy === -2) return null;
    const cap = problem.cap[person] as number;
    if (busy === -1 && cap >= 0 && (board.held[person] as number) >= cap) {
      busy = anyHeldBy(board, slots, person, next);
      if (busy === -1) return null;
    }
    log[0] = slot;
    log[1] = holder;
    log[2] = -1;
    if (busy === -1) return take(board, slot) + give(board, slot, person);
    if (movable[busy] !== 1) return null;
    if (holder >= 0 && (!legalFor(board, busy, holder) || blockerOf(board, busy, holder, slot) !== -1)) return null;
    log[2] = busy;
    log[3] = person;
    const change = take(board, slot) + take(board, busy) + give(board, slot, person);
    return holder >= 0 ? change + give(board, busy, holder) : change;
  };
}

/** Exchanges the people of two random slots. */
function swapMove(slots: Int32Array, next: () => number): Move {
  return (board, log) => {
    const one = slots[Math.floor(next() * slots.length)] as number;
    const other = slots[Math.floor(next() * slots.length)] as number;
    const a = board.people[one] as number;
    const b = board.people[other] as number;
    if (a === b || a < 0 || b < 0 || !legalFor(board, one, b) || !legalFor(board, other, a)) return null;
    if (blockerOf(board, one, b, other) !== -1 || blockerOf(board, other, a, one) !== -1) return null;
    log[0] = one;
    log[1] = a;
    log[2] = other;
    log[3] = b;
    return take(board, one) + take(board, other) + give(board, one, b) + give(board, other, a);
  };
}

function undo(board: Board, log: Int32Array): void {
  take(board, log[0] as number);
  if ((log[2] as number) >= 0) take(board, log[2] as number);
  if ((log[1] as number) >= 0) give(board, log[0] as number, log[1] as number);
  if ((log[2] as number) >= 0) give(board, log[2] as number, log[3] as number);
}

/**
 * Simulated annealing over legal plans: 40 % gifts, 60 % exchanges, temperature falling geometrically with the moves made,
 * so the same seed and number of moves give the same plan, however often it pauses. Each pause hands over the best plan
 * found since the last one; drive it as fast or slowly as you like.
 *
 * @param movable 1 for slots that may change
 * @param iterations moves to try
 */
export function* anneal(objective: Objective, start: Int16Array, movable: Uint8Array, seed: number, iterations: number): Generator<SearchStep, Int16Array> {
  const board = boardOf(objective, start);
  const slots = Int32Array.from([...movable.keys()].filter((slot) => movable[slot] === 1));
  const next = random(seed);
  const log = new Int32Array(4);
  const gift = giveMove(slots, movable, next);
  const swap = swapMove(slots, next);
  let current = searchCost(costOf(objective, start), board.difference);
  const best = Int16Array.from(start);
  let least = current;
  let improved = false;
  let temperature = HOT;
  const moves = slots.length === 0 ? 0 : iterations;
  for (let done = 0; done < moves; done++) {
    if (done % PATIENCE === 0) temperature = HOT * Math.pow(COLD / HOT, done / iterations);
    const change = next() < GIVE_SHARE ? gift(board, log) : swap(board, log);
    if (change !== null) {
      if (change <= 0 || next() < Math.exp(-change / temperature)) {
        current += change;
        if (current < least) {
          least = current;
          best.set(board.people);
          improved = true;
        }
      } else undo(board, log);
    }
    if ((done + 1) % PAUSE === 0) {
      yield { done: done + 1, better: improved ? Int16Array.from(best) : null };
      improved = false;
    }
  }
  return polish(objective, best, movable);
}

const MOST_ROUNDS = 20;

/** Fills each week anew in the cheapest way, the others staying, until no week improves. */
export function polish(objective: Objective, start: Int16Array, movable: Uint8Array): Int16Array {
  const board = boardOf(objective, start);
  const { groups } = objective.problem;
  const price = () => searchCost(costOf(objective, board.people), board.difference);
  let before = price();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    for (let row = 0; row + 1 < groups.starts.length; row++) fillGroup(board, rowOf(groups, row), movable, trueCost);
    const after = price();
    if (after >= before) break;
    before = after;
  }
  return Int16Array.from(board.people);
}
