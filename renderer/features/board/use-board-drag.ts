import { useEffect, useRef, type RefObject } from 'react';
import type { Held } from '../../../shared/editing/aim.ts';
import { announce } from '../../state/announce.ts';
import { placeGhost } from '../../state/drag-position.ts';
import {
  aimAt,
  cancelDrag,
  drop,
  pickUp,
  proposalHoldsPlan,
  useDrag,
  type Outcome,
} from '../../state/drag-store.ts';
import { closeDesk, showHover } from '../../state/shift-desk.ts';
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

/** Feeds the one drag controller from the pointer: finds by arithmetic what it is over. */
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
    let held: Held | null = null;

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
    const move = (at: Point) => {
      placeGhost(at);
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
    };
    const end = () => {
      held = null;
      latest.current.outline(null);
    };

    return attachPointerDrag(root, {
      pick: (event) => {
        box = root.getBoundingClientRect();
        if (
          event.target instanceof Element &&
          event.target.closest('[data-no-drag], [data-more], .head-fold, .week-marks') !== null
        )
          return false;
        held = heldAt(latest.current.model, hitAt({ x: event.clientX, y: event.clientY }));
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
      move: (at) => {
        if (held !== null) move(at);
      },
      drop: (_at, anyway) => {
        const was = held;
        end();
        if (was !== null) latest.current.dropped(drop(anyway), was);
      },
      cancel: () => {
        end();
        if (useDrag.getState().held !== null) cancelDrag();
      },
      scroller: () => root,
    });
  }, [pane]);
}
