import { dateOf } from '../calendar/days.ts';
import { spanOf, type Span } from '../calendar/span.ts';
import type { LocalDate } from '../model/dates.ts';
import type { PersonId, ShiftId } from '../model/ids.ts';
import type { Rotation } from '../model/rotation.ts';
import type { Workspace } from '../model/workspace.ts';
import { type Slot, slotsOfQuarter } from '../rotation/expand.ts';
import { isShadow } from '../rotation/shadow.ts';
import { standingOf } from './eligibility.ts';
import { leaveOf } from '../model/leave-of.ts';
import { leaveSpan, meet } from './facts.ts';
import type { Problem } from './problem.ts';

/** A turn of a layer without duty. It is no part of the problem: who looks on is decided once it is known who is on call. */
export interface ShadowTurn {
  readonly id: ShiftId;
  readonly span: Span;
  /** Who may look on, in turn order. */
  readonly takers: readonly PersonId[];
  /** Slots of the problem that run at the same time and leave no time to look on: those of its own rotation, and exclusive ones. */
  readonly beside: readonly number[];
  readonly holder: PersonId | null;
  /** True where the holder, or nobody, stays: pinned, begun. */
  readonly stays: boolean;
}

function takersOf(workspace: Workspace, rotation: Rotation, slot: Slot, span: Span): readonly PersonId[] {
  return rotation.participants
    .map(({ person }) => person)
    .filter((id) => {
      const person = workspace.people[id];
      if (person === undefined || standingOf(workspace, id, rotation, slot) !== 'regular') return false;
      return !leaveOf(workspace, id).some(
        (leave) => !leave.tentative && meet([leaveSpan(leave, person)], [span]),
      );
    });
}

const zoneOf = (workspace: Workspace, { rotation }: Slot) =>
  workspace.rotations[rotation]?.handoff.zone ?? workspace.about.zone;

/** The turns of a problem's quarter that carry no duty, by start. */
export function shadowTurns(workspace: Workspace, problem: Problem, today: LocalDate): readonly ShadowTurn[] {
  const turns = slotsOfQuarter(workspace, problem.quarter).flatMap((slot) => {
    const rotation = workspace.rotations[slot.rotation];
    return rotation !== undefined && isShadow(rotation, slot.layer) ? [{ slot, rotation }] : [];
  });
  if (turns.length === 0) return [];
  const spans = problem.slots.map((slot) => spanOf(slot.start, slot.end, zoneOf(workspace, slot)));
  return turns.map(({ slot, rotation }) => {
    const span = spanOf(slot.start, slot.end, rotation.handoff.zone);
    const shift = workspace.shifts[slot.id];
    return {
      id: slot.id,
      span,
      takers: takersOf(workspace, rotation, slot, span),
      beside: spans.flatMap((other, number) => {
        const its = problem.slots[number]?.rotation;
        const takesTime =
          its === rotation.id || (its !== undefined && workspace.rotations[its]?.kind === 'exclusive');
        return takesTime && meet([other], [span]) ? [number] : [];
      }),
      holder: shift?.person ?? null,
      stays:
        shift === undefined
          ? dateOf(slot.end) <= today
          : shift.pinned || shift.covers !== null || dateOf(slot.start) <= today,
    };
  });
}

/**
 * Who looks on in each of these turns, given who is on call: whoever does already where they still can, else whoever has looked
 * on least, in turn order. Nobody where nobody is free.
 *
 * @param holderOf who holds a slot of the problem
 */
export function fillShadows(
  turns: readonly ShadowTurn[],
  holderOf: (slot: number) => PersonId | null,
): readonly { readonly shift: ShiftId; readonly person: PersonId | null }[] {
  const times = new Map<PersonId, number>();
  const given: { readonly turn: ShadowTurn; readonly person: PersonId }[] = [];
  return turns.map((turn) => {
    const { id, span, takers, beside, holder, stays } = turn;
    const busy = new Set(beside.map(holderOf));
    for (const other of given) if (meet([other.turn.span], [span])) busy.add(other.person);
    const free = takers.filter((person) => !busy.has(person));
    const least = Math.min(...free.map((person) => times.get(person) ?? 0));
    const next = free.find((person) => (times.get(person) ?? 0) === least) ?? null;
    const person = stays || (holder !== null && free.includes(holder)) ? holder : next;
    if (person !== null) {
      times.set(person, (times.get(person) ?? 0) + 1);
      given.push({ turn, person });
    }
    return { shift: id, person };
  });
}
