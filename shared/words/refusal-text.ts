import { assertNever } from '../assert-never.ts';
import type { Refusal } from '../editing/refusal.ts';
import type { TableName, Workspace } from '../model/workspace.ts';
import { dayWithYearText, minutesText, quarterText } from './date-text.ts';
import { findingText } from './finding-text.ts';
import { kindName, personName, recordName, rotationName, slotWithDays } from './names.ts';
import { counted } from './number-text.ts';

/** Why an edit was not made, and what to do instead, in sentences. */
export function refusalText(refusal: Refusal, workspace: Workspace): string {
  switch (refusal.kind) {
    case 'no-change':
      return 'No change: everything is already as you asked.';
    case 'breaks-rules':
      return `Not placed: ${refusal.findings.map((finding) => findingText(finding, workspace)).join('; ')}. Choose somebody else, or place it anyway.`;
    case 'past-needs-reason':
      return `${slotWithDays(workspace, refusal.shift)} has been worked. Open the shift and give a reason to correct it.`;
    case 'pinned':
      return `The plan would take ${slotWithDays(workspace, refusal.shift)} from the person it is pinned to. Plan again, or unpin the shift.`;
    case 'outside-quarter':
      return `${slotWithDays(workspace, refusal.shift)} is not in ${quarterText(refusal.quarter)}. Plan the quarter that it begins in.`;
    case 'archived':
      return `${nameOf(workspace, refusal.table, refusal.id)} is archived since ${dayWithYearText(refusal.on)}. Choose somebody in the team, or take the archiving back.`;
    case 'still-used':
      return `${nameOf(workspace, refusal.table, refusal.id)} is still needed by ${recordName(workspace, refusal.by.table, refusal.by.id)}. Change that first.`;
    case 'shifts-left-over':
      return leftOver(refusal, workspace);
    case 'locked':
      return `${nameOf(workspace, 'holidaySets', refusal.set)} is reviewed and locked. Unlock it to change its days.`;
    case 'closed-quarter':
      return `${quarterText(refusal.quarter)} is closed, and its balance went into the next quarter. Undo the closing to change it.`;
    case 'append-only':
      return `${capital(kindName(refusal.table))} ${refusal.id} is already written and stays as it is. Add a new one that corrects it.`;
    case 'overdrawn':
      return `${personName(workspace, refusal.person)} has ${minutesText(refusal.balance)} of time off; ${minutesText(refusal.wanted)} were asked for. Book less, or adjust the balance first.`;
    case 'changed-since':
      return `${refusal.table === 'about' ? 'The workspace' : nameOf(workspace, refusal.table, refusal.id)} was changed after this step. Undo the later change first.`;
    case 'unknown-record':
      return `There is no ${kindName(refusal.table)} ${refusal.id} in this workspace, but ${refusal.by} names it. Choose one that is there.`;
    case 'duplicate':
      return `${nameOf(workspace, refusal.table, refusal.with)} has the same ${refusal.field}. Choose another, or change that one.`;
    case 'invalid':
      return `${fieldText(refusal.where, workspace)}: ${refusal.what}.`;
    default:
      return assertNever(refusal);
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const nameOf = (workspace: Workspace, table: TableName, id: string): string =>
  table === 'people'
    ? personName(workspace, id as Parameters<typeof personName>[1])
    : capital(recordName(workspace, table, id));

function leftOver(refusal: Extract<Refusal, { kind: 'shifts-left-over' }>, workspace: Workspace): string {
  const count = refusal.shifts.length;
  const first = refusal.shifts[0];
  const example = first === undefined ? '' : `, such as ${slotWithDays(workspace, first)}`;
  const shifts = counted(count, 'shift would', 'shifts would');
  return `${shifts} have no place under the new terms of ${rotationName(workspace, refusal.rotation)}${example}. End this rotation on a day and start one that continues it.`;
}

/** `people/person-ann.leavesOn` as "Ann, last day": the record by its name, the field by its own. */
function fieldText(where: string, workspace: Workspace): string {
  const found = /^([a-zA-Z]+)\/(.+?)(?:\.([a-zA-Z.]+))?$/.exec(where);
  if (found === null) return capital(where);
  const [, table = '', id = '', field] = found;
  const name = table in workspace && table !== 'about' ? nameOf(workspace, table as TableName, id) : where;
  return field === undefined ? name : `${name}, ${field.replace(/([A-Z])/g, ' $1').toLowerCase()}`;
}
