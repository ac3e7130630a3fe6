import { ok, refused, type Result } from '../result.ts';
import { canonicalJson, sameJson } from '../model/json.ts';
import { derivationOf, derived, plainTable, tablesInOrder } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Change, Changes } from './command.ts';
import type { Refusal } from './refusal.ts';

type Value = Change['before'];
type TableOfChange = Change['table'];

/**
 * The records that differ between two workspaces, in order of table and id. Tables that are the same object are not looked
 * into, and of a table that an edit made from the other only the records that it touched.
 */
export function diff(before: Workspace, after: Workspace): Changes {
  const changes: Change[] = [];
  if (before.about !== after.about && !sameJson(before.about, after.about)) {
    changes.push({ table: 'about', id: 'about', before: before.about, after: after.about });
  }
  for (const table of tablesInOrder) {
    if (before[table] === after[table]) continue;
    const old = plainTable(before, table) as Table;
    const now = plainTable(after, table) as Table;
    const ids = changedIds(old, now);
    for (const id of ids.sort())
      changes.push({ table, id, before: valueAt(old, id), after: valueAt(now, id) });
  }
  return changes;
}

type Table = Readonly<Record<string, unknown>>;

function changedIds(old: Table, now: Table): string[] {
  const derivation = derivationOf(now);
  const candidates =
    derivation?.base === old ? new Set(derivation.ids) : new Set([...Object.keys(now), ...Object.keys(old)]);
  return [...candidates].filter((id) => now[id] !== old[id] && !sameJson(valueAt(old, id), valueAt(now, id)));
}

const valueAt = (table: Table, id: string): Value => (Object.hasOwn(table, id) ? table[id] : null) as Value;

/** What a workspace holds now in the place that a change speaks of. */
function currentValue(workspace: Workspace, change: Change): Value {
  if (change.table === 'about') return workspace.about;
  return valueAt(plainTable(workspace, change.table), change.id);
}

/** Makes the changes if every record still is as `before` says; else names the first that is not, and changes nothing. */
export function applyChanges(workspace: Workspace, changes: Changes): Result<Workspace, Refusal> {
  const seen = new Set<string>();
  for (const change of changes) {
    const place = `${change.table}/${change.id}`;
    const fault = seen.has(place) ? 'is changed twice' : shapeFault(change);
    if (fault !== null) return refused({ kind: 'invalid', where: place, what: fault });
    seen.add(place);
    if (!sameJson(currentValue(workspace, change), change.before)) {
      return refused({ kind: 'changed-since', table: change.table, id: change.id });
    }
  }
  return ok(applyRecorded(workspace, changes));
}

function shapeFault(change: Change): string | null {
  const { table, id, after } = change;
  if (table === 'about')
    return id === 'about' && after !== null ? null : 'the workspace cannot go without its name';
  if (after === null) return null;
  const named = typeof after === 'object' && !Array.isArray(after) && (after as { id?: unknown }).id === id;
  return named ? null : 'is not a record of this id';
}

/**
 * Makes the changes without asking: recovery replays what the journal says was done, even if rules have changed since.
 * Tables without changes stay the same objects.
 */
export function applyRecorded(workspace: Workspace, changes: Changes): Workspace {
  const tables = new Map<TableOfChange, Map<string, Value>>();
  for (const change of changes) {
    let table = tables.get(change.table);
    if (table === undefined) tables.set(change.table, (table = new Map<string, Value>()));
    table.set(change.id, change.after);
  }
  const next: Record<string, unknown> = { ...workspace };
  for (const [table, values] of tables) {
    next[table] = table === 'about' ? values.get('about') : replaced(plainTable(workspace, table), values);
  }
  return next as unknown as Workspace;
}

/** `fromEntries` defines keys instead of assigning them, so that even `__proto__` would be a key like any other. */
function replaced(table: Table, values: ReadonlyMap<string, Value>): Table {
  const entries: [string, unknown][] = [];
  for (const [id, record] of Object.entries(table)) {
    if (!values.has(id)) entries.push([id, record]);
    else if (values.get(id) !== null) entries.push([id, values.get(id)]);
  }
  for (const [id, value] of values)
    if (value !== null && !Object.hasOwn(table, id)) entries.push([id, value]);
  return derived(table, Object.fromEntries(entries), [...values.keys()]);
}

/** The changes that take these back. */
export const reverse = (changes: Changes): Changes =>
  changes.map(({ table, id, before, after }) => ({ table, id, before: after, after: before }));

/**
 * A fingerprint of changes, 16 hexadecimal digits, the same in window and keeper: two 32-bit multiplicative hashes over
 * the canonical JSON text (cyrb53, with all 64 bits kept). Guards against bugs, not against malice.
 */
export function digestOf(changes: Changes): string {
  const text = canonicalJson(changes);
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return hex(low) + hex(high);
}

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');
