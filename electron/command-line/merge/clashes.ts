import { dateOf, quarterOf } from '../../../shared/calendar/days.ts';
import type { QuarterId } from '../../../shared/model/dates.ts';
import { recordsOf } from '../../../shared/model/tables.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { checkQuarter } from '../../../shared/planner/check.ts';
import { findingText } from '../../../shared/words/finding-text.ts';
import { isOpenTrouble } from '../contract.ts';

const troubles = (workspace: Workspace, quarter: QuarterId): readonly string[] =>
  checkQuarter(workspace, quarter)
    .filter(isOpenTrouble)
    .map((finding) => findingText(finding, workspace));

/**
 * Hard findings of a merged workspace that neither version has: one gave somebody a turn, and the other leave in that week, say. Each fits its record, and
 * only the two together break the rule.
 */
export function newClashes(merged: Workspace, ours: Workspace, theirs: Workspace): readonly string[] {
  const isOneOfThem = merged === ours || merged === theirs;
  const quarters = new Set(recordsOf(merged, 'shifts').map(({ start }) => quarterOf(dateOf(start))));
  return [...(isOneOfThem ? [] : quarters)].sort().flatMap((quarter) => {
    const found = troubles(merged, quarter);
    if (found.length === 0) return [];
    const known = new Set([...troubles(ours, quarter), ...troubles(theirs, quarter)]);
    return found.filter((one) => !known.has(one));
  });
}
