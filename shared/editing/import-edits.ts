import { dateOf } from '../calendar/days.ts';
import { ok, refused } from '../result.ts';
import { recordFaults } from '../model/integrity.ts';
import type { LeaveId } from '../model/ids.ts';
import type { Rotation } from '../model/rotation.ts';
import { derived, plainTable, recordOf, recordsOf } from '../model/tables.ts';
import type { TableName, Workspace } from '../model/workspace.ts';
import { archivedRefusal } from './archived.ts';
import type { CommandOf, Imported } from './command.ts';
import { holidayRefusal, lockedRefusal } from './holiday-edits.ts';
import { bookedRefusal, removalRefusal } from './leave-edits.ts';
import { personRefusal } from './people-edits.ts';
import type { Outcome } from './records.ts';
import type { Refusal } from './refusal.ts';
import { archivedParticipant, withSeams } from './rotation-edits.ts';
import { runbookRefusal } from './runbook-edits.ts';
import { ownersRefusal } from './task-edits.ts';

/**
 * Adds or replaces what a file brought, and removes what has gone from it. Every record is held to what its own command would refuse, against the workspace as the
 * whole file leaves it, so that the order of the rows does not matter. The tables are copied once, not once a record.
 */
export function importRecords(
  workspace: Workspace,
  { records, gone = [] }: CommandOf<'import-records'>,
): Outcome {
  const seen = new Set<string>();
  for (const { table, record } of records) {
    const place = `${table}/${record.id}`;
    if (seen.has(place)) return refused(twice(place));
    seen.add(place);
  }
  for (const leave of gone) {
    const refusal = seen.has(`leave/${leave}`) ? twice(`leave/${leave}`) : removalRefusal(workspace, leave);
    if (refusal !== null) return refused(refusal);
    seen.add(`leave/${leave}`);
  }
  const next = withAll(withoutLeave(workspace, gone), records);
  for (const imported of records) {
    const refusal =
      refusalOf(workspace, next, imported) ?? recordFaults(next, imported.table, imported.record as never)[0];
    if (refusal !== undefined && refusal !== null) return refused(refusal);
  }
  return ok(next);
}

const twice = (where: string): Refusal => ({
  kind: 'invalid',
  where,
  what: 'is given twice in one import',
});

function withoutLeave(workspace: Workspace, gone: readonly LeaveId[]): Workspace {
  if (gone.length === 0) return workspace;
  const rest = { ...workspace.leave };
  for (const id of gone) Reflect.deleteProperty(rest, id);
  return { ...workspace, leave: derived(workspace.leave, rest, gone) };
}

function withAll(workspace: Workspace, records: readonly Imported[]): Workspace {
  const byTable = new Map<TableName, Imported[]>();
  for (const imported of records) {
    const own = byTable.get(imported.table);
    if (own === undefined) byTable.set(imported.table, [imported]);
    else own.push(imported);
  }
  let next = workspace;
  for (const [table, own] of byTable) {
    const added = Object.fromEntries(own.map(({ record }) => [record.id, record]));
    next = {
      ...next,
      [table]: derived(workspace[table], { ...plainTable(workspace, table), ...added }, Object.keys(added)),
    };
  }
  return next;
}

function refusalOf(before: Workspace, next: Workspace, { table, record }: Imported): Refusal | null {
  switch (table) {
    case 'people':
      return personRefusal(before, record);
    case 'leave':
      return archivedRefusal(next, record.person, record.to) ?? bookedRefusal(before, record);
    case 'holidaySets':
      return lockedRefusal(before, record.id);
    case 'holidays':
      return holidayRefusal(before, record);
    case 'tasks':
      return ownersRefusal(next, recordOf(before, 'tasks', record.id), record);
    case 'runbooks':
      return runbookRefusal(next, recordOf(before, 'runbooks', record.id), record);
    case 'rotations':
      return rotationRefusal(before, next, record);
    default:
      return null;
  }
}

function rotationRefusal(before: Workspace, next: Workspace, rotation: Rotation): Refusal | null {
  const known = recordOf(before, 'rotations', rotation.id);
  const refusal =
    archivedParticipant(next, known, rotation) ??
    (known === undefined ? null : shiftsStand(before, rotation.id));
  if (refusal !== null) return refusal;
  const fitted = withSeams(before, next, rotation);
  if (!fitted.ok) return fitted.reason;
  return fitted.value === next || rotation.succeeds === null ? null : shiftsStand(before, rotation.succeeds);
}

/** A rotation that has shifts is changed where their slots are looked after, not by a file. */
function shiftsStand(workspace: Workspace, id: string): Refusal | null {
  const shift = recordsOf(workspace, 'shifts').find(({ rotation }) => rotation === id);
  return shift === undefined
    ? null
    : {
        kind: 'invalid',
        where: `rotations/${id}`,
        what: `has shifts, the first on ${dateOf(shift.start)}: change it under Rotations`,
      };
}
