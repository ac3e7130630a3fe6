import { daysBetween } from '../calendar/days.ts';
import { ok, refused } from '../result.ts';
import { recordOf, recordsOf } from '../model/tables.ts';
import type { CompTimeEntry } from '../model/comp-time.ts';
import type { LeaveId } from '../model/ids.ts';
import type { Leave } from '../model/leave.ts';
import type { Workspace } from '../model/workspace.ts';
import { archivedRefusal } from './archived.ts';
import type { CommandOf } from './command.ts';
import { save, unknown, withoutRecord, type Outcome } from './records.ts';
import type { Refusal } from './refusal.ts';

/** Leave over a shift is allowed: the shift shows its conflict, and nothing moves silently. */
export function saveLeave(workspace: Workspace, { leave }: CommandOf<'save-leave'>): Outcome {
  const archived = archivedRefusal(workspace, leave.person, leave.to);
  const refusal = archived ?? bookedRefusal(workspace, leave);
  return refusal === null ? save(workspace, 'leave', leave) : refused(refusal);
}

/**
 * Days that were booked against somebody's time off stay theirs, of their kind and as many as the ledger took: other days, the same
 * number of them, may be moved to. Null where the leave is as it was in this, or costs no time off.
 */
export function bookedRefusal(workspace: Workspace, leave: Leave): Refusal | null {
  const before = recordOf(workspace, 'leave', leave.id);
  if (before === undefined || ledgerLineOf(workspace, leave.id) === null) return null;
  const at = (field: keyof Leave, what: string): Refusal => ({
    kind: 'invalid',
    where: `leave/${leave.id}.${field}`,
    what: `${what}; cancel the booking under Comp time and book it anew`,
  });
  if (leave.person !== before.person) return at('person', 'the time off was taken from somebody else');
  if (leave.kind !== before.kind) return at('kind', 'time off was taken for it');
  const length = ({ from, to }: Leave): number => daysBetween(from, to);
  return length(leave) !== length(before) || (leave.part === 'day') !== (before.part === 'day')
    ? at('to', 'time off was taken for as much as it was booked')
    : null;
}

/** The line of the ledger that a leave was taken by, unless it was reversed since; null for leave that costs no time off in lieu. */
export function ledgerLineOf(workspace: Workspace, leave: LeaveId): CompTimeEntry | null {
  const lines = recordsOf(workspace, 'compTime');
  const reversed = new Set(lines.map(({ reverses }) => reverses));
  const own = ({ id, kind, source }: CompTimeEntry): boolean =>
    source.leave === leave && kind !== 'reverse' && !reversed.has(id);
  return lines.find(own) ?? null;
}

export function removeLeave(workspace: Workspace, { leave }: CommandOf<'remove-leave'>): Outcome {
  if (recordOf(workspace, 'leave', leave) === undefined) return unknown('leave', leave, 'leave');
  const entry = ledgerLineOf(workspace, leave);
  if (entry !== null)
    return refused({
      kind: 'still-used',
      table: 'leave',
      id: leave,
      by: { table: 'compTime', id: entry.id },
    });
  return ok(withoutRecord(workspace, 'leave', leave));
}
