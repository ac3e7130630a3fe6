import type { Held, Target } from '../../../shared/editing/aim.ts';
import type { Hit } from './hit-test.ts';
import type { BoardModel } from './use-board-model.ts';
import type { Columns } from './layout.ts';

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
  switch (row.kind) {
    case 'section':
      return null;
    case 'gaps':
      if (held?.kind === 'person') return chip === undefined ? null : { kind: 'slot', slot: chip.slot.id };
      return { kind: 'gaps' };
    case 'person': {
      if (hit.column === -1) return held?.kind === 'slot' ? { kind: 'person', person: row.person } : null;
      const isHeld = chip !== undefined && held?.kind === 'slot' && held.slot === chip.slot.id;
      if (chip !== undefined && !isHeld) return { kind: 'slot', slot: chip.slot.id };
      return week === undefined ? null : { kind: 'person-week', person: row.person, week: week.monday };
    }
    case 'rotation': {
      const slot = row.slots[hit.column];
      return slot === null || slot === undefined ? null : { kind: 'slot', slot };
    }
  }
}

/** What can be picked up at a hit: a chip, or a person by the head of their row. */
export function heldAt({ rows }: Pick<BoardModel, 'rows'>, hit: Hit | null): Held | null {
  const row = hit === null ? undefined : rows[hit.row];
  if (hit === null || row === undefined) return null;
  const chip = hit.chip === null ? undefined : row.chips[hit.chip];
  if (chip !== undefined) return { kind: 'slot', slot: chip.slot.id };
  return row.kind === 'person' && hit.column === -1 ? { kind: 'person', person: row.person } : null;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
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
    return {
      left: columns.head + chip.column * columns.week + 2,
      top: top + chip.top - 1,
      width: columns.week * chip.span - 4,
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
