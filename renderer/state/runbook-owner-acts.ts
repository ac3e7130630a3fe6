import type { Runbook } from '../../shared/model/runbook.ts';
import { withOwnerKept, withTaskOwner, type OwnerDifference } from '../../shared/runbooks/owners.ts';
import { roleText } from '../../shared/runbooks/page.ts';
import { personName } from '../../shared/words/names.ts';
import { act } from './act.ts';
import { openWorkspace } from './workspace-store.ts';

/** Settles a difference between a runbook and its task: the task's owner becomes the runbook's. */
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

/** Settles a difference the other way: the runbook keeps its owner until the task's changes again. */
export function keepOwner(runbook: Runbook, difference: OwnerDifference): void {
  const workspace = openWorkspace();
  const name = difference.runbookOwner === null ? 'nobody' : personName(workspace, difference.runbookOwner);
  act(
    { kind: 'save-runbook', runbook: withOwnerKept(runbook, difference) },
    `${runbook.title} keeps ${name}. It will ask again when the task’s owner changes.`,
    `${runbook.title}: keep ${name} as ${roleText[difference.role].toLowerCase()} owner`,
  );
}
