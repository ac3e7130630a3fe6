import { addDays } from '../../../shared/calendar/days.ts';
import type { Held } from '../../../shared/editing/aim.ts';
import type { ShiftId } from '../../../shared/model/ids.ts';
import type { FreeWeek } from '../../state/shift-desk.ts';
import type { Cursor } from './cursor.ts';
import { holdShift, leaveAt } from './target.ts';
import type { BoardModel } from './use-board-model.ts';

/** The shift under the cursor. */
export function shiftAt({ rows }: Pick<BoardModel, 'rows'>, { row, column, chip }: Cursor): ShiftId | null {
  const one = rows[row];
  const index = one?.cells[column]?.[chip ?? 0];
  return index === undefined ? null : (one?.chips[index]?.slot.id ?? null);
}

/** What the keys pick up: a shift with its selection, a person at the head of the row, or the days off of the week. */
export function holdingAt(
  { rows, weeks }: Pick<BoardModel, 'rows' | 'weeks'>,
  cursor: Cursor,
  selection: readonly ShiftId[],
): Held | null {
  const row = rows[cursor.row];
  if (cursor.column === -1) return row?.kind === 'person' ? { kind: 'person', person: row.person } : null;
  const shift = shiftAt({ rows }, cursor);
  if (shift !== null) return holdShift(shift, selection);
  const [away, week] = [leaveAt(row, cursor.column, null), weeks[cursor.column]];
  return away === null || week === undefined
    ? null
    : { kind: 'leave', leave: away.leave, day: addDays(week.monday, away.days[0]) };
}

/** The week of a person in which nothing is held, where the cursor is on one. */
export function freeWeekAt(
  { rows, weeks }: Pick<BoardModel, 'rows' | 'weeks'>,
  { row, column }: Cursor,
): FreeWeek | null {
  const [one, week] = [rows[row], weeks[column]];
  if (one?.kind !== 'person' || week === undefined || (one.cells[column]?.length ?? 0) > 0) return null;
  return {
    person: one.person,
    monday: week.monday,
    leave: leaveAt(one, column, null)?.leave ?? null,
  };
}

/** The next or previous chip with an open conflict, by rows and weeks, round the end. */
export function conflictFrom(
  { rows }: Pick<BoardModel, 'rows'>,
  cursor: Cursor,
  step: 1 | -1,
): Cursor | null {
  const all = rows.flatMap((row, index) =>
    row.kind === 'person'
      ? row.chips
          .filter(({ face }) => face.conflict !== null)
          .map((chip) => ({
            row: index,
            column: chip.column,
            chip: row.cells[chip.column]?.indexOf(row.chips.indexOf(chip)) ?? 0,
          }))
      : [],
  );
  const place = (at: Cursor) => at.row * 10_000 + at.column * 100 + (at.chip ?? 0);
  const sorted = all.toSorted((a, b) => step * (place(a) - place(b)));
  return sorted.find((one) => step * (place(one) - place(cursor)) > 0) ?? sorted[0] ?? null;
}
