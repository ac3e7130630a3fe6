import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { ShiftId } from '../../../shared/model/ids.ts';
import { afterPaint } from '../../state/paint-first.ts';
import { cursorOf, settle, type Cursor } from './cursor.ts';
import type { Columns } from './layout.ts';
import { headHeight } from './sizes.ts';
import type { BoardModel } from './use-board-model.ts';

export interface CursorControl {
  readonly cursor: Cursor;
  /** Sets the cursor; with `focus` the keys go there too, scrolled into sight. */
  readonly moveTo: (cursor: Cursor, focus: boolean) => void;
  /** Follows a shift to wherever it lies once the next rows are drawn. */
  readonly follow: (shift: ShiftId) => void;
  /** Where a range of shifts begins: the last place that was gone to without Shift. */
  readonly anchor: RefObject<Cursor | null>;
}

function elementAt(pane: HTMLElement, { row, column, chip }: Cursor): HTMLElement | null {
  const cell = pane.querySelector<HTMLElement>(`[data-row="${row}"] [data-column="${column}"]`);
  if (cell === null || column === -1) return cell;
  const chips = cell.querySelectorAll<HTMLElement>('.board-chip');
  return chips[Math.min(chip ?? 0, chips.length - 1)] ?? cell;
}

function reveal(pane: HTMLElement, { tops, rows }: BoardModel, columns: Columns, cursor: Cursor): void {
  const top = tops[cursor.row] ?? 0;
  const bottom = top + (rows[cursor.row]?.height ?? 0);
  const seen = pane.clientHeight - headHeight;
  if (top < pane.scrollTop) pane.scrollTop = top;
  else if (bottom > pane.scrollTop + seen) pane.scrollTop = bottom - seen;
  if (cursor.column < 0) return;
  const left = cursor.column * columns.week;
  const wide = pane.clientWidth - columns.head;
  if (left < pane.scrollLeft) pane.scrollLeft = left;
  else if (left + columns.week > pane.scrollLeft + wide) pane.scrollLeft = left + columns.week - wide;
}

/** The one tab stop of the grid, and where the keys go when it moves. */
export function useCursor(
  pane: RefObject<HTMLElement | null>,
  model: BoardModel,
  columns: Columns,
): CursorControl {
  const [wanted, setWanted] = useState<Cursor>({ row: 0, column: 0, chip: 0 });
  /** Where the focus is to go once it is drawn. */
  const focusNext = useRef<Cursor | null>(null);
  const following = useRef<ShiftId | null>(null);
  const anchor = useRef<Cursor | null>(null);
  const cursor = settle(model.rows, model.weeks.length, wanted);

  useEffect(() => {
    if (following.current === null) return;
    const kinds =
      model.rows[cursor.row]?.kind === 'rotation'
        ? (['rotation'] as const)
        : (['person', 'gaps', 'rotation'] as const);
    const place = cursorOf(model.rows, following.current, kinds);
    following.current = null;
    if (place === null) return;
    // The shift is drawn first; what it costs to focus it comes after.
    afterPaint(() => {
      focusNext.current = place;
      setWanted(place);
    });
  }, [model.rows, cursor.row]);

  useEffect(() => {
    const element = pane.current;
    // The effect above may have asked for a place that this very drawing does not show yet.
    if (element === null || focusNext.current === null || focusNext.current !== wanted) return;
    focusNext.current = null;
    reveal(element, model, columns, cursor);
    elementAt(element, cursor)?.focus({ preventScroll: true });
  });

  // Whoever opened a plan by a button that is gone goes on in the plan; before the first key or click nothing is taken.
  useEffect(() => {
    const { activeElement } = document;
    const isNowhere = activeElement === null || activeElement === document.body;
    if (!isNowhere || !navigator.userActivation?.hasBeenActive || pane.current === null) return;
    pane.current.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  }, [pane]);

  const moveTo = useCallback((next: Cursor, focus: boolean) => {
    focusNext.current = focus ? next : null;
    setWanted(next);
  }, []);
  const follow = useCallback((shift: ShiftId) => {
    following.current = shift;
  }, []);
  return { cursor, moveTo, follow, anchor };
}
