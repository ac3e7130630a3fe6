import { useEffect, type RefObject } from 'react';
import type { HeldRole } from '../../../shared/editing/task-owners.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import { announce } from '../../state/announce.ts';
import { placeGhost } from '../../state/drag-position.ts';
import { attachPointerDrag } from '../../ui/pointer-drag.ts';
import { aimRole, cancelRole, cellAt, dropRole, heldAt, pickUpRole } from './role-drag.ts';
import { useTasksDesk } from './tasks-desk.ts';
import type { Place } from './use-matrix-keys.ts';

interface Ground {
  readonly table: RefObject<HTMLTableElement | null>;
  readonly pane: RefObject<HTMLDivElement | null>;
  readonly day: LocalDate;
  readonly setPlace: (place: Place) => void;
  readonly disabledReason: string | undefined;
}

/** Lets chips be dragged from cell to cell by mouse, pen or finger. */
export function useMatrixDrag({ table, pane, day, setPlace, disabledReason }: Ground): void {
  useEffect(() => {
    const root = table.current;
    if (root === null) return undefined;
    let held: HeldRole | null = null;
    const move = (at: { readonly x: number; readonly y: number }): void => {
      placeGhost(at);
      aimRole(day, cellAt(document.elementFromPoint(at.x, at.y)));
    };
    return attachPointerDrag(root, {
      pick: (event) => {
        held = heldAt(event.target as Element);
        return held !== null && disabledReason === undefined;
      },
      start: (at) => {
        if (held === null) return;
        if (useTasksDesk.getState().preview !== null) {
          announce('Accept the preview or put it back first.', 'assertive');
          return;
        }
        pickUpRole(held, 'pointer');
        move(at);
      },
      move,
      drop: (at) => {
        const cell = cellAt(document.elementFromPoint(at.x, at.y))?.element;
        if (cell === undefined) return cancelRole();
        setPlace({ row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) });
        cell.focus();
        dropRole(day);
      },
      cancel: cancelRole,
      scroller: () => pane.current,
    });
  }, [table, pane, day, setPlace, disabledReason]);
}
