import { nextQuarter, previousQuarter, quarterOf } from '../../../shared/calendar/days.ts';
import type { LocalDate, QuarterId } from '../../../shared/model/dates.ts';
import { derivationOf } from '../../../shared/model/tables.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { checkQuarter } from '../../../shared/planner/check.ts';
import type { Finding } from '../../../shared/planner/finding.ts';

/** What was found in the quarters of a workspace. */
export interface FoundInView {
  readonly workspace: Workspace;
  readonly quarters: readonly QuarterId[];
  readonly byQuarter: ReadonlyMap<QuarterId, readonly Finding[]>;
  readonly all: readonly Finding[];
}

/**
 * The quarters that an edit between two workspaces can have touched: those of its shifts and the ones beside, for rest reaches over a
 * quarter's end. Null where more than shifts changed, or nobody knows which.
 */
function touchedQuarters(before: Workspace, after: Workspace): ReadonlySet<QuarterId> | null {
  const tables = Object.keys(after) as (keyof Workspace)[];
  if (tables.some((table) => table !== 'shifts' && table !== 'quarters' && before[table] !== after[table]))
    return null;
  const derivation = derivationOf(after.shifts);
  if (derivation === null || derivation.base !== before.shifts) return null;
  const quarters = new Set<QuarterId>();
  for (const id of derivation.ids) {
    const date = /\d{4}-\d{2}-\d{2}/.exec(id)?.[0];
    if (date === undefined) return null;
    const quarter = quarterOf(date as LocalDate);
    quarters.add(previousQuarter(quarter)).add(quarter).add(nextQuarter(quarter));
  }
  return quarters;
}

/** What the rules find in several quarters, asked again only in those that the last edit can have touched. */
export function findingsInView(
  last: FoundInView | null,
  workspace: Workspace,
  quarters: readonly QuarterId[],
): FoundInView {
  const touched = last === null ? null : touchedQuarters(last.workspace, workspace);
  const byQuarter = new Map(
    quarters.map((quarter) => {
      const known = touched?.has(quarter) === false ? last?.byQuarter.get(quarter) : undefined;
      return [quarter, known ?? checkQuarter(workspace, quarter)] as const;
    }),
  );
  return { workspace, quarters, byQuarter, all: [...byQuarter.values()].flat() };
}
