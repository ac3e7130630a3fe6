import type { ShiftId } from '../../../shared/model/ids.ts';
import { slotsOfQuarter } from '../../../shared/rotation/expand.ts';
import { useExplain } from '../../state/explain-store.ts';
import { useShownWorkspace } from '../../state/plan-store.ts';
import { useView } from '../../state/view-store.ts';

/** The turn that is asked about: the one chosen, else the first of the quarter; null where the quarter has none. */
export function useTurn(): ShiftId | null {
  const workspace = useShownWorkspace();
  const quarter = useView((view) => view.quarter);
  const chosen = useExplain((state) => state.shift);
  const turns = slotsOfQuarter(workspace, quarter);
  return (turns.find(({ id }) => id === chosen) ?? turns[0])?.id ?? null;
}
