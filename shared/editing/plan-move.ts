import type { LocalDate, QuarterId } from '../model/dates.ts';
import type { PersonId, ShiftId } from '../model/ids.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Assessment } from '../planner/attainable.ts';
import { checkShifts } from '../planner/check.ts';
import { judge, type TeamFairness } from '../planner/judge.ts';
import { attempt } from './attempt.ts';
import type { Assignment } from './command.ts';
import { assignmentsOf, type Gesture } from './gesture.ts';
import { hardFirst, unmoved, type Affected, type MovePreview } from './move-preview.ts';
import { planCover } from './plan-cover.ts';
import { planLeave } from './plan-leave.ts';

function affectedBy(workspace: Workspace, assignments: readonly Assignment[]): readonly Affected[] {
  const people = new Map<PersonId, { takes: ShiftId[]; gives: ShiftId[] }>();
  const of = (person: PersonId) => {
    const known = people.get(person) ?? { takes: [], gives: [] };
    people.set(person, known);
    return known;
  };
  for (const { shift, person } of assignments) if (person !== null) of(person).takes.push(shift);
  for (const { shift } of assignments) {
    const before = workspace.shifts[shift]?.person;
    if (before !== undefined) of(before).gives.push(shift);
  }
  return [...people].map(([person, { takes, gives }]) => ({ person, takes, gives }));
}

let known: {
  readonly workspace: Workspace;
  readonly quarter: QuarterId;
  readonly assessment: Assessment | null;
  readonly fairness: TeamFairness;
} | null = null;

/** A drag asks for the same "before" with every target: it is judged once. */
function judgedBefore(workspace: Workspace, quarter: QuarterId, assessment: Assessment | null): TeamFairness {
  if (
    known === null ||
    known.workspace !== workspace ||
    known.quarter !== quarter ||
    known.assessment !== assessment
  ) {
    known = { workspace, quarter, assessment, fairness: judge(workspace, quarter, assessment) };
  }
  return known.fairness;
}

/**
 * What a gesture would do to the plan of a quarter: who takes and gives what, which rules then speak, and how the
 * fairness moves. It runs the same `edit` that commits, so what is shown and what is done cannot differ.
 *
 * @param assessment the attainable shares of the quarter; null leaves the scores unknown
 * @param today the lead's date: weeks that have ended before it need `reason`
 * @param reason why the past is corrected; empty in a drag, which then says that it needs one
 */
export function planMove(
  workspace: Workspace,
  quarter: QuarterId,
  gesture: Gesture,
  assessment: Assessment | null,
  today: LocalDate,
  reason = '',
): MovePreview {
  const before = judgedBefore(workspace, quarter, assessment);
  if (gesture.kind === 'move-leave') return planLeave(workspace, gesture, before, today);
  if (gesture.kind === 'cover')
    return planCover(workspace, gesture, quarter, assessment, before, today, reason);
  const assignments = assignmentsOf(workspace, gesture);
  if (assignments.length === 0) return unmoved(gesture, before);

  const affected = affectedBy(workspace, assignments);
  const { edited, needsReason, command } = attempt(
    workspace,
    (accept, why) => ({ kind: 'assign-shifts', assignments, accept, today, reason: why }),
    reason,
  );
  if (!edited.ok) return { ...unmoved(gesture, before), affected, refusal: edited.reason };

  const findings = hardFirst(
    checkShifts(
      edited.value.workspace,
      assignments.map(({ shift }) => shift),
    ),
  );
  return {
    gesture,
    command,
    tried: needsReason ? null : { on: workspace, ...edited.value },
    needsReason,
    refusal: null,
    affected,
    findings,
    conflicts: findings.filter((finding) => finding.severity === 'hard' && finding.rule !== 'gap'),
    before,
    after: judge(edited.value.workspace, quarter, assessment),
  };
}
