import { costOf } from '../cost.ts';
import { blockerOf, type Board, boardOf, give, take } from '../delta.ts';
import { OPEN, OUTSIDER, type Problem, rowOf } from '../problem.ts';
import { fillGroup, trueCost } from '../fill-group.ts';
import { type Price, priceBetween } from './price.ts';
import { assignmentsIn, changesTo, type Situation, type SlotChange } from './situation.ts';
import type { PlannedSlot } from '../plan.ts';

/** A plan to take instead of the one asked about. */
export interface Replan {
  readonly assignments: readonly PlannedSlot[];
  readonly people: Int16Array;
  readonly changes: readonly SlotChange[];
  /** Held turns that would go to somebody else; a gap that is filled is no change. */
  readonly changed: number;
  /** Slots still open in it. */
  readonly open: number;
  readonly price: Price;
}

/** A plan as an offer. */
export function replanOf(situation: Situation, people: Int16Array): Replan {
  const changes = changesTo(situation, people);
  return {
    assignments: assignmentsIn(situation, people),
    people,
    changes,
    changed: changes.filter(({ from }) => from !== null).length,
    open: people.filter((person) => person === OPEN).length,
    price: priceBetween(situation.cost, costOf(situation.objective, people)),
  };
}

/** Slots that the plan asked about leaves open, or gives to somebody who may not hold them. */
export function brokenSlots({ input, people, movable }: Situation): readonly number[] {
  const { problem } = input;
  const width = problem.people.length;
  const held = new Int32Array(width);
  return [...people.keys()].filter((slot) => {
    const person = people[slot] as number;
    if (person >= 0) held[person] = (held[person] as number) + 1;
    if (movable[slot] !== 1) return false;
    if (person === OPEN || person === OUTSIDER || problem.legal[slot * width + person] === 0) return true;
    const cap = problem.cap[person] as number;
    // Of two turns at once, the one that may still be moved goes; of two such, the later.
    const twice = [...rowOf(problem.clashes, slot)].some(
      (other) => people[other] === person && (other < slot || movable[other] !== 1),
    );
    return twice || (cap >= 0 && (held[person] as number) > cap);
  });
}

/** The rows of groups that begin a week with something broken in it. */
function brokenGroups({ groups }: Problem, broken: readonly number[]): readonly Int32Array[] {
  const rows = Array.from({ length: groups.starts.length - 1 }, (_, row) => rowOf(groups, row));
  return rows.filter((group) => broken.some((slot) => group.includes(slot)));
}

/** Who holds a clashing movable turn that they could hand to somebody free, so that they can take this one: one step of a chain. */
function chain(board: Board, slot: number, movable: Uint8Array): boolean {
  for (const person of rowOf(board.problem.candidates, slot)) {
    const busy = blockerOf(board, slot, person, -1);
    if (busy < 0 || movable[busy] !== 1) continue;
    for (const next of rowOf(board.problem.candidates, busy)) {
      const cap = board.problem.cap[next] as number;
      if (next === person || blockerOf(board, busy, next, -1) !== -1) continue;
      if (cap >= 0 && (board.held[next] as number) >= cap) continue;
      take(board, busy);
      give(board, busy, next);
      give(board, slot, person);
      return true;
    }
  }
  return false;
}

/**
 * The smallest repair that is found at once: only weeks with a gap, or with somebody who may not be there, are matched anew, in
 * the way that changes least and costs least. Rest may suffer; the price says so.
 */
export function fixNow(situation: Situation): Replan {
  const { input, objective, people, movable } = situation;
  const broken = brokenSlots(situation);
  const board = boardOf(objective, people);
  for (const slot of broken) {
    take(board, slot);
    board.people[slot] = OPEN;
  }
  const alone = new Uint8Array(movable.length);
  for (const slot of broken) alone[slot] = 1;
  // First the broken slots by themselves, and only where that leaves a gap their whole week.
  for (const group of brokenGroups(input.problem, broken)) {
    fillGroup(board, group, alone, trueCost);
    if (group.some((slot) => broken.includes(slot) && board.people[slot] === OPEN))
      fillGroup(board, group, movable, trueCost);
  }
  for (const slot of broken) if (board.people[slot] === OPEN) chain(board, slot, movable);
  return replanOf(situation, Int16Array.from(board.people));
}

/** How many held slots a plan gives to somebody else than the plan that stands. */
export const changedSlots = (present: Int16Array, people: Int16Array): number =>
  present.reduce((count, before, slot) => count + (before >= 0 && people[slot] !== before ? 1 : 0), 0);

interface Step {
  readonly slots: readonly number[];
  readonly people: readonly number[];
}

/** All gifts and exchanges from a board, one after the other. */
function* steps(board: Board, slots: readonly number[]): Generator<Step> {
  const { problem } = board;
  const width = problem.people.length;
  for (const [place, slot] of slots.entries()) {
    const holder = board.people[slot] as number;
    for (const person of rowOf(problem.candidates, slot)) {
      const cap = problem.cap[person] as number;
      if (person === holder || blockerOf(board, slot, person, -1) !== -1) continue;
      if (cap < 0 || (board.held[person] as number) < cap) yield { slots: [slot], people: [person] };
    }
    for (const other of slots.slice(place + 1)) {
      const theirs = board.people[other] as number;
      if (holder < 0 || theirs < 0 || holder === theirs) continue;
      if (problem.legal[slot * width + theirs] === 0 || problem.legal[other * width + holder] === 0) continue;
      if (blockerOf(board, slot, theirs, other) !== -1 || blockerOf(board, other, holder, slot) !== -1)
        continue;
      yield { slots: [slot, other], people: [theirs, holder] };
    }
  }
}

function make(board: Board, { slots, people }: Step): number {
  const before = slots.map((slot) => take(board, slot)).reduce((sum, one) => sum + one, 0);
  return slots.reduce((sum, slot, place) => sum + give(board, slot, people[place] as number), before);
}

/**
 * A plan with at most so many held turns changed, found by taking the step that helps most while there are changes left: what
 * an exact search starts from. Null where even the quickest repair changes more.
 *
 * @param most held turns that may go to somebody else
 */
export function withinChanges(situation: Situation, most: number): Replan | null {
  const { objective, movable, input } = situation;
  const repaired = fixNow(situation);
  if (changedSlots(input.present, repaired.people) > most) return null;
  const board = boardOf(objective, repaired.people);
  const slots = [...movable.keys()].filter((slot) => movable[slot] === 1);
  for (let round = 0; round < most + 1; round++) {
    let best: Step | null = null;
    let least = 0;
    for (const step of steps(board, slots)) {
      const undo: Step = {
        slots: step.slots,
        people: step.slots.map((slot) => board.people[slot] as number),
      };
      const change = make(board, step);
      if (change < least && changedSlots(input.present, board.people) <= most) {
        best = step;
        least = change;
      }
      for (const slot of undo.slots) take(board, slot);
      undo.slots.forEach((slot, place) => {
        if ((undo.people[place] as number) >= 0) give(board, slot, undo.people[place] as number);
      });
    }
    if (best === null) break;
    make(board, best);
  }
  return replanOf(situation, Int16Array.from(board.people));
}
