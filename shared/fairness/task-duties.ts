import type { LocalDate } from '../model/dates.ts';
import type { PersonId, TaskId } from '../model/ids.ts';
import type { Person } from '../model/person.ts';
import type { Task } from '../model/task.ts';
import type { Workspace } from '../model/workspace.ts';
import type { OwnerRole } from '../runbooks/owners.ts';
import { ownersOn } from './tasks.ts';

/** One role of one task, which one person owns, or nobody. */
export interface TaskDuty {
  readonly task: TaskId;
  readonly role: OwnerRole;
  readonly owner: PersonId | null;
  /** In q a week; the secondary owner has half of the task's. */
  readonly weight: number;
}

/** What a role of a task weighs, in q a week. */
export const roleWeight = ({ weeklyLoad }: Pick<Task, 'weeklyLoad'>, role: OwnerRole): number =>
  role === 'primary' ? weeklyLoad : weeklyLoad / 2;

const inOrder = (one: { position: number; id: string }, other: { position: number; id: string }): number =>
  one.position - other.position || (one.id < other.id ? -1 : 1);

/** The tasks that there are on a day, in list order. */
export const tasksOn = (workspace: Pick<Workspace, 'tasks'>, day: LocalDate): readonly Task[] =>
  Object.values(workspace.tasks)
    .filter(({ archivedOn }) => archivedOn === null || day < archivedOn)
    .sort(inOrder);

/** Both roles of each task on a day, the primary first; open ones too. */
export function dutiesOn(workspace: Pick<Workspace, 'tasks'>, day: LocalDate): readonly TaskDuty[] {
  return tasksOn(workspace, day).flatMap((task) => {
    const owners = ownersOn(task, day);
    return (['primary', 'secondary'] as const).map((role) => ({
      task: task.id,
      role,
      owner: owners?.[role] ?? null,
      weight: roleWeight(task, role),
    }));
  });
}

/** True while somebody is in the team: from the first day to the last, and until they are archived. */
export const isMemberOn = ({ joinsOn, leavesOn, archivedOn }: Person, day: LocalDate): boolean =>
  (joinsOn === null || joinsOn <= day) &&
  (leavesOn === null || day <= leavesOn) &&
  (archivedOn === null || day < archivedOn);

/** Who can own tasks on a day, in list order. */
export const membersOn = (workspace: Pick<Workspace, 'people'>, day: LocalDate): readonly Person[] =>
  Object.values(workspace.people)
    .filter((person) => isMemberOn(person, day))
    .sort(inOrder);
