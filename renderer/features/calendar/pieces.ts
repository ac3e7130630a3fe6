import { addDays, daysBetween } from '../../../shared/calendar/days.ts';
import type { LocalDate, ZoneName } from '../../../shared/model/dates.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import type { Slot } from '../../../shared/rotation/expand.ts';
import { coversOf } from '../../../shared/rotation/override.ts';
import { barsOf, type Bar } from './bars.ts';
import { firstDayOf } from './week-heights.ts';

/** A bar, or as much of it as lies in one row. */
export interface BarPart {
  readonly bar: Bar;
  readonly from: LocalDate;
  /** Not included. */
  readonly until: LocalDate;
}

/**
 * A turn as far as it lies in one row of days, with the covers over it: drawn as one event, so that a duty keeps its line in the row,
 * whoever serves it.
 */
export interface Piece {
  readonly turn: Slot;
  readonly from: LocalDate;
  /** Not included. */
  readonly until: LocalDate;
  readonly parts: readonly BarPart[];
}

const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b);
const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);

/**
 * The pieces of a turn, row by row.
 *
 * @param turn no cover: covers are parts of the turn that they lie over
 * @param origin a day on which a row begins; every seventh before and after it begins another
 */
export function piecesOf(
  workspace: Workspace,
  turn: Slot,
  clock: ZoneName | null,
  origin: LocalDate,
): readonly Piece[] {
  const bars = [turn, ...coversOf(workspace.shifts, turn.id)]
    .flatMap((slot) => barsOf(workspace, slot, clock))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const [first, last] = [bars[0], bars.at(-1)];
  if (first === undefined || last === undefined) return [];
  const pieces: Piece[] = [];
  for (let row = firstDayOf(first.from, origin); row < last.until; row = addDays(row, 7)) {
    const next = addDays(row, 7);
    const parts = bars
      .filter((bar) => bar.from < next && row < bar.until)
      .map((bar) => ({ bar, from: later(bar.from, row), until: earlier(bar.until, next) }));
    pieces.push({ turn, from: later(first.from, row), until: earlier(last.until, next), parts });
  }
  return pieces;
}

/** How many days a piece, or a part of it, is long. */
export const daysOf = ({ from, until }: Pick<BarPart, 'from' | 'until'>): number => daysBetween(from, until);
