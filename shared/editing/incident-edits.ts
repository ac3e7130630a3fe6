import { ok, refused } from '../result.ts';
import { recordOf, recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import type { CommandOf } from './command.ts';
import { save, unknown, withoutRecord, type Outcome } from './records.ts';

/** Opens an incident or adds to it; events that cannot follow each other are a fault. */
export const saveIncident = (workspace: Workspace, { incident }: CommandOf<'save-incident'>): Outcome =>
  save(workspace, 'incidents', incident);

/** One that was entered by mistake goes; one that earned time off, or that a runbook was worked through for, stays. */
export function removeIncident(workspace: Workspace, { incident }: CommandOf<'remove-incident'>): Outcome {
  if (recordOf(workspace, 'incidents', incident) === undefined)
    return unknown('incidents', incident, 'incident');
  const run = recordsOf(workspace, 'runs').find((one) => one.incident === incident);
  const line = recordsOf(workspace, 'compTime').find(({ source }) => source.incident === incident);
  if (run !== undefined)
    return refused({
      kind: 'still-used',
      table: 'incidents',
      id: incident,
      by: { table: 'runs', id: run.id },
    });
  return line === undefined
    ? ok(withoutRecord(workspace, 'incidents', incident))
    : refused({
        kind: 'still-used',
        table: 'incidents',
        id: incident,
        by: { table: 'compTime', id: line.id },
      });
}
