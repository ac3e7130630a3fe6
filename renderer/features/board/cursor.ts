import type { Intent } from '../../state/grid-keys.ts';
import type { BoardRow } from './rows.ts';

/** Where the keys are: a cell, or a chip in it; column -1 is the row's head. */
export interface Cursor {
  readonly row: number;
  readonly column: number;
  /** Place in the cell, from the top; null where the cell is empty, or where it is aimed at as a whole. */
  readonly chip: number | null;
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));

/** The next row in a direction that has cells: section titles are passed over. */
function nextRow(rows: readonly BoardRow[], from: number, step: number): number {
  for (let row = from + step; row >= 0 && row < rows.length; row += step)
    if (rows[row]?.kind !== 'section') return row;
  return from;
}

const chipsIn = (rows: readonly BoardRow[], row: number, column: number): number =>
  rows[row]?.cells[column]?.length ?? 0;

function enter(
  rows: readonly BoardRow[],
  row: number,
  column: number,
  at: 'top' | 'bottom' | number,
  whole: boolean,
): Cursor {
  const count = chipsIn(rows, row, column);
  if (whole || count === 0) return { row, column, chip: null };
  const chip = at === 'top' ? 0 : at === 'bottom' ? count - 1 : clamp(at, 0, count - 1);
  return { row, column, chip };
}

function vertical(rows: readonly BoardRow[], cursor: Cursor, step: number, whole: boolean): Cursor {
  const inside = (cursor.chip ?? 0) + step;
  if (!whole && cursor.chip !== null && inside >= 0 && inside < chipsIn(rows, cursor.row, cursor.column))
    return { ...cursor, chip: inside };
  const row = nextRow(rows, cursor.row, step);
  return row === cursor.row ? cursor : enter(rows, row, cursor.column, step > 0 ? 'top' : 'bottom', whole);
}

/**
 * Moves the cursor by arrow or edge key. Up and down go through the chips of a cell before they leave it; while something
 * is held (`whole`) the cells count, not their chips.
 */
export function moveCursor(
  rows: readonly BoardRow[],
  weekCount: number,
  cursor: Cursor,
  intent: Extract<Intent, { kind: 'go' | 'go-to' }>,
  rowsPerPage: number,
  whole = false,
): Cursor {
  if (intent.kind === 'go') {
    if (intent.rows !== 0) return vertical(rows, cursor, intent.rows, whole);
    const column = clamp(cursor.column + intent.columns, -1, weekCount - 1);
    return enter(rows, cursor.row, column, cursor.chip ?? 'top', whole);
  }
  const first = nextRow(rows, -1, 1);
  const last = nextRow(rows, rows.length, -1);
  switch (intent.edge) {
    case 'row-start':
      return enter(rows, cursor.row, 0, 'top', whole);
    case 'row-end':
      return enter(rows, cursor.row, weekCount - 1, 'top', whole);
    case 'grid-start':
      return enter(rows, first, 0, 'top', whole);
    case 'grid-end':
      return enter(rows, last, weekCount - 1, 'bottom', whole);
    case 'page-up':
    case 'page-down': {
      const step = intent.edge === 'page-up' ? -rowsPerPage : rowsPerPage;
      const row = clamp(cursor.row + step, first, last);
      return enter(
        rows,
        rows[row]?.kind === 'section' ? nextRow(rows, row, 1) : row,
        cursor.column,
        'top',
        whole,
      );
    }
  }
}

/** A cursor that is sure to lie on the rows there are, after they have changed beneath it. */
export function settle(rows: readonly BoardRow[], weekCount: number, cursor: Cursor): Cursor {
  const row = clamp(cursor.row, 0, Math.max(0, rows.length - 1));
  const onCells = rows[row]?.kind === 'section' ? nextRow(rows, row, 1) : row;
  const column = clamp(cursor.column, -1, weekCount - 1);
  const count = chipsIn(rows, onCells, column);
  const chip = count === 0 ? null : clamp(cursor.chip ?? 0, 0, count - 1);
  if (onCells === cursor.row && column === cursor.column && chip === cursor.chip) return cursor;
  return { row: onCells, column, chip };
}

/** Where a shift lies now: in its person's row rather than a rotation's, so that focus follows the hand. */
export function cursorOf(
  rows: readonly BoardRow[],
  shift: string,
  kinds: readonly BoardRow['kind'][],
): Cursor | null {
  for (const kind of kinds) {
    for (let row = 0; row < rows.length; row++) {
      const one = rows[row];
      if (one?.kind !== kind) continue;
      const index = one.chips.findIndex(({ slot }) => slot.id === shift);
      const column = one.chips[index]?.column;
      if (column !== undefined) return { row, column, chip: one.cells[column]?.indexOf(index) ?? 0 };
    }
  }
  return null;
}
