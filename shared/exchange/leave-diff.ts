import type { Command } from '../editing/command.ts';
import type { LeaveId, PersonId } from '../model/ids.ts';
import type { Person } from '../model/person.ts';
import { recordOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { LeaveComparison, type LeaveDiff, type LeaveImportRow } from './leave-compare.ts';
import type { LeaveFile, Mapping } from './leave-file.ts';

/**
 * What taking a file over would do, entry by entry: the days that importing it for the first time would bring, whatever a former version
 * of it brought. Leave on days that are booked already is left out and told, or becomes one with what is there.
 *
 * @param merges whether overlapping leave becomes one
 * @param without entries that the lead leaves out, by the names that the rows have for them
 */
export function diffLeave(
  workspace: Workspace,
  file: LeaveFile,
  merges: boolean,
  without: ReadonlySet<LeaveId> = new Set(),
): LeaveDiff {
  return new LeaveComparison(workspace, file, merges, without).result();
}

/** People with the names that the lead said are theirs among their other names, as far as there is room for them. */
export function remembered(
  workspace: Workspace,
  mapping: Mapping,
  names: readonly string[],
): readonly Person[] {
  const added = new Map<PersonId, Person>();
  for (const said of names) {
    const id = mapping.get(said) ?? null;
    const person = id === null ? undefined : (added.get(id) ?? recordOf(workspace, 'people', id));
    if (
      person === undefined ||
      person.aliases.includes(said) ||
      person.aliases.length >= 20 ||
      said.length > 200
    )
      continue;
    added.set(person.id, { ...person, aliases: [...person.aliases, said] });
  }
  return [...added.values()];
}

/** The edit that takes a file over, as one step; null where it would change nothing. */
export function leaveImportCommand(
  rows: readonly LeaveImportRow[],
  people: readonly Person[],
  { title, source }: { readonly title: string; readonly source: string },
): Command | null {
  const saved = rows.filter(({ sign }) => sign === 'new' || sign === 'changed').map(({ leave }) => leave);
  const gone = rows.filter(({ sign }) => sign === 'gone').map(({ leave }) => leave.id);
  if (saved.length + gone.length === 0) return null;
  return {
    kind: 'import-records',
    title,
    source,
    records: [
      ...people.map((record) => ({ table: 'people', record }) as const),
      ...saved.map((record) => ({ table: 'leave', record }) as const),
    ],
    ...(gone.length === 0 ? {} : { gone }),
  };
}
