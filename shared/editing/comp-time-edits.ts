import { balanceOf } from '../comp-time/balance.ts';
import { refused } from '../result.ts';
import type { CompTimeEntry } from '../model/comp-time.ts';
import { recordOf, recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import type { CommandOf } from './command.ts';
import { save, type Outcome } from './records.ts';

/** Adds one line. Lines never change; a wrong one is reversed by another. Nobody takes more than the balance holds. */
export function addCompTime(workspace: Workspace, { entry }: CommandOf<'add-comp-time'>): Outcome {
  if (recordOf(workspace, 'compTime', entry.id) !== undefined) {
    return refused({ kind: 'append-only', table: 'compTime', id: entry.id });
  }
  const saved = save(workspace, 'compTime', entry);
  if (!saved.ok || (entry.kind !== 'take' && entry.kind !== 'expire')) return saved;
  const balance = leastBalance(workspace, entry);
  const wanted = -entry.minutes;
  return wanted <= balance ? saved : refused({ kind: 'overdrawn', person: entry.person, balance, wanted });
}

/** The least that is open on the day of the line or later: a take in between must not leave a later one without cover. */
function leastBalance(workspace: Workspace, entry: CompTimeEntry): number {
  const later = recordsOf(workspace, 'compTime')
    .filter(({ person, date }) => person === entry.person && date > entry.date)
    .map(({ date }) => date);
  return Math.min(
    ...[entry.date, ...new Set(later)].map((day) => balanceOf(workspace, entry.person, day).open),
  );
}
