import type { Held } from '../../../shared/editing/aim.ts';
import { announce } from '../../state/announce.ts';
import { placeGhost } from '../../state/drag-position.ts';
import {
  cancelDrag,
  drop,
  pickUp,
  proposalHoldsPlan,
  useDrag,
  type Outcome,
} from '../../state/drag-store.ts';
import { closeDesk, showHover } from '../../state/shift-desk.ts';
import { attachPointerDrag, type Point } from '../../ui/pointer-drag.ts';

/** What only the screen itself can tell of a drag over it. */
interface Ground {
  /** What is under the pointer that can be picked up; null where there is nothing. */
  pick(event: PointerEvent): Held | null;
  /** Aims what is held at what is under the pointer, and marks it. */
  aim(at: Point, held: Held): void;
  /** Takes the marks away. */
  unmark(): void;
  dropped(outcome: Outcome, held: Held): void;
  scroller(): HTMLElement | null;
}

/**
 * Feeds the one drag controller from the pointer, from the first movement to the drop or its cancelling: the same life on the
 * Board and on the Calendar.
 *
 * @returns how to stop listening
 */
export function dragByPointer(root: HTMLElement, ground: Ground): () => void {
  let held: Held | null = null;
  const move = (at: Point): void => {
    if (held === null) return;
    placeGhost(at);
    ground.aim(at, held);
  };
  const end = (): Held | null => {
    const was = held;
    held = null;
    ground.unmark();
    return was;
  };
  return attachPointerDrag(root, {
    pick: (event) => {
      held = ground.pick(event);
      return held !== null;
    },
    start: (at) => {
      closeDesk();
      showHover(null);
      if (held === null) return;
      if (proposalHoldsPlan()) {
        announce('Accept or discard the proposal first.', 'assertive');
        held = null;
        return;
      }
      pickUp(held, 'pointer');
      move(at);
    },
    move,
    drop: (_at, anyway) => {
      const was = end();
      if (was !== null) ground.dropped(drop(anyway), was);
    },
    cancel: () => {
      end();
      if (useDrag.getState().held !== null) cancelDrag();
    },
    scroller: () => ground.scroller(),
  });
}
