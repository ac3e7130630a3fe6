import { shownAssignments, usePlan } from '../../state/plan-store.ts';
import { useWorkspaceStore } from '../../state/workspace-store.ts';

/** Why an answer cannot be put into effect now; undefined where it can. */
export function useWhyNotNow(): string | undefined {
  const readOnlyBecause = useWorkspaceStore((state) => state.readOnlyBecause);
  const isProposal = usePlan((plan) => shownAssignments(plan) !== null);
  if (readOnlyBecause !== null) return `Read only: ${readOnlyBecause}`;
  return isProposal ? 'Accept or discard the proposal first' : undefined;
}
