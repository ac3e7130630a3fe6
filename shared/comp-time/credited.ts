import type { CompTimeEntry } from '../model/comp-time.ts';
import { recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { occasionOf, type Earning } from './earning.ts';

interface Credited {
  /** The lines that stand, by the shift or the incident that they rest on. */
  readonly standing: ReadonlyMap<string, readonly CompTimeEntry[]>;
  /** What the lead took back and gave a reason for, as `claimOf` names it. */
  readonly declined: ReadonlySet<string>;
}

const indexes = new WeakMap<object, Credited>();

/** Who was credited what for which occasion. */
export const claimOf = (row: Earning | CompTimeEntry): string =>
  [row.person, row.minutes, occasionOf(row)].join(' ');

/**
 * What the ledger says was earned. A line that a correction took back is due again when service says so; one that the lead took
 * back with a reason is not. Worked out once for each state of the ledger.
 */
export function creditedBy(workspace: Workspace): Credited {
  let index = indexes.get(workspace.compTime);
  if (index === undefined)
    indexes.set(workspace.compTime, (index = indexOf(recordsOf(workspace, 'compTime'))));
  return index;
}

function indexOf(entries: readonly CompTimeEntry[]): Credited {
  const reversals = new Map<string, CompTimeEntry>();
  for (const entry of entries) if (entry.reverses !== null) reversals.set(entry.reverses, entry);
  const standing = new Map<string, CompTimeEntry[]>();
  const declined = new Set<string>();
  for (const entry of entries) {
    const origin = entry.kind === 'earn' ? (entry.source.incident ?? entry.source.shift) : null;
    if (origin === null) continue;
    const reversal = reversals.get(entry.id);
    if (reversal !== undefined) {
      if (reversal.note.trim() !== '') declined.add(claimOf(entry));
      continue;
    }
    const own = standing.get(origin);
    if (own === undefined) standing.set(origin, [entry]);
    else own.push(entry);
  }
  return { standing, declined };
}
