import type { FocusEvent, MouseEvent } from 'react';
import type { ShiftId } from '../../../shared/model/ids.ts';
import { anchorOf, openDesk } from '../../state/shift-desk.ts';
import { select } from '../../state/view-store.ts';
import { setCalendarCursor } from './cursor-store.ts';

const within = (target: EventTarget, selector: string): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(selector) : null;

const shiftOf = (element: HTMLElement): ShiftId => element.dataset['shift'] as ShiftId;

function onFocus({ target }: FocusEvent): void {
  const event = within(target, '[data-event]')?.dataset['event'];
  if (event !== undefined) setCalendarCursor(event);
}

function onClick({ target }: MouseEvent): void {
  const more = within(target, '[data-more]');
  if (more !== null) return openDesk('menu', more.dataset['more'] as ShiftId, anchorOf(more));
  const chip = within(target, '[data-shift]');
  if (chip !== null) select([shiftOf(chip)]);
}

function onDoubleClick({ target }: MouseEvent): void {
  const chip = within(target, '[data-shift]');
  if (chip !== null) openDesk('card', shiftOf(chip), anchorOf(chip));
}

function onContextMenu(event: MouseEvent): void {
  const chip = within(event.target, '[data-shift]');
  if (chip === null) return;
  event.preventDefault();
  openDesk('menu', shiftOf(chip), { x: event.clientX, y: event.clientY, width: 1, height: 1 });
}

/** Clicks on the shifts of the calendar, caught once around all of them. */
export const calendarMouse = { onFocus, onClick, onDoubleClick, onContextMenu } as const;
