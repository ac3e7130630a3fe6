import { refused } from '../result.ts';
import type { PersonId } from '../model/ids.ts';
import { recordOf } from '../model/tables.ts';
import type { Task } from '../model/task.ts';
import type { Workspace } from '../model/workspace.ts';
import { newlyArchived } from './archived.ts';
import type { CommandOf } from './command.ts';
import { save, type Outcome } from './records.ts';

export const savePipeline = (workspace: Workspace, { pipeline }: CommandOf<'save-pipeline'>): Outcome =>
  save(workspace, 'pipelines', pipeline);

export function saveTask(workspace: Workspace, { task }: CommandOf<'save-task'>): Outcome {
  const archived = newlyArchived(workspace, ownersOf(recordOf(workspace, 'tasks', task.id)), ownersOf(task));
  return archived === null ? save(workspace, 'tasks', task) : refused(archived);
}

const ownersOf = (task: Task | undefined): readonly (PersonId | null)[] =>
  (task?.ownership ?? []).flatMap(({ primary, secondary }) => [primary, secondary]);
