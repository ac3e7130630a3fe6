import { slotsOfQuarter } from '../../shared/rotation/expand.ts';
import { quarterText } from '../../shared/words/date-text.ts';
import { useView } from './view-store.ts';
import { useWorkspaceStore } from './workspace-store.ts';

/** True when the quarter on view has turns to give out, or why there is nothing to plan. */
export function hasTurns(): true | string {
  const [{ workspace }, { quarter }] = [useWorkspaceStore.getState(), useView.getState()];
  return (
    !workspace ||
    slotsOfQuarter(workspace, quarter).length > 0 ||
    `No rotation has turns in ${quarterText(quarter)}`
  );
}
