import type { LocalDate } from '../model/dates.ts';
import type { PersonId } from '../model/ids.ts';
import { recordOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Refusal } from './refusal.ts';

/** Why somebody cannot be given anything on a day or, without one, from now on; null when they can, or are not known. */
export function archivedRefusal(
  workspace: Workspace,
  person: PersonId | null,
  on: LocalDate | null,
): Refusal | null {
  const archivedOn = person === null ? null : (recordOf(workspace, 'people', person)?.archivedOn ?? null);
  if (person === null || archivedOn === null || (on !== null && on < archivedOn)) return null;
  return { kind: 'archived', table: 'people', id: person, on: archivedOn };
}

/** The first of these people who was archived and was not there before. */
export function newlyArchived(
  workspace: Workspace,
  before: readonly (PersonId | null)[],
  after: readonly (PersonId | null)[],
): Refusal | null {
  const known = new Set(before);
  for (const person of after) {
    const refusal = known.has(person) ? null : archivedRefusal(workspace, person, null);
    if (refusal !== null) return refusal;
  }
  return null;
}
