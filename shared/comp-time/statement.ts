import type { CompTimeEntry } from '../model/comp-time.ts';
import type { LocalDate } from '../model/dates.ts';
import type { CompTimeId, PersonId } from '../model/ids.ts';
import type { Workspace } from '../model/workspace.ts';
import { balanceOf, kindOf, type Balance } from './balance.ts';
import { linesOf } from './ledger.ts';

export interface StatementLine {
  readonly entry: CompTimeEntry;
  /** The kind within which it counts: a reversal counts within that of the line it takes back. */
  readonly counts: Exclude<CompTimeEntry['kind'], 'reverse'>;
  /** Minutes open after it; below zero where more was taken than given. */
  readonly open: number;
  /** The line that took this one back; null where it stands. */
  readonly reversedBy: CompTimeId | null;
}

/** Somebody's lines of a stretch of days, with what was open before and after. */
export interface Statement {
  readonly person: PersonId;
  readonly from: LocalDate;
  /** Included. */
  readonly to: LocalDate;
  /** Minutes open when the first day began. */
  readonly before: number;
  readonly lines: readonly StatementLine[];
  /** At the end of the last day. */
  readonly balance: Balance;
}

/** What happened to somebody's time off from one day to another, both included. */
export function statementOf(
  workspace: Workspace,
  person: PersonId,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): Statement {
  const all = linesOf(workspace, person);
  const reversals = new Map(all.map(({ id, reverses }) => [reverses, id]));
  let open = 0;
  let before = 0;
  const lines: StatementLine[] = [];
  for (const entry of all) {
    open += entry.minutes;
    if (entry.date < from) before = open;
    else if (entry.date <= to)
      lines.push({
        entry,
        counts: kindOf(workspace, entry),
        open,
        reversedBy: reversals.get(entry.id) ?? null,
      });
  }
  return { person, from, to, before, lines, balance: balanceOf(workspace, person, to) };
}

/** The first and the last day of somebody's ledger; null where it has no lines. */
export function ledgerDays(
  workspace: Workspace,
  person: PersonId,
): { readonly from: LocalDate; readonly to: LocalDate } | null {
  const lines = linesOf(workspace, person);
  const [first, last] = [lines[0], lines.at(-1)];
  return first === undefined || last === undefined ? null : { from: first.date, to: last.date };
}
