import { actionOf, perform } from '../../state/actions.ts';
import { useFollowedWorkspaceStore } from '../../state/followed.ts';
import { shownKeys } from '../../state/keys.ts';
import { usePlan } from '../../state/plan-store.ts';
import { useView } from '../../state/view-store.ts';

export interface UsableAction {
  readonly title: string;
  /** As shown: "Ctrl Z". */
  readonly keys: string | undefined;
  readonly disabledReason: string | undefined;
  readonly run: () => void;
}

/** An action as a button needs it. Drawn again whenever its answer has changed, whichever store it asks. */
export function useAction(id: string): UsableAction {
  const action = actionOf(id);
  const answer = useFollowedWorkspaceStore(action.enabled);
  usePlan(action.enabled);
  useView(action.enabled);
  return {
    title: action.title,
    keys: shownKeys(action.keys),
    disabledReason: answer === true ? undefined : answer,
    run: () => perform(id),
  };
}
