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

const taken = new WeakMap<object, ReadonlyMap<LeaveId, CompTimeEntry>>();

/** The line of the ledger that a leave was taken by, unless it was reversed since; null for leave that costs no time off in lieu. */
export function ledgerLineOf(workspace: Workspace, leave: LeaveId): CompTimeEntry | null {
  let index = taken.get(workspace.compTime);
  // Kept with the ledger: a file asks for each of its thousands of entries.
  if (index === undefined) taken.set(workspace.compTime, (index = takenBy(recordsOf(workspace, 'compTime'))));
  return index.get(leave) ?? null;
}

function takenBy(lines: readonly CompTimeEntry[]): ReadonlyMap<LeaveId, CompTimeEntry> {
  const reversed = new Set(lines.map(({ reverses }) => reverses));
  const index = new Map<LeaveId, CompTimeEntry>();
  for (const line of lines) {
    const { id, kind, source } = line;
    if (source.leave === null || kind === 'reverse' || reversed.has(id) || index.has(source.leave)) continue;
    index.set(source.leave, line);
  }
  return index;
}

export function removeLeave(workspace: Workspace, { leave }: CommandOf<'remove-leave'>): Outcome {
  const refusal = removalRefusal(workspace, leave);
  return refusal === null ? ok(withoutRecord(workspace, 'leave', leave)) : refused(refusal);
}

/** Why a leave cannot be removed: it is not there, or time off was taken for it. */
export function removalRefusal(workspace: Workspace, leave: LeaveId): Refusal | null {
  if (recordOf(workspace, 'leave', leave) === undefined) return unknown('leave', leave, 'leave').reason;
  const entry = ledgerLineOf(workspace, leave);
  return entry === null
    ? null
    : { kind: 'still-used', table: 'leave', id: leave, by: { table: 'compTime', id: entry.id } };
}
