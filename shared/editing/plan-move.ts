import type { LocalDate, QuarterId } from '../model/dates.ts';
import type { PersonId, ShiftId } from '../model/ids.ts';
import type { RuleName } from '../model/rules.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Assessment } from '../planner/attainable.ts';
import { checkShifts } from '../planner/check.ts';
import type { Finding } from '../planner/finding.ts';
import { judge, type TeamFairness } from '../planner/judge.ts';
import type { Assignment, CommandOf } from './command.ts';
import { edit } from './edit.ts';
import { assignmentsOf, type Gesture } from './gesture.ts';
import type { Refusal } from './refusal.ts';

export type { Gesture } from './gesture.ts';

/** Somebody whose plan a move changes. */
export interface Affected {
  readonly person: PersonId;
  readonly takes: readonly ShiftId[];
  readonly gives: readonly ShiftId[];
}

/** What a move would do, found by doing it to a workspace that nobody keeps. */
export interface MovePreview {
  readonly gesture: Gesture;
  /**
   * The edit that commits the move, naming in `accept` every hard rule that it breaks; null when nothing would change
   * or `refusal` stands in the way. With `conflicts` it is for "Place anyway" only.
   */
  readonly command: CommandOf<'assign-shifts'> | null;
  /** Why the move cannot be made at all, even anyway: a past week, an unknown record. */
  readonly refusal: Refusal | null;
  readonly affected: readonly Affected[];
  /** All findings that touch the moved shifts afterwards, hard ones first. */
  readonly findings: readonly Finding[];
  /** The hard ones among them, gaps left out: a gap is an open wish, not a broken rule. */
  readonly conflicts: readonly Finding[];
  readonly before: TeamFairness;
  readonly after: TeamFairness;
}

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

const hardFirst = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort((a, b) => Number(a.severity === 'soft') - Number(b.severity === 'soft'));

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
 * @param today the lead's date: weeks that have ended before it refuse without `reason`
 * @param reason why the past is corrected; empty in a drag
 */
export function planMove(
  workspace: Workspace,
  quarter: QuarterId,
  gesture: Gesture,
  assessment: Assessment | null,
  today: LocalDate,
  reason = '',
): MovePreview {
  const assignments = assignmentsOf(workspace, gesture);
  const before = judgedBefore(workspace, quarter, assessment);
  const still: MovePreview = {
    gesture,
    command: null,
    refusal: null,
    affected: [],
    findings: [],
    conflicts: [],
    before,
    after: before,
  };
  if (assignments.length === 0) return still;

  const commandAccepting = (accept: readonly RuleName[]): CommandOf<'assign-shifts'> => ({
    kind: 'assign-shifts',
    assignments,
    accept,
    today,
    reason,
  });
  const affected = affectedBy(workspace, assignments);
  let command = commandAccepting([]);
  let edited = edit(workspace, command);
  if (!edited.ok && edited.reason.kind === 'breaks-rules') {
    command = commandAccepting([...new Set(edited.reason.findings.map((finding) => finding.rule))].sort());
    edited = edit(workspace, command);
  }
  if (!edited.ok) return { ...still, affected, refusal: edited.reason };

  const findings = hardFirst(
    checkShifts(
      edited.value.workspace,
      assignments.map(({ shift }) => shift),
    ),
  );
  return {
    gesture,
    command,
    refusal: null,
    affected,
    findings,
    conflicts: findings.filter((finding) => finding.severity === 'hard' && finding.rule !== 'gap'),
    before,
    after: judge(edited.value.workspace, quarter, assessment),
  };
}
