import type { FocusEvent, KeyboardEvent, MouseEvent, RefObject } from 'react';
import type { LocalDate } from '../../../shared/model/dates.ts';
import { announce } from '../../state/announce.ts';
import { placeGhost } from '../../state/drag-position.ts';
import { showToast } from '../../state/toast-store.ts';
import { aimRole, cancelRole, cellAt, dropRole, heldAt, pickUpRole } from './role-drag.ts';
import { cycleRole, setRole } from './task-acts.ts';
import { useTasksDesk } from './tasks-desk.ts';

/** Where the keyboard is: rows of tasks, columns of people, then open roles, then the weight. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

interface Ground {
  readonly table: RefObject<HTMLTableElement | null>;
  readonly size: { readonly rows: number; readonly columns: number };
  readonly place: Place;
  readonly setPlace: (place: Place) => void;
  readonly day: LocalDate;
  readonly disabledReason: string | undefined;
}

const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Where a key leads; null where it leads nowhere. */
export function nextPlace(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
  { row, column }: Place,
  { rows, columns }: Ground['size'],
): Place | null {
  const clamp = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));
  const step = steps[event.key];
  if (step !== undefined)
    return { row: clamp(row + step[0], rows), column: clamp(column + step[1], columns) };
  const far = event.ctrlKey || event.metaKey;
  if (event.key === 'Home') return { row: far ? 0 : row, column: 0 };
  if (event.key === 'End') return { row: far ? rows - 1 : row, column: columns - 1 };
  return null;
}

/** Why nothing can be changed now; null where it can. */
function hindrance(disabledReason: string | undefined): string | null {
  if (disabledReason !== undefined) return disabledReason;
  return useTasksDesk.getState().preview === null ? null : 'Accept the preview or put it back first.';
}

function mayChange(disabledReason: string | undefined): boolean {
  const because = hindrance(disabledReason);
  if (because !== null) {
    showToast({ text: because, tone: 'warning' });
    announce(because, 'assertive');
  }
  return because === null;
}

/** The matrix by keys and by clicks: arrows walk, Enter and a click go through the roles, P, S and Delete set one, M picks one up. */
export function useMatrixKeys({ table, size, place, setPlace, day, disabledReason }: Ground) {
  const cellOf = ({ row, column }: Place): HTMLElement | null =>
    table.current?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`) ?? null;

  const aimAtCell = (element: HTMLElement | null): void => {
    if (element === null) return;
    const box = element.getBoundingClientRect();
    placeGhost({ x: box.left + box.width / 2, y: box.top + box.height / 2 });
    aimRole(day, cellAt(element));
  };

  const go = (next: Place): void => {
    setPlace(next);
    const element = cellOf(next);
    element?.focus();
    if (useTasksDesk.getState().drag?.by === 'keys') aimAtCell(element);
  };

  const pickUp = (element: HTMLElement): void => {
    const held = heldAt(element.querySelector('[data-held-task]'));
    if (held === null) {
      announce('There is no role in this cell to pick up.', 'assertive');
      return;
    }
    pickUpRole(held, 'keys');
    aimAtCell(element);
    announce('Picked up. Arrows aim, Enter drops, Escape cancels.', 'assertive');
  };

  const onHeldKey = (event: KeyboardEvent): boolean => {
    if (useTasksDesk.getState().drag?.by !== 'keys') return false;
    if (event.key === 'Enter') dropRole(day);
    else if (event.key === 'Escape') cancelRole();
    else return false;
    return true;
  };

  const onCellKey = (event: KeyboardEvent, element: HTMLElement): boolean => {
    const cell = cellAt(element);
    if (cell === null || event.ctrlKey || event.metaKey || event.altKey) return false;
    const key = event.key.toLowerCase();
    if (!['enter', ' ', 'p', 's', 'm', 'delete', 'backspace'].includes(key)) return false;
    if (!mayChange(disabledReason)) return true;
    if (key === 'm') pickUp(element);
    else if (cell.person === null) announce('Pick the open role up with M, or go to a person.', 'assertive');
    else if (key === 'enter' || key === ' ') cycleRole(day, cell.task, cell.person);
    else setRole(day, cell.task, cell.person, key === 'p' ? 'primary' : key === 's' ? 'secondary' : null);
    return true;
  };

  return {
    onKeyDown: (event: KeyboardEvent<HTMLElement>): void => {
      const element = event.target as HTMLElement;
      if (element.dataset['row'] === undefined) return;
      if (onHeldKey(event) || onCellKey(event, element)) return event.preventDefault();
      const next = event.altKey || event.shiftKey ? null : nextPlace(event, place, size);
      if (next === null) return;
      event.preventDefault();
      go(next);
    },
    onFocus: (event: FocusEvent<HTMLElement>): void => {
      const { row, column } = event.target.dataset;
      if (row === undefined || column === undefined) return;
      if (Number(row) !== place.row || Number(column) !== place.column)
        setPlace({ row: Number(row), column: Number(column) });
    },
    onClick: (event: MouseEvent<HTMLElement>): void => {
      const cell = cellAt(event.target as Element);
      if (cell === null) return;
      cell.element.focus();
      if (cell.person !== null && mayChange(disabledReason)) cycleRole(day, cell.task, cell.person);
    },
  };
}
