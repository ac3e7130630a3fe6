import type { PersonId } from '../model/ids.ts';
import { recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { nameAlone } from './names.ts';

const given = (name: string): string => name.trim().split(/\s+/)[0] ?? name;

function withInitial(name: string): string {
  const [first, ...more] = name.trim().split(/\s+/);
  const rest = more.join(' ');
  if (first === undefined || rest === '') return name;
  return rest.length === 1 ? `${first} ${rest}` : `${first} ${rest.slice(0, 1)}.`;
}

/**
 * A name for everybody that is short and nobody else's: the given name; with the first letter of the next where two share it;
 * else the whole name, as the window tells namesakes apart.
 */
export function shortNames(workspace: Workspace): ReadonlyMap<PersonId, string> {
  const people = recordsOf(workspace, 'people');
  const ways = [given, withInitial].map((way) => {
    const counts = new Map<string, number>();
    for (const { name } of people) counts.set(way(name), (counts.get(way(name)) ?? 0) + 1);
    return (name: string): string | null => (counts.get(way(name)) === 1 ? way(name) : null);
  });
  return new Map(
    people.map(({ id, name }) => [
      id,
      ways.map((way) => way(name)).find((short) => short !== null) ?? nameAlone(workspace, id),
    ]),
  );
}
