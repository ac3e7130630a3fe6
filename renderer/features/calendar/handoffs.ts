import type { DateRange } from '../../../shared/calendar/days.ts';
import { dateOf } from '../../../shared/calendar/days.ts';
import type { LocalDateTime, ZoneName } from '../../../shared/model/dates.ts';
import type { PersonId, ShiftId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import type { Slot } from '../../../shared/rotation/expand.ts';
import { momentsOf } from './bars.ts';

/** One duty that changes hands. */
export interface Handoff {
  /** The turn, or cover, that begins. */
  readonly slot: Slot;
  readonly from: PersonId | null;
  /** The duty has no turn before this one: nobody is missing there. */
  readonly begins: boolean;
  readonly to: PersonId | null;
}

/** All duties that change hands at one moment, on the clock by which the calendar is read. */
export interface Handoffs {
  readonly at: LocalDateTime;
  readonly duties: readonly Handoff[];
}

interface Piece {
  readonly slot: Slot;
  readonly start: LocalDateTime;
  readonly end: LocalDateTime;
  readonly cover: boolean;
}

const holderOf = (workspace: Workspace, slot: ShiftId): PersonId | null =>
  workspace.shifts[slot]?.person ?? null;

/** Who serves a duty at a moment: a cover before the turn that it lies over; undefined where the duty has no turn then. */
function serving(pieces: readonly Piece[], at: (piece: Piece) => boolean): Piece | undefined {
  const there = pieces.filter(at);
  return there.find(({ cover }) => cover) ?? there[0];
}

/**
 * The moments of a range at which duties change hands, covers of single days included; where the same person goes on, nothing
 * does. The first turn of a rotation begins from nobody.
 *
 * @param slots all slots around the range, those before it included
 */
export function handoffsOf(
  workspace: Workspace,
  slots: readonly Slot[],
  { from, until }: DateRange,
  clock: ZoneName | null,
): readonly Handoffs[] {
  const duties = new Map<string, Piece[]>();
  for (const slot of slots) {
    const key = `${slot.rotation}/${slot.layer}`;
    const piece = { slot, ...momentsOf(workspace, slot, clock), cover: slot.id.includes('/cover/') };
    duties.set(key, [...(duties.get(key) ?? []), piece]);
  }
  const byMoment = new Map<LocalDateTime, Handoff[]>();
  for (const pieces of duties.values()) {
    const moments = [...new Set(pieces.flatMap(({ start, end }) => [start, end]))];
    for (const moment of moments) {
      const day = dateOf(moment);
      if (day < from || day >= until) continue;
      const before = serving(pieces, (piece) => piece.start < moment && moment <= piece.end);
      const after = serving(pieces, (piece) => piece.start <= moment && moment < piece.end);
      if (after === undefined) continue;
      const [was, is] = [
        before === undefined ? null : holderOf(workspace, before.slot.id),
        holderOf(workspace, after.slot.id),
      ];
      if (was === is && before !== undefined) continue;
      byMoment.set(moment, [
        ...(byMoment.get(moment) ?? []),
        { slot: after.slot, from: was, to: is, begins: before === undefined },
      ]);
    }
  }
  return [...byMoment].sort(([a], [b]) => (a < b ? -1 : 1)).map(([at, changes]) => ({ at, duties: changes }));
}
