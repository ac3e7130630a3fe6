import type { RecordOf, TableName, Workspace } from './workspace.ts';

/** A table seen by plain text keys, for code that walks over all tables alike. */
export type PlainTable = Readonly<Record<string, { readonly id: string }>>;

export const plainTable = (workspace: Workspace, table: TableName): PlainTable => workspace[table] as PlainTable;

/** The record of this id, or undefined; never something that objects inherit, such as `constructor`. */
export function recordOf<Table extends TableName>(workspace: Workspace, table: Table, id: string): RecordOf<Table> | undefined {
  const records = plainTable(workspace, table);
  return Object.hasOwn(records, id) ? (records[id] as unknown as RecordOf<Table>) : undefined;
}

export const recordsOf = <Table extends TableName>(workspace: Workspace, table: Table): readonly RecordOf<Table>[] =>
  Object.values(workspace[table]) as unknown as readonly RecordOf<Table>[];

/** The tables in the order of the file. Kept apart from workspace.ts, whose zod schemas the window does without. */
export const tablesInOrder: readonly TableName[] = [
  'people', 'pipelines', 'tasks', 'rotations', 'shifts', 'leave', 'holidaySets', 'holidays', 'compTime', 'policies',
  'quarters', 'deadlines', 'deliveries', 'incidents', 'runbooks',
];
