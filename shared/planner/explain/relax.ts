import { addDays, dateOf } from '../../calendar/days.ts';
import { daysAtNoon } from '../../calendar/span.ts';
import type { LocalDate, QuarterId } from '../../model/dates.ts';
import type { PersonId, ShiftId } from '../../model/ids.ts';
import type { Leave } from '../../model/leave.ts';
import type { Person } from '../../model/person.ts';
import type { Rotation } from '../../model/rotation.ts';
import type { RuleName } from '../../model/rules.ts';
import type { PlannedSlot } from '../plan.ts';
import type { Claim } from './claims.ts';
import type { Conflict } from './conflict.ts';
import type { Situation } from './situation.ts';

/** An edit that gives a claim up: as a command takes it, so that one click runs it. */
export type RelaxingEdit =
  | { readonly kind: 'save-leave'; readonly leave: Leave }
  | { readonly kind: 'save-person'; readonly person: Person }
  | { readonly kind: 'save-rotation'; readonly rotation: Rotation }
  | { readonly kind: 'pin-shifts'; readonly shifts: readonly ShiftId[]; readonly pinned: false }
  | {
      readonly kind: 'assign-shifts';
      readonly assignments: readonly PlannedSlot[];
      readonly accept: readonly RuleName[];
      readonly today: LocalDate;
      readonly reason: string;
    }
  | {
      readonly kind: 'accept-plan';
      readonly quarter: QuarterId;
      readonly assignments: readonly PlannedSlot[];
      readonly seed: number;
      readonly digest: string;
      readonly iterations: number;
      readonly cost: number | null;
      readonly bound: number | null;
      readonly today: LocalDate;
    };

/** A way out of a conflict that could be tried. */
export interface WayOut {
  readonly claim: Claim;
  /** Null where no record could be changed: the plan with a gap, a pin of the question, or nobody to ask. */
  readonly edit: RelaxingEdit | null;
  /** Who would have to do what is not asked of them now; null where nobody in particular. */
  readonly person: PersonId | null;
}

const lastDay = (situation: Situation, shift: ShiftId): LocalDate | null => {
  const slot = situation.input.problem.slots[situation.input.problem.slotAt.get(shift) ?? -1];
  return slot === undefined ? null : (daysAtNoon(slot.start, slot.end).at(-1) ?? dateOf(slot.start));
};

const firstDay = (situation: Situation, shift: ShiftId): LocalDate | null => {
  const slot = situation.input.problem.slots[situation.input.problem.slotAt.get(shift) ?? -1];
  return slot === undefined ? null : (daysAtNoon(slot.start, slot.end)[0] ?? dateOf(slot.start));
};

/** Somebody in the team who takes no turns in a rotation yet: first who is free of leave then, the fewest turns first. */
function newcomers(
  { workspace, input, people }: Situation,
  rotation: Rotation,
  conflict: Conflict,
): readonly PersonId[] {
  const days = conflict.shifts.flatMap((shift) => {
    const slot = input.problem.slots[input.problem.slotAt.get(shift) ?? -1];
    return slot === undefined ? [] : [[dateOf(slot.start), addDays(dateOf(slot.end), -1)] as const];
  });
  const away = (person: PersonId): number =>
    Object.values(workspace.leave).filter(
      (leave) =>
        leave.person === person &&
        !leave.tentative &&
        days.some(([from, to]) => leave.from <= to && from <= leave.to),
    ).length;
  const held = (person: PersonId): number => {
    const number = input.problem.personAt.get(person);
    return number === undefined
      ? 0
      : people.reduce(
          (sum, holder, slot) => (holder === number ? sum + (input.problem.load[slot] ?? 0) : sum),
          0,
        );
  };
  return Object.values(workspace.people)
    .filter(
      ({ id, archivedOn }) =>
        archivedOn === null && !rotation.participants.some(({ person }) => person === id),
    )
    .map(({ id }) => id)
    .sort((a, b) => away(a) - away(b) || held(a) - held(b) || (a < b ? -1 : 1));
}

function withLayers(rotation: Rotation, person: PersonId): Rotation {
  const layers = rotation.layers.map(({ name }) => name);
  const others = rotation.participants.some((one) => one.person === person)
    ? rotation.participants.map((one) => (one.person === person ? { person, layers } : one))
    : [...rotation.participants, { person, layers }];
  return {
    ...rotation,
    participants: others,
    standIns:
      rotation.standIns === 'task-owners'
        ? rotation.standIns
        : rotation.standIns.filter((one) => one !== person),
  };
}

/** Two turns of the conflict that run at the same time and that one person may take each by itself. */
function doubled(
  situation: Situation,
  conflict: Conflict,
  rotation: string | null,
): {
  readonly shifts: readonly ShiftId[];
  readonly person: PersonId;
  readonly rules: readonly RuleName[];
} | null {
  const { problem } = situation.input;
  const { rotations } = situation.workspace;
  const width = problem.people.length;
  const slots = conflict.shifts.flatMap((shift) => problem.slotAt.get(shift) ?? []);
  const inLane = (slot: number): boolean => {
    const one = rotations[problem.slots[slot]?.rotation ?? ('' as Rotation['id'])];
    return rotation === null ? one?.kind === 'exclusive' : one?.id === rotation;
  };
  for (const one of slots.filter(inLane)) {
    const { starts, items } = problem.clashes;
    for (const other of items.subarray(starts[one], starts[one + 1])) {
      if (!slots.includes(other)) continue;
      const person = problem.people.findIndex(
        (_, who) => problem.legal[one * width + who] !== 0 && problem.legal[other * width + who] !== 0,
      );
      const [first, second, who] = [problem.slots[one], problem.slots[other], problem.people[person]];
      if (first === undefined || second === undefined || who === undefined) continue;
      const rule: RuleName = first.rotation === second.rotation ? 'two-roles-two-people' : 'no-overlap';
      return { shifts: [first.id, second.id], person: who.id, rules: [rule] };
    }
  }
  return null;
}

function editsFor(situation: Situation, conflict: Conflict, claim: Claim): readonly Omit<WayOut, 'claim'>[] {
  const { workspace, today } = situation;
  switch (claim.kind) {
    case 'leave': {
      const leave = workspace.leave[claim.leave];
      return leave === undefined
        ? []
        : [{ edit: { kind: 'save-leave', leave: { ...leave, tentative: true } }, person: claim.person }];
    }
    case 'layers': {
      const rotation = workspace.rotations[claim.rotation];
      return rotation === undefined
        ? []
        : [
            {
              edit: { kind: 'save-rotation', rotation: withLayers(rotation, claim.person) },
              person: claim.person,
            },
          ];
    }
    case 'participants': {
      const rotation = workspace.rotations[claim.rotation];
      const [person] = rotation === undefined ? [] : newcomers(situation, rotation, conflict);
      return rotation === undefined || person === undefined
        ? [{ edit: null, person: null }]
        : [{ edit: { kind: 'save-rotation', rotation: withLayers(rotation, person) }, person }];
    }
    case 'joins':
    case 'leaves': {
      const person = workspace.people[claim.person];
      const days = conflict.shifts
        .map((shift) => (claim.kind === 'joins' ? firstDay(situation, shift) : lastDay(situation, shift)))
        .filter((day) => day !== null)
        .sort();
      const day = claim.kind === 'joins' ? days[0] : days.at(-1);
      if (person === undefined || day === undefined) return [];
      return [
        {
          edit: {
            kind: 'save-person',
            person: claim.kind === 'joins' ? { ...person, joinsOn: day } : { ...person, leavesOn: day },
          },
          person: person.id,
        },
      ];
    }
    case 'cap': {
      const person = workspace.people[claim.person];
      return person === undefined
        ? []
        : [
            {
              edit: { kind: 'save-person', person: { ...person, mostShiftsAQuarter: claim.cap + 1 } },
              person: person.id,
            },
          ];
    }
    case 'pin':
      return [
        {
          edit: claim.asked ? null : { kind: 'pin-shifts', shifts: [claim.shift], pinned: false },
          person: claim.person,
        },
      ];
    case 'one-at-a-time': {
      const two = doubled(situation, conflict, claim.rotation);
      if (two === null) return [{ edit: null, person: null }];
      const assignments = two.shifts.map((shift) => ({ shift, person: two.person }));
      return [
        {
          edit: { kind: 'assign-shifts', assignments, accept: two.rules, today, reason: '' },
          person: two.person,
        },
      ];
    }
    case 'held':
      return [{ edit: null, person: null }];
  }
}

/** One way out for every claim of a conflict, in the order of its claims. */
export const waysOut = (situation: Situation, conflict: Conflict): readonly WayOut[] =>
  conflict.claims.flatMap((claim) => editsFor(situation, conflict, claim).map((way) => ({ claim, ...way })));
