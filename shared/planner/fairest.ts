import type { Aim } from './aim.ts';
import { fairnessObjective } from './cost.ts';
import { blockerOf, type Board, boardOf, give, take } from './delta.ts';
import { fairnessFrom, fairnessOf, isFairer, type PlanFairness } from './fairness-of.ts';
import { OPEN, type Problem, rowOf } from './problem.ts';
import { random } from './random.ts';

/** Rounds over all moves; each ends with a fairer plan or the last of them. */
const MOST_ROUNDS = 40;
const MOST_SHAKINGS = 40;
const SHAKES = 3;
/** Slots² × people that all shakings together may look at: a second's tenth. */
const WORK = 2_000_000;

/** The fairness of what stands on a board. */
function standing(board: Board): PlanFairness {
  const { problem, people, difference, balance, windowCounts } = board;
  const standings = problem.people.map((_, person) => ({
    difference: difference[person] as number,
    band: problem.band[person] as number,
    holidayBalance: balance[person] as number,
  }));
  let open = 0;
  people.forEach((person, slot) => {
    if (person === OPEN) open += problem.gapWeight[slot] as number;
  });
  let breaches = 0;
  for (const count of windowCounts) if (count > 1) breaches += count - 1;
  return fairnessFrom(standings, open, breaches);
}

const legal = ({ problem, held }: Board, slot: number, person: number): boolean => {
  const cap = problem.cap[person] as number;
  return (
    problem.legal[slot * problem.people.length + person] !== 0 && (cap < 0 || (held[person] as number) < cap)
  );
};

/** True where the holder of `from` may have `slot` instead; nobody may always. */
function fits(board: Board, slot: number, from: number): boolean {
  const person = board.people[from] as number;
  if (person === OPEN) return true;
  const { legal, people } = board.problem;
  return (
    person >= 0 && legal[slot * people.length + person] !== 0 && blockerOf(board, slot, person, from) === -1
  );
}

/** The moves from here, each made on the board and, unless it is kept, undone: gifts and exchanges, also of a held slot for an open one. */
function* moves(board: Board): Generator<() => void> {
  const { problem, people } = board;
  for (let slot = 0; slot < people.length; slot++) {
    for (const person of rowOf(problem.candidates, slot)) {
      const holder = people[slot] as number;
      if (person === holder || !legal(board, slot, person) || blockerOf(board, slot, person, -1) !== -1)
        continue;
      take(board, slot);
      give(board, slot, person);
      yield () => {
        take(board, slot);
        if (holder >= 0) give(board, slot, holder);
      };
    }
    for (let other = slot + 1; other < people.length; other++) {
      if (people[slot] === people[other] || !fits(board, slot, other) || !fits(board, other, slot)) continue;
      exchange(board, slot, other);
      yield () => {
        exchange(board, slot, other);
      };
    }
  }
}

function exchange(board: Board, one: number, other: number): void {
  const [a, b] = [board.people[one] as number, board.people[other] as number];
  take(board, one);
  take(board, other);
  if (b !== OPEN) give(board, one, b);
  if (a !== OPEN) give(board, other, a);
}

/** A few random legal changes, to leave a plan that no single one improves. */
function shaken(problem: Problem, aim: Aim, people: Int16Array, next: () => number): Int16Array {
  const board = boardOf(fairnessObjective(problem, aim, 0), people);
  const any = (many: number): number => Math.floor(next() * many);
  for (let made = 0, tries = 0; made < SHAKES && tries < 20 * SHAKES; tries++) {
    const [one, other] = [any(people.length), any(people.length)];
    if (board.people[one] === board.people[other] || !fits(board, one, other) || !fits(board, other, one))
      continue;
    exchange(board, one, other);
    made += 1;
  }
  return Int16Array.from(board.people);
}

/**
 * The fairest plan that can be reached from one by going to the nearest, shaking it and going to the nearest again: more often
 * for small problems, where few plans are near.
 */
export function fairestFrom(problem: Problem, aim: Aim, people: Int16Array, seed: number): Int16Array {
  const next = random(seed);
  const rounds = Math.min(
    MOST_SHAKINGS,
    Math.floor(WORK / (problem.slots.length ** 2 * problem.people.length + 1)),
  );
  let best = fairestNear(problem, aim, people);
  let known = fairnessOf(problem, aim, best);
  for (let round = 0; round < rounds && known.rank[2] > 0; round++) {
    const near = fairestNear(problem, aim, shaken(problem, aim, best, next));
    const found = fairnessOf(problem, aim, near);
    if (isFairer(found, known)) [best, known] = [near, found];
  }
  return best;
}

/**
 * Improves a plan by gifts and exchanges until none makes it fairer. The annealing minimises squares; the fairest plan is
 * asked for by its worst-off person, which the last steps have to be told.
 */
export function fairestNear(problem: Problem, aim: Aim, people: Int16Array): Int16Array {
  const board = boardOf(fairnessObjective(problem, aim, 0), people);
  let best = standing(board);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let improved = false;
    for (const undo of moves(board)) {
      const now = standing(board);
      if (isFairer(now, best)) {
        best = now;
        improved = true;
      } else undo();
    }
    if (!improved) break;
  }
  return Int16Array.from(board.people);
}
