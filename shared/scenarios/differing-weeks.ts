import { dateOf, mondayOf } from '../calendar/days.ts';
import type { LocalDate, QuarterId } from '../model/dates.ts';
import type { PersonId, ShiftId } from '../model/ids.ts';
import type { Workspace } from '../model/workspace.ts';
import { weeksOfTurn } from '../planner/wishes.ts';
import { slotsOfQuarter } from '../rotation/expand.ts';
import { familyOf } from './family.ts';

/** Who holds one duty in one week under two plans; null is a gap, undefined that the plan has no such duty then. */
export interface DutyCompared {
  /** A turn of either plan that names the duty. */
  readonly shift: ShiftId;
  readonly before: PersonId | null | undefined;
  readonly after: PersonId | null | undefined;
}

export interface WeekCompared {
  /** Its Monday. */
  readonly week: LocalDate;
  readonly duties: readonly DutyCompared[];
}

interface Held {
  readonly week: LocalDate;
  readonly shift: ShiftId;
  readonly person: PersonId | null;
}

/** Each duty of each week with its holder, by week and duty. Covers of single days are left out: they are within a turn. */
function holders(workspace: Workspace, quarter: QuarterId): ReadonlyMap<string, Held> {
  const held = new Map<string, Held>();
  for (const slot of slotsOfQuarter(workspace, quarter)) {
    if (slot.id.includes('/cover/')) continue;
    const weeks = weeksOfTurn(slot.start, slot.end);
    const person = workspace.shifts[slot.id]?.person ?? null;
    for (const week of weeks.length > 0 ? weeks : [mondayOf(dateOf(slot.start))])
      held.set(`${week} ${familyOf(workspace, slot.rotation)} ${slot.layer}`, {
        week,
        shift: slot.id,
        person,
      });
  }
  return held;
}

/** The weeks in which two plans of a quarter differ, with the duties that do; a turn of two weeks stands in both. */
export function differingWeeks(
  quarter: QuarterId,
  left: Workspace,
  right: Workspace,
): readonly WeekCompared[] {
  const [before, after] = [holders(left, quarter), holders(right, quarter)];
  const weeks = new Map<LocalDate, DutyCompared[]>();
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(key), after.get(key)];
    const known = is ?? was;
    if (known === undefined || (was !== undefined && is !== undefined && was.person === is.person)) continue;
    const duties = weeks.get(known.week) ?? [];
    duties.push({ shift: known.shift, before: was?.person, after: is?.person });
    weeks.set(known.week, duties);
  }
  return [...weeks]
    .map(([week, duties]) => ({ week, duties }))
    .sort((one, other) => (one.week < other.week ? -1 : 1));
}
