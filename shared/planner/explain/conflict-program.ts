import { dateOf } from '../../calendar/days.ts';
import type { PersonId, RotationId } from '../../model/ids.ts';
import { programBuilder } from '../linear-program.ts';
import { rowOf } from '../problem.ts';
import type { MixedProgram } from '../solver.ts';
import { keptBecause } from './barriers.ts';
import { type Claim, keyOf } from './claims.ts';
import type { Situation } from './situation.ts';
import { type Taker, takersOf } from './takers.ts';

/** A pin that stands in no file: the question itself, "and if Ann took this turn?" */
export interface AskedPin {
  readonly slot: number;
  readonly person: PersonId;
}

/** A quarter as claims: every slot that is a question, who could take it, and what speaks against each. */
export interface ConflictModel {
  readonly situation: Situation;
  readonly takers: readonly (readonly Taker[])[];
  /** Slots that somebody has to be found for. */
  readonly needed: Uint8Array;
  readonly pins: readonly (AskedPin & { readonly asked: boolean })[];
}

/** Reads the claims of a quarter off a situation. */
export function conflictModel(situation: Situation, asked: readonly AskedPin[]): ConflictModel {
  const { input, workspace } = situation;
  const because = input.problem.slots.map((_, slot) => keptBecause(situation, slot));
  const isSettled = (slot: number): boolean => because[slot] !== null && because[slot] !== 'pinned';
  const inFile = because.flatMap((reason, slot) => {
    const id = input.problem.slots[slot]?.id;
    const person = id === undefined ? undefined : workspace.shifts[id]?.person;
    return reason === 'pinned' && person !== undefined ? [{ slot, person, asked: false }] : [];
  });
  const pins = [...inFile, ...asked.map((pin) => ({ ...pin, asked: true }))];
  const needed = Uint8Array.from(input.problem.slots, (_, slot) => (isSettled(slot) ? 0 : 1));
  const takers = takersOf(situation, (slot) => isSettled(slot) || needed[slot] !== 1);
  return { situation, takers, needed, pins };
}

/** A part of a quarter as a program: a column for every claim says whether it is given up. */
export interface ConflictProgram {
  readonly claims: readonly Claim[];
  /** Column of each claim. */
  readonly columns: readonly number[];
  /** Gives up as few claims as can be; with every claim kept it has a solution only where the part has a plan. */
  readonly program: MixedProgram;
}

interface Draft {
  readonly model: ConflictModel;
  readonly slots: readonly number[];
  readonly builder: ReturnType<typeof programBuilder>;
  readonly columns: Map<string, number>;
  readonly claims: Claim[];
  readonly at: Map<string, number>;
}

const cell = (slot: number, person: PersonId): string => `${slot} ${person}`;

/** The column that gives a claim up. */
function columnOf({ columns, builder, claims }: Draft, claim: Claim): number {
  const key = keyOf(claim);
  let column = columns.get(key);
  if (column === undefined) {
    columns.set(key, (column = builder.column(1, 0, 1, 'whole')));
    claims.push(claim);
  }
  return column;
}

function takerRows(draft: Draft): void {
  const { model, slots, builder, at } = draft;
  const { problem } = model.situation.input;
  for (const slot of slots) {
    const entries: [number, number][] = [];
    for (const { person, bars } of model.takers[slot] ?? []) {
      const column = builder.column(0, 0, 1, 'whole');
      at.set(cell(slot, person), column);
      entries.push([column, 1]);
      for (const claim of bars)
        builder.row(-Infinity, 0, [
          [column, 1],
          [columnOf(draft, claim), -1],
        ]);
    }
    const shift = problem.slots[slot]?.id;
    if (shift === undefined) continue;
    builder.row(1, 1, [...entries, [columnOf(draft, { kind: 'held', shift }), 1]]);
  }
}

/** A pin that somebody holds is theirs, or is given up. Whoever cannot be found among the takers leaves it to be given up. */
function pinRows(draft: Draft): void {
  const { model, slots, builder, at } = draft;
  for (const { slot, person, asked } of model.pins) {
    const shift = model.situation.input.problem.slots[slot]?.id;
    if (shift === undefined || !slots.includes(slot)) continue;
    const column = at.get(cell(slot, person));
    const given = columnOf(draft, { kind: 'pin', shift, person, asked });
    builder.row(
      1,
      Infinity,
      column === undefined
        ? [[given, 1]]
        : [
            [column, 1],
            [given, 1],
          ],
    );
  }
}

/** Pins whose overlap the lead accepted do not count as one of two turns at once. */
function isAcceptedPair({ situation }: ConflictModel, slot: number, person: PersonId): boolean {
  const id = situation.input.problem.slots[slot]?.id;
  const shift = id === undefined ? undefined : situation.workspace.shifts[id];
  return (
    shift?.person === person &&
    shift.accepted.some((rule) => rule === 'no-overlap' || rule === 'two-roles-two-people')
  );
}

function cliqueRows(draft: Draft): void {
  const { model, slots, builder, at } = draft;
  const { workspace, input } = model.situation;
  const { cliques, slots: all } = input.problem;
  const here = new Set(slots);
  const people = Object.values(workspace.people).map(({ id }) => id);
  for (let row = 0; row + 1 < cliques.starts.length; row++) {
    const together = [...rowOf(cliques, row)].filter((slot) => here.has(slot));
    if (together.length < 2) continue;
    const rotation = workspace.rotations[all[together[0] as number]?.rotation ?? ('' as RotationId)];
    const lane = rotation === undefined || rotation.kind === 'exclusive' ? null : rotation.id;
    for (const person of people) {
      const entries = together.flatMap((slot): [number, number][] => {
        const column = at.get(cell(slot, person));
        return column === undefined || isAcceptedPair(model, slot, person) ? [] : [[column, 1]];
      });
      if (entries.length < 2) continue;
      const given = columnOf(draft, { kind: 'one-at-a-time', rotation: lane });
      builder.row(-Infinity, 1, [...entries, [given, 1 - entries.length]]);
    }
  }
}

function capRows(draft: Draft): void {
  const { model, slots, builder, at } = draft;
  const { workspace, input } = model.situation;
  for (const { id: person, mostShiftsAQuarter: cap } of Object.values(workspace.people)) {
    if (cap === null) continue;
    const entries = slots.flatMap((slot): [number, number][] => {
      const column = at.get(cell(slot, person));
      return column === undefined ? [] : [[column, 1]];
    });
    // What is no question any more counts as well: begun turns, covers.
    const held = input.problem.slots.filter(
      ({ id }, slot) => model.needed[slot] !== 1 && workspace.shifts[id]?.person === person,
    ).length;
    const free = Math.max(0, cap - held);
    if (entries.length <= free) continue;
    builder.row(-Infinity, free, [
      ...entries,
      [columnOf(draft, { kind: 'cap', person, cap }), -entries.length],
    ]);
  }
}

/** The program of some slots, all of which must be joined by what they share with no others. */
export function conflictProgram(model: ConflictModel, slots: readonly number[]): ConflictProgram {
  const draft: Draft = {
    model,
    slots,
    builder: programBuilder(),
    columns: new Map(),
    claims: [],
    at: new Map(),
  };
  takerRows(draft);
  pinRows(draft);
  cliqueRows(draft);
  capRows(draft);
  return {
    claims: draft.claims,
    columns: draft.claims.map((claim) => draft.columns.get(keyOf(claim)) ?? 0),
    program: draft.builder.build(),
  };
}

/** Parts of a quarter that no rule joins: turns at the same time, and all turns of whoever has a cap. By first slot. */
export function partsOf({ situation, takers, needed }: ConflictModel): readonly (readonly number[])[] {
  const { problem } = situation.input;
  const leader = Int32Array.from(problem.slots, (_, slot) => slot);
  const find = (slot: number): number => {
    let at = slot;
    while (leader[at] !== at) at = leader[at] as number;
    return at;
  };
  const join = (one: number, other: number): void => {
    const [a, b] = [find(one), find(other)];
    leader[Math.max(a, b)] = Math.min(a, b);
  };
  const first = new Map<PersonId, number>();
  for (const slot of [...needed.keys()].filter((one) => needed[one] === 1)) {
    for (const other of rowOf(problem.clashes, slot)) if (needed[other] === 1) join(slot, other);
    for (const { person } of takers[slot] ?? []) {
      if ((situation.workspace.people[person]?.mostShiftsAQuarter ?? null) === null) continue;
      join(slot, first.get(person) ?? slot);
      first.set(person, first.get(person) ?? slot);
    }
  }
  const parts = new Map<number, number[]>();
  for (const slot of [...needed.keys()].filter((one) => needed[one] === 1))
    parts.set(find(slot), [...(parts.get(find(slot)) ?? []), slot]);
  return [...parts.values()].sort((a, b) => startOf(situation, a) - startOf(situation, b));
}

const startOf = ({ input }: Situation, part: readonly number[]): number =>
  Date.parse(dateOf(input.problem.slots[part[0] ?? 0]?.start ?? ('1970-01-01T00:00' as never)));
