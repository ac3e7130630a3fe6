import { actionOf, perform } from '../../state/actions.ts';
import { shownKeys } from '../../state/keys.ts';
import { usePlan } from '../../state/plan-store.ts';
import { useView } from '../../state/view-store.ts';
import { useWorkspaceStore } from '../../state/workspace-store.ts';

export interface UsableAction {
  readonly title: string;
  /** As shown: "Ctrl Z". */
  readonly keys: string | undefined;
  readonly disabledReason: string | undefined;
  readonly run: () => void;
}

/** An action as a button needs it. Rendered again whenever what actions ask about has changed. */
export function useAction(id: string): UsableAction {
  useWorkspaceStore();
  usePlan((plan) => plan.phase);
  useView((view) => view.quarter);
  const action = actionOf(id);
  const answer = action.enabled();
  return {
    title: action.title,
    keys: shownKeys(action.keys),
    disabledReason: answer === true ? undefined : answer,
    run: () => perform(id),
  };
}
