import { daysAtNoon } from '../../calendar/span.ts';
import type { LocalDate } from '../../model/dates.ts';
import type { PersonId, ShiftId } from '../../model/ids.ts';
import type { Shift } from '../../model/shift.ts';
import { recordOf } from '../../model/tables.ts';
import type { Workspace } from '../../model/workspace.ts';
import { coversOf } from '../../rotation/override.ts';

/** One day of a turn with whoever serves it; `cover` is null where that is the turn's own holder. */
export interface DayServed {
  readonly day: LocalDate;
  readonly person: PersonId;
  readonly cover: ShiftId | null;
}

/** The turn behind a shift: what a cover covers, else the shift itself; undefined where nobody holds it. */
export const turnBehind = (workspace: Workspace, shift: ShiftId): Shift | undefined =>
  recordOf(workspace, 'shifts', recordOf(workspace, 'shifts', shift)?.covers ?? shift);

/** The days of a turn, by the noon rule, each with whoever serves it; none for a turn that nobody holds. */
export function daysServed(workspace: Workspace, shift: ShiftId): readonly DayServed[] {
  const turn = turnBehind(workspace, shift);
  if (turn === undefined) return [];
  const covers = coversOf(workspace.shifts, turn.id).map((cover) => ({
    cover,
    days: daysAtNoon(cover.start, cover.end),
  }));
  return daysAtNoon(turn.start, turn.end).map((day) => {
    const found = covers.find(({ days }) => days.includes(day))?.cover;
    return { day, person: found?.person ?? turn.person, cover: found?.id ?? null };
  });
}
