import { costOf, fullObjective, type Cost, type Objective } from '../cost.ts';
import { OPEN, type Problem, rowOf } from '../problem.ts';
import type { PlanInput } from '../plan.ts';

/** That somebody takes a slot, or does not: numbers of the problem. */
export interface Pin {
  readonly slot: number;
  readonly person: number;
}

/** What a proof is asked besides the rules. */
export interface Demands {
  readonly pins: readonly Pin[];
  readonly forbid: readonly Pin[];
  /** Most held slots whose holder may change; null is no limit. */
  readonly maxChanges: number | null;
}

/** What is left to decide of a quarter, and what is settled. */
export interface Decision {
  readonly problem: Problem;
  readonly objective: Objective;
  /** Who holds the slots that stay; `OPEN` for the others, and for those that must stay open. */
  readonly kept: Int16Array;
  /** What `kept` alone costs: loads and holidays counted with the decided slots, not here. */
  readonly keptCost: Cost;
  /** 1 for slots that somebody must be found for. */
  readonly decided: Uint8Array;
  /** 1 where a person may take a slot, by `slot * people + person`; 2 where they must. */
  readonly choice: Uint8Array;
  /** Who of the decided slots' holders would change nothing, as in `PlanInput.present`. */
  readonly present: Int16Array;
  readonly maxChanges: number | null;
}

/** Null where demands contradict what stays or is not allowed at all. */
export function decisionOf(input: PlanInput, demands: Demands): Decision | null {
  const { problem, aim, present, fixed, closed } = input;
  const width = problem.people.length;
  const objective = fullObjective(problem, aim, present);
  const kept = present.map((person, slot) => (fixed[slot] === 1 ? person : OPEN));
  const decided = Uint8Array.from(fixed, (stays, slot) => (stays === 1 || closed[slot] === 1 ? 0 : 1));
  const held = new Int32Array(width);
  for (const person of kept) if (person >= 0) held[person] = (held[person] ?? 0) + 1;
  const choice = new Uint8Array(problem.legal.length);
  const forbidden = new Set(demands.forbid.map(({ slot, person }) => slot * width + person));
  problem.slots.forEach((_, slot) => {
    if (decided[slot] !== 1) return;
    for (const person of rowOf(problem.candidates, slot)) {
      const cap = problem.cap[person] as number;
      const busy = rowOf(problem.clashes, slot).some((other) => kept[other] === person);
      const cell = slot * width + person;
      if (!busy && !forbidden.has(cell) && (cap < 0 || (held[person] as number) < cap)) choice[cell] = 1;
    }
  });
  const holds = ({ slot, person }: Pin) => decided[slot] !== 1 && kept[slot] === person;
  if (demands.forbid.some(holds)) return null;
  for (const pin of demands.pins) {
    if (holds(pin)) continue;
    const cell = pin.slot * width + pin.person;
    if (choice[cell] === 0 || choice[cell] === undefined) return null;
    choice[cell] = 2;
  }
  return { problem, objective, kept, keptCost: costOf(objective, kept), decided, choice, present, maxChanges: demands.maxChanges };
}
