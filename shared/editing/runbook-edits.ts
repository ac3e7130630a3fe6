import { ok, refused } from '../result.ts';
import { recordOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { newlyArchived } from './archived.ts';
import type { CommandOf } from './command.ts';
import { save, unknown, withoutRecord, type Outcome } from './records.ts';

export function saveRunbook(workspace: Workspace, { runbook }: CommandOf<'save-runbook'>): Outcome {
  const before = recordOf(workspace, 'runbooks', runbook.id);
  const known = before === undefined ? [] : [before.ownerPrimary, before.ownerSecondary];
  const archived = newlyArchived(workspace, known, [runbook.ownerPrimary, runbook.ownerSecondary]);
  return archived === null ? save(workspace, 'runbooks', runbook) : refused(archived);
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

export function removeRunbook(workspace: Workspace, { runbook }: CommandOf<'remove-runbook'>): Outcome {
  if (recordOf(workspace, 'runbooks', runbook) === undefined) return unknown('runbooks', runbook, 'runbook');
  return ok(withoutRecord(workspace, 'runbooks', runbook));
}
