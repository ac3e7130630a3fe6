import { addDays, dateOf, daysBetween, mondayOf } from '../calendar/days.ts';
import type { PersonId, ShiftId } from '../model/ids.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Slot } from '../rotation/expand.ts';
import { aim, counterpart, type Held, type Target } from './aim.ts';
import type { Gesture } from './gesture.ts';

/** What a selection would do there: one gesture for all of it, or the shift that cannot follow and holds the others. */
export type SetAim =
  | { readonly kind: 'moves'; readonly gesture: Gesture }
  | { readonly kind: 'stuck'; readonly shift: ShiftId }
  | { readonly kind: 'still' };

/** How far each of a selection goes: whole weeks along the plan, and places down the list of people. */
interface Offset {
  readonly weeks: number;
  readonly places: number;
}

const still: SetAim = { kind: 'still' };

/** The people in the order of the rows. */
const rowOrder = (workspace: Workspace): readonly PersonId[] =>
  Object.values(workspace.people)
    .filter(({ archivedOn }) => archivedOn === null)
    .sort((a, b) => a.position - b.position)
    .map(({ id }) => id);

const weekOf = (slot: Slot) => mondayOf(dateOf(slot.start));

/** The offset that brings the lead to where the hand is; null where a selection has no meaning. */
function offsetOf(
  workspace: Workspace,
  order: readonly PersonId[],
  slots: readonly Slot[],
  lead: Slot,
  target: Target,
): Offset | null {
  const owner = workspace.shifts[lead.id]?.person;
  const placesTo = (person: PersonId): number =>
    owner === undefined ? 0 : order.indexOf(person) - order.indexOf(owner);
  if (target.kind === 'person-week')
    return { weeks: daysBetween(weekOf(lead), target.week) / 7, places: placesTo(target.person) };
  if (target.kind !== 'slot') return null;
  const there = slots.find(({ id }) => id === target.slot);
  if (there === undefined) return null;
  const weeks = daysBetween(weekOf(lead), weekOf(there)) / 7;
  // Along one duty the weeks change hands; over somebody's chip of another duty the hand means that person.
  if (there.rotation === lead.rotation && there.layer === lead.layer) return { weeks, places: 0 };
  const holder = workspace.shifts[there.id]?.person;
  return holder === undefined ? null : { weeks, places: placesTo(holder) };
}

/** Where one of the selection is to go; null where it has no place there. */
function targetFor(
  workspace: Workspace,
  order: readonly PersonId[],
  slots: readonly Slot[],
  slot: Slot,
  { weeks, places }: Offset,
): Target | null {
  const owner = workspace.shifts[slot.id]?.person;
  const week = addDays(weekOf(slot), weeks * 7);
  if (owner === undefined) return null;
  const person = order[order.indexOf(owner) + places];
  if (person === undefined || order.indexOf(owner) + places < 0) return null;
  if (weeks === 0) return { kind: 'person', person };
  return counterpart(slots, slot, week) === null ? null : { kind: 'person-week', person, week };
}

/**
 * What dropping a selection means: every shift goes as far as the one under the hand, in weeks and in rows. Whoever holds the
 * weeks that it comes to takes the weeks that it leaves. Over the row of gaps all are left open; over a person's head all
 * go to that person, and so do gaps over any of that person's weeks. A gap among held shifts holds them all.
 *
 * @param slots the turns of the range on screen
 */
export function aimSet(
  workspace: Workspace,
  slots: readonly Slot[],
  held: Extract<Held, { kind: 'slots' }>,
  target: Target,
): SetAim {
  const own = held.slots.flatMap((id) => slots.find((slot) => slot.id === id) ?? []);
  const lead = own.find(({ id }) => id === held.lead);
  if (lead === undefined || target.kind === 'day' || target.kind === 'plan-day') return still;
  const all = (to: Target) =>
    together(own.map((slot) => aim(workspace, slots, { kind: 'slot', slot: slot.id }, to)));
  if (target.kind === 'gaps' || target.kind === 'person') return all(target);
  if (target.kind === 'person-week' && own.every(({ id }) => workspace.shifts[id] === undefined))
    return all({ kind: 'person', person: target.person });
  const order = rowOrder(workspace);
  const offset = offsetOf(workspace, order, slots, lead, target);
  if (offset === null) return { kind: 'stuck', shift: lead.id };
  if (offset.weeks === 0 && offset.places === 0) return still;
  // From the far end on: each week is left before the next one comes to it.
  const inOrder = [...own].sort((a, b) => (a.start < b.start ? 1 : -1) * (offset.weeks < 0 ? -1 : 1));
  const moves: (Gesture | null)[] = [];
  for (const slot of inOrder) {
    const to = targetFor(workspace, order, slots, slot, offset);
    if (to === null) return { kind: 'stuck', shift: slot.id };
    moves.push(gestureOf(workspace, slots, slot, to, offset));
  }
  return together(moves);
}

/** One shift's part of the move, as what it would be alone, but blind to who else moves: the others' weeks are theirs by then. */
function gestureOf(
  workspace: Workspace,
  slots: readonly Slot[],
  slot: Slot,
  to: Target,
  { weeks, places }: Offset,
): Gesture | null {
  if (to.kind !== 'person-week') return aim(workspace, slots, { kind: 'slot', slot: slot.id }, to);
  const other = counterpart(slots, slot, to.week);
  if (other === null || other.id === slot.id) return null;
  return places === 0 || weeks === 0
    ? { kind: 'trade', shift: slot.id, with: other.id }
    : { kind: 'give-and-trade', shift: slot.id, slot: other.id, to: to.person };
}

function together(gestures: readonly (Gesture | null)[]): SetAim {
  const [first, ...more] = gestures.filter((one) => one !== null);
  if (first === undefined) return still;
  return {
    kind: 'moves',
    gesture: more.length === 0 ? first : { kind: 'several', gestures: [first, ...more] },
  };
}
