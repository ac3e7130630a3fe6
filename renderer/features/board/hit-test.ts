import { chipBox, rowAt, type Columns } from './layout.ts';

/** What lies at a point of the Board. */
export interface Hit {
  readonly row: number;
  /** -1 over a row's head. */
  readonly column: number;
  /** Place in the row's list of chips, or null over free ground. */
  readonly chip: number | null;
  /** Day of the week in the column, 0 for Monday. */
  readonly day: number;
}

interface Placed {
  readonly column: number;
  readonly span: number;
  readonly days: readonly [number, number] | null;
  readonly top: number;
  readonly height: number;
}

/**
 * Finds row, week and chip by arithmetic alone: asking the document where things are would cost a layout per move of the
 * pointer.
 *
 * @param x from the left edge of the pane as seen, sticky head included
 * @param y from the first row's top, scrolling added
 * @param scrollLeft how far the weeks have slid beneath the head
 */
export function hitTest(
  x: number,
  y: number,
  scrollLeft: number,
  columns: Columns,
  tops: readonly number[],
  chipsOf: (row: number) => readonly Placed[],
): Hit | null {
  const row = rowAt(tops, y);
  if (row === -1 || x < 0) return null;
  if (x < columns.head) return { row, column: -1, chip: null, day: 0 };
  const across = x - columns.head + scrollLeft;
  const column = Math.floor(across / columns.week);
  if (column >= columns.count) return null;
  const day = Math.min(6, Math.floor(((across - column * columns.week) / columns.week) * 7));
  const within = y - (tops[row] ?? 0);
  const isOver = (one: Placed): boolean => {
    if (one.days === null) return true;
    const { left, width } = chipBox(one, columns);
    const from = across - one.column * columns.week - left;
    return from >= 0 && from < width;
  };
  const chip = chipsOf(row).findIndex(
    (one) =>
      column >= one.column &&
      column < one.column + one.span &&
      within >= one.top &&
      within < one.top + one.height &&
      isOver(one),
  );
  return { row, column, chip: chip === -1 ? null : chip, day };
}
