import type { LocalDate } from '../model/dates.ts';
import type { LeaveId, PersonId, ShiftId } from '../model/ids.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Assignment, Cover } from './command.ts';

/**
 * What a hand can do to the plan (ux.md section 4). Slots are named by their `ShiftId`; whether somebody holds one is
 * the workspace's to say.
 */
export type Gesture =
  /** The same turn for another person. */
  | { readonly kind: 'give'; readonly shift: ShiftId; readonly to: PersonId }
  /** Two turns exchange their people. `trade` was aimed at a week, `swap` at a chip: the same edit in other words. */
  | { readonly kind: 'trade' | 'swap'; readonly shift: ShiftId; readonly with: ShiftId }
  /** `to` takes the other turn, whoever held that takes ours, and ours goes free. */
  | {
      readonly kind: 'give-and-trade';
      readonly shift: ShiftId;
      readonly slot: ShiftId;
      readonly to: PersonId;
    }
  /** The person goes to a turn that nobody holds and leaves a gap behind. */
  | { readonly kind: 'move'; readonly shift: ShiftId; readonly toSlot: ShiftId }
  | { readonly kind: 'unassign'; readonly shift: ShiftId }
  | { readonly kind: 'assign'; readonly slot: ShiftId; readonly person: PersonId }
  /** Days off go to other days, begin or end on another one; the person keeps them. */
  | {
      readonly kind: 'move-leave';
      readonly leave: LeaveId;
      readonly from: LocalDate;
      readonly to: LocalDate;
    }
  /** Single days of turns go to others, and such covers back to the holders. */
  | { readonly kind: 'cover'; readonly covers: readonly Cover[]; readonly remove: readonly ShiftId[] }
  /** A selection moved together: one after the other, as one edit. */
  | { readonly kind: 'several'; readonly gestures: readonly Gesture[] };

/** Every slot that a gesture names, held or not. */
export function slotsNamedBy(gesture: Gesture): readonly ShiftId[] {
  switch (gesture.kind) {
    case 'give':
    case 'unassign':
      return [gesture.shift];
    case 'trade':
    case 'swap':
      return [gesture.shift, gesture.with];
    case 'give-and-trade':
      return [gesture.shift, gesture.slot];
    case 'move':
      return [gesture.shift, gesture.toSlot];
    case 'assign':
      return [gesture.slot];
    case 'move-leave':
      return [];
    case 'cover':
      return [...gesture.covers.map(({ shift }) => shift), ...gesture.remove];
    case 'several':
      return gesture.gestures.flatMap(slotsNamedBy);
  }
}

type Holders = Map<ShiftId, PersonId | null>;

function apply(gesture: Gesture, holder: (slot: ShiftId) => PersonId | null, next: Holders): void {
  switch (gesture.kind) {
    case 'give':
      next.set(gesture.shift, gesture.to);
      return;
    case 'trade':
    case 'swap': {
      const ours = holder(gesture.shift);
      const theirs = holder(gesture.with);
      next.set(gesture.shift, theirs).set(gesture.with, ours);
      return;
    }
    case 'give-and-trade': {
      const theirs = holder(gesture.slot);
      next.set(gesture.slot, gesture.to).set(gesture.shift, theirs);
      return;
    }
    case 'move': {
      const ours = holder(gesture.shift);
      next.set(gesture.shift, null).set(gesture.toSlot, ours);
      return;
    }
    case 'unassign':
      next.set(gesture.shift, null);
      return;
    case 'assign':
      next.set(gesture.slot, gesture.person);
      return;
    case 'move-leave':
    case 'cover':
      return;
    case 'several':
      for (const one of gesture.gestures) apply(one, holder, next);
  }
}

/** The slots whose person a gesture changes, with their next person, in the order of their ids. Empty: no change. */
export function assignmentsOf(workspace: Workspace, gesture: Gesture): readonly Assignment[] {
  const before = (slot: ShiftId) => workspace.shifts[slot]?.person ?? null;
  const next: Holders = new Map();
  apply(gesture, (slot) => next.get(slot) ?? (next.has(slot) ? null : before(slot)), next);
  return [...next]
    .filter(([slot, person]) => before(slot) !== person)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([shift, person]) => ({ shift, person }));
}
