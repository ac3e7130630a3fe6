import type { BoardRow, PlacedChip } from './rows.ts';

const sameFace = (a: PlacedChip['face'], b: PlacedChip['face']): boolean =>
  a.conflict === b.conflict &&
  a.accepted === b.accepted &&
  a.pinned === b.pinned &&
  a.proposed === b.proposed &&
  a.code === b.code &&
  a.role === b.role &&
  a.hue === b.hue &&
  a.filled === b.filled &&
  a.person?.name === b.person?.name &&
  a.person?.position === b.person?.position &&
  a.person?.givenNameIsUnique === b.person?.givenNameIsUnique;

const sameChip = (a: PlacedChip, b: PlacedChip): boolean =>
  a.slot === b.slot &&
  a.column === b.column &&
  a.span === b.span &&
  a.days?.[0] === b.days?.[0] &&
  a.days?.[1] === b.days?.[1] &&
  a.top === b.top &&
  a.height === b.height &&
  sameFace(a.face, b.face);

const sameList = <Item>(
  a: readonly Item[],
  b: readonly Item[],
  same: (x: Item, y: Item) => boolean,
): boolean => a.length === b.length && a.every((item, index) => same(item, b[index] as Item));

/** What rows carry beside their chips, small enough to be compared as text. */
function rest(row: BoardRow): string {
  const { chips: _chips, cells: _cells, ...others } = row;
  return JSON.stringify(others);
}

/** What was kept for a row, so that the same one is not compared again. */
const keptFor = new WeakMap<BoardRow, BoardRow>();

/**
 * The new rows, but every one that says what an old one said is that old one, and so are its chips: rows are drawn again
 * only when they change.
 */
export function keepRows(before: readonly BoardRow[], next: readonly BoardRow[]): readonly BoardRow[] {
  const known = new Map(before.map((row) => [row.key, row]));
  return next.map((row) => {
    const old = known.get(row.key);
    if (old === undefined || old === row) return row;
    if (keptFor.get(row) === old) return old;
    const chips = row.chips.map((chip, index) => {
      const other = old.chips[index];
      return other !== undefined && sameChip(chip, other) ? other : chip;
    });
    const unchanged =
      sameList(chips, old.chips, Object.is) &&
      row.cells.length === old.cells.length &&
      rest(row) === rest(old);
    const kept = unchanged ? old : { ...row, chips };
    keptFor.set(row, kept);
    return kept;
  });
}
