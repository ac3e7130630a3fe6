import { addDays, previousQuarter, quarterOf, quarterRange } from '../calendar/days.ts';
import type { LocalDate, QuarterId } from '../model/dates.ts';
import type { TaskId } from '../model/ids.ts';
import type { Ownership, Task } from '../model/task.ts';
import type { Workspace } from '../model/workspace.ts';
import { ownersOn } from './tasks.ts';

/** Who owned a task in a quarter: as it began, and each change within it. */
export interface OwnedInQuarter {
  readonly quarter: QuarterId;
  /** On the quarter's first day; null where nobody did yet, or the task was archived. */
  readonly atStart: Ownership | null;
  /** In order of their days; the first day of the quarter is not among them. */
  readonly changes: readonly Ownership[];
  /** True where the owners on the first day are others than those of the day before. */
  readonly changedAtStart: boolean;
  /** The day within the quarter on which the task was archived. */
  readonly archivedOn: LocalDate | null;
}

export interface TaskHistory {
  readonly task: TaskId;
  readonly quarters: readonly OwnedInQuarter[];
}

const same = (one: Ownership | null, other: Ownership | null): boolean =>
  (one?.primary ?? null) === (other?.primary ?? null) &&
  (one?.secondary ?? null) === (other?.secondary ?? null);

function ownedIn(task: Task, quarter: QuarterId): OwnedInQuarter {
  const { from, until } = quarterRange(quarter);
  const last = task.archivedOn !== null && task.archivedOn < until ? task.archivedOn : until;
  const atStart = ownersOn(task, from);
  return {
    quarter,
    atStart,
    changes: task.ownership.filter((entry) => entry.from > from && entry.from < last),
    changedAtStart: !same(atStart, ownersOn(task, addDays(from, -1))),
    archivedOn:
      task.archivedOn !== null && from < task.archivedOn && task.archivedOn < until ? task.archivedOn : null,
  };
}

/** So many quarters, the last of them given, oldest first. */
export function quartersUntil(last: QuarterId, count: number): readonly QuarterId[] {
  const quarters: QuarterId[] = [];
  for (let quarter = last; quarters.length < count; quarter = previousQuarter(quarter))
    quarters.unshift(quarter);
  return quarters;
}

/** Who owned what, quarter by quarter, in list order; tasks that were archived before the first quarter are left out. */
export function ownershipHistory(
  workspace: Pick<Workspace, 'tasks'>,
  quarters: readonly QuarterId[],
): readonly TaskHistory[] {
  const [first] = quarters;
  if (first === undefined) return [];
  const { from } = quarterRange(first);
  return Object.values(workspace.tasks)
    .filter(({ archivedOn }) => archivedOn === null || archivedOn > from)
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
    .map((task) => ({ task: task.id, quarters: quarters.map((quarter) => ownedIn(task, quarter)) }));
}

/** The quarter in which the first owners of any task began; null without tasks. */
export function firstOwnedQuarter(workspace: Pick<Workspace, 'tasks'>): QuarterId | null {
  const days = Object.values(workspace.tasks).flatMap(({ ownership }) => ownership.map(({ from }) => from));
  const first = days.reduce<LocalDate | null>(
    (least, day) => (least === null || day < least ? day : least),
    null,
  );
  return first === null ? null : quarterOf(first);
}
