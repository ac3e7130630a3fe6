import type { Handover } from '../fairness/better-split.ts';
import { isMemberOn } from '../fairness/task-duties.ts';
import { ownersOn } from '../fairness/tasks.ts';
import type { LocalDate } from '../model/dates.ts';
import type { PersonId, TaskId } from '../model/ids.ts';
import type { Ownership, Task } from '../model/task.ts';
import type { Workspace } from '../model/workspace.ts';
import { ok, refused, type Result } from '../result.ts';
import type { OwnerRole } from '../runbooks/owners.ts';
import type { Command } from './command.ts';

/** Who owns a task, without since when; null is nobody. */
export type Owners = Pick<Ownership, 'primary' | 'secondary'>;

/** A role that the hand holds, and whose it is; null where nobody owns it yet. */
export interface HeldRole {
  readonly task: TaskId;
  readonly role: OwnerRole;
  readonly person: PersonId | null;
}

/** A cell of the ownership matrix; the person is null in the column of open roles. */
export interface RoleCell {
  readonly task: TaskId;
  readonly person: PersonId | null;
}

/** Why a role cannot go there. */
export type HandOverRefusal =
  | { readonly kind: 'no-change' }
  /** One person would own both roles of the task. */
  | { readonly kind: 'both-roles'; readonly person: PersonId; readonly task: TaskId }
  /** They are not in the team on that day. */
  | { readonly kind: 'not-in-team'; readonly person: PersonId }
  /** Neither in the row of the task nor in the column of the person, and no role to exchange with. */
  | { readonly kind: 'nothing-there' };

const roles = ['primary', 'secondary'] as const satisfies readonly OwnerRole[];
const otherRole = (role: OwnerRole): OwnerRole => (role === 'primary' ? 'secondary' : 'primary');

export const ownersAt = (task: Task, day: LocalDate): Owners => {
  const owners = ownersOn(task, day);
  return { primary: owners?.primary ?? null, secondary: owners?.secondary ?? null };
};

const same = (one: Owners, other: Owners): boolean =>
  one.primary === other.primary && one.secondary === other.secondary;

/**
 * The task with other owners from a day on. What was before stays its history; a change that was already set down for a later day
 * still comes. Entries that say nothing new are left out.
 */
export function withOwners(task: Task, from: LocalDate, owners: Owners): Task {
  const entries = [
    ...task.ownership.filter((entry) => entry.from !== from),
    { from, primary: owners.primary, secondary: owners.secondary },
  ].sort((a, b) => (a.from < b.from ? -1 : 1));
  const ownership = entries.filter((entry, place) => {
    const before = entries[place - 1];
    return before === undefined || !same(before, entry);
  });
  return { ...task, ownership };
}

/** The day on which a change that is already set down takes over from owners who begin on this day; null where there is none. */
export const nextChange = (task: Task, from: LocalDate): LocalDate | null =>
  task.ownership.find((entry) => entry.from > from)?.from ?? null;

/** Owners with this role given to somebody, or taken from them (null). Who had the other role changes places with them. */
export function withRole(owners: Owners, person: PersonId, role: OwnerRole | null): Owners {
  const had = roles.find((one) => owners[one] === person);
  if (role === null) return had === undefined ? owners : { ...owners, [had]: null };
  const other = otherRole(role);
  return owners[other] === person
    ? { ...owners, [role]: person, [other]: owners[role] }
    : { ...owners, [role]: person };
}

/** What a cell shows next when it is clicked: nothing, P, S, nothing. */
export const nextRole = (owners: Owners, person: PersonId): OwnerRole | null =>
  owners.primary === person ? 'secondary' : owners.secondary === person ? null : 'primary';

/** The change from one pair of owners to another, as handovers. */
export const handoversBetween = (task: TaskId, before: Owners, after: Owners): readonly Handover[] =>
  roles.flatMap((role) =>
    before[role] === after[role] ? [] : [{ task, role, from: before[role], to: after[role] }],
  );

type Owned = ReadonlyMap<TaskId, Owners>;

/** Who owns what after the hand lets go; null where the cell has nothing to give in return. */
function droppedOn(owners: (task: TaskId) => Owners, held: HeldRole, cell: RoleCell): Owned | null {
  const here = owners(held.task);
  if (cell.task === held.task) {
    if (cell.person === held.person) return new Map();
    const after =
      cell.person === null
        ? { ...here, [held.role]: null }
        : held.person === null && here[otherRole(held.role)] === cell.person
          ? { ...here, [held.role]: cell.person, [otherRole(held.role)]: null }
          : withRole(here, cell.person, held.role);
    return new Map([[held.task, after]]);
  }
  const there = owners(cell.task);
  const role = roleToExchange(there, held, cell.person);
  if (role === null) return null;
  return new Map([
    [held.task, { ...here, [held.role]: there[role] }],
    [cell.task, { ...there, [role]: held.person }],
  ]);
}

/** Which role of another task comes in return: the one in the cell, or in the same column the one of the same kind. */
function roleToExchange(there: Owners, held: HeldRole, person: PersonId | null): OwnerRole | null {
  if (person !== null && person === held.person)
    return roles.some((role) => there[role] === person) ? null : held.role;
  const inCell = roles.filter((role) => there[role] === person);
  if (person === null && held.person === null) return null;
  return inCell.includes(held.role) ? held.role : (inCell[0] ?? null);
}

/**
 * What dropping a role on a cell comes to. In its own row it is given, or with the other owner exchanged; on another task it is
 * exchanged for the role there: the one in the cell, or in the holder's own column the one of the same kind. One person never has
 * both roles of a task.
 *
 * @param day from which on the owners change
 */
export function handOver(
  workspace: Workspace,
  day: LocalDate,
  held: HeldRole,
  cell: RoleCell,
): Result<readonly Handover[], HandOverRefusal> {
  const person = cell.person === null ? undefined : workspace.people[cell.person];
  if (person !== undefined && !isMemberOn(person, day))
    return refused({ kind: 'not-in-team', person: person.id });
  const owners = (id: TaskId): Owners => {
    const task = workspace.tasks[id];
    return task === undefined ? { primary: null, secondary: null } : ownersAt(task, day);
  };
  const after = droppedOn(owners, held, cell);
  if (after === null) return refused({ kind: 'nothing-there' });
  for (const [task, { primary, secondary }] of after)
    if (primary !== null && primary === secondary)
      return refused({ kind: 'both-roles', person: primary, task });
  const handovers = [...after].flatMap(([task, next]) => handoversBetween(task, owners(task), next));
  return handovers.length === 0 ? refused({ kind: 'no-change' }) : ok(handovers);
}

/** The tasks that these handovers change, with their owners from that day on. */
export function handedOver(
  workspace: Workspace,
  day: LocalDate,
  handovers: readonly Handover[],
): readonly Task[] {
  const tasks = [...new Set(handovers.map(({ task }) => task))].flatMap((id) => workspace.tasks[id] ?? []);
  return tasks.map((task) => {
    const own = handovers.filter((one) => one.task === task.id);
    const owners = own.reduce<Owners>((now, { role, to }) => ({ ...now, [role]: to }), ownersAt(task, day));
    return withOwners(task, day, owners);
  });
}

/** The workspace as it would be after these handovers: for looking, before anything is saved. */
export function lookAfter(workspace: Workspace, day: LocalDate, handovers: readonly Handover[]): Workspace {
  const tasks = handedOver(workspace, day, handovers);
  return tasks.length === 0
    ? workspace
    : {
        ...workspace,
        tasks: { ...workspace.tasks, ...Object.fromEntries(tasks.map((task) => [task.id, task])) },
      };
}

/** One step for all of them; null where nothing would change. */
export function handoverCommand(
  workspace: Workspace,
  day: LocalDate,
  handovers: readonly Handover[],
  title: string,
): Command | null {
  const commands = handedOver(workspace, day, handovers).map((task) => ({
    kind: 'save-task' as const,
    task,
  }));
  const [only] = commands;
  if (only === undefined) return null;
  return commands.length === 1 ? only : { kind: 'together', title, commands };
}
