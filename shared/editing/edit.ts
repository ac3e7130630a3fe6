import { assertNever } from '../assert-never.ts';
import { ok, refused, type Result } from '../result.ts';
import { integrityFindings } from '../model/integrity.ts';
import type { Workspace } from '../model/workspace.ts';
import { applyChanges, diff } from './changes.ts';
import type { Changes, Command, SimpleCommand } from './command.ts';
import { saveAbout } from './about-edits.ts';
import { adoptScenario } from './adopt-scenario.ts';
import { addCompTime } from './comp-time-edits.ts';
import { publish, recordPushed, removeConnection, saveConnection } from './connection-edits.ts';
import { coverDays } from './cover-edits.ts';
import { recordDelivery, removeDeadline, saveDeadline } from './deadline-edits.ts';
import { removeHoliday, saveHoliday, saveHolidaySet } from './holiday-edits.ts';
import { importRecords } from './import-edits.ts';
import { removeIncident, saveIncident } from './incident-edits.ts';
import { withLasting } from './lasting.ts';
import { removeLeave, saveLeave } from './leave-edits.ts';
import { savePerson } from './people-edits.ts';
import { addPolicy } from './policy-edits.ts';
import { saveQuarter } from './quarter-edits.ts';
import type { Outcome } from './records.ts';
import type { Refusal } from './refusal.ts';
import { saveRotation } from './rotation-edits.ts';
import { succeedRotation } from './succeed-rotation.ts';
import {
  removeImage,
  removeRun,
  removeRunbook,
  reviewRunbook,
  saveImage,
  saveRun,
  saveRunbook,
} from './runbook-edits.ts';
import { removeScenario, saveScenario } from './scenario-edits.ts';
import { acceptPlan, assignShifts, pinShifts } from './shift-edits.ts';
import { removePipeline, savePipeline, saveTask } from './task-edits.ts';

/** A workspace after an edit, and the records that the edit changed. */
export interface Edited {
  readonly workspace: Workspace;
  readonly changes: Changes;
}

/**
 * Makes one edit. The given workspace is never changed; tables without changes are the same objects in the next one. An
 * edit that would change nothing is refused as `no-change`.
 */
export function edit(workspace: Workspace, command: Command): Result<Edited, Refusal> {
  const outcome = dispatch(workspace, command);
  if (!outcome.ok) return outcome;
  const changes = diff(workspace, outcome.value);
  return changes.length === 0 ? refused({ kind: 'no-change' }) : ok({ workspace: outcome.value, changes });
}

function dispatch(workspace: Workspace, command: Command): Outcome {
  switch (command.kind) {
    case 'assign-shifts':
      return assignShifts(workspace, command);
    case 'pin-shifts':
      return pinShifts(workspace, command);
    case 'accept-plan':
      return acceptPlan(workspace, command);
    case 'cover-days':
      return coverDays(workspace, command);
    case 'save-about':
      return saveAbout(workspace, command);
    case 'save-person':
      return savePerson(workspace, command);
    case 'save-pipeline':
      return savePipeline(workspace, command);
    case 'remove-pipeline':
      return removePipeline(workspace, command);
    case 'save-task':
      return saveTask(workspace, command);
    case 'save-rotation':
      return saveRotation(workspace, command);
    case 'succeed-rotation':
      return succeedRotation(workspace, command);
    case 'save-leave':
      return saveLeave(workspace, command);
    case 'remove-leave':
      return removeLeave(workspace, command);
    case 'save-holiday-set':
      return saveHolidaySet(workspace, command);
    case 'save-holiday':
      return saveHoliday(workspace, command);
    case 'remove-holiday':
      return removeHoliday(workspace, command);
    case 'add-comp-time':
      return addCompTime(workspace, command);
    case 'add-policy':
      return addPolicy(workspace, command);
    case 'save-quarter':
      return saveQuarter(workspace, command);
    case 'save-deadline':
      return saveDeadline(workspace, command);
    case 'record-delivery':
      return recordDelivery(workspace, command);
    case 'save-incident':
      return saveIncident(workspace, command);
    case 'save-runbook':
      return saveRunbook(workspace, command);
    case 'review-runbook':
      return reviewRunbook(workspace, command);
    case 'remove-runbook':
      return removeRunbook(workspace, command);
    case 'save-run':
      return saveRun(workspace, command);
    case 'remove-run':
      return removeRun(workspace, command);
    case 'save-image':
      return saveImage(workspace, command);
    case 'remove-image':
      return removeImage(workspace, command);
    case 'remove-deadline':
      return removeDeadline(workspace, command);
    case 'remove-incident':
      return removeIncident(workspace, command);
    case 'save-connection':
      return saveConnection(workspace, command);
    case 'remove-connection':
      return removeConnection(workspace, command);
    case 'record-pushed':
      return recordPushed(workspace, command);
    case 'publish':
      return publish(workspace, command);
    case 'save-scenario':
      return saveScenario(workspace, command);
    case 'remove-scenario':
      return removeScenario(workspace, command);
    case 'adopt-scenario':
      return adoptScenario(workspace, command);
    case 'together':
      return together(workspace, command.commands);
    case 'import-records':
      return importRecords(workspace, command);
    case 'revert':
    case 'restore':
      return madeFrom(workspace, command.changes);
    default:
      return assertNever(command);
  }
}

/** One after the other. What changes nothing is passed over: a set of edits is made so that its outcome holds, not each of its parts. */
function together(workspace: Workspace, commands: readonly SimpleCommand[]): Outcome {
  let next = workspace;
  for (const command of commands) {
    const outcome = dispatch(next, command);
    if (outcome.ok) next = outcome.value;
    else if (outcome.reason.kind !== 'no-change') return outcome;
  }
  return ok(next);
}

/**
 * Undo, redo, and records taken from another state. Refused where a record is no longer as the changes expect it, or where the result
 * would not be sound. What the world was told outlives it (lasting.ts).
 */
function madeFrom(workspace: Workspace, changes: Changes): Outcome {
  const outcome = applyChanges(workspace, withLasting(workspace, changes));
  if (!outcome.ok) return outcome;
  const finding = integrityFindings(outcome.value)[0];
  return finding === undefined
    ? outcome
    : refused({ kind: 'invalid', where: finding.where, what: finding.what });
}
