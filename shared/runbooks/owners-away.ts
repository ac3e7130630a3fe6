import { addDays, daysFrom, isWeekend, mondayOf, quarterRange } from '../calendar/days.ts';
import { holidaysTouched } from '../calendar/holidays.ts';
import type { LocalDate, QuarterId } from '../model/dates.ts';
import type { PersonId, RunbookId } from '../model/ids.ts';
import { leaveOf } from '../model/leave-of.ts';
import type { Runbook } from '../model/runbook.ts';
import type { Workspace } from '../model/workspace.ts';

/** A week in which nobody who owns a runbook is there on some working days. */
export interface WeekAlone {
  readonly runbook: RunbookId;
  /** The Monday. */
  readonly week: LocalDate;
  /** Monday to Friday, those of the quarter on which every owner is away. */
  readonly days: readonly LocalDate[];
}

type Presence = 'there' | 'holiday' | 'away';

function presenceOf(workspace: Workspace, id: PersonId, day: LocalDate): Presence {
  const person = workspace.people[id];
  if (person === undefined || (person.archivedOn !== null && person.archivedOn <= day)) return 'away';
  if ((person.joinsOn ?? day) > day || (person.leavesOn ?? day) < day) return 'away';
  const onLeave = leaveOf(workspace, id).some(
    ({ from, to, part, tentative }) => part === 'day' && !tentative && from <= day && day <= to,
  );
  if (onLeave) return 'away';
  return holidaysTouched(workspace, person.region, [day], 'observed').length > 0 ? 'holiday' : 'there';
}

/**
 * The weeks of a quarter in which no owner of a runbook is there on some working days: settled leave of whole days, or not in
 * the team. A public holiday that all owners keep is no gap by itself: the whole house is closed then. Runbooks without
 * owner have none who could be away. In the order of `runbooks`, week by week.
 */
export function ownersAway(
  workspace: Workspace,
  runbooks: readonly Runbook[],
  quarter: QuarterId,
): readonly WeekAlone[] {
  const { from, until } = quarterRange(quarter);
  const workingDays = daysFrom(from, addDays(until, -1)).filter((day) => !isWeekend(day));
  const known = new Map<string, Presence>();
  const presence = (person: PersonId, day: LocalDate): Presence => {
    const key = `${person} ${day}`;
    const found = known.get(key) ?? presenceOf(workspace, person, day);
    known.set(key, found);
    return found;
  };
  return runbooks.flatMap((runbook) => {
    const owners = [runbook.ownerPrimary, runbook.ownerSecondary].filter((it) => it !== null);
    if (owners.length === 0) return [];
    const weeks = new Map<LocalDate, LocalDate[]>();
    for (const day of workingDays) {
      const states = owners.map((owner) => presence(owner, day));
      if (states.includes('there') || !states.includes('away')) continue;
      weeks.set(mondayOf(day), [...(weeks.get(mondayOf(day)) ?? []), day]);
    }
    return [...weeks].map(([week, days]) => ({ runbook: runbook.id, week, days }));
  });
}
