import type { Command } from '../editing/command.ts';
import type { LeaveId, PersonId } from '../model/ids.ts';
import type { Person } from '../model/person.ts';
import { recordOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { LeaveComparison, overlap, type LeaveDiff, type LeaveImportRow } from './leave-compare.ts';
import type { LeaveFile, Mapping } from './leave-file.ts';

/** Most edits of one step, as the command has it. */
const MOST_TOGETHER = 500;

/**
 * What taking a file over would do, entry by entry: the days that importing it for the first time would bring, whatever a former version
 * of it brought. Leave on days that are booked already is left out and told, or becomes one with what is there.
 *
 * @param merges whether overlapping leave becomes one
 */
export function diffLeave(workspace: Workspace, file: LeaveFile, merges: boolean): LeaveDiff {
  return new LeaveComparison(workspace, file, merges).result();
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

/** Leave that has to make room before the other leave of its person is saved: each is checked against what is there at its turn. */
function inTheWay(saved: readonly LeaveImportRow[]): readonly LeaveId[] {
  const byPerson = new Map<PersonId, LeaveImportRow[]>();
  for (const row of saved) {
    const rows = byPerson.get(row.leave.person);
    if (rows === undefined) byPerson.set(row.leave.person, [row]);
    else rows.push(row);
  }
  return saved.flatMap(({ before }) => {
    const others = before === null ? [] : (byPerson.get(before.person) ?? []);
    return before !== null && others.some(({ leave }) => leave.id !== before.id && overlap(leave, before))
      ? [before.id]
      : [];
  });
}

/** The edit that takes a file over, as one step; null where it would change nothing, or more at once than one step takes. */
export function leaveImportCommand(
  rows: readonly LeaveImportRow[],
  people: readonly Person[],
  { title, source }: { readonly title: string; readonly source: string },
): Command | null {
  const changes = rows.filter(({ sign }) => sign === 'new' || sign === 'changed');
  const saved = changes.map(({ leave }) => leave);
  const gone = [
    ...rows.filter(({ sign }) => sign === 'gone').map(({ leave }) => leave.id),
    ...inTheWay(changes),
  ];
  if (saved.length + gone.length === 0) return null;
  if (gone.length === 0)
    return {
      kind: 'import-records',
      title,
      source,
      records: [
        ...people.map((record) => ({ table: 'people', record }) as const),
        ...saved.map((record) => ({ table: 'leave', record }) as const),
      ],
    };
  if (saved.length + gone.length + people.length > MOST_TOGETHER) return null;
  return {
    kind: 'together',
    title,
    commands: [
      ...gone.map((leave) => ({ kind: 'remove-leave', leave }) as const),
      ...people.map((person) => ({ kind: 'save-person', person }) as const),
      ...saved.map((leave) => ({ kind: 'save-leave', leave }) as const),
    ],
  };
}
