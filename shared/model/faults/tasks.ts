import type { Pipeline, Task } from '../task.ts';
import { areAscending, folded, type Report } from './report.ts';

export function checkPipeline(pipeline: Pipeline, report: Report): void {
  report.apart(pipeline, 'code', (row) => row.code);
  report.apart(pipeline, 'name', (row) => folded(row.name));
}

export function checkTask(task: Task, report: Report): void {
  report.needs('pipelines', task.pipeline, 'pipeline');
  report.apart(task, 'code', (row) => (row.archivedOn === null ? row.code : null));
  report.unless(
    areAscending(task.ownership.map(({ from }) => from)),
    'ownership',
    'owners must be in order of the day they begin',
  );
  for (const { from, primary, secondary } of task.ownership) {
    report.needs('people', primary, 'ownership');
    report.needs('people', secondary, 'ownership');
    report.unless(
      primary === null || primary !== secondary,
      'ownership',
      `one person is both primary and secondary owner from ${from}`,
    );
  }
}
