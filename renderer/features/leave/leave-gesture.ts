import { addDays, daysBetween } from '../../../shared/calendar/days.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { LeaveId, PersonId } from '../../../shared/model/ids.ts';
import type { Leave } from '../../../shared/model/leave.ts';

/** What a hand, or the keys, hold: new days that are drawn out, a whole leave, or one of its ends. */
export type Grip =
  | { readonly kind: 'draw'; readonly person: PersonId; readonly from: LocalDate }
  | { readonly kind: 'move' | 'first' | 'last'; readonly leave: Leave; readonly from: LocalDate };

/** A leave as the form and the strip begin it: settled, whole days, of the plain kind, without a reason. */
export const newLeave = (id: LeaveId, person: PersonId, from: LocalDate, to: LocalDate): Leave => ({
  id,
  person,
  from,
  to,
  part: 'day',
  kind: 'leave',
  tentative: false,
  reason: '',
});

const ordered = (one: LocalDate, other: LocalDate): readonly [LocalDate, LocalDate] =>
  one <= other ? [one, other] : [other, one];

/** Half a day is half of one day: drawn longer, it becomes whole days. */
const withDays = (leave: Leave, from: LocalDate, to: LocalDate): Leave => ({
  ...leave,
  from,
  to,
  part: from === to ? leave.part : 'day',
});

/**
 * The leave that a grip makes when it is let go on a day. An end that is drawn past the other one turns the leave round.
 *
 * @param id of a leave that is drawn anew
 */
export function leaveOfGrip(grip: Grip, day: LocalDate, id: LeaveId): Leave {
  if (grip.kind === 'draw') return newLeave(id, grip.person, ...ordered(grip.from, day));
  const { leave } = grip;
  if (grip.kind === 'move') {
    const by = daysBetween(grip.from, day);
    return withDays(leave, addDays(leave.from, by), addDays(leave.to, by));
  }
  return withDays(
    leave,
    ...ordered(grip.kind === 'first' ? day : leave.from, grip.kind === 'last' ? day : leave.to),
  );
}

/** Px at each end of a bar that take hold of the end; at a narrow bar a third of it, so that its middle can be moved. */
export const edgeOf = (width: number): number => Math.min(7, width / 3);

/** Which part of a bar is under the pointer. */
export function gripAt(x: number, width: number): 'move' | 'first' | 'last' {
  const edge = edgeOf(width);
  if (x < edge) return 'first';
  return x > width - edge ? 'last' : 'move';
}
