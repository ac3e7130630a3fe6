import { policyOf } from '../fairness/policy-of.ts';
import { ok, refused } from '../result.ts';
import type { LocalDate, QuarterId } from '../model/dates.ts';
import type { Fault } from '../model/fault.ts';
import { recordFaults } from '../model/integrity.ts';
import type { Quarter } from '../model/quarter.ts';
import type { Scenario } from '../model/scenario.ts';
import { recordOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { checkShifts } from '../planner/check.ts';
import type { Finding } from '../planner/finding.ts';
import { shiftsOfQuarter } from '../rotation/recorded.ts';
import { hasBegun, layScenario, withoutSlot } from '../scenarios/lay-over.ts';
import { withFacts } from '../scenarios/facts.ts';
import { diff } from './changes.ts';
import type { CommandOf } from './command.ts';
import { unknown, withRecord, type Outcome } from './records.ts';
import type { Refusal } from './refusal.ts';

/**
 * Makes a scenario the plan, its facts with it. What has begun by `today` stays as it is worked; pins give way, for they bind the
 * planner and this is the lead's hand. Refused where it would leave worked shifts without a slot, or bring in a conflict that
 * the present plan has not.
 */
export function adoptScenario(
  workspace: Workspace,
  { scenario: id, today }: CommandOf<'adopt-scenario'>,
): Outcome {
  const scenario = recordOf(workspace, 'scenarios', id);
  if (scenario === undefined) return unknown('scenarios', id, 'scenario');
  const { quarter } = scenario;
  if ((recordOf(workspace, 'quarters', quarter)?.closedOn ?? null) !== null)
    return refused({ kind: 'closed-quarter', quarter });
  const leftOver = workedWithoutSlot(workspace, scenario, today);
  if (leftOver !== null) return refused(leftOver);
  const laid = layScenario(workspace, scenario, today);
  if (diff(workspace, laid).length === 0) return refused({ kind: 'no-change' });
  const findings = newConflicts(workspace, laid, quarter, today);
  if (findings.length > 0) return refused({ kind: 'breaks-rules', findings });
  const next = withRecord(laid, 'quarters', quarterAfter(laid, scenario, today));
  const [fault] = faultsOfChanges(workspace, next, scenario);
  return fault === undefined ? ok(next) : refused(fault);
}

/** Names that are taken by now, owners who are gone: what would make the workspace contradict itself. */
const faultsOfChanges = (
  workspace: Workspace,
  next: Workspace,
  { quarter, facts }: Scenario,
): readonly Fault[] => [
  ...facts.people.flatMap((person) => recordFaults(next, 'people', person)),
  ...facts.rotations.flatMap((rotation) => recordFaults(next, 'rotations', rotation)),
  ...shiftsOfQuarter(next.shifts, quarter).flatMap((shift) =>
    shift === workspace.shifts[shift.id] ? [] : recordFaults(next, 'shifts', shift),
  ),
];

/** Turns that have begun, and that the scenario's facts have no place for: they were worked since it was made. */
function workedWithoutSlot(
  workspace: Workspace,
  { quarter, facts }: Scenario,
  today: LocalDate,
): Refusal | null {
  const next = withFacts(workspace, quarter, facts);
  for (const { id } of facts.rotations) {
    const already = new Set(withoutSlot(workspace, id).map((shift) => shift.id));
    const shifts = withoutSlot(next, id).filter((shift) => hasBegun(shift, today) && !already.has(shift.id));
    if (shifts.length > 0)
      return { kind: 'shifts-left-over', rotation: id, shifts: shifts.map((shift) => shift.id).sort() };
  }
  return null;
}

const keyOf = ({ rule, shift, person, other }: Finding): string => [rule, shift, person, other].join(' ');

const conflictsOf = (workspace: Workspace, quarter: QuarterId, today: LocalDate): readonly Finding[] =>
  checkShifts(
    workspace,
    shiftsOfQuarter(workspace.shifts, quarter)
      .filter((shift) => !hasBegun(shift, today))
      .map(({ id }) => id),
  ).filter(({ rule, severity, accepted }) => severity === 'hard' && rule !== 'gap' && !accepted);

/** Hard findings of the adopted plan that the present one has not: somebody who left since, or who is on leave by now. */
function newConflicts(
  workspace: Workspace,
  laid: Workspace,
  quarter: QuarterId,
  today: LocalDate,
): readonly Finding[] {
  const known = new Set(conflictsOf(workspace, quarter, today).map(keyOf));
  return conflictsOf(laid, quarter, today).filter((finding) => !known.has(keyOf(finding)));
}

/** How the adopted plan came about, and the policy that it is scored with. */
function quarterAfter(laid: Workspace, { quarter, plan }: Scenario, today: LocalDate): Quarter {
  const kept = recordOf(laid, 'quarters', quarter);
  return {
    id: quarter,
    closedOn: null,
    carry: kept?.carry ?? [],
    policy: policyOf(laid, quarter).id,
    plan: plan === null ? null : { ...plan, acceptedOn: today },
  };
}
