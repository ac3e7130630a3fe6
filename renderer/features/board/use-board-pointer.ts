import { useCallback, useEffect, useRef, type FocusEvent, type MouseEvent, type PointerEvent } from 'react';
import type { ShiftId } from '../../../shared/model/ids.ts';
import { isWhereReleased } from '../../state/drag-position.ts';
import { useDrag } from '../../state/drag-store.ts';
import { anchorOf, openDesk, openWeek, showHover } from '../../state/shift-desk.ts';
import { select, useView } from '../../state/view-store.ts';
import type { Cursor } from './cursor.ts';
import { freeWeekAt } from './at-cursor.ts';
import { shiftsBetween } from './lasso.ts';
import type { BoardModel } from './use-board-model.ts';
import type { CursorControl } from './use-cursor.ts';

/** How long a pointer rests before the card of a shift shows, in ms. */
const hoverDelay = 350;

const chipAt = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-shift]') : null;

const shiftOf = (chip: HTMLElement): ShiftId => chip.dataset['shift'] as ShiftId;

/** The cursor that a clicked or focused element stands for. */
function cursorAt(model: BoardModel, target: EventTarget): Cursor | null {
  if (!(target instanceof Element)) return null;
  const cell = target.closest<HTMLElement>('[data-column]');
  const row = Number(cell?.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? NaN);
  if (cell === null || Number.isNaN(row)) return null;
  const column = Number(cell.dataset['column']);
  const chip = chipAt(target);
  const index =
    chip === null ? -1 : (model.rows[row]?.chips.findIndex(({ slot }) => slot.id === shiftOf(chip)) ?? -1);
  const at = index === -1 ? null : (model.rows[row]?.cells[column]?.indexOf(index) ?? null);
  return { row, column, chip: at };
}

function selectClicked(shift: ShiftId, add: boolean): void {
  const { selection } = useView.getState();
  if (!add) select(selection.length === 1 && selection[0] === shift ? [] : [shift]);
  else select(selection.includes(shift) ? selection.filter((one) => one !== shift) : [...selection, shift]);
}

/** Clicks, right clicks, focus and hovering of the Board's chips, caught once at the pane. */
export function useBoardPointer(model: BoardModel, { moveTo, anchor }: CursorControl) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const over = useRef<HTMLElement | null>(null);
  useEffect(() => () => clearTimeout(timer.current), []);

  const leave = useCallback(() => {
    clearTimeout(timer.current);
    over.current = null;
    showHover(null);
  }, []);

  const onClick = useCallback(
    (event: MouseEvent) => {
      const more = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-more]') : null;
      if (more !== null) return openDesk('menu', more.dataset['more'] as ShiftId, anchorOf(more));
      clearTimeout(timer.current);
      showHover(null);
      const at = cursorAt(model, event.target);
      const chip = chipAt(event.target);
      if (event.shiftKey && at !== null && anchor.current !== null) {
        const range = shiftsBetween(model.rows, anchor.current, at);
        const kept = event.ctrlKey || event.metaKey ? useView.getState().selection : [];
        return select([...new Set([...kept, ...range])]);
      }
      anchor.current = at;
      if (chip !== null) selectClicked(shiftOf(chip), event.ctrlKey || event.metaKey);
      else if (event.target instanceof Element && event.target.closest('.board-cell') !== null) select([]);
    },
    [model, anchor],
  );
  const onDoubleClick = useCallback((event: MouseEvent) => {
    const chip = chipAt(event.target);
    if (chip !== null) openDesk('card', shiftOf(chip), anchorOf(chip));
  }, []);
  const onContextMenu = useCallback(
    (event: MouseEvent) => {
      if (useDrag.getState().held !== null) return;
      const anchor = { x: event.clientX, y: event.clientY, width: 1, height: 1 };
      const chip = chipAt(event.target);
      const at = chip === null ? cursorAt(model, event.target) : null;
      const free = at === null ? null : freeWeekAt(model, at);
      if (chip === null && free === null) return;
      event.preventDefault();
      if (chip !== null) openDesk('menu', shiftOf(chip), anchor);
      else if (free !== null) openWeek(free, anchor);
    },
    [model],
  );
  const onFocus = useCallback(
    (event: FocusEvent) => {
      const at = cursorAt(model, event.target);
      if (at !== null) moveTo(at, false);
    },
    [model, moveTo],
  );
  const onPointerOver = useCallback((event: PointerEvent) => {
    const chip = chipAt(event.target);
    if (chip === over.current) return;
    clearTimeout(timer.current);
    over.current = chip;
    showHover(null);
    if (chip === null || event.pointerType === 'touch' || useDrag.getState().held !== null) return;
    if (isWhereReleased({ x: event.clientX, y: event.clientY })) return;
    timer.current = setTimeout(() => {
      if (useDrag.getState().held === null && chip.isConnected)
        showHover({ shift: shiftOf(chip), anchor: anchorOf(chip) });
    }, hoverDelay);
  }, []);
  return {
    onClick,
    onDoubleClick,
    onContextMenu,
    onFocus,
    onPointerOver,
    onPointerLeave: leave,
    onScroll: leave,
  };
}
