import { addDays, dateOf } from '../calendar/days.ts';
import type { Leave } from '../model/leave.ts';
import { recordOf, recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { isShadow } from '../rotation/shadow.ts';
import { dutyOf, leaveSpan, meet, type Duty } from './facts.ts';

/** What somebody is on call for while they are away, by its start: each of them is a conflict. */
export function dutiesDuring(workspace: Workspace, leave: Leave): readonly Duty[] {
  const person = recordOf(workspace, 'people', leave.person);
  if (person === undefined || leave.from > leave.to) return [];
  const away = leaveSpan(leave, person);
  // Zones are up to a day apart.
  const earliest = addDays(leave.from, -1);
  return recordsOf(workspace, 'shifts')
    .filter(({ person: holder, end }) => holder === person.id && dateOf(end) >= earliest)
    .flatMap((shift) => {
      const duty = dutyOf(workspace, shift);
      if (duty === null || isShadow(duty.rotation, shift.layer)) return [];
      return meet(duty.spans, [away]) ? [duty] : [];
    })
    .sort((one, other) => (one.shift.start < other.shift.start ? -1 : 1));
}
