import type { RecordOf, TableName, Workspace } from './workspace.ts';

/** A table seen by plain text keys, for code that walks over all tables alike. */
export type PlainTable = Readonly<Record<string, { readonly id: string }>>;

export const plainTable = (workspace: Workspace, table: TableName): PlainTable => workspace[table];

/** The record of this id, or undefined; never something that objects inherit, such as `constructor`. */
export function recordOf<Table extends TableName>(
  workspace: Workspace,
  table: Table,
  id: string,
): RecordOf<Table> | undefined {
  const records = plainTable(workspace, table);
  return Object.hasOwn(records, id) ? (records[id] as unknown as RecordOf<Table>) : undefined;
}

export const recordsOf = <Table extends TableName>(
  workspace: Workspace,
  table: Table,
): readonly RecordOf<Table>[] =>
  Object.values(plainTable(workspace, table)) as unknown as readonly RecordOf<Table>[];

/** The tables in the order of the file. Kept apart from workspace.ts, whose zod schemas the window does without. */
export const tablesInOrder: readonly TableName[] = [
  'people',
  'pipelines',
  'tasks',
  'rotations',
  'shifts',
  'leave',
  'holidaySets',
  'holidays',
  'compTime',
  'policies',
  'quarters',
  'deadlines',
  'deliveries',
  'incidents',
  'runbooks',
  'runs',
  'images',
  'scenarios',
  'connections',
  'published',
];

interface Derivation {
  readonly base: WeakRef<object>;
  readonly ids: readonly string[];
}

const derivations = new WeakMap<object, Derivation>();

/**
 * Remembers that a table is another one with at most these records changed, added or gone. Whoever keeps something about
 * the older table can then bring it up to date in a few steps instead of walking over all records. Held weakly: a table
 * that nobody uses any more is not kept for it.
 */
export function derived<Table extends object>(base: object, next: Table, ids: readonly string[]): Table {
  if (base !== next) derivations.set(next, { base: new WeakRef(base), ids });
  return next;
}

/** The table that this one was made from, and which records may differ; null where that is not known. */
export function derivationOf(
  table: object,
): { readonly base: object; readonly ids: readonly string[] } | null {
  const derivation = derivations.get(table);
  const base = derivation?.base.deref();
  return derivation === undefined || base === undefined ? null : { base, ids: derivation.ids };
}
