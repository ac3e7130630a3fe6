import { ok, refused, type Result } from '../result.ts';
import { recordFaults } from '../model/integrity.ts';
import { sameJson } from '../model/json.ts';
import { derived, plainTable, recordOf } from '../model/tables.ts';
import type { RecordOf, TableName, Workspace } from '../model/workspace.ts';
import type { Refusal } from './refusal.ts';

/** What every kind of edit answers: the next workspace, or why there is none. */
export type Outcome = Result<Workspace, Refusal>;

/** The workspace with this record added or replaced; the same workspace when the record says nothing new. */
export function withRecord<Table extends TableName>(
  workspace: Workspace,
  table: Table,
  record: RecordOf<Table>,
): Workspace {
  const { id } = record as { id: string };
  if (sameJson(recordOf(workspace, table, id), record)) return workspace;
  return { ...workspace, [table]: derived(workspace[table], { ...workspace[table], [id]: record }, [id]) };
}

export function withoutRecord(workspace: Workspace, table: TableName, id: string): Workspace {
  const rest: Record<string, unknown> = { ...plainTable(workspace, table) };
  delete rest[id];
  return { ...workspace, [table]: derived(workspace[table], rest, [id]) };
}

/** Adds or replaces a record, unless the workspace would then have a fault in it. */
export function save<Table extends TableName>(
  workspace: Workspace,
  table: Table,
  record: RecordOf<Table>,
): Outcome {
  const next = withRecord(workspace, table, record);
  if (next === workspace) return refused({ kind: 'no-change' });
  const fault = recordFaults(next, table, record)[0];
  return fault === undefined ? ok(next) : refused(fault);
}

export const unknown = (table: TableName, id: string, by: string): { ok: false; reason: Refusal } =>
  refused({ kind: 'unknown-record', table, id, by });
