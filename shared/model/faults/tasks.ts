import { recordsOf } from '../tables.ts';
import type { Pipeline, Task } from '../task.ts';
import type { Workspace } from '../workspace.ts';
import { areAscending, folded, type Report } from './report.ts';

export function checkPipeline(workspace: Workspace, pipeline: Pipeline, report: Report): void {
  report.apart(recordsOf(workspace, 'pipelines'), pipeline, 'code', (row) => row.code);
  report.apart(recordsOf(workspace, 'pipelines'), pipeline, 'name', (row) => folded(row.name));
}

export function checkTask(workspace: Workspace, task: Task, report: Report): void {
  report.needs('pipelines', task.pipeline, 'pipeline');
  report.apart(recordsOf(workspace, 'tasks'), task, 'code', (row) => (row.archivedOn === null ? row.code : null));
  report.unless(areAscending(task.ownership.map(({ from }) => from)), 'ownership', 'owners must be in order of the day they begin');
  for (const { from, primary, secondary } of task.ownership) {
    report.needs('people', primary, 'ownership');
    report.needs('people', secondary, 'ownership');
    report.unless(primary === null || primary !== secondary, 'ownership', `one person is both primary and secondary owner from ${from}`);
  }
}
