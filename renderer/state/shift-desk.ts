import { create } from 'zustand';
import type { ShiftId } from '../../shared/model/ids.ts';

/** Where something opens: a rectangle in px of the window. */
export interface Anchor {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is open about a shift: at most one menu, picker or card at a time, wherever it was asked for. */
export interface ShiftDesk {
  readonly open: 'menu' | 'give' | 'swap' | 'move' | 'card' | null;
  readonly shift: ShiftId | null;
  readonly anchor: Anchor | null;
  readonly hover: { readonly shift: ShiftId; readonly anchor: Anchor } | null;
}

const closed: ShiftDesk = { open: null, shift: null, anchor: null, hover: null };

export const useShiftDesk = create<ShiftDesk>(() => closed);

export const openDesk = (open: Exclude<ShiftDesk['open'], null>, shift: ShiftId, anchor: Anchor): void =>
  useShiftDesk.setState({ open, shift, anchor, hover: null });

export const closeDesk = (): void => useShiftDesk.setState(closed);

export const showHover = (hover: ShiftDesk['hover']): void => {
  if (useShiftDesk.getState().open === null) useShiftDesk.setState({ hover });
};

export const anchorOf = (element: Element): Anchor => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x, y, width, height };
};
