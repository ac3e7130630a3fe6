import { accrue } from '../comp-time/accrue.ts';
import { dateOf } from '../calendar/days.ts';
import type { CompTimeEntry } from '../model/comp-time.ts';
import type { LocalDate } from '../model/dates.ts';
import type { CompTimeId } from '../model/ids.ts';
import type { Policy } from '../model/policy.ts';
import type { Workspace } from '../model/workspace.ts';
import { dayInReturn } from './leave.ts';

const author = 'Team lead';

/** One line per holiday held in a shift that had ended by this day: computed by the policy, as the lead would book it. */
export function earnedBy(workspace: Workspace, policy: Policy, day: LocalDate): readonly CompTimeEntry[] {
  const worked = Object.values(workspace.shifts).filter(({ end }) => dateOf(end) <= day);
  const earnings = worked.flatMap((shift) => accrue(workspace, shift, policy));
  return earnings.map(({ person, date, minutes, source }) => ({
    id: `comp-${(source.shift ?? '').replaceAll('/', '-')}-${source.holiday ?? date}` as CompTimeId,
    kind: 'earn',
    person,
    date,
    minutes,
    source,
    reverses: null,
    policy: policy.id,
    author,
    note: '',
  }));
}

/** The one day off in return that is booked already. */
export const taken = (policy: Policy): CompTimeEntry => ({
  id: 'comp-taken-by-engineer-4' as CompTimeId,
  kind: 'take',
  person: dayInReturn.person,
  date: dayInReturn.from,
  minutes: -policy.compTime.minutesPerHoliday,
  source: { shift: null, holiday: null, incident: null, leave: dayInReturn.id },
  reverses: null,
  policy: policy.id,
  author,
  note: 'One day off in return',
});
