import { useEffect, type RefObject } from 'react';
import type { PersonId } from '../../../shared/model/ids.ts';
import { newLeaveId } from '../../state/leave-acts.ts';
import { openWorkspace } from '../../state/workspace-store.ts';
import { attachPointerDrag, type Point } from '../../ui/pointer-drag.ts';
import { cancelHold, drop, hold, refuseToHold, whyNotHeld } from './hold.ts';
import { gripAt, leaveOfGrip, type Grip } from './leave-gesture.ts';
import { setLeave, useLeave } from './leave-store.ts';
import { dayAt, NAMES, type StripLayout } from './strip-layout.ts';

/** What lies under the pointer: a leave's bar or a free place of somebody's line. */
function gripUnder(event: PointerEvent, left: number, layout: StripLayout): Grip | null {
  const under = event.target instanceof Element ? event.target : null;
  const row = under?.closest<HTMLElement>('[data-person]') ?? null;
  if (row === null || under?.closest('[role=rowheader]') !== null) return null;
  const day = dayAt(layout, event.clientX - left);
  const bar = under?.closest<HTMLElement>('[data-leave]') ?? null;
  const leave = bar === null ? undefined : openWorkspace().leave[bar.dataset['leave'] as never];
  if (bar === null || leave === undefined)
    return { kind: 'draw', person: row.dataset['person'] as PersonId, from: day };
  const box = bar.getBoundingClientRect();
  return { kind: gripAt(event.clientX - box.left, box.width), leave, from: day };
}

/** Drawing, moving and stretching leave by mouse, pen or finger: along the days of one person. */
export function useStripPointer(
  pane: RefObject<HTMLElement | null>,
  grid: RefObject<HTMLElement | null>,
  layout: StripLayout,
): void {
  useEffect(() => {
    const root = grid.current;
    if (root === null) return undefined;
    let grip: Grip | null = null;
    let id = newLeaveId();
    const daysLeft = (): number => root.getBoundingClientRect().left + NAMES;
    const aim = (at: Point): void => {
      if (grip === null) return;
      const leave = leaveOfGrip(grip, dayAt(layout, at.x - daysLeft()), id);
      const held = useLeave.getState().draft?.leave;
      // The card follows the pointer; what the leave would do is asked again only with the next day.
      const same = held !== undefined && held.from === leave.from && held.to === leave.to;
      hold({ leave: same ? held : leave, grip, at });
    };
    return attachPointerDrag(root, {
      pick(event) {
        const found = gripUnder(event, daysLeft(), layout);
        if (found === null) return false;
        const why = whyNotHeld(found.kind === 'draw' ? null : found.leave);
        grip = why === null ? found : null;
        if (why !== null && found.kind !== 'draw') refuseToHold(why);
        return grip !== null;
      },
      start(at) {
        id = newLeaveId();
        setLeave({ anchor: null });
        aim(at);
      },
      move: aim,
      drop(at) {
        aim(at);
        const { draft } = useLeave.getState();
        grip = null;
        if (draft !== null) drop(draft.leave);
      },
      cancel() {
        grip = null;
        cancelHold();
      },
      scroller: () => pane.current,
    });
  }, [pane, grid, layout]);
}
