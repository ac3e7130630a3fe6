import type { Connection } from '../model/connection.ts';
import { sameJson } from '../model/json.ts';
import type { Published } from '../model/published.ts';
import { recordOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Change, Changes } from './command.ts';

/*
 * What the world was told cannot be taken back by undo: calendars keep the highest SEQUENCE that they saw, and an override that was
 * written into another service stands there. So two things outlive undo, redo and restoring: the events that were published,
 * and what each connection wrote on the other side.
 */

const connectionOf = (value: Change['before']): Connection | null => value as unknown as Connection | null;

/** True where a change only records what went out. */
function isLasting({ table, before, after }: Change): boolean {
  if (table === 'published') return true;
  if (table !== 'connections' || before === null || after === null) return false;
  return sameJson({ ...connectionOf(before), own: [] }, { ...connectionOf(after), own: [] });
}

/** True for an edit that can never be taken back, and so is no step of undo. */
export const isAllLasting = (changes: Changes): boolean => changes.length > 0 && changes.every(isLasting);

/**
 * The changes of an undo, a redo or a restore, so that what lasts stays: an event's SEQUENCE only ever rises, and a connection
 * keeps what it wrote elsewhere. All other changes are the same objects.
 */
export function withLasting(workspace: Workspace, changes: Changes): Changes {
  return changes.flatMap((change): readonly Change[] => {
    if (change.table === 'published') return raised(workspace, change);
    return change.table === 'connections' ? keptOwn(workspace, change) : [change];
  });
}

function raised(workspace: Workspace, change: Change): readonly Change[] {
  const now = recordOf(workspace, 'published', change.id) ?? null;
  const after = change.after as unknown as Published | null;
  if (after === null || (now !== null && after.sequence <= now.sequence)) return [];
  return [{ ...change, before: now as unknown as Change['before'] }];
}

function keptOwn(workspace: Workspace, change: Change): readonly Change[] {
  const own = recordOf(workspace, 'connections', change.id)?.own;
  if (own === undefined || change.before === null || change.after === null) return [change];
  const before = { ...connectionOf(change.before), own } as unknown as Change['before'];
  const after = { ...connectionOf(change.after), own } as unknown as Change['after'];
  return sameJson(before, after) ? [] : [{ ...change, before, after }];
}
