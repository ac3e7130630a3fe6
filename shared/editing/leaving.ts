import { addDays, dateOf } from '../calendar/days.ts';
import { daysAtNoon } from '../calendar/span.ts';
import type { LocalDate } from '../model/dates.ts';
import type { LeaveId, PersonId, RotationId, RunbookId, ShiftId, TaskId } from '../model/ids.ts';
import { recordsOf } from '../model/tables.ts';
import type { Task } from '../model/task.ts';
import type { TableName, Workspace } from '../model/workspace.ts';

/** Something that still rests on somebody after their last day. */
export type Binding =
  /** Held, and begins after the last day. */
  | { readonly kind: 'shift'; readonly id: ShiftId; readonly blocks: true }
  /** Begins before, and reaches beyond the last day: its rest wants a cover. */
  | { readonly kind: 'running-shift'; readonly id: ShiftId; readonly blocks: false }
  | {
      readonly kind: 'task';
      readonly id: TaskId;
      readonly blocks: true;
      readonly role: 'primary' | 'secondary';
    }
  | { readonly kind: 'runbook'; readonly id: RunbookId; readonly blocks: false }
  | { readonly kind: 'leave'; readonly id: LeaveId; readonly blocks: false }
  /** Stays in the turn order for the weeks that were worked; no turn after the last day can be theirs. */
  | { readonly kind: 'turns'; readonly id: RotationId; readonly blocks: false };

/** The table that holds what a binding names. */
export const tableOf = (kind: Binding['kind']): TableName =>
  (
    ({
      shift: 'shifts',
      'running-shift': 'shifts',
      task: 'tasks',
      runbook: 'runbooks',
      leave: 'leave',
      turns: 'rotations',
    }) as const
  )[kind];

const inTime = (one: { readonly start: string }, other: { readonly start: string }): number =>
  one.start < other.start ? -1 : 1;

/**
 * What still rests on somebody after a day, shifts by time first. What `blocks` has to be handed over before they can be archived;
 * places in turn orders do not: whoever is gone takes no turn, and without them the weeks they worked would be judged as if they
 * had never been there.
 *
 * @param lastDay the last day in the team
 */
export function boundAfter(workspace: Workspace, person: PersonId, lastDay: LocalDate): readonly Binding[] {
  const shifts = recordsOf(workspace, 'shifts')
    .filter((shift) => shift.person === person)
    .sort(inTime)
    .flatMap(({ id, start, end }): readonly Binding[] => {
      if (dateOf(start) > lastDay) return [{ kind: 'shift', id, blocks: true }];
      const last = daysAtNoon(start, end).at(-1);
      return last !== undefined && last > lastDay ? [{ kind: 'running-shift', id, blocks: false }] : [];
    });
  const next = addDays(lastDay, 1);
  return [
    ...shifts,
    ...recordsOf(workspace, 'tasks').flatMap((task) => rolesIn(task, person, next)),
    ...recordsOf(workspace, 'runbooks')
      .filter(({ ownerPrimary, ownerSecondary }) => ownerPrimary === person || ownerSecondary === person)
      .map(({ id }): Binding => ({ kind: 'runbook', id, blocks: false })),
    ...recordsOf(workspace, 'leave')
      .filter((leave) => leave.person === person && leave.to > lastDay)
      .map(({ id }): Binding => ({ kind: 'leave', id, blocks: false })),
    ...recordsOf(workspace, 'rotations')
      .filter(
        ({ archivedOn, endsOn, participants }) =>
          archivedOn === null &&
          (endsOn === null || endsOn > next) &&
          participants.some((participant) => participant.person === person),
      )
      .map(({ id }): Binding => ({ kind: 'turns', id, blocks: false })),
  ];
}

/** Whoever owns a task on that day or later: the ownership that holds then, and those still to begin. */
function rolesIn(task: Task, person: PersonId, day: LocalDate): readonly Binding[] {
  if (task.archivedOn !== null) return [];
  const inForce = task.ownership.findLast(({ from }) => from <= day);
  const owning = task.ownership.filter((owners) => owners === inForce || owners.from > day);
  return (['primary', 'secondary'] as const)
    .filter((role) => owning.some((owners) => owners[role] === person))
    .map((role) => ({ kind: 'task', id: task.id, blocks: true, role }));
}

/** Shifts that somebody holds on days when they are not in the team yet, or no longer; by time. */
export function shiftsOutside(
  workspace: Workspace,
  person: PersonId,
  joinsOn: LocalDate | null,
  leavesOn: LocalDate | null,
): readonly ShiftId[] {
  if (joinsOn === null && leavesOn === null) return [];
  return recordsOf(workspace, 'shifts')
    .filter((shift) => {
      if (shift.person !== person) return false;
      const days = daysAtNoon(shift.start, shift.end);
      const first = days[0] ?? dateOf(shift.start);
      const last = days.at(-1) ?? first;
      return (joinsOn !== null && first < joinsOn) || (leavesOn !== null && last > leavesOn);
    })
    .sort(inTime)
    .map(({ id }) => id);
}
