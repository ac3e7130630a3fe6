import { ok, refused } from '../result.ts';
import type { PersonId, PipelineId } from '../model/ids.ts';
import { recordOf, recordsOf } from '../model/tables.ts';
import type { Task } from '../model/task.ts';
import type { Workspace } from '../model/workspace.ts';
import { newlyArchived } from './archived.ts';
import type { CommandOf } from './command.ts';
import { save, unknown, withoutRecord, type Outcome } from './records.ts';
import type { Refusal } from './refusal.ts';

export const savePipeline = (workspace: Workspace, { pipeline }: CommandOf<'save-pipeline'>): Outcome =>
  save(workspace, 'pipelines', pipeline);

/** A record that names a pipeline, archived ones among them: their history would no longer say what it was about. */
export interface PipelineUse {
  readonly table: 'tasks' | 'rotations' | 'runbooks' | 'deadlines' | 'incidents' | 'scenarios';
  readonly id: string;
}

const using = ['tasks', 'rotations', 'runbooks', 'deadlines', 'incidents'] as const;

/** Everything that names a pipeline. */
export function pipelineUses(workspace: Workspace, pipeline: PipelineId): readonly PipelineUse[] {
  const uses = using.flatMap((table) =>
    Object.values<{ readonly id: string; readonly pipeline: PipelineId | null }>(workspace[table])
      .filter((record) => record.pipeline === pipeline)
      .map(({ id }): PipelineUse => ({ table, id })),
  );
  const scenarios = recordsOf(workspace, 'scenarios')
    .filter(({ facts }) => facts.rotations.some((rotation) => rotation.pipeline === pipeline))
    .map(({ id }): PipelineUse => ({ table: 'scenarios', id }));
  return [...uses, ...scenarios];
}

/** A pipeline goes only while nothing names it. */
export function removePipeline(workspace: Workspace, { pipeline }: CommandOf<'remove-pipeline'>): Outcome {
  if (recordOf(workspace, 'pipelines', pipeline) === undefined)
    return unknown('pipelines', pipeline, 'pipeline');
  const [by] = pipelineUses(workspace, pipeline);
  return by === undefined
    ? ok(withoutRecord(workspace, 'pipelines', pipeline))
    : refused({ kind: 'still-used', table: 'pipelines', id: pipeline, by });
}

export function saveTask(workspace: Workspace, { task }: CommandOf<'save-task'>): Outcome {
  const archived = ownersRefusal(workspace, recordOf(workspace, 'tasks', task.id), task);
  return archived === null ? save(workspace, 'tasks', task) : refused(archived);
}

/** The first owner of a task who was archived, and did not have it before. */
export const ownersRefusal = (workspace: Workspace, before: Task | undefined, after: Task): Refusal | null =>
  newlyArchived(workspace, ownersOf(before), ownersOf(after));

const ownersOf = (task: Task | undefined): readonly (PersonId | null)[] =>
  (task?.ownership ?? []).flatMap(({ primary, secondary }) => [primary, secondary]);
