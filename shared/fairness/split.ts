import type { LocalDate } from '../model/dates.ts';
import type { PersonId } from '../model/ids.ts';
import type { Person } from '../model/person.ts';
import type { Workspace } from '../model/workspace.ts';
import { dutiesOn, isMemberOn, membersOn, type TaskDuty } from './task-duties.ts';

/** One person's part of the standing work on a day. */
export interface TaskPart {
  readonly person: PersonId;
  readonly primary: number;
  readonly secondary: number;
  /** Primary and secondary together. */
  readonly count: number;
  /** In q a week. */
  readonly weight: number;
  /** Their part of all weight by share of full time, in q a week, unrounded; 0 for an owner who is not in the team then. */
  readonly fairWeight: number;
  /** Owns something, and is not in the team on that day. */
  readonly gone: boolean;
}

/** How the tasks are split: by number and by weight, which are two different things. */
export interface TaskSplit {
  /** Everybody in the team, and owners who are not, in list order. */
  readonly people: readonly TaskPart[];
  /** Roles that nobody owns. */
  readonly open: number;
  /** Counts, largest first: 3, 3, 2, 2. */
  readonly counts: readonly number[];
  /** The most even split of as many roles, by share of full time, largest first. */
  readonly bestCounts: readonly number[];
  readonly evenByCount: boolean;
  /** From the one furthest below the fair weight to the one furthest above, in q a week; with equal shares of full time, heaviest less lightest. */
  readonly weightSpread: number;
}

const down = (numbers: readonly number[]): readonly number[] => [...numbers].sort((a, b) => b - a);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** From the smallest to the largest; 0 of none. */
export const spreadOf = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : Math.max(...numbers) - Math.min(...numbers);

/** Whole numbers that add up to `total` and come nearest to these parts of it: by largest remainder, ties to the first. */
export function nearestCounts(parts: readonly number[], total: number): readonly number[] {
  const all = sum(parts);
  const exact = parts.map((part) => (all === 0 ? 0 : (total * part) / all));
  const whole = exact.map(Math.floor);
  const order = exact
    .map((figure, place) => ({ place, rest: figure - Math.floor(figure) }))
    .sort((a, b) => b.rest - a.rest || a.place - b.place);
  for (const { place } of order.slice(0, all === 0 ? 0 : total - sum(whole)))
    whole[place] = (whole[place] ?? 0) + 1;
  return whole;
}

/** Sum of squared distances from what would be fair: the least is the most even. */
export const roughness = (figures: readonly number[], fair: readonly number[]): number =>
  figures.reduce((total, figure, place) => total + (figure - (fair[place] ?? 0)) ** 2, 0);

/** How these duties are split among these people; whoever else owns one stands there as gone. */
export function measureSplit(
  duties: readonly TaskDuty[],
  people: readonly Person[],
  on: LocalDate,
): TaskSplit {
  const owned = duties.filter(({ owner }) => owner !== null);
  const whole = sum(owned.map(({ weight }) => weight));
  const present = people.filter((person) => isMemberOn(person, on));
  const fullTime = sum(present.map(({ fullTimePercent }) => fullTimePercent));
  const parts = people.map((person): TaskPart => {
    const own = owned.filter(({ owner }) => owner === person.id);
    const primary = own.filter(({ role }) => role === 'primary').length;
    const gone = !isMemberOn(person, on);
    return {
      person: person.id,
      primary,
      secondary: own.length - primary,
      count: own.length,
      weight: sum(own.map(({ weight }) => weight)),
      fairWeight: gone || fullTime === 0 ? 0 : (whole * person.fullTimePercent) / fullTime,
      gone,
    };
  });
  const shares = people.map((person) => (isMemberOn(person, on) ? person.fullTimePercent : 0));
  const best = nearestCounts(shares, owned.length);
  const fair = shares.map((share) => (fullTime === 0 ? 0 : (owned.length * share) / fullTime));
  const counts = parts.map(({ count }) => count);
  return {
    people: parts,
    open: duties.length - owned.length,
    counts: down(counts),
    bestCounts: down(best),
    evenByCount: roughness(counts, fair) <= roughness(best, fair) + 1e-9,
    weightSpread: spreadOf(parts.map(({ weight, fairWeight }) => weight - fairWeight)),
  };
}

/** The team on a day, and whoever else owns one of these duties then. */
export function peopleOfSplit(
  workspace: Pick<Workspace, 'people'>,
  duties: readonly TaskDuty[],
  on: LocalDate,
): readonly Person[] {
  const owners = new Set(duties.map(({ owner }) => owner));
  const members = new Set(membersOn(workspace, on));
  return Object.values(workspace.people)
    .filter((person) => members.has(person) || owners.has(person.id))
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

/** How the standing work is split on a day, among everybody who is in the team then. Computed, never typed in. */
export function taskSplit(workspace: Workspace, on: LocalDate): TaskSplit {
  const duties = dutiesOn(workspace, on);
  return measureSplit(duties, peopleOfSplit(workspace, duties, on), on);
}
