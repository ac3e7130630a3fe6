import { sameJson } from '../model/json.ts';
import type { LocalDate } from '../model/dates.ts';
import type { PolicyId } from '../model/ids.ts';
import type { Policy } from '../model/policy.ts';
import type { Workspace } from '../model/workspace.ts';

/** What a policy says, whichever version it is and whenever it begins. */
export type PolicyTerms = Omit<Policy, 'id' | 'version' | 'from'>;

/** The terms of a policy alone. */
export function termsOf({ id: _id, version: _version, from: _from, ...terms }: Policy): PolicyTerms {
  return terms;
}

/** True where two policies weigh everything alike. */
export const sameTerms = (one: Policy, other: Policy): boolean => sameJson(termsOf(one), termsOf(other));

type Policies = Pick<Workspace, 'policies'>;

/** `policy-1` gives `policy-2`: the id of the version before with its own number, or a longer one where that is taken. */
function freeId({ policies }: Policies, newest: Policy | undefined, version: number): PolicyId {
  const stem = (newest?.id ?? 'policy').replace(/-\d+$/, '').slice(0, 60);
  for (let id = `${stem}-${version}`; ; id = `${id}-${version}`)
    if (!Object.hasOwn(policies, id)) return id as PolicyId;
}

/**
 * The version that follows all that there are. Id and number come from the workspace alone, so that the window and the keeper
 * make the same one.
 *
 * @param from first day on which it is in force; a quarter is scored with what is in force on its own first day
 */
export function nextPolicy(workspace: Policies, terms: PolicyTerms, from: LocalDate): Policy {
  const all = Object.values(workspace.policies);
  const newest = all.reduce<Policy | undefined>(
    (last, one) => (last === undefined || one.version > last.version ? one : last),
    undefined,
  );
  const version = (newest?.version ?? 0) + 1;
  return { ...terms, id: freeId(workspace, newest, version), version, from };
}
