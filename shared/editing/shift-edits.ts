import { dateOf, quarterOf } from '../calendar/days.ts';
import { policyOf } from '../fairness/policy-of.ts';
import { ok, refused } from '../result.ts';
import type { LocalDate } from '../model/dates.ts';
import type { PersonId, ShiftId } from '../model/ids.ts';
import type { RuleName } from '../model/rules.ts';
import type { Shift } from '../model/shift.ts';
import { derivationOf, derived, recordOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { checkShifts } from '../planner/check.ts';
import type { Finding } from '../planner/finding.ts';
import { slotOf, type Slot } from '../rotation/expand.ts';
import { coversOf } from '../rotation/override.ts';
import { blankShift, plannedShift, sequenceOf } from '../rotation/planned-shift.ts';
import { archivedRefusal } from './archived.ts';
import type { Assignment, CommandOf } from './command.ts';
import { unknown, withRecord, type Outcome } from './records.ts';
import type { Refusal } from './refusal.ts';

type Shifts = Record<ShiftId, Shift>;

/** Gives slots to people by hand, or leaves them open: pins what it sets, and refuses what breaks a rule not accepted. */
export function assignShifts(workspace: Workspace, command: CommandOf<'assign-shifts'>): Outcome {
  const shifts: Shifts = { ...workspace.shifts };
  const touched: ShiftId[] = [];
  const seen = new Set<ShiftId>();
  for (const assignment of command.assignments) {
    const { shift: id, person } = assignment;
    if (seen.has(id))
      return refused({ kind: 'invalid', where: `shifts/${id}`, what: 'is given twice in one edit' });
    seen.add(id);
    const slot = slotOf(workspace, id);
    if (slot === null) return unknown('shifts', id, 'assignments');
    const refusal = refusalOf(workspace, assignment, slot) ?? pastRefusal(slot, command);
    if (refusal !== null) return refused(refusal);
    const before = recordOf(workspace, 'shifts', id);
    if (person === null) {
      const removal = removeShift(workspace, shifts, id);
      if (removal !== null) return refused(removal);
    } else if (before?.person !== person || command.accept.length > 0) {
      shifts[id] = byHand(slot, before, person, command.reason);
      touched.push(id);
    }
  }
  const judged = judgeRules(workspace, derived(workspace.shifts, shifts, [...seen]), touched, command.accept);
  return judged.ok ? ok({ ...workspace, shifts: judged.value }) : judged;
}

/** Leaves the slot open; a shift that single days of are covered stays, or its covers would hang in the air. */
function removeShift(workspace: Workspace, shifts: Shifts, id: ShiftId): Refusal | null {
  const cover = coverOf(workspace, shifts, id);
  if (cover !== null) return { kind: 'still-used', table: 'shifts', id, by: { table: 'shifts', id: cover } };
  delete shifts[id];
  return null;
}

function coverOf(workspace: Workspace, shifts: Shifts, id: ShiftId): ShiftId | null {
  return coversOf(workspace.shifts, id).find((cover) => shifts[cover.id] !== undefined)?.id ?? null;
}

/** Why a slot cannot go to this person at all: there is nobody of this id, or they are archived by then. */
export function refusalOf(
  workspace: Workspace,
  { person }: Pick<Assignment, 'person'>,
  slot: Pick<Slot, 'id' | 'start'>,
): Refusal | null {
  if (person === null) return null;
  if (recordOf(workspace, 'people', person) === undefined) {
    return { kind: 'unknown-record', table: 'people', id: person, by: `shifts/${slot.id}.person` };
  }
  return archivedRefusal(workspace, person, dateOf(slot.start));
}

/** A shift that has ended was worked: it changes only as a correction, with its reason. */
export function pastRefusal(
  slot: Pick<Slot, 'id' | 'end'>,
  command: { readonly today: LocalDate; readonly reason: string },
): Refusal | null {
  const past = dateOf(slot.end) <= command.today;
  return past && command.reason.trim() === '' ? { kind: 'past-needs-reason', shift: slot.id } : null;
}

function byHand(slot: Slot, before: Shift | undefined, person: PersonId, reason: string): Shift {
  return {
    ...blankShift(slot),
    ...before,
    person,
    origin: 'hand',
    pinned: true,
    accepted: [],
    sequence: sequenceOf(before, person),
    note: reason.trim() === '' ? (before?.note ?? '') : reason.trim(),
  };
}

/**
 * Hard findings on the touched shifts, save gaps, refuse the edit unless it accepts their rules. Each shift keeps the
 * rules that were accepted for it, and only those that it breaks.
 */
export function judgeRules(
  workspace: Workspace,
  next: Shifts,
  touched: readonly ShiftId[],
  accept: readonly RuleName[],
): { ok: true; value: Shifts } | { ok: false; reason: Refusal } {
  const findings = touched.length === 0 ? [] : hardFindings({ ...workspace, shifts: next }, touched);
  const refusedBy = findings.filter(({ rule }) => !accept.includes(rule));
  if (refusedBy.length > 0) return refused({ kind: 'breaks-rules', findings: refusedBy });
  if (findings.length === 0) return ok(next);
  // A copy again: the planner may remember what it knows of the first by its reference.
  const shifts: Shifts = { ...next };
  for (const { rule, shift: id, other } of findings) {
    const holder = touched.includes(id) || other === null ? id : other;
    const shift = shifts[holder];
    if (shift !== undefined && !shift.accepted.includes(rule))
      shifts[holder] = { ...shift, accepted: [...shift.accepted, rule] };
  }
  // Not from `next`: what differs from the workspace before the edit is what the edit changes.
  return ok(derived(workspace.shifts, shifts, derivationOf(next)?.ids ?? touched));
}

const hardFindings = (workspace: Workspace, shifts: readonly ShiftId[]): readonly Finding[] =>
  checkShifts(workspace, shifts).filter(
    ({ rule, severity, accepted }) => severity === 'hard' && rule !== 'gap' && !accepted,
  );

export function pinShifts(workspace: Workspace, command: CommandOf<'pin-shifts'>): Outcome {
  const shifts: Shifts = derived(workspace.shifts, { ...workspace.shifts }, command.shifts);
  for (const id of command.shifts) {
    const shift = recordOf(workspace, 'shifts', id);
    if (shift === undefined) return unknown('shifts', id, 'shifts');
    if (shift.pinned !== command.pinned) shifts[id] = { ...shift, pinned: command.pinned };
  }
  return ok({ ...workspace, shifts });
}

/** Takes a proposal for one quarter whole: what it leaves alone keeps its pins, what it changes is the planner's. */
export function acceptPlan(workspace: Workspace, command: CommandOf<'accept-plan'>): Outcome {
  const { quarter, seed, digest, iterations, cost, bound, today } = command;
  const shifts: Shifts = { ...workspace.shifts };
  const touched: ShiftId[] = [];
  const seen = new Set<ShiftId>();
  for (const assignment of command.assignments) {
    const { shift: id, person } = assignment;
    if (seen.has(id))
      return refused({ kind: 'invalid', where: `shifts/${id}`, what: 'is given twice in one plan' });
    seen.add(id);
    const slot = slotOf(workspace, id);
    if (slot === null) return unknown('shifts', id, 'assignments');
    if (quarterOf(dateOf(slot.start)) !== quarter)
      return refused({ kind: 'outside-quarter', shift: id, quarter });
    const before = recordOf(workspace, 'shifts', id);
    if (before?.person === person) {
      if (!before.pinned && before.origin !== 'planned') shifts[id] = { ...before, origin: 'planned' };
      continue;
    }
    if (before === undefined && person === null) continue;
    if (before?.pinned === true) return refused({ kind: 'pinned', shift: id });
    const refusal = refusalOf(workspace, assignment, slot) ?? pastRefusal(slot, { today, reason: '' });
    if (refusal !== null) return refused(refusal);
    if (person === null) {
      const removal = removeShift(workspace, shifts, id);
      if (removal !== null) return refused(removal);
    } else {
      shifts[id] = plannedShift(slot, before, person);
      touched.push(id);
    }
  }
  const isAsItWas = [...seen].every((id) => shifts[id] === workspace.shifts[id]);
  const next = isAsItWas ? workspace.shifts : derived(workspace.shifts, shifts, [...seen]);
  const judged = judgeRules(workspace, next, touched, []);
  if (!judged.ok) return judged;
  const policy = policyOf(workspace, quarter).id;
  const kept = recordOf(workspace, 'quarters', quarter) ?? {
    id: quarter,
    closedOn: null,
    policy,
    carry: [],
    plan: null,
  };
  if (kept.closedOn !== null) return refused({ kind: 'closed-quarter', quarter });
  const plan = { seed, digest, iterations, cost, bound, acceptedOn: today };
  return ok(withRecord({ ...workspace, shifts: judged.value }, 'quarters', { ...kept, plan }));
}
