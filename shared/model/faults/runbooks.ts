import type { Runbook } from '../runbook.ts';
import { areUnique, type Report } from './report.ts';

/** Owners may differ from those of the tasks: that is shown, not refused. */
export function checkRunbook(runbook: Runbook, report: Report): void {
  report.needs('pipelines', runbook.pipeline, 'pipeline');
  report.unless(areUnique(runbook.tasks), 'tasks', 'one task stands twice');
  for (const task of runbook.tasks) report.needs('tasks', task, 'tasks');
  report.needs('people', runbook.ownerPrimary, 'ownerPrimary');
  report.needs('people', runbook.ownerSecondary, 'ownerSecondary');
  for (const { task, taskOwner } of runbook.ownersKept) {
    report.needs('tasks', task, 'ownersKept');
    report.needs('people', taskOwner, 'ownersKept');
  }
  const { ownerPrimary, ownerSecondary } = runbook;
  report.unless(
    ownerPrimary === null || ownerPrimary !== ownerSecondary,
    'ownerSecondary',
    'one person is both primary and secondary owner',
  );
}
