import type { QuarterId } from '../../shared/model/dates.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import { slotsOfQuarter, type Slot } from '../../shared/rotation/expand.ts';
import { memoise } from './memoise.ts';
import { useView, type Zoom } from './view-store.ts';

/** The quarters that the Board shows, in order: the chosen one, or all four of its year. */
export const quartersInView = memoise((quarter: QuarterId, zoom: Zoom): readonly QuarterId[] =>
  zoom === 'quarter'
    ? [quarter]
    : [1, 2, 3, 4].map((number) => `${quarter.slice(0, 4)}-Q${number}` as QuarterId),
);

/** The lists behind each other. Who holds a turn is not in them: after most edits they are the very same, and so is the whole. */
const joined = memoise((...lists: readonly (readonly Slot[])[]): readonly Slot[] => lists.flat());

/** The turns of these quarters. One quarter gives the list that is remembered anyhow. */
export const slotsOf = memoise((workspace: Workspace, quarters: readonly QuarterId[]): readonly Slot[] => {
  const lists = quarters.map((quarter) => slotsOfQuarter(workspace, quarter));
  const [only] = lists;
  return lists.length === 1 && only !== undefined ? only : joined(...lists);
});

/** The turns that are on view: among them a hand looks for what it is held over. */
export function slotsInView(workspace: Workspace): readonly Slot[] {
  const { quarter, zoom, screen } = useView.getState();
  return slotsOf(workspace, quartersInView(quarter, screen === 'board' ? zoom : 'quarter'));
}
