import type { ShiftId } from '../../../shared/model/ids.ts';
import { chipBox, type Columns } from './layout.ts';
import type { Cursor } from './cursor.ts';
import type { BoardRow, PlacedChip } from './rows.ts';
import type { Box } from './target.ts';
import type { BoardModel } from './use-board-model.ts';

/** A selection that is being drawn, with what was selected before it. */
export interface Lasso {
  readonly from: { readonly x: number; readonly y: number };
  /** What the new selection is added to. */
  readonly before: readonly ShiftId[];
  /** What comes back when it is cancelled. */
  readonly was: readonly ShiftId[];
}

/** The shifts whose chips a box touches, by arithmetic; px of the ground beneath the head. */
export function chipsInBox(
  { rows, tops }: Pick<BoardModel, 'rows' | 'tops'>,
  columns: Columns,
  box: Box,
): readonly ShiftId[] {
  const [right, bottom] = [box.left + box.width, box.top + box.height];
  return rows.flatMap((row, index) => {
    const top = tops[index] ?? 0;
    if (top > bottom || top + row.height < box.top) return [];
    return row.chips
      .filter((chip) => {
        const at = chipBox(chip, columns);
        const left = columns.head + chip.column * columns.week + at.left;
        return (
          left < right &&
          left + at.width > box.left &&
          top + chip.top < bottom &&
          top + chip.top + chip.height > box.top
        );
      })
      .map(({ slot }) => slot.id);
  });
}

const chipAt = (rows: readonly BoardRow[], { row, column, chip }: Cursor): PlacedChip | undefined =>
  chip === null ? undefined : rows[row]?.chips[rows[row].cells[column]?.[chip] ?? -1];

const dutyOf = ({ slot }: PlacedChip): string => `${slot.rotation}/${slot.layer}`;

/**
 * The shifts between two places, rows and weeks: between two chips of one duty that duty's alone, else all.
 */
export function shiftsBetween(rows: readonly BoardRow[], one: Cursor, other: Cursor): readonly ShiftId[] {
  const [first, last] = [Math.min(one.row, other.row), Math.max(one.row, other.row)];
  const [from, to] = [Math.min(one.column, other.column), Math.max(one.column, other.column)];
  const ends = [chipAt(rows, one), chipAt(rows, other)].map((chip) => (chip ? dutyOf(chip) : ''));
  const duty = ends[0] === ends[1] ? ends[0] : undefined;
  const inside = rows
    .slice(first, last + 1)
    .flatMap(({ chips }) => chips)
    .filter((chip) => chip.column <= to && chip.column + chip.span - 1 >= from)
    .filter((chip) => !duty || dutyOf(chip) === duty);
  if (one.row !== other.row || one.column !== other.column) return inside.map(({ slot }) => slot.id);
  const [top, bottom] = [Math.min(one.chip ?? 0, other.chip ?? 0), Math.max(one.chip ?? 0, other.chip ?? 0)];
  return (rows[one.row]?.cells[one.column] ?? [])
    .slice(top, bottom + 1)
    .flatMap((index) => rows[one.row]?.chips[index]?.slot.id ?? []);
}
