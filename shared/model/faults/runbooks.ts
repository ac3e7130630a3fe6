import { mostImageBytesTogether } from '../image-limits.ts';
import type { Image } from '../image.ts';
import type { Run } from '../run.ts';
import type { Runbook } from '../runbook.ts';
import { recordsOf } from '../tables.ts';
import type { Workspace } from '../workspace.ts';
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

export function checkRun(run: Run, report: Report): void {
  report.needs('runbooks', run.runbook, 'runbook');
  report.needs('incidents', run.incident, 'incident');
  report.unless(
    run.finishedAt === null || Date.parse(run.finishedAt) >= Date.parse(run.startedAt),
    'finishedAt',
    'is before the run began',
  );
  report.unless(
    run.steps.every(({ tickedAt, tickedBy }) => (tickedAt === null) === (tickedBy === '')),
    'steps',
    'a step that was ticked says when and by whom',
  );
}

export function checkImage(workspace: Workspace, image: Image, report: Report): void {
  report.needs('runbooks', image.runbook, 'runbook');
  const bytes = recordsOf(workspace, 'images').reduce((sum, { base64 }) => sum + (base64.length * 3) / 4, 0);
  report.unless(
    bytes <= mostImageBytesTogether,
    'base64',
    `all pictures together would be larger than ${mostImageBytesTogether / 1_000_000} MB`,
  );
}
