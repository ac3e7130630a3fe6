import { refused } from '../result.ts';
import type { PersonId } from '../model/ids.ts';
import { recordOf } from '../model/tables.ts';
import type { Task } from '../model/task.ts';
import type { Workspace } from '../model/workspace.ts';
import { newlyArchived } from './archived.ts';
import type { CommandOf } from './command.ts';
import { save, type Outcome } from './records.ts';
import type { Refusal } from './refusal.ts';

export const savePipeline = (workspace: Workspace, { pipeline }: CommandOf<'save-pipeline'>): Outcome =>
  save(workspace, 'pipelines', pipeline);

export function saveTask(workspace: Workspace, { task }: CommandOf<'save-task'>): Outcome {
  const archived = ownersRefusal(workspace, recordOf(workspace, 'tasks', task.id), task);
  return archived === null ? save(workspace, 'tasks', task) : refused(archived);
}

/** The first owner of a task who was archived, and did not have it before. */
export const ownersRefusal = (workspace: Workspace, before: Task | undefined, after: Task): Refusal | null =>
  newlyArchived(workspace, ownersOf(before), ownersOf(after));

const ownersOf = (task: Task | undefined): readonly (PersonId | null)[] =>
  (task?.ownership ?? []).flatMap(({ primary, secondary }) => [primary, secondary]);
