import type { Command } from '../../../shared/editing/command.ts';
import type { ImportedPerson } from '../../../shared/exchange/people-csv.ts';
import type { RotationId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { rotationsInUse } from './person-form.ts';

/** What a step of several edits may hold at most. */
const mostTogether = 500;

/** Why these people cannot also be put into rotations in the same step; null where they can. */
export const tooManyForTurns = (people: number, rotations: number): string | null =>
  rotations > 0 && people + rotations > mostTogether
    ? `At most ${mostTogether - rotations} people are put into rotations in one step`
    : null;

/**
 * Takes the people of a file over as one step, all or nothing. Whoever is new may take turns in every layer of some rotations, at
 * the end of their order.
 */
export function importCommand(
  workspace: Workspace,
  items: readonly ImportedPerson[],
  rotations: readonly RotationId[],
  { title, source }: { readonly title: string; readonly source: string },
): Command {
  const changed = items.filter(({ person, before }) => person !== before);
  const newcomers = changed.filter(({ before }) => before === null).map(({ person }) => person.id);
  const joined = rotationsInUse(workspace).filter(({ id }) => newcomers.length > 0 && rotations.includes(id));
  if (joined.length === 0)
    return {
      kind: 'import-records',
      title,
      source,
      records: changed.map(({ person }) => ({ table: 'people', record: person })),
    };
  return {
    kind: 'together',
    title,
    commands: [
      ...changed.map(({ person }) => ({ kind: 'save-person' as const, person })),
      ...joined.map((rotation) => ({
        kind: 'save-rotation' as const,
        rotation: {
          ...rotation,
          participants: [
            ...rotation.participants,
            ...newcomers.map((person) => ({ person, layers: rotation.layers.map(({ name }) => name) })),
          ],
        },
      })),
    ],
  };
}
