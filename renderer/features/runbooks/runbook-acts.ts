import type { Command } from '../../../shared/editing/command.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { Runbook } from '../../../shared/model/runbook.ts';
import { withOwnerKept, withTaskOwner, type OwnerDifference } from '../../../shared/runbooks/owners.ts';
import { roleText } from '../../../shared/runbooks/page.ts';
import { dayWithYearText } from '../../../shared/words/date-text.ts';
import { personName } from '../../../shared/words/names.ts';
import { refusalText } from '../../../shared/words/refusal-text.ts';
import { stepTitle } from '../../../shared/words/step-title.ts';
import { announce } from '../../state/announce.ts';
import { runCommand } from '../../state/run-command.ts';
import { showToast } from '../../state/toast-store.ts';
import { openWorkspace } from '../../state/workspace-store.ts';

/** Runs an edit and says what became of it; the reason as a sentence when it was refused. */
function act(command: Command, done: string, title?: string): string | null {
  const before = openWorkspace();
  const result = runCommand(command, title ?? stepTitle(command, before));
  if (!result.ok) {
    const reason = refusalText(result.reason, before);
    showToast({ text: reason, tone: result.reason.kind === 'no-change' ? 'info' : 'warning' });
    return reason;
  }
  showToast({ text: done, undo: true });
  announce(done);
  return null;
}

/** "I have read it and it is right." */
export function confirmReview(runbook: Runbook, today: LocalDate): void {
  act(
    { kind: 'review-runbook', runbook: runbook.id, on: today },
    `${runbook.title} is reviewed as of ${dayWithYearText(today)}.`,
  );
}

export function takeTaskOwner(runbook: Runbook, difference: OwnerDifference): void {
  const workspace = openWorkspace();
  const name = difference.taskOwner === null ? 'Nobody' : personName(workspace, difference.taskOwner);
  const role = roleText[difference.role].toLowerCase();
  act(
    { kind: 'save-runbook', runbook: withTaskOwner(runbook, difference) },
    `${name} is now ${role} owner of ${runbook.title}.`,
    `${runbook.title}: ${name} as ${role} owner`,
  );
}

export function keepOwner(runbook: Runbook, difference: OwnerDifference): void {
  const workspace = openWorkspace();
  const name = difference.runbookOwner === null ? 'nobody' : personName(workspace, difference.runbookOwner);
  act(
    { kind: 'save-runbook', runbook: withOwnerKept(runbook, difference) },
    `${runbook.title} keeps ${name}. It will ask again when the task’s owner changes.`,
    `${runbook.title}: keep ${name} as ${roleText[difference.role].toLowerCase()} owner`,
  );
}

/** Null when saved; else why not. */
export function saveRunbook(runbook: Runbook): string | null {
  const isNew = openWorkspace().runbooks[runbook.id] === undefined;
  return act({ kind: 'save-runbook', runbook }, `${runbook.title} is ${isNew ? 'added' : 'changed'}.`);
}

export function removeRunbook(runbook: Runbook): void {
  act({ kind: 'remove-runbook', runbook: runbook.id }, `${runbook.title} is removed.`);
}
