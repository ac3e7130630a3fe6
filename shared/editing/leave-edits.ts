import { ok, refused } from '../result.ts';
import { recordOf, recordsOf } from '../model/tables.ts';
import type { CompTimeEntry } from '../model/comp-time.ts';
import type { LeaveId } from '../model/ids.ts';
import type { Workspace } from '../model/workspace.ts';
import { archivedRefusal } from './archived.ts';
import type { CommandOf } from './command.ts';
import { save, unknown, withoutRecord, type Outcome } from './records.ts';

/** Leave over a shift is allowed: the shift shows its conflict, and nothing moves silently. */
export function saveLeave(workspace: Workspace, { leave }: CommandOf<'save-leave'>): Outcome {
  const archived = archivedRefusal(workspace, leave.person, leave.to);
  return archived === null ? save(workspace, 'leave', leave) : refused(archived);
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
