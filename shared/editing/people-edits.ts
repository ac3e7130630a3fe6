import { addDays } from '../calendar/days.ts';
import { refused } from '../result.ts';
import type { Person } from '../model/person.ts';
import { recordOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import type { CommandOf } from './command.ts';
import { boundAfter, tableOf } from './leaving.ts';
import { save, type Outcome } from './records.ts';
import type { Refusal } from './refusal.ts';

export function savePerson(workspace: Workspace, { person }: CommandOf<'save-person'>): Outcome {
  const refusal = personRefusal(workspace, person);
  return refusal === null ? save(workspace, 'people', person) : refused(refusal);
}

/** Why somebody cannot become like this; null when they can. Whoever is archived first hands over shifts and tasks. */
export function personRefusal(workspace: Workspace, { id, archivedOn }: Person): Refusal | null {
  if (archivedOn === null || recordOf(workspace, 'people', id)?.archivedOn === archivedOn) return null;
  const binding = boundAfter(workspace, id, addDays(archivedOn, -1)).find(({ blocks }) => blocks);
  return binding === undefined
    ? null
    : { kind: 'still-used', table: 'people', id, by: { table: tableOf(binding.kind), id: binding.id } };
}
