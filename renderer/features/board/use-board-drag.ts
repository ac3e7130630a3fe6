import { useEffect, useRef, type RefObject } from 'react';
import type { Held } from '../../../shared/editing/aim.ts';
import type { ShiftId } from '../../../shared/model/ids.ts';
import { aimAt, useDrag } from '../../state/drag-store.ts';
import { pointerDragLife } from '../../state/pointer-drag-life.ts';
import { openDesk } from '../../state/shift-desk.ts';
import { select, useView } from '../../state/view-store.ts';
import { attachPointerDrag, type Point } from '../../ui/pointer-drag.ts';
import { hitTest, type Hit } from './hit-test.ts';
import type { Columns } from './layout.ts';
import { chipsInBox, type Lasso } from './lasso.ts';
import { headHeight } from './sizes.ts';
import { boxOf, boxOfDays, heldAt, targetOf, type Box } from './target.ts';
import type { BoardModel } from './use-board-model.ts';

interface Parts {
  readonly pane: RefObject<HTMLElement | null>;
  readonly model: BoardModel;
  readonly columns: Columns;
  /** Draws the outline of the target, or hides it. */
  readonly outline: (box: Box | null) => void;
  /** Draws the box that a selection is drawn with, or hides it. */
  readonly frame: (box: Box | null) => void;
  readonly follow: (landed: ShiftId) => void;
}

/** What on the board begins no drag. */
const notHeld = '[data-no-drag], [data-more], .head-fold, .week-marks';

/** Where what is held would come to lie, beneath the head. */
function targetBox(model: BoardModel, columns: Columns, hit: Hit): Box | null {
  const { target, preview } = useDrag.getState();
  if (target === null) return null;
  if (target.kind === 'day') {
    const gesture = preview?.gesture;
    return gesture?.kind === 'move-leave'
      ? boxOfDays(model, columns, hit.row, gesture.from, gesture.to)
      : null;
  }
  const isRotationCell = model.rows[hit.row]?.kind === 'rotation';
  return boxOf(model, columns, hit, target.kind === 'slot' && !isRotationCell);
}

/** What the pointer is over, found by arithmetic; the pane is measured when a press begins and after it has scrolled. */
function eyes(root: HTMLElement, latest: RefObject<Parts>) {
  let box = root.getBoundingClientRect();
  return {
    measure: () => {
      box = root.getBoundingClientRect();
    },
    hitAt: ({ x, y }: Point): Hit | null => {
      const { model, columns } = latest.current;
      const down = y - box.top;
      if (down < headHeight || down > box.height || x > box.right) return null;
      return hitTest(
        x - box.left,
        down - headHeight + root.scrollTop,
        root.scrollLeft,
        columns,
        model.tops,
        (row) => model.rows[row]?.chips ?? [],
      );
    },
    /** The same place on the ground that scrolls, beneath the head. */
    onGround: ({ x, y }: Point): Point => ({
      x: x - box.left + root.scrollLeft,
      y: y - box.top - headHeight + root.scrollTop,
    }),
  };
}

/** Drags over the board: what is held, what it is held over, and the box that a selection is drawn with. */
export function useBoardDrag(parts: Parts): void {
  const latest = useRef(parts);
  useEffect(() => {
    latest.current = parts;
  });
  const { pane } = parts;
  useEffect(() => {
    const root = pane.current;
    if (root === null) return undefined;
    const { measure, hitAt, onGround } = eyes(root, latest);
    const heldUnder = (event: PointerEvent): Held | null => {
      measure();
      if (event.target instanceof Element && event.target.closest(notHeld) !== null) return null;
      const at = { x: event.clientX, y: event.clientY };
      return heldAt(latest.current.model, hitAt(at), useView.getState().selection);
    };

    const detachDrag = attachPointerDrag(
      root,
      pointerDragLife({
        pick: heldUnder,
        aim: (at, held) => {
          const { model, columns, outline } = latest.current;
          const hit = hitAt(at);
          aimAt(targetOf(model, hit, held));
          outline(hit === null ? null : targetBox(model, columns, hit));
        },
        unmark: () => latest.current.outline(null),
        follow: (landed) => latest.current.follow(landed),
        press: (at) => {
          const { model } = latest.current;
          const hit = hitAt(at);
          const chip = hit === null ? undefined : model.rows[hit.row]?.chips[hit.chip ?? -1];
          if (chip !== undefined) openDesk('menu', chip.slot.id, { ...at, width: 1, height: 1 });
        },
        scroller: () => root,
      }),
    );

    let lasso: Lasso | null = null;
    const draw = (at: Point): void => {
      if (lasso === null) return;
      const { model, columns, frame } = latest.current;
      const to = onGround(at);
      const box = {
        left: Math.max(columns.head, Math.min(lasso.from.x, to.x)),
        top: Math.max(0, Math.min(lasso.from.y, to.y)),
        width: Math.abs(to.x - lasso.from.x),
        height: Math.abs(to.y - lasso.from.y),
      };
      frame(box);
      const inside = chipsInBox(model, columns, box);
      const next = [...new Set([...lasso.before, ...inside])];
      if (next.join() !== useView.getState().selection.join()) select(next);
    };
    const detachLasso = attachPointerDrag(root, {
      modifiers: true,
      pick: (event) => {
        if (event.pointerType === 'touch' || heldUnder(event) !== null) return false;
        const at = { x: event.clientX, y: event.clientY };
        const hit = hitAt(at);
        const isFree =
          hit !== null && hit.column >= 0 && latest.current.model.rows[hit.row]?.kind !== 'section';
        if (!isFree || (event.target instanceof Element && event.target.closest(notHeld) !== null))
          return false;
        const { selection } = useView.getState();
        const adds = event.shiftKey || event.ctrlKey || event.metaKey;
        lasso = { from: onGround(at), before: adds ? selection : [], was: selection };
        return true;
      },
      start: () => undefined,
      move: draw,
      drop: () => {
        latest.current.frame(null);
        lasso = null;
      },
      cancel: () => {
        latest.current.frame(null);
        if (lasso !== null) select(lasso.was);
        lasso = null;
      },
      scroller: () => root,
    });
    return () => {
      detachDrag();
      detachLasso();
    };
  }, [pane]);
}
