import { addDays, dateOf, daysBetween } from '../calendar/days.ts';
import type { LayerName, PersonId, RotationId, ShiftId } from '../model/ids.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Slot } from '../rotation/expand.ts';
import type { Gesture } from './gesture.ts';

/** What was done to a turn, told so that it can be done to others. */
export type Recipe = {
  /** Who held the turn before; null for a gap. Only turns of the same holder are later ones of the same kind. */
  readonly from: PersonId | null;
} & (
  | { readonly kind: 'give'; readonly to: PersonId }
  | { readonly kind: 'unassign' }
  /** Exchanged with the turn of this duty that begins so many days later; negative: earlier. */
  | {
      readonly kind: 'exchange';
      readonly days: number;
      readonly rotation: RotationId;
      readonly layer: LayerName;
    }
  | { readonly kind: 'give-and-trade'; readonly days: number; readonly to: PersonId }
);

const at = (slots: readonly Slot[], id: ShiftId): Slot | undefined => slots.find((slot) => slot.id === id);
const apart = (one: Slot, other: Slot): number => daysBetween(dateOf(one.start), dateOf(other.start));

/** What all gestures of a selection have in common: one recipe, or none. */
function common(workspace: Workspace, slots: readonly Slot[], gestures: readonly Gesture[]): Recipe | null {
  const [first, ...others] = gestures.map((one) => recipeOf(workspace, slots, one));
  if (first === undefined || first === null) return null;
  const same = JSON.stringify(first);
  return others.every((other) => JSON.stringify(other) === same) ? first : null;
}

/**
 * What there is to repeat in a gesture; null where it names no turn, or did different things to several.
 *
 * @param workspace the one before the gesture
 * @param slots the turns among which it was made
 */
export function recipeOf(workspace: Workspace, slots: readonly Slot[], gesture: Gesture): Recipe | null {
  switch (gesture.kind) {
    case 'give':
      return { kind: 'give', from: workspace.shifts[gesture.shift]?.person ?? null, to: gesture.to };
    case 'assign':
      return { kind: 'give', from: workspace.shifts[gesture.slot]?.person ?? null, to: gesture.person };
    case 'unassign':
      return { kind: 'unassign', from: workspace.shifts[gesture.shift]?.person ?? null };
    case 'trade':
    case 'swap':
    case 'move': {
      const [own, other] = [
        at(slots, gesture.shift),
        at(slots, gesture.kind === 'move' ? gesture.toSlot : gesture.with),
      ];
      if (own === undefined || other === undefined) return null;
      const { rotation, layer } = other;
      const from = workspace.shifts[own.id]?.person ?? null;
      return { kind: 'exchange', from, days: apart(own, other), rotation, layer };
    }
    case 'give-and-trade': {
      const [own, other] = [at(slots, gesture.shift), at(slots, gesture.slot)];
      if (own === undefined || other === undefined) return null;
      const from = workspace.shifts[own.id]?.person ?? null;
      return { kind: 'give-and-trade', from, days: apart(own, other), to: gesture.to };
    }
    case 'several':
      return common(workspace, slots, gesture.gestures);
    default:
      return null;
  }
}

/** The recipe on another turn; null where it would change nothing, or finds no counterpart. */
export function repeatOn(
  workspace: Workspace,
  slots: readonly Slot[],
  recipe: Recipe,
  shift: ShiftId,
): Gesture | null {
  const own = at(slots, shift);
  const holder = workspace.shifts[shift]?.person ?? null;
  if (own === undefined) return null;
  const turnOf = (rotation: RotationId, layer: LayerName, days: number): Slot | undefined =>
    slots.find(
      (slot) =>
        slot.rotation === rotation &&
        slot.layer === layer &&
        dateOf(slot.start) === addDays(dateOf(own.start), days),
    );
  switch (recipe.kind) {
    case 'give':
      if (holder === recipe.to) return null;
      return holder === null
        ? { kind: 'assign', slot: shift, person: recipe.to }
        : { kind: 'give', shift, to: recipe.to };
    case 'unassign':
      return holder === null ? null : { kind: 'unassign', shift };
    case 'exchange': {
      // A turn of another duty exchanges along its own: whoever traded two weeks on one duty means two weeks on this one.
      const same = own.rotation === recipe.rotation && own.layer === recipe.layer;
      const other =
        recipe.days === 0 || same
          ? turnOf(recipe.rotation, recipe.layer, recipe.days)
          : turnOf(own.rotation, own.layer, recipe.days);
      if (other === undefined || other.id === shift || holder === null) return null;
      const theirs = workspace.shifts[other.id]?.person;
      if (theirs === undefined) return { kind: 'move', shift, toSlot: other.id };
      return theirs === holder ? null : { kind: 'swap', shift, with: other.id };
    }
    case 'give-and-trade': {
      const other = turnOf(own.rotation, own.layer, recipe.days);
      if (other === undefined || other.id === shift || holder === null) return null;
      return { kind: 'give-and-trade', shift, slot: other.id, to: recipe.to };
    }
  }
}

/** The recipe on several turns as one gesture; null where none of them takes it. */
export function repeatOnAll(
  workspace: Workspace,
  slots: readonly Slot[],
  recipe: Recipe,
  shifts: readonly ShiftId[],
): Gesture | null {
  const gestures = shifts.flatMap((shift) => repeatOn(workspace, slots, recipe, shift) ?? []);
  const [only] = gestures;
  if (only === undefined) return null;
  return gestures.length === 1 ? only : { kind: 'several', gestures };
}

/**
 * The turns of the same duty from this one on, to the end of the given turns, that whoever the recipe took a turn from holds: what
 * "to quarter end" means. In order of time; those that take no such gesture are left out.
 */
export function laterTurns(
  workspace: Workspace,
  slots: readonly Slot[],
  recipe: Recipe,
  shift: ShiftId,
): readonly { readonly slot: Slot; readonly gesture: Gesture }[] {
  const own = at(slots, shift);
  if (own === undefined) return [];
  return slots
    .filter(
      (slot) =>
        slot.rotation === own.rotation &&
        slot.layer === own.layer &&
        slot.start >= own.start &&
        (workspace.shifts[slot.id]?.person ?? null) === recipe.from,
    )
    .flatMap((slot) => {
      const gesture = repeatOn(workspace, slots, recipe, slot.id);
      return gesture === null ? [] : [{ slot, gesture }];
    });
}
