import { quarterRange } from '../calendar/days.ts';
import { nextPolicy, sameTerms } from '../fairness/next-policy.ts';
import { policyOf } from '../fairness/policy-of.ts';
import type { QuarterId } from '../model/dates.ts';
import type { Policy } from '../model/policy.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Workspace } from '../model/workspace.ts';

/** What a scenario holds different from the workspace: whole records that take the place of its own, or stand beside them. */
export type Facts = Scenario['facts'];

export const noFacts: Facts = { rotations: [], people: [], policy: null };

/**
 * The workspace with another policy in force for a quarter. The same workspace where the quarter's own policy weighs everything
 * alike: a policy that was adopted once is not adopted again.
 */
export function withPolicy(workspace: Workspace, quarter: QuarterId, policy: Policy): Workspace {
  if (sameTerms(policyOf(workspace, quarter), policy)) return workspace;
  const next = nextPolicy(workspace, policy, quarterRange(quarter).from);
  return { ...workspace, policies: { ...workspace.policies, [next.id]: next } };
}

/** The workspace under other facts; who holds which shift is as before. */
export function withFacts(
  workspace: Workspace,
  quarter: QuarterId,
  { rotations, people, policy }: Facts,
): Workspace {
  const put = <Table extends object>(table: Table, records: readonly { readonly id: string }[]): Table =>
    records.length === 0
      ? table
      : { ...table, ...Object.fromEntries(records.map((record) => [record.id, record])) };
  const next: Workspace = {
    ...workspace,
    people: put(workspace.people, people),
    rotations: put(workspace.rotations, rotations),
  };
  return policy === null ? next : withPolicy(next, quarter, policy);
}

/**
 * A quarter as it would be judged under another policy, with the same shifts. What it begins with is left as it was; a closed
 * quarter is opened for the question, since it keeps to the policy it was closed with.
 */
export function underPolicy(workspace: Workspace, quarter: QuarterId, policy: Policy): Workspace {
  const record = workspace.quarters[quarter];
  const open: Workspace =
    record === undefined || record.closedOn === null
      ? workspace
      : {
          ...workspace,
          quarters: { ...workspace.quarters, [quarter]: { ...record, closedOn: null, carry: [] } },
        };
  return withPolicy(open, quarter, policy);
}
