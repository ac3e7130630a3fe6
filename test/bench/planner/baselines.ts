/** How rotas are often made by hand or by simple tools: one turn after the other, each to whoever is next by one measure. */
import { OPEN, type Problem, rowOf } from '../../../shared/planner/problem.ts';

interface SoFar {
  readonly people: Int16Array;
  /** Load held, in q. */
  readonly load: Int32Array;
  /** Place in the order of slots of the last turn held; −1 before the first. */
  readonly last: Int32Array;
}

/** Smaller is sooner. */
type Turn = (soFar: SoFar, slot: number, person: number) => number;

function fillInOrder(problem: Problem, turn: Turn, taken: (slot: number, person: number) => void = () => undefined): Int16Array {
  const width = problem.people.length;
  const soFar: SoFar = {
    people: new Int16Array(problem.slots.length).fill(OPEN),
    load: new Int32Array(width),
    last: new Int32Array(width).fill(-1),
  };
  problem.slots.forEach((_, slot) => {
    const busy = new Set([...rowOf(problem.clashes, slot)].map((other) => soFar.people[other]));
    const free = [...rowOf(problem.candidates, slot)].filter((person) => !busy.has(person));
    const next = free.reduce((best, person) => (best === OPEN || turn(soFar, slot, person) < turn(soFar, slot, best) ? person : best), OPEN);
    if (next === OPEN) return;
    soFar.people[slot] = next;
    soFar.load[next] = (soFar.load[next] ?? 0) + (problem.load[slot] ?? 0);
    soFar.last[next] = slot;
    taken(slot, next);
  });
  return soFar.people;
}

/** Each rotation and layer goes round its people in their order, passing over whoever cannot. */
function roundRobin(problem: Problem): Int16Array {
  const width = problem.people.length;
  const dutyOf = (slot: number): string => `${problem.slots[slot]?.rotation}/${problem.slots[slot]?.layer}`;
  const latest = new Map<string, number>();
  return fillInOrder(
    problem,
    (_, slot, person) => (person - (latest.get(dutyOf(slot)) ?? -1) - 1 + width) % width,
    (slot, person) => latest.set(dutyOf(slot), person),
  );
}

export const baselines = {
  'round robin': roundRobin,
  'longest idle': (problem: Problem) => fillInOrder(problem, ({ last }, _, person) => last[person] ?? 0),
  'least loaded': (problem: Problem) => fillInOrder(problem, ({ load }, _, person) => load[person] ?? 0),
} as const satisfies Record<string, (problem: Problem) => Int16Array>;

export type Baseline = keyof typeof baselines;
