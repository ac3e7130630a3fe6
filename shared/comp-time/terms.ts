import type { LocalDate } from '../model/dates.ts';
import type { Policy } from '../model/policy.ts';
import { recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';

const follows = (one: Policy, other: Policy): number =>
  one.from === other.from ? one.version - other.version : one.from < other.from ? -1 : 1;

const ordered = new WeakMap<object, readonly Policy[]>();

/** The policy under which a day earns: the latest that had begun, else the team's first. Null where there is none. */
export function termsOn(workspace: Pick<Workspace, 'policies'>, day: LocalDate): Policy | null {
  let all = ordered.get(workspace.policies);
  if (all === undefined)
    ordered.set(workspace.policies, (all = [...recordsOf(workspace as Workspace, 'policies')].sort(follows)));
  return all.findLast(({ from }) => from <= day) ?? all[0] ?? null;
}

/** Minutes rounded to the nearest multiple that the policy names; halves go up. */
export const roundedTo = (minutes: number, multiple: number): number =>
  Math.round(minutes / multiple) * multiple;
