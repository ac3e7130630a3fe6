import { create } from 'zustand';
import type { LocalDate } from '../../shared/model/dates.ts';
import type { LeaveId, PersonId, ShiftId } from '../../shared/model/ids.ts';

/** Where something opens: a rectangle in px of the window. */
export interface Anchor {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A week of a person in which they hold nothing. */
export interface FreeWeek {
  readonly person: PersonId;
  readonly monday: LocalDate;
  /** Days off that begin in it or reach into it. */
  readonly leave: LeaveId | null;
}

/** What is open about a shift or a free week: at most one menu, picker or card at a time, wherever it was asked for. */
export interface ShiftDesk {
  readonly open: 'menu' | 'give' | 'swap' | 'move' | 'card' | 'repeat' | 'cover' | 'week' | null;
  readonly shift: ShiftId | null;
  /** Set where `open` is `week`. */
  readonly week: FreeWeek | null;
  readonly anchor: Anchor | null;
  readonly hover: { readonly shift: ShiftId; readonly anchor: Anchor } | null;
}

const closed: ShiftDesk = { open: null, shift: null, week: null, anchor: null, hover: null };

export const useShiftDesk = create<ShiftDesk>(() => closed);

export const openDesk = (
  open: Exclude<ShiftDesk['open'], null | 'week'>,
  shift: ShiftId,
  anchor: Anchor,
): void => useShiftDesk.setState({ ...closed, open, shift, anchor });

/** Opens the menu of a free week: what could be asked or done about this person then. */
export const openWeek = (week: FreeWeek, anchor: Anchor): void =>
  useShiftDesk.setState({ ...closed, open: 'week', week, anchor });

export const closeDesk = (): void => useShiftDesk.setState(closed);

export const showHover = (hover: ShiftDesk['hover']): void => {
  if (useShiftDesk.getState().open === null) useShiftDesk.setState({ hover });
};

export const anchorOf = (element: Element): Anchor => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x, y, width, height };
};
