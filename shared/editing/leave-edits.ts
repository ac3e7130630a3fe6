import { ok, refused } from '../result.ts';
import { recordOf, recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { archivedRefusal } from './archived.ts';
import type { CommandOf } from './command.ts';
import { save, unknown, withoutRecord, type Outcome } from './records.ts';

/** Leave over a shift is allowed: the shift shows its conflict, and nothing moves silently. */
export function saveLeave(workspace: Workspace, { leave }: CommandOf<'save-leave'>): Outcome {
  const archived = archivedRefusal(workspace, leave.person, leave.to);
  return archived === null ? save(workspace, 'leave', leave) : refused(archived);
}

export function removeLeave(workspace: Workspace, { leave }: CommandOf<'remove-leave'>): Outcome {
  if (recordOf(workspace, 'leave', leave) === undefined) return unknown('leave', leave, 'leave');
  const lines = recordsOf(workspace, 'compTime');
  const reversed = new Set(lines.map(({ reverses }) => reverses));
  const entry = lines.find(
    ({ id, kind, source }) => source.leave === leave && kind !== 'reverse' && !reversed.has(id),
  );
  if (entry !== undefined)
    return refused({
      kind: 'still-used',
      table: 'leave',
      id: leave,
      by: { table: 'compTime', id: entry.id },
    });
  return ok(withoutRecord(workspace, 'leave', leave));
}
