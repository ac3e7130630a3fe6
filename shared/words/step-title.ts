import { assertNever } from '../assert-never.ts';
import { addDays } from '../calendar/days.ts';
import type { Assignment, Command, CommandOf } from '../editing/command.ts';
import type { PersonId, ShiftId } from '../model/ids.ts';
import { recordOf } from '../model/tables.ts';
import type { TableName, Workspace } from '../model/workspace.ts';
import { dayWithWeekdayText, minutesText, quarterText, rangeText } from './date-text.ts';
import { dutyName, personName, recordName, slotName, slotWeek } from './names.ts';

/** An edit as History and the undo button name it; `workspace` is the one before the edit. */
export function stepTitle(command: Command, workspace: Workspace): string {
  switch (command.kind) {
    case 'assign-shifts':
      return assignTitle(workspace, command.assignments) + correctionText(command.reason);
    case 'pin-shifts':
      return `${command.pinned ? 'Pin' : 'Unpin'} ${shiftsText(workspace, command.shifts)}`;
    case 'accept-plan':
      return `Plan ${quarterText(command.quarter)}`;
    case 'cover-days':
      return coverTitle(workspace, command);
    case 'save-about':
      return `Describe the workspace as ${command.about.name}`;
    case 'save-person':
      return saved(workspace, 'people', command.person, command.person.name);
    case 'save-pipeline':
      return saved(workspace, 'pipelines', command.pipeline, `pipeline ${command.pipeline.name}`);
    case 'remove-pipeline':
      return `Remove ${recordName(workspace, 'pipelines', command.pipeline)}`;
    case 'save-task':
      return saved(workspace, 'tasks', command.task, `task ${command.task.code}, ${command.task.name}`);
    case 'save-rotation':
      return saved(workspace, 'rotations', command.rotation, `rotation ${command.rotation.name}`);
    case 'succeed-rotation':
      return `Rotation ${command.next.name} under new terms, from ${dayWithWeekdayText(command.on)}`;
    case 'save-leave': {
      const { leave } = command;
      return saved(
        workspace,
        'leave',
        leave,
        `leave of ${personName(workspace, leave.person)}, ${rangeText(leave.from, leave.to)}`,
      );
    }
    case 'remove-leave':
      return `Remove ${removedLeave(workspace, command)}`;
    case 'save-holiday-set':
      return holidaySetTitle(workspace, command);
    case 'save-holiday':
      return saved(
        workspace,
        'holidays',
        command.holiday,
        `${command.holiday.name}, ${dayWithWeekdayText(command.holiday.actual)}`,
      );
    case 'remove-holiday':
      return `Remove ${recordName(workspace, 'holidays', command.holiday)}`;
    case 'add-comp-time':
      return compTimeTitle(workspace, command);
    case 'add-policy':
      return `Policy version ${command.policy.version}, from ${dayWithWeekdayText(command.policy.from)}`;
    case 'save-quarter':
      return quarterTitle(workspace, command);
    case 'save-deadline':
      return saved(workspace, 'deadlines', command.deadline, `deadline ${command.deadline.title}`);
    case 'record-delivery':
      return deliveryTitle(workspace, command);
    case 'save-incident':
      return saved(workspace, 'incidents', command.incident, `incident ${command.incident.title}`);
    case 'save-runbook':
      return saved(workspace, 'runbooks', command.runbook, `runbook ${command.runbook.title}`);
    case 'review-runbook':
      return `Review ${recordName(workspace, 'runbooks', command.runbook)}`;
    case 'remove-runbook':
      return `Remove ${recordName(workspace, 'runbooks', command.runbook)}`;
    case 'save-run':
      return runTitle(workspace, command);
    case 'remove-run':
      return `Remove ${recordName(workspace, 'runs', command.run)}`;
    case 'save-image':
      return saved(workspace, 'images', command.image, `picture ${command.image.name}`);
    case 'remove-image':
      return `Remove ${recordName(workspace, 'images', command.image)}`;
    case 'remove-deadline':
      return `Remove ${recordName(workspace, 'deadlines', command.deadline)}`;
    case 'remove-incident':
      return `Remove ${recordName(workspace, 'incidents', command.incident)}`;
    case 'save-connection':
      return saved(workspace, 'connections', command.connection, `connection ${command.connection.name}`);
    case 'remove-connection':
      return `Remove ${recordName(workspace, 'connections', command.connection)}`;
    case 'record-pushed':
      return `Record what ${recordName(workspace, 'connections', command.connection)} wrote`;
    case 'publish':
      return `Publish ${command.events.length === 1 ? 'one calendar event' : `${command.events.length} calendar events`}`;
    case 'save-scenario':
      return saved(workspace, 'scenarios', command.scenario, `scenario ${command.scenario.name}`);
    case 'remove-scenario':
      return `Remove ${recordName(workspace, 'scenarios', command.scenario)}`;
    case 'adopt-scenario':
      return `Adopt ${recordName(workspace, 'scenarios', command.scenario)}`;
    case 'together':
    case 'import-records':
      return command.title;
    case 'revert':
      return `${command.direction === 'undo' ? 'Undo' : 'Redo'} revision ${command.of}`;
    case 'restore':
      return command.from === 'restore-point'
        ? 'Restore an earlier state'
        : 'Take over another version of the file';
    default:
      return assertNever(command);
  }
}

const saved = (
  workspace: Workspace,
  table: TableName,
  record: { readonly id: string },
  name: string,
): string => `${recordOf(workspace, table, record.id) === undefined ? 'Add' : 'Change'} ${name}`;

const shiftsText = (workspace: Workspace, shifts: readonly ShiftId[]): string =>
  shifts.length === 1 && shifts[0] !== undefined ? slotName(workspace, shifts[0]) : `${shifts.length} shifts`;

/** What was worked is corrected with a reason, and History names it. */
const correctionText = (reason: string): string =>
  reason.trim() === '' ? '' : ` (correction: ${reason.trim()})`;

function assignTitle(workspace: Workspace, assignments: readonly Assignment[]): string {
  const [first, second] = assignments;
  if (first === undefined) return 'No shifts';
  if (second === undefined) return oneTitle(workspace, first);
  const swapped = assignments.length === 2 ? swapTitle(workspace, first, second) : null;
  if (swapped !== null) return swapped;
  const people = new Set(assignments.map(({ person }) => person));
  const [only] = people;
  return people.size === 1 && only !== undefined
    ? `${only === null ? 'Leave open' : `${personName(workspace, only)} takes`} ${assignments.length} shifts`
    : `Assign ${assignments.length} shifts`;
}

function oneTitle(workspace: Workspace, { shift, person }: Assignment): string {
  const before = holder(workspace, shift);
  if (person === null) return `${personName(workspace, before)} off ${slotName(workspace, shift)}`;
  const from = before === null || before === person ? '' : ` from ${personName(workspace, before)}`;
  return `${personName(workspace, person)} takes ${slotName(workspace, shift)}${from}`;
}

function coverTitle(workspace: Workspace, { covers, remove }: CommandOf<'cover-days'>): string {
  const [cover] = covers;
  if (cover === undefined)
    return remove.length === 1
      ? `Take back the cover of ${shiftsText(workspace, remove)}`
      : `Take back ${remove.length} covers`;
  if (covers.length > 1) return `Cover ${covers.length} times`;
  const days = rangeText(cover.from, addDays(cover.until, -1));
  return `${personName(workspace, cover.person)} covers ${days} of ${slotName(workspace, cover.shift)}`;
}

const holder = (workspace: Workspace, shift: ShiftId): PersonId | null =>
  recordOf(workspace, 'shifts', shift)?.person ?? null;

/** `Bram ↔ Chidi, Profit primary W5 and W7`; null where the two do not change places. */
function swapTitle(workspace: Workspace, first: Assignment, second: Assignment): string | null {
  const [one, other] = [holder(workspace, first.shift), holder(workspace, second.shift)];
  if (one === null || other === null || first.person !== other || second.person !== one) return null;
  const [duty, otherDuty] = [dutyName(workspace, first.shift), dutyName(workspace, second.shift)];
  const places =
    duty === otherDuty
      ? `${slotName(workspace, first.shift)} and ${slotWeek(workspace, second.shift)}`
      : `${slotName(workspace, first.shift)} and ${slotName(workspace, second.shift)}`;
  return `${personName(workspace, one)} ↔ ${personName(workspace, other)}, ${places}`;
}

function removedLeave(workspace: Workspace, { leave }: CommandOf<'remove-leave'>): string {
  const before = recordOf(workspace, 'leave', leave);
  return before === undefined
    ? leave
    : `leave of ${personName(workspace, before.person)}, ${rangeText(before.from, before.to)}`;
}

function holidaySetTitle(workspace: Workspace, { set }: CommandOf<'save-holiday-set'>): string {
  const before = recordOf(workspace, 'holidaySets', set.id);
  const name = `holidays of ${set.region} ${set.year}`;
  if (before === undefined || before.locked === set.locked)
    return `${before === undefined ? 'Add' : 'Change'} ${name}`;
  return `${set.locked ? 'Lock' : 'Unlock'} ${name}`;
}

const compTimeVerbs = {
  earn: 'earns',
  take: 'takes',
  expire: 'loses',
  adjust: 'is adjusted by',
  reverse: 'is corrected by',
} as const;

function compTimeTitle(workspace: Workspace, { entry }: CommandOf<'add-comp-time'>): string {
  const corrects = entry.kind === 'adjust' || entry.kind === 'reverse';
  const minutes = minutesText(corrects ? entry.minutes : Math.abs(entry.minutes));
  return `${personName(workspace, entry.person)} ${compTimeVerbs[entry.kind]} ${minutes} of time off`;
}

function quarterTitle(workspace: Workspace, { quarter }: CommandOf<'save-quarter'>): string {
  const wasOpen = (recordOf(workspace, 'quarters', quarter.id)?.closedOn ?? null) === null;
  return `${quarter.closedOn !== null && wasOpen ? 'Close' : 'Change'} ${quarterText(quarter.id)}`;
}

/** What was done to a run: begun, ticked, noted or finished. */
function runTitle(workspace: Workspace, { run }: CommandOf<'save-run'>): string {
  const before = recordOf(workspace, 'runs', run.id);
  if (before === undefined) return `Begin to work through ${run.title}`;
  if (before.finishedAt === null && run.finishedAt !== null) return `Finish working through ${run.title}`;
  const changed = run.steps.find((step, index) => step.tickedAt !== before.steps[index]?.tickedAt);
  if (changed === undefined) return `Notes on ${run.title}`;
  return `${changed.tickedAt === null ? 'Untick' : 'Tick'} “${changed.text.slice(0, 60)}” of ${run.title}`;
}

function deliveryTitle(workspace: Workspace, { delivery }: CommandOf<'record-delivery'>): string {
  const title = recordOf(workspace, 'deadlines', delivery.deadline)?.title ?? delivery.deadline;
  return `${title}, ${dayWithWeekdayText(delivery.due)}: ${delivery.outcome}`;
}
