import type { LocalDate, QuarterId } from '../model/dates.ts';
import { recordOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { dayWithYearText, quarterText } from './date-text.ts';

/** What tells one printing of a plan from another. */
export interface Stamp {
  /** Of the workspace: how many edits it has. */
  readonly revision: number;
  /** The day of printing. */
  readonly today: LocalDate;
}

/** The foot of every page of a plan: "Investor data, Q1 2027 · revision 12 · seed 1 · printed Mon 23 Nov 2026". */
export function footText(workspace: Workspace, quarter: QuarterId, { revision, today }: Stamp): string {
  const plan = recordOf(workspace, 'quarters', quarter)?.plan ?? null;
  return [
    `${workspace.about.name}, ${quarterText(quarter)}`,
    `revision ${revision}`,
    plan === null ? 'set by hand' : `seed ${plan.seed}`,
    `printed ${dayWithYearText(today)}`,
  ].join(' · ');
}
