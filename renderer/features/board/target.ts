import type { Held, Target } from '../../../shared/editing/aim.ts';
import { addDays, daysBetween } from '../../../shared/calendar/days.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { ShiftId } from '../../../shared/model/ids.ts';
import type { LeaveMark } from './row-marks.ts';
import type { BoardRow } from './rows.ts';
import type { Hit } from './hit-test.ts';
import type { BoardModel } from './use-board-model.ts';
import { chipBox, type Columns } from './layout.ts';

/** What a hit on the Board means to what is held over it; null where nothing can be dropped. */
export function targetOf(
  { rows, weeks }: Pick<BoardModel, 'rows' | 'weeks'>,
  hit: Hit | null,
  held: Held | null,
): Target | null {
  const row = hit === null ? undefined : rows[hit.row];
  if (hit === null || row === undefined) return null;
  const chip = hit.chip === null ? undefined : row.chips[hit.chip];
  const week = weeks[hit.column];
  if (held?.kind === 'leave') {
    if (row.kind !== 'person' || week === undefined) return null;
    return { kind: 'day', person: row.person, day: addDays(week.monday, hit.day) };
  }
  switch (row.kind) {
    case 'section':
      return null;
    case 'gaps':
      if (held?.kind === 'person') return chip === undefined ? null : { kind: 'slot', slot: chip.slot.id };
      return { kind: 'gaps' };
    case 'person': {
      if (hit.column === -1) return held?.kind === 'person' ? null : { kind: 'person', person: row.person };
      const isHeld = chip !== undefined && heldSlots(held).includes(chip.slot.id);
      if (chip !== undefined && !isHeld) return { kind: 'slot', slot: chip.slot.id };
      return week === undefined ? null : { kind: 'person-week', person: row.person, week: week.monday };
    }
    case 'rotation': {
      const slot = row.slots[hit.column];
      return slot === null || slot === undefined ? null : { kind: 'slot', slot };
    }
  }
}

/** The turns in the hand. */
export const heldSlots = (held: Held | null): readonly ShiftId[] =>
  held?.kind === 'slot' ? [held.slot] : held?.kind === 'slots' ? held.slots : [];

/** A chip alone, or with the selection that it is part of. */
export const holdShift = (shift: ShiftId, selection: readonly ShiftId[]): Held =>
  selection.length > 1 && selection.includes(shift)
    ? { kind: 'slots', lead: shift, slots: selection }
    : { kind: 'slot', slot: shift };

/** The days off of a person in a week: on that day, or where no day is given the first of them. */
export function leaveAt(row: BoardRow | undefined, column: number, day: number | null): LeaveMark | null {
  if (row?.kind !== 'person') return null;
  const marks = row.leave.filter((mark) => mark.column === column);
  return marks.find(({ days: [from, until] }) => day === null || (day >= from && day < until)) ?? null;
}

/** What can be picked up at a hit: a chip with its selection, days off, or a person by the head of their row. */
export function heldAt(
  { rows, weeks }: Pick<BoardModel, 'rows' | 'weeks'>,
  hit: Hit | null,
  selection: readonly ShiftId[],
): Held | null {
  const row = hit === null ? undefined : rows[hit.row];
  if (hit === null || row === undefined) return null;
  const chip = hit.chip === null ? undefined : row.chips[hit.chip];
  if (chip !== undefined) return holdShift(chip.slot.id, selection);
  const away = leaveAt(row, hit.column, hit.day);
  const week = weeks[hit.column];
  if (away !== null && week !== undefined)
    return { kind: 'leave', leave: away.leave, day: addDays(week.monday, hit.day) };
  return row.kind === 'person' && hit.column === -1 ? { kind: 'person', person: row.person } : null;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where days off would lie in a row, in px: from the first to the last day, as far as the weeks on view reach. */
export function boxOfDays(
  { tops, rows, weeks }: Pick<BoardModel, 'rows' | 'tops' | 'weeks'>,
  columns: Columns,
  row: number,
  from: LocalDate,
  to: LocalDate,
): Box | null {
  const first = weeks[0]?.monday;
  if (first === undefined) return null;
  const day = columns.week / 7;
  const left = Math.max(0, daysBetween(first, from) * day);
  const right = Math.min(columns.count * columns.week, (daysBetween(first, to) + 1) * day);
  return {
    left: columns.head + left,
    top: tops[row] ?? 0,
    width: Math.max(day, right - left),
    height: rows[row]?.height ?? 0,
  };
}

/** Where the outline of a target lies beneath the head, in px: the chip itself, or the whole cell or row. */
export function boxOf(
  { rows, tops }: Pick<BoardModel, 'rows' | 'tops'>,
  columns: Columns,
  hit: Hit,
  ofChip: boolean,
): Box {
  const row = rows[hit.row];
  const top = tops[hit.row] ?? 0;
  const chip = ofChip && hit.chip !== null ? row?.chips[hit.chip] : undefined;
  if (chip !== undefined) {
    const at = chipBox(chip, columns);
    return {
      left: columns.head + chip.column * columns.week + at.left - 1,
      top: top + chip.top - 1,
      width: at.width + 2,
      height: chip.height + 2,
    };
  }
  if (hit.column === -1 || row?.kind === 'gaps')
    return { left: 0, top, width: columns.head + columns.week * columns.count, height: row?.height ?? 0 };
  return {
    left: columns.head + hit.column * columns.week,
    top,
    width: columns.week,
    height: row?.height ?? 0,
  };
}
