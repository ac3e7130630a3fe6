import { dateOf } from '../../calendar/days.ts';
import type { LocalDate } from '../../model/dates.ts';
import type { PersonId, ShiftId } from '../../model/ids.ts';
import type { Shift } from '../../model/shift.ts';
import { derived } from '../../model/tables.ts';
import type { Workspace } from '../../model/workspace.ts';
import { blankShift } from '../../rotation/planned-shift.ts';
import { coverTimes } from './cover-times.ts';
import { turnBehind } from './days-served.ts';

/** Days of a turn for somebody else, as the command `cover-days` takes them; `until` is not included. */
export interface DayCover {
  readonly shift: ShiftId;
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly person: PersonId;
}

/**
 * A workspace with these covers laid over it, to be looked at and never kept: days that nobody covers yet, or exactly those of a cover
 * that stands. The holder's own days may be laid out as a cover too.
 */
export function withCovers(workspace: Workspace, covers: readonly DayCover[]): Workspace {
  const shifts: Record<ShiftId, Shift> = { ...workspace.shifts };
  const ids: ShiftId[] = [];
  for (const { shift, from, until, person } of covers) {
    const turn = turnBehind(workspace, shift);
    const times = turn === undefined ? null : coverTimes(turn, from, until);
    if (turn === undefined || times === null) continue;
    const id = `${turn.id}/cover/${dateOf(times.start)}` as ShiftId;
    const { rotation, layer, origin, accepted, sequence } = turn;
    shifts[id] = {
      ...blankShift({ id, rotation, layer, ...times }),
      person,
      origin,
      pinned: true,
      accepted,
      sequence,
    };
    ids.push(id);
  }
  return ids.length === 0 ? workspace : { ...workspace, shifts: derived(workspace.shifts, shifts, ids) };
}
