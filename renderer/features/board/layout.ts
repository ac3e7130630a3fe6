import { sizes } from './sizes.ts';

/** Where columns lie: the sticky head, then weeks of equal width. */
export interface Columns {
  /** Width of the head column; it takes what the weeks leave over, so that no crooked strip stays at the right. */
  readonly head: number;
  readonly week: number;
  readonly count: number;
}

/** What the head column takes of a wide pane, where whole names find room; in a narrow one its least. */
const headOf = (paneWidth: number): number =>
  Math.min(sizes.mostHeadColumn, Math.max(sizes.headColumn, Math.floor(paneWidth * sizes.headPart)));

/** Divides the pane's width: weeks share it evenly in whole px, but never get narrower than `least`; the head gives way first. */
export function columnsFor(paneWidth: number, count: number, least: number = sizes.leastWeek): Columns {
  if (count === 0) return { head: sizes.headColumn, week: least, count };
  const wide = Math.floor((paneWidth - headOf(paneWidth)) / count);
  const share = wide < least ? Math.floor((paneWidth - sizes.headColumn) / count) : wide;
  if (share < least) return { head: sizes.headColumn, week: least, count };
  return { head: paneWidth - share * count, week: share, count };
}

/** Whether weeks are too narrow for words: the view of a year on most windows. */
export const isDense = ({ week }: Columns): boolean => week < sizes.denseBelow;

/** Free ground between a chip and the edge of its cell, in px: less where weeks are narrow. */
const edge = (columns: Columns): number => (isDense(columns) ? 1 : 3);

/** Narrower than this nothing is a target for a pointer. */
const leastChip = 24;

interface Lying {
  readonly span: number;
  /** Which days of its weeks it takes, 0 to 7 and more; null where it takes all of them. */
  readonly days: readonly [number, number] | null;
}

/** Where a chip lies, in px from the left edge of its first week: whole weeks, or for single days just these, but never less than can be hit. */
export function chipBox(
  { span, days }: Lying,
  columns: Columns,
): { readonly left: number; readonly width: number } {
  const [margin, room] = [edge(columns), columns.week * span];
  const whole = room - 2 * margin;
  if (days === null) return { left: margin, width: whole };
  const day = columns.week / 7;
  const width = Math.min(whole, Math.max(leastChip, (days[1] - days[0]) * day - 2));
  return { left: Math.max(margin, Math.min(days[0] * day + 1, room - margin - width)), width };
}

/** Whether a chip is too narrow for words: then it is its mark alone, and has one height whatever there is to say of it. */
export const isTiny = (lying: Lying, columns: Columns): boolean =>
  chipBox(lying, columns).width < sizes.denseBelow - 6;

/** Something that takes up one or more columns of a row and a height. */
export interface Block {
  readonly column: number;
  readonly span: number;
  readonly height: number;
}

/**
 * Lets blocks fall into a row as they come, each onto what already stands in its columns: a chip of two weeks keeps one
 * height in both. Returns the top of each and the height that the row then needs.
 */
export function stack(
  blocks: readonly Block[],
  least: number = sizes.leastRow,
): { readonly tops: readonly number[]; readonly height: number } {
  const skyline = new Map<number, number>();
  let lowest = 0;
  const tops = blocks.map(({ column, span, height }) => {
    let top: number = sizes.rowPadding;
    for (let at = column; at < column + span; at++) top = Math.max(top, skyline.get(at) ?? sizes.rowPadding);
    for (let at = column; at < column + span; at++) skyline.set(at, top + height + sizes.chipGap);
    lowest = Math.max(lowest, top + height + sizes.rowPadding);
    return top;
  });
  return { tops, height: Math.max(least, lowest) };
}

/** Sums of heights: entry i is where row i begins, the last where all end. */
export function prefixSums(heights: readonly number[]): readonly number[] {
  const sums = [0];
  let sum = 0;
  for (const height of heights) sums.push((sum += height));
  return sums;
}

/** The row that holds this distance from the top, or -1 outside all rows. Binary search over the prefix sums. */
export function rowAt(tops: readonly number[], y: number): number {
  const last = tops.length - 1;
  if (last < 1 || y < 0 || y >= (tops[last] ?? 0)) return -1;
  let low = 0;
  let high = last - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

export interface Span {
  readonly first: number;
  /** Not included. */
  readonly end: number;
}

/** The rows to draw for a scrolled pane, with `more` px on either side. */
export function rowsInView(
  tops: readonly number[],
  scrollTop: number,
  paneHeight: number,
  more: number = sizes.overscanRows,
): Span {
  const count = tops.length - 1;
  if (count <= 0) return { first: 0, end: 0 };
  const from = rowAt(tops, Math.max(0, scrollTop - more));
  const to = rowAt(tops, scrollTop + paneHeight + more);
  return { first: from === -1 ? 0 : from, end: to === -1 ? count : to + 1 };
}

/** The weeks to draw, with three more on either side. */
export function columnsInView({ head, week, count }: Columns, scrollLeft: number, paneWidth: number): Span {
  const first = Math.floor(scrollLeft / week) - sizes.overscanColumns;
  const end = Math.ceil((scrollLeft + paneWidth - head) / week) + sizes.overscanColumns;
  return { first: Math.max(0, first), end: Math.max(0, Math.min(count, end)) };
}
