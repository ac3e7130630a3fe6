import { dateOf, quarterOf } from '../calendar/days.ts';
import { ok, refused } from '../result.ts';
import type { LocalDate, LocalDateTime } from '../model/dates.ts';
import type { ShiftId } from '../model/ids.ts';
import { recordFaults } from '../model/integrity.ts';
import type { Rotation } from '../model/rotation.ts';
import type { Shift } from '../model/shift.ts';
import { derived, recordOf, recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { checkShifts } from '../planner/check.ts';
import { type Slot, turnsOf } from '../rotation/expand.ts';
import { ledOver } from '../rotation/lead-over.ts';
import { successorOf } from '../rotation/seam.ts';
import { lastDay } from '../rotation/terms.ts';
import type { CommandOf } from './command.ts';
import { unknown, withRecord, type Outcome } from './records.ts';
import type { Refusal } from './refusal.ts';
import { archivedParticipant } from './rotation-edits.ts';
import { cutCovers, isClosed, seamRefusal } from './seam-edits.ts';

type Succession = CommandOf<'succeed-rotation'>;

/** Why a rotation cannot go on under these terms from this day; null where it can. */
function refusalOf(
  workspace: Workspace,
  old: Rotation,
  { ends, on, next, today }: Succession,
): Refusal | null {
  const at = (id: string, field: string, what: string): Refusal => ({
    kind: 'invalid',
    where: `rotations/${id}.${field}`,
    what,
  });
  const ended = lastDay(old);
  const follower = successorOf(workspace.rotations, ends);
  if (on <= today)
    return at(ends, 'endsOn', 'new terms begin after today; what has begun stays as it is worked');
  if (on < old.startsOn) return at(ends, 'endsOn', 'the end is before the start');
  if (ended !== null && ended <= on) return at(ends, 'endsOn', `it ends on ${ended} already`);
  if (follower !== null) return at(ends, 'endsOn', `${follower.name} continues it already`);
  if (Object.hasOwn(workspace.rotations, next.id)) return at(next.id, 'id', 'is in use already');
  if (next.succeeds !== ends) return at(next.id, 'succeeds', 'names another rotation than the one that ends');
  if (next.startsOn !== on)
    return at(next.id, 'startsOn', 'is another day than the one on which the old terms end');
  return archivedParticipant(workspace, old, next);
}

/** Shifts of the old terms by what becomes of them: worked or running, or not begun when the new terms do. */
function split(workspace: Workspace, { ends, on }: Succession) {
  const own = recordsOf(workspace, 'shifts').filter(({ rotation }) => rotation === ends);
  const later = own.filter(({ start, covers }) => covers === null && dateOf(start) >= on);
  const gone = new Set<ShiftId>(later.map(({ id }) => id));
  return {
    later,
    /** With the covers of single days in them: they go with the turn they are cut out of. */
    gone: own.filter(({ id, covers }) => gone.has(id) || (covers !== null && gone.has(covers))),
    before: own.filter(({ id, covers }) => covers === null && !gone.has(id)),
  };
}

/** The last turns under the old terms end where the new ones begin. Those that ended before the day of the change are past. */
function refitted(
  workspace: Workspace,
  old: Rotation,
  before: readonly Shift[],
  on: LocalDate,
): readonly Shift[] {
  const last = before.filter(({ end }) => dateOf(end) >= on);
  const [first] = last.map(({ start }) => dateOf(start)).sort();
  if (first === undefined) return [];
  const slots = new Map<ShiftId, Slot>(
    turnsOf(workspace.rotations, old, { from: first, until: on }).map((slot) => [slot.id, slot]),
  );
  return last.flatMap((shift) => {
    const end: LocalDateTime = slots.get(shift.id)?.end ?? shift.end;
    return end === shift.end ? [] : [{ ...shift, end, sequence: shift.sequence + 1 }];
  });
}

const carriedOver = (slot: Slot, from: Shift): Shift => ({
  ...from,
  id: slot.id,
  rotation: slot.rotation,
  start: slot.start,
  end: slot.end,
  sequence: 0,
});

/** New turns with whoever had them, without those in which a hard rule now stands against it: they are open. */
function withoutConflicts(workspace: Workspace, led: readonly Shift[]): Workspace['shifts'] {
  const found = checkShifts(
    workspace,
    led.map(({ id }) => id),
  );
  const broken = new Set(
    found
      .filter(({ severity, rule, accepted }) => severity === 'hard' && rule !== 'gap' && !accepted)
      .map(({ shift }) => shift),
  );
  if (broken.size === 0) return workspace.shifts;
  const shifts: Record<ShiftId, Shift> = { ...workspace.shifts };
  for (const id of broken) delete shifts[id];
  return shifts;
}

/**
 * Ends a rotation on a day and goes on under new terms from then: what has begun stays as it is worked, on its own terms. The last
 * turn ends where the first new one begins, and planned turns are led over where a slot, a layer and a participant fit; the rest
 * is open. Covers of single days in turns that move are taken back: their days may be in another turn now. Covers in a turn that is
 * cut keep their days before its new end.
 */
export function succeedRotation(workspace: Workspace, command: Succession): Outcome {
  const { ends, on, next } = command;
  const old = recordOf(workspace, 'rotations', ends);
  if (old === undefined) return unknown('rotations', ends, 'ends');
  const refusal = refusalOf(workspace, old, command);
  if (refusal !== null) return refused(refusal);
  const { later, gone, before } = split(workspace, command);
  const closed = later.find(({ start }) => isClosed(workspace, start));
  if (closed !== undefined)
    return refused({ kind: 'closed-quarter', quarter: quarterOf(dateOf(closed.start)) });
  // Archived with its end: one name stands for one duty, and the one that goes on has it now.
  const ended: Rotation = { ...old, endsOn: on, archivedOn: on };
  const terms = withRecord(withRecord(workspace, 'rotations', ended), 'rotations', next);
  const overlap = seamRefusal(terms.rotations, ended);
  if (overlap !== null) return refused(overlap);
  const refit = refitted(terms, ended, before, on);
  const led = ledOver(next, later).flatMap(({ slot, from }) =>
    from === null ? [] : [carriedOver(slot, from)],
  );
  const shifts: Record<ShiftId, Shift> = { ...workspace.shifts };
  const cut = cutCovers(workspace, refit);
  const removed = [...gone, ...cut.gone];
  for (const { id } of removed) delete shifts[id];
  for (const shift of [...refit, ...cut.shortened, ...led]) shifts[shift.id] = shift;
  const laid = { ...terms, shifts };
  const kept = withoutConflicts(laid, led);
  const touched = [...removed, ...refit, ...cut.shortened, ...led].map(({ id }) => id);
  const made = touched.length === 0 ? terms : { ...laid, shifts: derived(workspace.shifts, kept, touched) };
  const [fault] = [ended, next].flatMap((rotation) => recordFaults(made, 'rotations', rotation));
  return fault === undefined ? ok(made) : refused(fault);
}
