import type { CompTimeEntry } from '../model/comp-time.ts';
import type { CompTimeId, PersonId } from '../model/ids.ts';
import { derivationOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';

/** In the order in which they count: by day, what gives before what takes, then by id, so that no order of edits matters. */
export function inOrder(one: CompTimeEntry, other: CompTimeEntry): number {
  if (one.date !== other.date) return one.date < other.date ? -1 : 1;
  const gives = Number(other.minutes > 0) - Number(one.minutes > 0);
  return gives !== 0 ? gives : one.id < other.id ? -1 : 1;
}

type ByPerson = ReadonlyMap<PersonId, readonly CompTimeEntry[]>;

const ledgers = new WeakMap<object, ByPerson>();
const none: readonly CompTimeEntry[] = [];

/** Somebody's lines in order. Of the ledger that an edit made, only the lines of those whom it touched are sorted anew. */
export function linesOf(workspace: Pick<Workspace, 'compTime'>, person: PersonId): readonly CompTimeEntry[] {
  let ledger = ledgers.get(workspace.compTime);
  if (ledger === undefined) {
    ledger = broughtOn(workspace.compTime) ?? sorted(Object.values(workspace.compTime));
    ledgers.set(workspace.compTime, ledger);
  }
  return ledger.get(person) ?? none;
}

function sorted(entries: readonly CompTimeEntry[]): ByPerson {
  const people = new Map<PersonId, CompTimeEntry[]>();
  for (const entry of entries) {
    const own = people.get(entry.person);
    if (own === undefined) people.set(entry.person, [entry]);
    else own.push(entry);
  }
  for (const own of people.values()) own.sort(inOrder);
  return people;
}

/** The ledger that this one was made from, with what the edit changed in it; null where that is not known. */
function broughtOn(table: Workspace['compTime']): ByPerson | null {
  const derivation = derivationOf(table);
  const before = derivation === null ? undefined : ledgers.get(derivation.base);
  if (derivation === null || before === undefined) return null;
  const people = new Map(before);
  const changed = new Set<string>(derivation.ids);
  const was = derivation.base as Workspace['compTime'];
  for (const id of derivation.ids as readonly CompTimeId[]) {
    const [old, now] = [was[id], table[id]];
    if (old !== undefined)
      people.set(
        old.person,
        (people.get(old.person) ?? none).filter((one) => !changed.has(one.id)),
      );
    if (now !== undefined)
      people.set(
        now.person,
        [...(people.get(now.person) ?? none).filter((one) => one.id !== id), now].sort(inOrder),
      );
  }
  return people;
}

/** Lines that nobody took back, reversals themselves left out. */
export function standing(lines: readonly CompTimeEntry[]): readonly CompTimeEntry[] {
  const reversed = new Set(lines.map(({ reverses }) => reverses));
  return lines.filter(({ id, kind }) => kind !== 'reverse' && !reversed.has(id));
}
