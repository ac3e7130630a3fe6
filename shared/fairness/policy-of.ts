import { quarterRange } from '../calendar/days.ts';
import { defaultPolicy } from '../model/default-policy.ts';
import type { QuarterId } from '../model/dates.ts';
import type { PolicyId } from '../model/ids.ts';
import type { Policy } from '../model/policy.ts';
import type { Workspace } from '../model/workspace.ts';

const newer = (one: Policy, other: Policy): Policy =>
  other.from > one.from || (other.from === one.from && other.version > one.version) ? other : one;

/**
 * The policy that a quarter is scored with: the one it was closed with, else the latest in force on its first day, else the
 * team's first.
 */
export function policyOf(workspace: Pick<Workspace, 'policies' | 'quarters'>, quarter: QuarterId): Policy {
  const record = workspace.quarters[quarter];
  const kept = record !== undefined && record.closedOn !== null ? workspace.policies[record.policy] : undefined;
  if (kept !== undefined) return kept;
  const { from } = quarterRange(quarter);
  const all = Object.values(workspace.policies).sort((a, b) => (a.id < b.id ? -1 : 1));
  const inForce = all.filter((policy) => policy.from <= from);
  if (inForce.length > 0) return inForce.reduce(newer);
  const [first, ...rest] = all;
  if (first === undefined) return defaultPolicy('policy-1' as PolicyId, from);
  return rest.reduce((earliest, policy) => (policy.from < earliest.from ? policy : earliest), first);
}
