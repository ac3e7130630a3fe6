import { boardOf, type Board, give, SCALE, take } from './delta.ts';
import type { Objective } from './cost.ts';
import { costOf, OPEN_PRICE } from './cost.ts';
import { fillGroup, type Price } from './fill-group.ts';
import { OPEN, type Problem, rowOf } from './problem.ts';
import { random } from './random.ts';

/** Attempts with other prices while slots stay open: a matching of each week is exact, the weeks together are not. */
const ATTEMPTS = 12;

/**
 * The price of a slot while the quarter is still being filled in calendar order: the share of somebody is then only as much of
 * it as the load filled so far, else the first weeks would all go to whoever has the largest share.
 */
function priceSoFar(objective: Objective, filled: number, noise: () => number): Price {
  const { aim, problem } = objective;
  const part = problem.totalLoad > 0 ? Math.min(1, filled / problem.totalLoad) : 1;
  return (board: Board, slot, person) => {
    const before = (board.difference[person] as number) + (aim.attainable[person] as number) * (1 - part);
    const after = before + (problem.load[slot] as number);
    const own = board.difference[person] as number;
    const change = give(board, slot, person);
    const load = board.difference[person] as number;
    take(board, slot);
    const exact = loadPrice(problem, person, load) - loadPrice(problem, person, own);
    const soFar = SCALE * problem.weights.loadBeyondBand * (after * after - before * before);
    return Math.round(change - exact + soFar + noise() * SCALE * problem.weights.loadBeyondBand);
  };
}

function loadPrice(problem: Problem, person: number, difference: number): number {
  const excess = Math.max(0, Math.abs(difference) - (problem.band[person] as number));
  return SCALE * problem.weights.loadBeyondBand * excess * excess + difference * difference;
}

function fillInOrder(objective: Objective, fixed: Int16Array, noise: () => number): Board {
  const { problem } = objective;
  const board = boardOf(objective, fixed);
  const movable = Uint8Array.from(fixed, (person) => (person === OPEN ? 1 : 0));
  let filled = 0;
  for (let row = 0; row + 1 < problem.groups.starts.length; row++) {
    const group = rowOf(problem.groups, row);
    for (const slot of group) filled += problem.load[slot] as number;
    fillGroup(board, group, movable, priceSoFar(objective, filled, noise));
  }
  return board;
}

/**
 * The first complete plan: each week filled by the cheapest matching, in calendar order. Where slots stay open it tries again
 * with prices a little shaken, and keeps the plan with the least open.
 *
 * @param fixed who holds the slots that must stay; `OPEN` for the others
 * @param closed 1 for open slots that must stay open, because they are past
 */
export function firstPlan(objective: Objective, fixed: Int16Array, closed: Uint8Array, seed: number): Int16Array {
  const next = random(seed);
  // A slot that must stay open is set aside as if an outsider held it, and opened again at the end.
  const ASIDE = -3;
  const start = fixed.map((person, slot) => (person === OPEN && closed[slot] === 1 ? ASIDE : person));
  let best: Int16Array | null = null;
  let least = Infinity;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const shaken = attempt === 0 ? () => 0 : () => next() * 2000 * attempt;
    const plan = fillInOrder(objective, start, shaken).people.map((person) => (person === ASIDE ? OPEN : person));
    const cost = costOf(objective, plan);
    const rank = cost.open * OPEN_PRICE + cost.total;
    if (rank < least) {
      best = plan;
      least = rank;
    }
    if (cost.open === 0) break;
  }
  return best ?? fixed;
}

/** Slots that begin together and too few people for them: why a slot stays open. */
export interface Shortage {
  readonly slots: readonly number[];
  /** Everybody who could take one of them. */
  readonly people: readonly number[];
}

/**
 * Why an open slot cannot be filled in its own week: following who could take it, what they hold, and who could take that,
 * as far as it goes. The slots reached have fewer people than they are: no exchange of that week helps. Null when an exchange
 * would help, or when only a cap or another week stands in the way.
 */
export function shortageAt(problem: Problem, people: Int16Array, slot: number): Shortage | null {
  const group = problem.groups;
  const row = Array.from({ length: group.starts.length - 1 }, (_, at) => at).find((at) => rowOf(group, at).includes(slot));
  if (row === undefined) return null;
  const holders = new Map([...rowOf(group, row)].map((one) => [people[one] ?? OPEN, one]));
  const slots = [slot];
  const reached = new Set<number>();
  for (const one of slots) {
    for (const person of rowOf(problem.candidates, one)) {
      if (reached.has(person)) continue;
      reached.add(person);
      const held = holders.get(person);
      if (held === undefined) return null;
      if (!slots.includes(held)) slots.push(held);
    }
  }
  return { slots: slots.sort((a, b) => a - b), people: [...reached].sort((a, b) => a - b) };
}
