import { dateOf } from '../calendar/days.ts';
import { refused } from '../result.ts';
import type { Person } from '../model/person.ts';
import { recordOf, recordsOf } from '../model/tables.ts';
import type { TableName, Workspace } from '../model/workspace.ts';
import type { CommandOf } from './command.ts';
import { save, type Outcome } from './records.ts';
import type { Refusal } from './refusal.ts';

export function savePerson(workspace: Workspace, { person }: CommandOf<'save-person'>): Outcome {
  const refusal = personRefusal(workspace, person);
  return refusal === null ? save(workspace, 'people', person) : refused(refusal);
}

/** Why somebody cannot become like this; null when they can. */
export function personRefusal(workspace: Workspace, person: Person): Refusal | null {
  const by = useAfterArchiving(workspace, person);
  return by === null ? null : { kind: 'still-used', table: 'people', id: person.id, by };
}

/** Whoever goes must first hand over: shifts from that day on, places in turn orders, tasks owned. */
function useAfterArchiving(
  workspace: Workspace,
  { id, archivedOn }: Person,
): { table: TableName; id: string } | null {
  if (archivedOn === null || recordOf(workspace, 'people', id)?.archivedOn === archivedOn) return null;
  const shift = recordsOf(workspace, 'shifts').find(
    (held) => held.person === id && dateOf(held.start) >= archivedOn,
  );
  if (shift !== undefined) return { table: 'shifts', id: shift.id };
  const rotation = recordsOf(workspace, 'rotations').find(
    ({ archivedOn: ended, participants }) =>
      ended === null && participants.some(({ person }) => person === id),
  );
  if (rotation !== undefined) return { table: 'rotations', id: rotation.id };
  const task = recordsOf(workspace, 'tasks').find(({ archivedOn: ended, ownership }) => {
    const owners = ownership.at(-1);
    return ended === null && (owners?.primary === id || owners?.secondary === id);
  });
  return task === undefined ? null : { table: 'tasks', id: task.id };
}
