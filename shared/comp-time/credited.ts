import type { CompTimeEntry } from '../model/comp-time.ts';
import { recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';

type ByOrigin = ReadonlyMap<string, readonly CompTimeEntry[]>;

const indexes = new WeakMap<object, ByOrigin>();

/**
 * The lines of the ledger by which something was credited and that nobody took back, by the shift or the incident that they
 * rest on. Worked out once for each state of the ledger.
 */
export function creditedBy(workspace: Workspace): ByOrigin {
  let index = indexes.get(workspace.compTime);
  if (index === undefined) {
    const entries = recordsOf(workspace, 'compTime');
    const reversed = new Set<string>();
    for (const { reverses } of entries) if (reverses !== null) reversed.add(reverses);
    const lines = new Map<string, CompTimeEntry[]>();
    for (const entry of entries) {
      const origin = entry.kind === 'earn' ? (entry.source.incident ?? entry.source.shift) : null;
      if (origin === null || reversed.has(entry.id)) continue;
      const own = lines.get(origin);
      if (own === undefined) lines.set(origin, [entry]);
      else own.push(entry);
    }
    indexes.set(workspace.compTime, (index = lines));
  }
  return index;
}
