import type { PersonId, ShiftId } from '../../model/ids.ts';
import { OPEN } from '../problem.ts';
import type { Solver } from '../solver.ts';
import type { Claim } from './claims.ts';
import {
  type AskedPin,
  type ConflictModel,
  conflictModel,
  conflictProgram,
  partsOf,
} from './conflict-program.ts';
import { brokenSlots } from './replan.ts';
import type { Situation } from './situation.ts';
import { smallestClash } from './smallest-set.ts';

/** Rules and facts that cannot all hold: give up any one of them, and the others can. */
export interface Conflict {
  readonly claims: readonly Claim[];
  /** Nothing smaller clashes in this part of the quarter; else it is "a conflict". */
  readonly smallest: boolean;
  /** The turns that the claims are about. */
  readonly shifts: readonly ShiftId[];
  /** Who may take one of these turns as things are: "6 turns, 5 people". */
  readonly people: readonly PersonId[];
}

/** Slots at which something is wrong already, or that somebody insists on: only there can be a conflict. */
function suspects({ situation, pins }: ConflictModel): ReadonlySet<number> {
  const open = [...situation.people.keys()].filter((slot) => situation.people[slot] === OPEN);
  return new Set([...open, ...brokenSlots(situation), ...pins.map(({ slot }) => slot)]);
}

function conflictOf(model: ConflictModel, claims: readonly Claim[], smallest: boolean): Conflict {
  const { problem } = model.situation.input;
  const shifts = [
    ...new Set(
      claims.flatMap((claim) => (claim.kind === 'held' || claim.kind === 'pin' ? [claim.shift] : [])),
    ),
  ];
  const slots = shifts.flatMap((shift) => problem.slotAt.get(shift) ?? []);
  const people = slots.flatMap((slot) =>
    (model.takers[slot] ?? []).filter(({ bars }) => bars.length === 0).map(({ person }) => person),
  );
  return { claims, smallest, shifts, people: [...new Set(people)].sort() };
}

/**
 * Why a quarter has no complete plan: for each part of it that has none, the smallest set of named rules and facts that clash.
 * Parts are turns that share no moment and nobody with a cap. Empty where a complete plan exists, gaps that nobody has filled yet
 * included.
 *
 * @param asked pins of the question itself, by slot of the problem
 * @throws when the solver fails
 */
export async function conflictSets(
  situation: Situation,
  solver: Solver,
  asked: readonly AskedPin[] = [],
): Promise<readonly Conflict[]> {
  const model = conflictModel(situation, asked);
  const suspected = suspects(model);
  const conflicts: Conflict[] = [];
  for (const part of partsOf(model)) {
    if (!part.some((slot) => suspected.has(slot))) continue;
    const program = conflictProgram(model, part);
    const clash = await smallestClash(program, solver);
    if (clash === null) continue;
    conflicts.push(
      conflictOf(
        model,
        clash.claims.map((claim) => program.claims[claim] as Claim),
        clash.smallest,
      ),
    );
  }
  return conflicts;
}
