import { dateOf } from '../calendar/days.ts';
import type { LocalDate } from '../model/dates.ts';
import type { ShiftId } from '../model/ids.ts';
import type { Leave } from '../model/leave.ts';
import type { Workspace } from '../model/workspace.ts';
import { checkShifts } from '../planner/check.ts';
import type { TeamFairness } from '../planner/judge.ts';
import { edit } from './edit.ts';
import type { Gesture } from './gesture.ts';
import { hardFirst, unmoved, type MovePreview } from './move-preview.ts';

/** Held turns of the person that the days off lie in, or would lie in. */
function turnsUnder(
  { shifts }: Workspace,
  { person }: Leave,
  from: LocalDate,
  to: LocalDate,
): readonly ShiftId[] {
  return Object.values(shifts)
    .filter((shift) => shift.person === person && dateOf(shift.start) <= to && dateOf(shift.end) >= from)
    .map(({ id }) => id);
}

/**
 * What it would do to take days off at another time: the turns that they then stand against. `after` is left as `before`: what
 * everybody can attain rests on the leave, and to work it out anew takes longer than a frame. Whoever shows it asks a worker.
 *
 * @param today days off that have begun before it stay as they were taken, and none are put there
 */
export function planLeave(
  workspace: Workspace,
  gesture: Extract<Gesture, { kind: 'move-leave' }>,
  before: TeamFairness,
  today: LocalDate,
): MovePreview {
  const still = unmoved(gesture, before);
  const leave = workspace.leave[gesture.leave];
  const { from, to } = gesture;
  if (leave === undefined)
    return { ...still, refusal: { kind: 'unknown-record', table: 'leave', id: gesture.leave, by: 'move' } };
  if (leave.from === from && leave.to === to) return still;
  const affected = [{ person: leave.person, takes: [], gives: [] }];
  if (leave.from < today || from < today) {
    const what =
      leave.from < today
        ? 'it has begun and stays as it was taken here; change its dates on the Leave screen'
        : 'it would begin in the past; enter leave that was taken on the Leave screen';
    return { ...still, affected, refusal: { kind: 'invalid', where: `leave/${leave.id}`, what } };
  }
  const command = { kind: 'save-leave', leave: { ...leave, from, to } } as const;
  const edited = edit(workspace, command);
  if (!edited.ok) return { ...still, affected, refusal: edited.reason };
  const findings = hardFirst(
    checkShifts(edited.value.workspace, turnsUnder(workspace, leave, from, to)).filter(
      (finding) => finding.leave === leave.id,
    ),
  );
  const conflicts = findings.filter(({ severity, accepted }) => severity === 'hard' && !accepted);
  const tried = { on: workspace, ...edited.value };
  return { ...still, command, tried, affected, findings, conflicts };
}
