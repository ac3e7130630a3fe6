import { useEffect, useRef, type RefObject } from 'react';
import type { Held } from '../../../shared/editing/aim.ts';
import { aimAt, type Outcome } from '../../state/drag-store.ts';
import { pointerDragLife } from '../../state/pointer-drag-life.ts';
import { attachPointerDrag, type Point } from '../../ui/pointer-drag.ts';
import { hitTest, type Hit } from './hit-test.ts';
import type { Columns } from './layout.ts';
import { headHeight } from './sizes.ts';
import { heldAt, targetOf, type Box, boxOf } from './target.ts';
import type { BoardModel } from './use-board-model.ts';

interface Parts {
  readonly pane: RefObject<HTMLElement | null>;
  readonly model: BoardModel;
  readonly columns: Columns;
  /** Draws the outline of the target, or hides it. */
  readonly outline: (box: Box | null) => void;
  readonly dropped: (outcome: Outcome, held: Held) => void;
}

/** What on the board begins no drag. */
const notHeld = '[data-no-drag], [data-more], .head-fold, .week-marks';

/** Drags over the board: finds by arithmetic what the pointer is over. */
export function useBoardDrag(parts: Parts): void {
  const latest = useRef(parts);
  useEffect(() => {
    latest.current = parts;
  });
  const { pane } = parts;
  useEffect(() => {
    const root = pane.current;
    if (root === null) return undefined;
    let box = root.getBoundingClientRect();

    const hitAt = ({ x, y }: Point): Hit | null => {
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
    };

    return attachPointerDrag(
      root,
      pointerDragLife({
        pick: (event) => {
          box = root.getBoundingClientRect();
          if (event.target instanceof Element && event.target.closest(notHeld) !== null) return null;
          return heldAt(latest.current.model, hitAt({ x: event.clientX, y: event.clientY }));
        },
        aim: (at, held) => {
          const { model, columns, outline } = latest.current;
          const hit = hitAt(at);
          const target = targetOf(model, hit, held);
          aimAt(target);
          const isRotationCell = hit !== null && model.rows[hit.row]?.kind === 'rotation';
          outline(
            hit === null || target === null
              ? null
              : boxOf(model, columns, hit, target.kind === 'slot' && !isRotationCell),
          );
        },
        unmark: () => latest.current.outline(null),
        dropped: (outcome, held) => latest.current.dropped(outcome, held),
        scroller: () => root,
      }),
    );
  }, [pane]);
}
