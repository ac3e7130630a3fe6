import type { LocalDate } from '../model/dates.ts';
import type { PipelineId, TaskId } from '../model/ids.ts';
import type { Pipeline, Task } from '../model/task.ts';
import { personId } from './people.ts';

export const pipelineId = (name: string): PipelineId => `pipeline-${name.toLowerCase()}` as PipelineId;
export const taskId = (code: string): TaskId => `task-${code.toLowerCase()}` as TaskId;

export const pipelines: readonly Pipeline[] = [
  { id: pipelineId('Profit'), name: 'Profit', code: 'PRO', position: 0 },
  { id: pipelineId('Growth'), name: 'Growth', code: 'GRO', position: 1 },
  { id: pipelineId('Engagement'), name: 'Engagement', code: 'ENG', position: 2 },
];

const task = (
  code: string,
  name: string,
  pipeline: string,
  primary: number,
  secondary: number,
  weeklyLoad: number,
): Task => ({
  id: taskId(code),
  code,
  name,
  pipeline: pipelineId(pipeline),
  weeklyLoad,
  ownership: [
    { from: '2026-01-01' as LocalDate, primary: personId(primary), secondary: personId(secondary) },
  ],
  archivedOn: null,
  position: code.charCodeAt(0) - 65,
});

/** Loads are quarter-points a week for the primary owner: the figures that investors see ask for more care than daily ones. */
export const tasks: readonly Task[] = [
  task('A', 'Unit-level profit', 'Profit', 1, 2, 4),
  task('B', 'Aggregate profit', 'Profit', 2, 3, 6),
  task('C', 'Aggregate growth', 'Growth', 3, 4, 6),
  task('D', 'Daily growth', 'Growth', 4, 1, 4),
  task('E', 'Aggregate engagement', 'Engagement', 1, 2, 6),
];
