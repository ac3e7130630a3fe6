import { folded } from '../model/faults/report.ts';
import type { Person } from '../model/person.ts';
import { recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';

/** Who is meant by an address or a name in a file. Never by a part of a name: two people may share it. */
export interface Known {
  readonly byEmail: (email: string) => readonly Person[];
  /** By full name; where nobody has it, by other names. Those in the team go before those who are archived. */
  readonly byName: (name: string) => readonly Person[];
}

/** Everybody by address, name and other names, written large or small, composed or not, with one space or many. */
export function peopleByName(workspace: Workspace): Known {
  const emails = new Map<string, Person[]>();
  const names = new Map<string, Person[]>();
  const aliases = new Map<string, Person[]>();
  for (const person of recordsOf(workspace, 'people')) {
    if (person.email !== null) put(emails, folded(person.email), person);
    put(names, folded(person.name), person);
    for (const alias of person.aliases) put(aliases, folded(alias), person);
  }
  return {
    byEmail: (email) => inTeamFirst(emails.get(folded(email))),
    byName: (name) => inTeamFirst(names.get(folded(name)) ?? aliases.get(folded(name))),
  };
}

function put(map: Map<string, Person[]>, key: string, person: Person): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [person]);
  else known.push(person);
}

function inTeamFirst(people: readonly Person[] = []): readonly Person[] {
  const there = people.filter(({ archivedOn }) => archivedOn === null);
  return there.length > 0 ? there : people;
}
