import type { Leave } from '../leave.ts';
import type { Person } from '../person.ts';
import { leaveOf } from '../leave-of.ts';
import type { Workspace } from '../workspace.ts';
import { folded, type Report } from './report.ts';

export function checkPerson(person: Person, report: Report): void {
  const { joinsOn, leavesOn, archivedOn } = person;
  report.unless(
    joinsOn === null || leavesOn === null || joinsOn <= leavesOn,
    'leavesOn',
    'the last day in the team is before the first',
  );
  report.unless(
    joinsOn === null || archivedOn === null || joinsOn <= archivedOn,
    'archivedOn',
    'is before the first day in the team',
  );
  report.apart(person, 'name', (row) => (row.archivedOn === null ? folded(row.name) : null));
  report.apart(person, 'email', (row) =>
    row.archivedOn === null ? (row.email?.toLowerCase() ?? null) : null,
  );
}

export function checkLeave(workspace: Workspace, leave: Leave, report: Report): void {
  report.needs('people', leave.person, 'person');
  report.unless(leave.from <= leave.to, 'to', 'the last day is before the first');
  report.unless(leave.part === 'day' || leave.from === leave.to, 'part', 'half a day is on a single day');
  const twin = leaveOf(workspace, leave.person).find((other) => other.id !== leave.id && overlaps(leave, other));
  report.unless(twin === undefined, 'from', `${twin?.from ?? ''} to ${twin?.to ?? ''} is booked already`);
}

/** Two halves of one day stand side by side; everything else on a common day overlaps. */
function overlaps(leave: Leave, other: Leave): boolean {
  if (other.from > leave.to || leave.from > other.to) return false;
  return leave.part === 'day' || other.part === 'day' || leave.part === other.part;
}
