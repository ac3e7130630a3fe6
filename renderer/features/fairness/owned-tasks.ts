import { ownersOn } from '../../../shared/fairness/tasks.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';

export interface OwnedTask {
  readonly code: string;
  readonly name: string;
  readonly role: 'primary' | 'secondary';
  /** q a week; the secondary owner has half of the task's. */
  readonly weight: number;
}

/** The duties that somebody owns on a day, in the order of the tasks. */
export function ownedTasks(workspace: Workspace, person: PersonId, on: LocalDate): readonly OwnedTask[] {
  const tasks = Object.values(workspace.tasks).sort((a, b) => a.position - b.position);
  return tasks.flatMap((task): readonly OwnedTask[] => {
    const owners = ownersOn(task, on);
    const { code, name, weeklyLoad } = task;
    if (owners?.primary === person) return [{ code, name, role: 'primary', weight: weeklyLoad }];
    if (owners?.secondary === person) return [{ code, name, role: 'secondary', weight: weeklyLoad / 2 }];
    return [];
  });
}
