import { addDays, dateOf, dayNumber, daysBetween, mondayOf } from '../calendar/days.ts';
import type { LocalDate } from '../model/dates.ts';
import type { LeaveId, PersonId, ShiftId } from '../model/ids.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Slot } from '../rotation/expand.ts';
import type { HeldDays } from './aim-days.ts';
import type { Gesture } from './gesture.ts';

/** What the hand holds: a turn, filled or not, several of them, a person taken from a list, days off, or single days of turns. */
export type Held =
  | { readonly kind: 'slot'; readonly slot: ShiftId }
  /** A selection; `lead` is the one under the hand, which the others follow. */
  | { readonly kind: 'slots'; readonly lead: ShiftId; readonly slots: readonly ShiftId[] }
  | { readonly kind: 'person'; readonly person: PersonId }
  /** Days off, by the day on which they were grasped; by one end, where only that is to move. */
  | {
      readonly kind: 'leave';
      readonly leave: LeaveId;
      readonly day: LocalDate;
      readonly edge?: 'start' | 'end';
    }
  | { readonly kind: 'days'; readonly days: HeldDays };

/** All that is held by itself; a selection is `aim-set.ts`'s, single days are `aim-days.ts`'s. */
export type HeldAlone = Exclude<Held, { kind: 'slots' } | { kind: 'days' }>;

/** What it is held over. `week` is the Monday of a week. */
export type Target =
  | { readonly kind: 'person-week'; readonly person: PersonId; readonly week: LocalDate }
  | { readonly kind: 'person'; readonly person: PersonId }
  /** One turn: a chip, or a cell of a rotation's row. */
  | { readonly kind: 'slot'; readonly slot: ShiftId }
  | { readonly kind: 'gaps' }
  /** One day of a person: what days off are held over. */
  | { readonly kind: 'day'; readonly person: PersonId; readonly day: LocalDate }
  /** One day of the plan, whoever is on call: where a hand-off is held. */
  | { readonly kind: 'plan-day'; readonly day: LocalDate };

export const inWeek = (slot: Slot, week: LocalDate): boolean => {
  const first = dayNumber(week);
  return dayNumber(dateOf(slot.start)) < first + 7 && dayNumber(dateOf(slot.end)) > first;
};

/** The turn of the same rotation and layer that begins in this week, or else reaches into it. */
export function counterpart(slots: readonly Slot[], of: Slot, week: LocalDate): Slot | null {
  const same = slots.filter(
    (slot) => slot.rotation === of.rotation && slot.layer === of.layer && !slot.id.includes('/cover/'),
  );
  return (
    same.find((slot) => mondayOf(dateOf(slot.start)) === week) ??
    same.find((slot) => inWeek(slot, week)) ??
    null
  );
}

function aimFilledSlot(
  workspace: Workspace,
  slots: readonly Slot[],
  held: Slot,
  owner: PersonId,
  target: Target,
): Gesture | null {
  const holder = (slot: ShiftId) => workspace.shifts[slot]?.person ?? null;
  switch (target.kind) {
    case 'day':
    case 'plan-day':
      return null;
    case 'gaps':
      return { kind: 'unassign', shift: held.id };
    case 'person':
      return target.person === owner ? null : { kind: 'give', shift: held.id, to: target.person };
    case 'slot': {
      if (target.slot === held.id) return null;
      const theirs = holder(target.slot);
      if (theirs === null) return { kind: 'move', shift: held.id, toSlot: target.slot };
      return theirs === owner ? null : { kind: 'swap', shift: held.id, with: target.slot };
    }
    case 'person-week': {
      const other = inWeek(held, target.week) ? held : counterpart(slots, held, target.week);
      if (other === null) return null;
      if (other.id === held.id)
        return target.person === owner ? null : { kind: 'give', shift: held.id, to: target.person };
      const theirs = holder(other.id);
      if (target.person === owner) {
        if (theirs === null) return { kind: 'move', shift: held.id, toSlot: other.id };
        return theirs === owner ? null : { kind: 'trade', shift: held.id, with: other.id };
      }
      // Aimed at the very person who holds that week, "its holder takes ours" and "the target takes that week" would
      // leave them with both turns: what the hand means is the exchange.
      if (theirs === target.person) return { kind: 'trade', shift: held.id, with: other.id };
      return { kind: 'give-and-trade', shift: held.id, slot: other.id, to: target.person };
    }
  }
}

function aimGap(workspace: Workspace, slots: readonly Slot[], held: Slot, target: Target): Gesture | null {
  switch (target.kind) {
    case 'day':
    case 'plan-day':
    case 'gaps':
      return null;
    case 'person':
      return { kind: 'assign', slot: held.id, person: target.person };
    case 'slot':
      if (target.slot === held.id || workspace.shifts[target.slot] === undefined) return null;
      return { kind: 'move', shift: target.slot, toSlot: held.id };
    case 'person-week': {
      const slot = inWeek(held, target.week) ? held : counterpart(slots, held, target.week);
      if (slot === null || workspace.shifts[slot.id]?.person === target.person) return null;
      return { kind: 'assign', slot: slot.id, person: target.person };
    }
  }
}

/** Days off keep their person, and held by their middle their length: another row is no place for them. */
function aimLeave(
  workspace: Workspace,
  held: Extract<Held, { kind: 'leave' }>,
  target: Target,
): Gesture | null {
  const leave = workspace.leave[held.leave];
  if (leave === undefined || target.kind !== 'day' || target.person !== leave.person) return null;
  const days = daysBetween(held.day, target.day);
  if (days === 0) return null;
  const from = held.edge === 'end' ? leave.from : addDays(leave.from, days);
  const to = held.edge === 'start' ? leave.to : addDays(leave.to, days);
  return from > to ? null : { kind: 'move-leave', leave: held.leave, from, to };
}

/**
 * What dropping this there would mean (ux.md section 4), or null where it means nothing: onto itself, with oneself, or
 * into a week in which the rotation has no turn.
 *
 * @param slots the turns of the range on screen, in which a week's counterpart is looked for
 */
export function aim(
  workspace: Workspace,
  slots: readonly Slot[],
  held: HeldAlone,
  target: Target,
): Gesture | null {
  if (held.kind === 'leave') return aimLeave(workspace, held, target);
  if (held.kind === 'person') {
    if (target.kind !== 'slot' || workspace.shifts[target.slot]?.person === held.person) return null;
    return { kind: 'assign', slot: target.slot, person: held.person };
  }
  const slot = slots.find((one) => one.id === held.slot);
  if (slot === undefined) return null;
  const owner = workspace.shifts[slot.id]?.person ?? null;
  return owner === null
    ? aimGap(workspace, slots, slot, target)
    : aimFilledSlot(workspace, slots, slot, owner, target);
}
