import type { MappedPerson, MappedRotation } from '../model/connection.ts';
import type { LayerName, PersonId, RotationId } from '../model/ids.ts';
import { recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Turn } from './override-bundle.ts';
import { peopleByName } from './people-match.ts';
import { plannedTurns } from './planned-turns.ts';
import type { RemoteUser } from './remote-schedule.ts';

/**
 * Who the users of a service are here: as it was said before, else by their id there, their e-mail address, their full name or another
 * name. Two who fit, or nobody, is null: it has to be said.
 */
export function suggestedPeople(
  workspace: Workspace,
  tool: string,
  users: readonly RemoteUser[],
  remembered: readonly MappedPerson[],
): readonly MappedPerson[] {
  const known = peopleByName(workspace);
  const said = new Map(remembered.map((one) => [one.outside, one.person]));
  const byId = new Map(recordsOf(workspace, 'people').map((person) => [person.externalIds[tool], person]));
  const guess = ({ id, name, email }: RemoteUser): PersonId | null => {
    const sure = byId.get(id);
    if (sure !== undefined) return sure.id;
    const mailed = email === null ? [] : known.byEmail(email);
    const found = mailed.length > 0 ? mailed : known.byName(name);
    return found.length === 1 ? (found[0]?.id ?? null) : null;
  };
  return users.map((user) => {
    const before = said.get(user.id);
    return { outside: user.id, name: user.name, person: before === undefined ? guess(user) : before };
  });
}

/** What a schedule of a service should show by the plan, in the service's own ids. */
export interface PlanThere {
  readonly turns: readonly Turn[];
  /** People who are on call here and have nobody over there. */
  readonly unmapped: readonly PersonId[];
}

/** The plan of one mapped role between two moments, in milliseconds since 1970. */
export function planThere(
  workspace: Workspace,
  role: { readonly rotation: RotationId; readonly layer: LayerName },
  people: readonly MappedPerson[],
  from: number,
  until: number,
): PlanThere {
  const outside = new Map<PersonId, string>();
  for (const { person, outside: id } of people)
    if (person !== null && !outside.has(person)) outside.set(person, id);
  const turns: Turn[] = [];
  const unmapped = new Set<PersonId>();
  for (const { start, end, person } of plannedTurns(workspace, role, from, until)) {
    const user = outside.get(person);
    if (user === undefined) unmapped.add(person);
    else turns.push({ start, end, user });
  }
  return { turns, unmapped: [...unmapped] };
}

/** The role that a schedule is mapped to; null where it is not. */
export const roleOf = ({ rotation, layer }: MappedRotation) =>
  rotation === null || layer === null ? null : { rotation, layer };
