import { useMemo } from 'react';
import type { QuarterId } from '../../../shared/model/dates.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { slotsOfQuarter } from '../../../shared/rotation/expand.ts';
import { quarterText } from '../../../shared/words/date-text.ts';
import { showScreen, type ScreenName } from '../../state/view-store.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';

/** Why no shift stands here, and the screen on which that is mended; null where some do. */
function missing(
  workspace: Workspace,
  quarter: QuarterId,
): { readonly text: string; readonly screen: ScreenName; readonly act: string } | null {
  const isActive = ({ archivedOn }: { readonly archivedOn: unknown }): boolean => archivedOn === null;
  if (!Object.values(workspace.people).some(isActive))
    return { text: 'Nobody is in the team yet.', screen: 'people', act: 'Add people' };
  if (!Object.values(workspace.rotations).some(isActive))
    return { text: 'No rotation gives out turns yet.', screen: 'rotations', act: 'Add a rotation' };
  if (slotsOfQuarter(workspace, quarter).length > 0) return null;
  const text = `No rotation has turns in ${quarterText(quarter)}. Days off, holidays and deadlines stand here.`;
  return { text, screen: 'rotations', act: 'Open Rotations' };
}

/** Says why a quarter has no shifts. The days below stay: leave can be drawn, and deadlines are due, without them. */
export function NoTurns({ quarter }: { readonly quarter: QuarterId }) {
  const workspace = useWorkspace();
  const none = useMemo(() => missing(workspace, quarter), [workspace, quarter]);
  if (none === null) return null;
  return (
    <div className="calendar-none">
      <p>{none.text}</p>
      <Button size="small" onPress={() => showScreen(none.screen)}>
        {none.act}
      </Button>
    </div>
  );
}
