import { useEffect, useMemo, useRef, type FocusEvent, type MouseEvent, type PointerEvent } from 'react';
import type { ShiftId } from '../../../shared/model/ids.ts';
import { isWhereReleased } from '../../state/drag-position.ts';
import { useDrag } from '../../state/drag-store.ts';
import { anchorOf, openDesk, showHover } from '../../state/shift-desk.ts';
import { select, useView } from '../../state/view-store.ts';
import { shiftsInBox, type Stop } from './chip-order.ts';
import { setCalendarCursor, useCalendarCursor } from './cursor-store.ts';

/** How long a pointer rests before the card of a shift shows, in ms. */
const hoverDelay = 350;

const within = (target: EventTarget, selector: string): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(selector) : null;

const shiftOf = (element: HTMLElement): ShiftId => element.dataset['shift'] as ShiftId;

function onFocus({ target }: FocusEvent): void {
  const event = within(target, '[data-event]')?.dataset['event'];
  if (event !== undefined) setCalendarCursor(event);
}

function onDoubleClick({ target }: MouseEvent): void {
  const chip = within(target, '[data-shift]');
  if (chip !== null) openDesk('card', shiftOf(chip), anchorOf(chip));
}

function onContextMenu(event: MouseEvent): void {
  const chip = within(event.target, '[data-shift]');
  if (chip === null || useDrag.getState().held !== null) return;
  event.preventDefault();
  openDesk('menu', shiftOf(chip), { x: event.clientX, y: event.clientY, width: 1, height: 1 });
}

/** One alone, or with Ctrl one more or less; with Shift all between it and the one clicked before. */
function selectClicked(
  stops: readonly Stop[],
  from: string | null,
  chip: HTMLElement,
  event: MouseEvent,
): void {
  const shift = shiftOf(chip);
  const { selection } = useView.getState();
  const adds = event.ctrlKey || event.metaKey;
  if (event.shiftKey) {
    const box = shiftsInBox(stops, from, chip.dataset['event'] ?? null);
    return select([...new Set([...(adds ? selection : []), ...box])]);
  }
  if (adds)
    return select(
      selection.includes(shift) ? selection.filter((one) => one !== shift) : [...selection, shift],
    );
  select(selection.length === 1 && selection[0] === shift ? [] : [shift]);
}

/** Clicks, right clicks, focus and hovering of the shifts of the calendar, caught once around all of them. */
export function useCalendarMouse(stops: readonly Stop[]) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const over = useRef<HTMLElement | null>(null);
  /** The bar clicked last: Shift selects from there. */
  const anchor = useRef<string | null>(null);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useMemo(() => {
    const leave = (): void => {
      clearTimeout(timer.current);
      over.current = null;
      showHover(null);
    };
    const onClick = (event: MouseEvent): void => {
      const more = within(event.target, '[data-more]');
      if (more !== null) return openDesk('menu', more.dataset['more'] as ShiftId, anchorOf(more));
      leave();
      const chip = within(event.target, '[data-shift]');
      if (chip === null) {
        if (within(event.target, '[data-date]') !== null) select([]);
        return;
      }
      selectClicked(stops, anchor.current ?? useCalendarCursor.getState().event, chip, event);
      if (!event.shiftKey) anchor.current = chip.dataset['event'] ?? null;
    };
    const onPointerOver = ({ target, pointerType, clientX, clientY }: PointerEvent): void => {
      const chip = within(target, '[data-shift]');
      if (chip === over.current) return;
      leave();
      over.current = chip;
      if (chip === null || pointerType === 'touch' || useDrag.getState().held !== null) return;
      if (isWhereReleased({ x: clientX, y: clientY })) return;
      timer.current = setTimeout(() => {
        if (useDrag.getState().held === null && chip.isConnected)
          showHover({ shift: shiftOf(chip), anchor: anchorOf(chip) });
      }, hoverDelay);
    };
    return { onFocus, onClick, onDoubleClick, onContextMenu, onPointerOver, onPointerLeave: leave } as const;
  }, [stops]);
}
