import { addDays, daysBetween } from '../calendar/days.ts';
import type { LocalDate } from '../model/dates.ts';
import type { LayerName, PersonId } from '../model/ids.ts';
import type { Rotation } from '../model/rotation.ts';
import { firstHandoff } from './terms.ts';

/** People who take turns one after the other. */
export interface TurnList {
  readonly order: readonly PersonId[];
  /** Weeks that each holds. */
  readonly weeks: 1 | 2;
  /** Place in the order of whoever has the first turn. */
  readonly offset: number;
}

/** Whose week it is by the list alone; weeks count from 0. Null where the list is empty. */
export function inTurn({ order, weeks, offset }: TurnList, week: number): PersonId | null {
  if (order.length === 0) return null;
  const place = (Math.floor(week / weeks) + offset) % order.length;
  return order[(place + order.length) % order.length] ?? null;
}

const commonDivisor = (one: number, other: number): number =>
  other === 0 ? one : commonDivisor(other, one % other);

/** Weeks after which two lists stand to each other as at the beginning: the least common multiple of both rounds. */
export function cycleOf(one: TurnList, other: TurnList): number {
  const [first, second] = [one, other].map(({ order, weeks }) => Math.max(1, order.length) * weeks) as [
    number,
    number,
  ];
  return (first / commonDivisor(first, second)) * second;
}

/** A week in which two lists name the same person; weeks count from 0. */
export interface Collision {
  readonly week: number;
  readonly person: PersonId;
}

/**
 * The weeks of one common cycle in which two lists would have one person hold both duties (formats.md, section 9). Enumerated, so that lists
 * of different cadence are answered alike; with equal ones it is so exactly where somebody stands at places i and j with
 * i ≡ j − k (mod gcd(n, m)), k being the difference of the offsets.
 */
export function collisions(one: TurnList, other: TurnList): readonly Collision[] {
  const found: Collision[] = [];
  for (let week = 0; week < cycleOf(one, other); week++) {
    const person = inTurn(one, week);
    if (person !== null && person === inTurn(other, week)) found.push({ week, person });
  }
  return found;
}

/** The list of one layer. */
export interface LayerList extends TurnList {
  readonly layer: LayerName;
}

/**
 * The lists of a rotation, one for each layer with a duty: its participants in turn order. Each layer begins with the first person
 * who is in no layer before it in the first turn, so that with one list for all the secondary is next week's primary.
 */
export function listsOf({
  layers,
  participants,
  cadenceWeeks,
}: Pick<Rotation, 'layers' | 'participants' | 'cadenceWeeks'>): readonly LayerList[] {
  const lists: LayerList[] = [];
  for (const { name, weightPercent } of layers) {
    if (weightPercent === 0) continue;
    const order = participants.filter((one) => one.layers.includes(name)).map(({ person }) => person);
    const taken = lists.map((list) => inTurn(list, 0));
    const offset = Math.max(
      0,
      order.findIndex((person) => !taken.includes(person)),
    );
    lists.push({ layer: name, order, weeks: cadenceWeeks, offset });
  }
  return lists;
}

/** A turn in which the lists of a rotation name one person for two layers. */
export interface Foretold {
  /** The day of its hand-off. */
  readonly on: LocalDate;
  readonly person: PersonId;
  readonly layers: readonly [LayerName, LayerName];
}

/** Turns of a rotation from a day on, in one cycle of its lists, in which one person would hold two layers if all took turns as listed. */
export function foretold(rotation: Rotation, from: LocalDate): readonly Foretold[] {
  const first = firstHandoff(rotation);
  const lists = listsOf(rotation);
  const found = lists.flatMap((one, place) =>
    lists.slice(place + 1).flatMap((other) => {
      const cycle = cycleOf(one, other) * 7;
      return collisions(one, other)
        .filter(({ week }) => week % one.weeks === 0)
        .map(({ week, person }): Foretold => {
          const day = addDays(first, week * 7);
          const rounds = Math.max(0, Math.ceil(daysBetween(day, from) / cycle));
          return { on: addDays(day, rounds * cycle), person, layers: [one.layer, other.layer] };
        });
    }),
  );
  return found.sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}

/** Whose turn it is by the lists on the day of a hand-off, by layer; layers without duty or without people are left out. */
export function listedOn(rotation: Rotation, day: LocalDate): ReadonlyMap<LayerName, PersonId> {
  const week = Math.floor(daysBetween(firstHandoff(rotation), day) / 7);
  return new Map(
    listsOf(rotation).flatMap((list) => {
      const person = week < 0 ? null : inTurn(list, week);
      return person === null ? [] : [[list.layer, person] as const];
    }),
  );
}
