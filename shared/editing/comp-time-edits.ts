import { leastOpenFrom } from '../comp-time/balance.ts';
import { occasionOf } from '../comp-time/earning.ts';
import { linesOf, standing } from '../comp-time/ledger.ts';
import { refused } from '../result.ts';
import type { CompTimeEntry } from '../model/comp-time.ts';
import { recordOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import type { CommandOf } from './command.ts';
import { save, type Outcome } from './records.ts';
import type { Refusal } from './refusal.ts';

/**
 * Adds one line. Lines never change; a wrong one is reversed by another. What was served earns once, and nobody takes more
 * than the balance holds unless the lead agreed to the debt.
 */
export function addCompTime(
  workspace: Workspace,
  { entry, agreedDebt = false }: CommandOf<'add-comp-time'>,
): Outcome {
  if (recordOf(workspace, 'compTime', entry.id) !== undefined) {
    return refused({ kind: 'append-only', table: 'compTime', id: entry.id });
  }
  const saved = save(workspace, 'compTime', entry);
  if (!saved.ok) return saved;
  const refusal = earnedAlready(workspace, entry) ?? (agreedDebt ? null : overdrawn(workspace, entry));
  return refusal === null ? saved : refused(refusal);
}

/** The same day of a turn, or the same incident, credited to the same person twice. */
function earnedAlready(workspace: Workspace, entry: CompTimeEntry): Refusal | null {
  const occasion = entry.kind === 'earn' ? occasionOf(entry) : null;
  if (occasion === null) return null;
  const twin = standing(linesOf(workspace, entry.person)).find(
    (line) => line.kind === 'earn' && occasionOf(line) === occasion,
  );
  return twin === undefined
    ? null
    : { kind: 'duplicate', table: 'compTime', id: entry.id, field: 'source', with: twin.id };
}

function overdrawn(workspace: Workspace, entry: CompTimeEntry): Refusal | null {
  if (entry.kind !== 'take' && entry.kind !== 'expire') return null;
  const balance = leastOpenFrom(workspace, linesOf(workspace, entry.person), entry.date);
  const wanted = -entry.minutes;
  return wanted <= balance ? null : { kind: 'overdrawn', person: entry.person, balance, wanted };
}
