import type { CompTimeEntry } from '../model/comp-time.ts';
import type { PersonId } from '../model/ids.ts';
import { recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';

/** In the order in which they count: by day, what gives before what takes, then by id, so that no order of edits matters. */
export function inOrder(one: CompTimeEntry, other: CompTimeEntry): number {
  if (one.date !== other.date) return one.date < other.date ? -1 : 1;
  const gives = Number(other.minutes > 0) - Number(one.minutes > 0);
  return gives !== 0 ? gives : one.id < other.id ? -1 : 1;
}

const ledgers = new WeakMap<object, ReadonlyMap<PersonId, readonly CompTimeEntry[]>>();
const none: readonly CompTimeEntry[] = [];

/** Somebody's lines in order. Sorted once for each state of the ledger. */
export function linesOf(workspace: Pick<Workspace, 'compTime'>, person: PersonId): readonly CompTimeEntry[] {
  let ledger = ledgers.get(workspace.compTime);
  if (ledger === undefined) {
    const people = new Map<PersonId, CompTimeEntry[]>();
    for (const entry of [...recordsOf(workspace as Workspace, 'compTime')].sort(inOrder)) {
      const own = people.get(entry.person);
      if (own === undefined) people.set(entry.person, [entry]);
      else own.push(entry);
    }
    ledgers.set(workspace.compTime, (ledger = people));
  }
  return ledger.get(person) ?? none;
}

/** Lines that nobody took back, reversals themselves left out. */
export function standing(lines: readonly CompTimeEntry[]): readonly CompTimeEntry[] {
  const reversed = new Set(lines.map(({ reverses }) => reverses));
  return lines.filter(({ id, kind }) => kind !== 'reverse' && !reversed.has(id));
}
