import type { Fault } from '../fault.ts';
import { type PlainTable, plainTable } from '../tables.ts';
import type { TableName, Workspace } from '../workspace.ts';

/** Collects the faults of one record. Checks read as a list of sentences: `needs`, `unless`, `apart`. */
export interface Report {
  /** The id, where there is one, must be in the table. */
  needs(table: TableName, id: string | null, field: string): void;
  /** `fine` must hold; otherwise `what` is said of `field`. */
  unless(fine: boolean, field: string, what: string): void;
  /** No other record of the table may be the same in what `key` gives; null is never the same. One `key` for each field. */
  apart<Row extends { readonly id: string }>(own: Row, field: string, key: (row: Row) => string | null): void;
}

export function reportOn(workspace: Workspace, table: TableName, id: string, faults: Fault[]): Report {
  const place = `${table}/${id}`;
  return {
    needs(target, wanted, field) {
      if (wanted === null || Object.hasOwn(plainTable(workspace, target), wanted)) return;
      faults.push({ kind: 'unknown-record', table: target, id: wanted, by: `${place}.${field}` });
    },
    unless(fine, field, what) {
      if (!fine) faults.push({ kind: 'invalid', where: `${place}.${field}`, what });
    },
    apart(own, field, key) {
      const value = key(own);
      if (value === null) return;
      const twin = idsBy(
        plainTable(workspace, table),
        field,
        key as (row: { readonly id: string }) => string | null,
      )
        .get(value)
        ?.find((other) => other !== own.id);
      if (twin !== undefined) faults.push({ kind: 'duplicate', table, id, with: twin, field });
    },
  };
}

type Ids = ReadonlyMap<string, readonly string[]>;

const indexes = new WeakMap<PlainTable, Map<string, Ids>>();

/** Ids by what `key` gives. Kept with the table, so that looking through a long one for doubles takes one walk, not n. */
function idsBy(table: PlainTable, field: string, key: (row: { readonly id: string }) => string | null): Ids {
  let fields = indexes.get(table);
  if (fields === undefined) indexes.set(table, (fields = new Map<string, Ids>()));
  const known = fields.get(field);
  if (known !== undefined) return known;
  const ids = new Map<string, string[]>();
  for (const row of Object.values(table)) {
    const value = key(row);
    if (value === null) continue;
    const list = ids.get(value);
    if (list === undefined) ids.set(value, [row.id]);
    else list.push(row.id);
  }
  fields.set(field, ids);
  return ids;
}

/** Names are the same when people would read them as the same. */
export const folded = (name: string): string =>
  name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

export const areUnique = (values: readonly (string | number)[]): boolean =>
  new Set(values).size === values.length;

export const areAscending = (values: readonly string[]): boolean =>
  values.every((value, index) => index === 0 || (values[index - 1] ?? '') < value);
