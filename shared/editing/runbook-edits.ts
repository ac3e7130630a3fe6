import { ok, refused } from '../result.ts';
import type { Runbook } from '../model/runbook.ts';
import { recordOf, recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { newlyArchived } from './archived.ts';
import type { CommandOf } from './command.ts';
import { save, unknown, withoutRecord, type Outcome } from './records.ts';
import type { Refusal } from './refusal.ts';

export function saveRunbook(workspace: Workspace, { runbook }: CommandOf<'save-runbook'>): Outcome {
  const archived = runbookRefusal(workspace, recordOf(workspace, 'runbooks', runbook.id), runbook);
  return archived === null ? save(workspace, 'runbooks', runbook) : refused(archived);
}

/** The first owner of a runbook who was archived, and did not look after it before. */
export function runbookRefusal(
  workspace: Workspace,
  before: Runbook | undefined,
  { ownerPrimary, ownerSecondary }: Runbook,
): Refusal | null {
  const known = before === undefined ? [] : [before.ownerPrimary, before.ownerSecondary];
  return newlyArchived(workspace, known, [ownerPrimary, ownerSecondary]);
}

/** Says that somebody read the runbook on this day and found it right. */
export function reviewRunbook(workspace: Workspace, { runbook, on }: CommandOf<'review-runbook'>): Outcome {
  const before = recordOf(workspace, 'runbooks', runbook);
  if (before === undefined) return unknown('runbooks', runbook, 'runbook');
  if (before.lastReviewedOn !== null && on < before.lastReviewedOn) {
    return refused({
      kind: 'invalid',
      where: `runbooks/${runbook}.lastReviewedOn`,
      what: `it was reviewed later, on ${before.lastReviewedOn}`,
    });
  }
  return save(workspace, 'runbooks', { ...before, lastReviewedOn: on });
}

/** The runbook goes with its pictures and with the record of how it was worked through. */
export function removeRunbook(workspace: Workspace, { runbook }: CommandOf<'remove-runbook'>): Outcome {
  if (recordOf(workspace, 'runbooks', runbook) === undefined) return unknown('runbooks', runbook, 'runbook');
  let next = withoutRecord(workspace, 'runbooks', runbook);
  for (const run of recordsOf(workspace, 'runs'))
    if (run.runbook === runbook) next = withoutRecord(next, 'runs', run.id);
  for (const image of recordsOf(workspace, 'images'))
    if (image.runbook === runbook) next = withoutRecord(next, 'images', image.id);
  return ok(next);
}

export const saveRun = (workspace: Workspace, { run }: CommandOf<'save-run'>): Outcome =>
  save(workspace, 'runs', run);

export const removeRun = (workspace: Workspace, { run }: CommandOf<'remove-run'>): Outcome =>
  recordOf(workspace, 'runs', run) === undefined
    ? unknown('runs', run, 'run')
    : ok(withoutRecord(workspace, 'runs', run));

/** Adds a picture or puts another in its place, as long as all together stay small. */
export const saveImage = (workspace: Workspace, { image }: CommandOf<'save-image'>): Outcome =>
  save(workspace, 'images', image);

export const removeImage = (workspace: Workspace, { image }: CommandOf<'remove-image'>): Outcome =>
  recordOf(workspace, 'images', image) === undefined
    ? unknown('images', image, 'image')
    : ok(withoutRecord(workspace, 'images', image));
