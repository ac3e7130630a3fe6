import type { Held } from '../../shared/editing/aim.ts';
import { announce } from './announce.ts';
import { noteRelease, placeGhost } from './drag-position.ts';
import type { ShiftId } from '../../shared/model/ids.ts';
import {
  cancelDrag,
  drop,
  landingOf,
  pickUp,
  proposalFirst,
  proposalHoldsPlan,
  useDrag,
} from './drag-store.ts';
import { paintFirst } from './paint-first.ts';
import { showToast } from './toast-store.ts';
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
  /** Has the focus follow a turn to where it was placed. */
  follow(landed: ShiftId): void;
  /** A finger rested on something and was lifted: opens its menu. */
  press?(at: Point): void;
  scroller(): HTMLElement | null;
}

/** What `ui/pointer-drag` is to be given: it knows nothing of shifts. */
interface PointerLife {
  pick(event: PointerEvent): boolean;
  start(at: Point): void;
  move(at: Point): void;
  drop(at: Point, anyway: boolean): void;
  cancel(): void;
  press(at: Point): void;
  scroller(): HTMLElement | null;
}

/**
 * Feeds the one drag controller from the pointer, from the first movement to the drop or its cancelling: the same life on the
 * Board and on the Calendar.
 */
export function pointerDragLife(ground: Ground): PointerLife {
  let held: Held | null = null;
  let focused: HTMLElement | null = null;
  /** Where nobody has taken it meanwhile. */
  const giveFocusBack = (): void => {
    if (document.activeElement === document.body) focused?.focus({ preventScroll: true });
  };
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
        showToast({ text: proposalFirst, tone: 'warning' });
        announce(proposalFirst, 'assertive');
        held = null;
        return;
      }
      // What has the focus is dear to take off the page: a drop would pay for what can be paid now.
      focused = document.activeElement instanceof HTMLElement ? document.activeElement : null;
      focused?.blur();
      pickUp(held, 'pointer');
      move(at);
    },
    move,
    drop: (at, anyway) => {
      noteRelease(at);
      const was = end();
      if (was === null) return;
      const landed = landingOf(useDrag.getState());
      paintFirst();
      const outcome = drop(anyway);
      if (outcome === 'placed' && landed !== null) ground.follow(landed);
      else giveFocusBack();
    },
    cancel: () => {
      end();
      giveFocusBack();
      if (useDrag.getState().held !== null) cancelDrag();
    },
    press: (at) => ground.press?.(at),
    scroller: () => ground.scroller(),
  };
}
