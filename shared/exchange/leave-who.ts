import type { Person } from '../model/person.ts';
import type { CalendarItem } from './ics-in-items.ts';
import type { UnknownPerson } from './leave-file.ts';
import type { Known } from './people-match.ts';

/** Whose absence an event is: somebody known, or what the file says of them. */
export type Whose =
  | { readonly kind: 'known'; readonly person: Person }
  | { readonly kind: 'unknown'; readonly said: string; readonly as: UnknownPerson['kind'] };

const one = (people: readonly Person[]): Person | null => {
  const [first] = new Set(people);
  return first !== undefined && new Set(people).size === 1 ? first : null;
};

/** The parts of a title that may be a whole name: `Ann Arbor - Vacation`, `Vacation: Ann Arbor`, `Ann Arbor (off)`. */
const partsOf = (title: string): readonly string[] =>
  [title, ...title.split(/\s[-–—·|/]\s|[:,;()[\]]/)].map((part) => part.trim()).filter((part) => part !== '');

/**
 * Matches by e-mail address, then by name, of the people that the event names, then by a part of its title that is a whole name; never
 * by a part of a name. Where two people come into question nobody is taken.
 */
export function whoseItem({ people, title }: Pick<CalendarItem, 'people' | 'title'>, known: Known): Whose {
  const byEmail = one(people.flatMap(({ email }) => (email === null ? [] : known.byEmail(email))));
  const byName = one(people.flatMap(({ name }) => (name === null ? [] : known.byName(name))));
  const byTitle = one(partsOf(title).flatMap((part) => [...known.byName(part), ...known.byEmail(part)]));
  const person = byTitle ?? byEmail ?? byName;
  if (person !== null) return { kind: 'known', person };
  const [only] = people;
  if (people.length === 1 && only !== undefined)
    return only.name === null
      ? { kind: 'unknown', said: only.email ?? '', as: 'email' }
      : { kind: 'unknown', said: only.name, as: 'name' };
  return { kind: 'unknown', said: title === '' ? 'Events without a title' : title, as: 'title' };
}
