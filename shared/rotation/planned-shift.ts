import type { PersonId, ShiftId } from '../model/ids.ts';
import type { Shift } from '../model/shift.ts';
import type { Slot } from './expand.ts';

/** The shift of a slot before anybody says who holds it. A slot named as a cover covers the shift in its name. */
export const blankShift = (
  slot: Slot,
): Pick<Shift, 'id' | 'rotation' | 'layer' | 'start' | 'end' | 'covers' | 'note'> => {
  const { id, rotation, layer, start, end } = slot;
  const at = id.indexOf('/cover/');
  return { id, rotation, layer, start, end, covers: at < 0 ? null : (id.slice(0, at) as ShiftId), note: '' };
};

/** iCalendar SEQUENCE of a shift once this person holds it: a change of hands raises it. */
export const sequenceOf = (before: Shift | undefined, person: PersonId): number =>
  before === undefined ? 0 : before.sequence + (before.person === person ? 0 : 1);

/** A slot as a plan gives it to somebody: not pinned, and with no rule overruled. What was noted at the shift stays. */
export const plannedShift = (slot: Slot, before: Shift | undefined, person: PersonId): Shift => ({
  ...blankShift(slot),
  ...before,
  person,
  origin: 'planned',
  pinned: false,
  accepted: [],
  sequence: sequenceOf(before, person),
});
