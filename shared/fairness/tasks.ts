import type { LocalDate } from '../model/dates.ts';
import type { PersonId } from '../model/ids.ts';
import type { Ownership, Task } from '../model/task.ts';
import type { Workspace } from '../model/workspace.ts';

/** The owners of a task on a day: the latest ownership that has begun; null where none has, or the task is archived. */
export function ownersOn(task: Task, day: LocalDate): Ownership | null {
  if (task.archivedOn !== null && task.archivedOn <= day) return null;
  return task.ownership.reduce<Ownership | null>(
    (latest, next) => (next.from <= day && (latest === null || next.from >= latest.from) ? next : latest),
    null,
  );
}

/** Load of a task a week, in q: the secondary owner counts half. */
const weekly = (task: Task, role: 'primary' | 'secondary'): number => (role === 'primary' ? task.weeklyLoad : task.weeklyLoad / 2);

/** One person's part of the standing work on a day. */
export interface TaskPart {
  readonly person: PersonId;
  readonly primary: number;
  readonly secondary: number;
  /** Primary and secondary together. */
  readonly count: number;
  /** In q a week. */
  readonly weight: number;
}

/** How the tasks are split, counted and weighed, beside the most even split there could be. */
export interface TaskSplit {
  readonly people: readonly TaskPart[];
  /** Counts, largest first: 3, 3, 2, 2. */
  readonly counts: readonly number[];
  /** The most even split of as many duties over as many people. */
  readonly bestCounts: readonly number[];
  readonly evenByCount: boolean;
  /** Largest minus smallest weight, in q a week, as owned and at the least that an exchange of owners could reach. */
  readonly weightSpread: number;
  readonly bestWeightSpread: number;
  /** False when some change of owners would bring the weights closer together. */
  readonly evenByWeight: boolean;
}

interface Duty {
  readonly task: Task;
  readonly role: 'primary' | 'secondary';
  readonly owner: PersonId;
}

const down = (numbers: readonly number[]): readonly number[] => [...numbers].sort((a, b) => b - a);

function dutiesOn(workspace: Workspace, day: LocalDate): readonly Duty[] {
  const tasks = Object.values(workspace.tasks).sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
  return tasks.flatMap((task) => {
    const owners = ownersOn(task, day);
    const duty = (role: Duty['role'], owner: PersonId | null | undefined): readonly Duty[] =>
      owner === null || owner === undefined ? [] : [{ task, role, owner }];
    return [...duty('primary', owners?.primary), ...duty('secondary', owners?.secondary)];
  });
}

const spread = (weights: readonly number[]): number => (weights.length === 0 ? 0 : Math.max(...weights) - Math.min(...weights));

/** Squares of the weights: the least sum is the most even split of a given whole. */
const roughness = (weights: readonly number[]): number => weights.reduce((sum, weight) => sum + weight * weight, 0);

/**
 * The most even weights that giving duties to other people can reach, by exchanges and gifts until none helps. A task's two
 * owners stay two people. A local search, so at worst it says "even" of a split that a longer chain would improve.
 */
function mostEvenWeights(duties: readonly Duty[], people: readonly PersonId[]): readonly number[] {
  const owner = duties.map((duty) => people.indexOf(duty.owner));
  const weights = people.map((_, place) => duties.reduce((sum, { task, role }, at) => sum + (owner[at] === place ? weekly(task, role) : 0), 0));
  const clashes = (at: number, who: number): boolean =>
    duties.some((duty, other) => other !== at && duty.task === duties[at]?.task && owner[other] === who);
  const tryMove = (moves: readonly (readonly [number, number])[]): boolean => {
    const before = roughness(weights);
    const was = moves.map(([at]) => owner[at] ?? 0);
    const shift = (at: number, from: number, to: number) => {
      const { task, role } = duties[at] as Duty;
      weights[from] = (weights[from] ?? 0) - weekly(task, role);
      weights[to] = (weights[to] ?? 0) + weekly(task, role);
      owner[at] = to;
    };
    moves.forEach(([at, to], place) => { shift(at, was[place] ?? 0, to); });
    if (roughness(weights) < before - 1e-9 && !moves.some(([at, to]) => clashes(at, to))) return true;
    moves.forEach(([at, to], place) => { shift(at, to, was[place] ?? 0); });
    return false;
  };
  const improve = (): boolean =>
    duties.some((_, at) =>
      people.some((__, to) => owner[at] !== to && tryMove([[at, to]])) ||
      duties.some((___, other) => other > at && owner[at] !== owner[other] && tryMove([[at, owner[other] ?? 0], [other, owner[at] ?? 0]])),
    );
  while (improve());
  return weights;
}

/** How the standing work is split on a day, among everybody who is in the team then. Computed, never typed in. */
export function taskSplit(workspace: Workspace, on: LocalDate): TaskSplit {
  const duties = dutiesOn(workspace, on);
  const owners = new Set(duties.map((duty) => duty.owner));
  const people = Object.values(workspace.people)
    .filter(({ id, joinsOn, leavesOn, archivedOn }) =>
      owners.has(id) || ((joinsOn === null || joinsOn <= on) && (leavesOn === null || on <= leavesOn) && (archivedOn === null || on < archivedOn)))
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
  const parts = people.map(({ id }): TaskPart => {
    const own = duties.filter((duty) => duty.owner === id);
    const primary = own.filter((duty) => duty.role === 'primary').length;
    const weight = own.reduce((sum, { task, role }) => sum + weekly(task, role), 0);
    return { person: id, primary, secondary: own.length - primary, count: own.length, weight };
  });
  const each = Math.floor(duties.length / Math.max(1, parts.length));
  const bestCounts = parts.map((_, place) => each + (place < duties.length - each * parts.length ? 1 : 0));
  const counts = down(parts.map((part) => part.count));
  const weightSpread = spread(parts.map((part) => part.weight));
  const best = mostEvenWeights(duties, people.map(({ id }) => id));
  const evenByWeight = roughness(best) >= roughness(parts.map((part) => part.weight)) - 1e-9;
  return {
    people: parts,
    counts,
    bestCounts,
    evenByCount: counts.every((count, place) => count === bestCounts[place]),
    weightSpread,
    bestWeightSpread: evenByWeight ? weightSpread : spread(best),
    evenByWeight,
  };
}

/**
 * Task load of everybody over a stretch of working days, in q: weekly load of owned tasks times weeks present, secondary
 * owners half (planning.md, section 3).
 *
 * @param presence half days of presence by person and working day; a week has `halfDaysAWeek`
 */
export function taskLoads(
  workspace: Workspace,
  presence: ReadonlyMap<PersonId, ReadonlyMap<LocalDate, number>>,
  halfDaysAWeek: number,
): ReadonlyMap<PersonId, number> {
  const sums = new Map<PersonId, number>();
  const add = (task: Task, role: Duty['role'], person: PersonId | null, day: LocalDate) => {
    if (person === null) return;
    const halves = presence.get(person)?.get(day) ?? 0;
    sums.set(person, (sums.get(person) ?? 0) + weekly(task, role) * halves);
  };
  const days = new Set([...presence.values()].flatMap((present) => [...present.keys()]));
  for (const task of Object.values(workspace.tasks)) {
    for (const day of days) {
      const owners = ownersOn(task, day);
      if (owners === null) continue;
      add(task, 'primary', owners.primary, day);
      add(task, 'secondary', owners.secondary, day);
    }
  }
  return new Map([...sums].map(([person, sum]) => [person, Math.round(sum / halfDaysAWeek)]));
}
