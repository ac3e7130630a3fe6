import type { QuarterId } from '../../../shared/model/dates.ts';
import type { ShiftId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { type Slot, slotsOfQuarter } from '../../../shared/rotation/expand.ts';
import { isShadow } from '../../../shared/rotation/shadow.ts';
import { useExplain } from '../../state/explain-store.ts';
import { useShownWorkspace } from '../../state/plan-store.ts';
import { useView } from '../../state/view-store.ts';

/** The turns of a quarter that carry a duty: who looks on is nobody's choice but the lead's, and nothing is asked about it. */
export const dutiesOf = (workspace: Workspace, quarter: QuarterId): readonly Slot[] =>
  slotsOfQuarter(workspace, quarter).filter(({ rotation, layer }) => {
    const terms = workspace.rotations[rotation];
    return terms === undefined || !isShadow(terms, layer);
  });

/** The turn that is asked about: the one chosen, else the first of the quarter; null where the quarter has none. */
export function useTurn(): ShiftId | null {
  const workspace = useShownWorkspace();
  const quarter = useView((view) => view.quarter);
  const chosen = useExplain((state) => state.shift);
  const turns = dutiesOf(workspace, quarter);
  return (turns.find(({ id }) => id === chosen) ?? turns[0])?.id ?? null;
}
