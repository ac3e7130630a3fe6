import type { PersonId } from './ids.ts';
import type { Leave } from './leave.ts';
import { recordsOf } from './tables.ts';
import type { Workspace } from './workspace.ts';

const indexes = new WeakMap<object, ReadonlyMap<PersonId, readonly Leave[]>>();

/** Somebody's leave, by id. Kept with the table: ten years of a large team are thousands of entries. */
export function leaveOf(workspace: Workspace, person: PersonId): readonly Leave[] {
  let index = indexes.get(workspace.leave);
  if (index === undefined) {
    const lists = new Map<PersonId, Leave[]>();
    for (const leave of recordsOf(workspace, 'leave')) {
      const list = lists.get(leave.person);
      if (list === undefined) lists.set(leave.person, [leave]);
      else list.push(leave);
    }
    for (const list of lists.values()) list.sort((a, b) => (a.id < b.id ? -1 : 1));
    indexes.set(workspace.leave, (index = lists));
  }
  return index.get(person) ?? [];
}
