import type { Held } from '../../shared/editing/aim.ts';
import { announce } from './announce.ts';
import { placeGhost } from './drag-position.ts';
import { cancelDrag, drop, pickUp, proposalHoldsPlan, useDrag, type Outcome } from './drag-store.ts';
import { closeDesk, showHover } from './shift-desk.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

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

/** What `ui/pointer-drag` is to be given: it knows nothing of shifts. */
interface PointerLife {
  pick(event: PointerEvent): boolean;
  start(at: Point): void;
  move(at: Point): void;
  drop(at: Point, anyway: boolean): void;
  cancel(): void;
  scroller(): HTMLElement | null;
}

/**
 * Feeds the one drag controller from the pointer, from the first movement to the drop or its cancelling: the same life on the
 * Board and on the Calendar.
 */
export function pointerDragLife(ground: Ground): PointerLife {
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
  return {
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
  };
}
