import { addDays, dateOf, quarterOf } from '../calendar/days.ts';
import type { LocalDate, QuarterId } from '../model/dates.ts';
import type { RotationId, ShiftId } from '../model/ids.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Shift } from '../model/shift.ts';
import { derived, recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { standingOf } from '../planner/eligibility.ts';
import { slotOf, turnsOf } from '../rotation/expand.ts';
import { coversOf } from '../rotation/override.ts';
import { plannedShift } from '../rotation/planned-shift.ts';
import { shiftsOfQuarter } from '../rotation/recorded.ts';
import { type Facts, withFacts } from './facts.ts';

/** What has begun is worked, and no plan changes it. A turn begins on the day of its hand-off. */
export const hasBegun = ({ start }: Pick<Shift, 'start'>, today: LocalDate): boolean =>
  dateOf(start) <= today;

/** Turns of a rotation that its own terms no longer have: other days, or none at all. Covers go with what they cover. */
export function withoutSlot(workspace: Workspace, rotation: RotationId): readonly Shift[] {
  const terms = workspace.rotations[rotation];
  const shifts = recordsOf(workspace, 'shifts').filter(
    (shift) => shift.rotation === rotation && shift.covers === null,
  );
  const days = shifts.map(({ start }) => dateOf(start)).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (terms === undefined || first === undefined || last === undefined) return [];
  const slots = new Map(
    turnsOf(workspace.rotations, terms, { from: first, until: addDays(last, 1) }).map((slot) => [
      slot.id,
      slot,
    ]),
  );
  return shifts.filter(({ id, start, end }) => slots.get(id)?.start !== start || slots.get(id)?.end !== end);
}

function without(workspace: Workspace, ids: readonly ShiftId[]): Workspace {
  const gone = ids.flatMap((id) => [id, ...coversOf(workspace.shifts, id).map((cover) => cover.id)]);
  if (gone.length === 0) return workspace;
  const shifts: Record<ShiftId, Shift> = { ...workspace.shifts };
  for (const id of gone) delete shifts[id];
  return { ...workspace, shifts: derived(workspace.shifts, shifts, gone) };
}

/** The workspace under a scenario's facts, with planned turns taken out that these facts have no place for. */
function onOwnGround(workspace: Workspace, quarter: QuarterId, facts: Facts, today: LocalDate): Workspace {
  const next = withFacts(workspace, quarter, facts);
  const homeless = facts.rotations
    .flatMap(({ id }) => withoutSlot(next, id))
    .filter((shift) => !hasBegun(shift, today));
  return without(
    next,
    homeless.map(({ id }) => id),
  );
}

/**
 * What a branch is planned from: the workspace under its facts, where everybody keeps what they may still hold. Turns that lost
 * their place, or their holder, are open; what has begun stays.
 */
export function branchBase(
  workspace: Workspace,
  quarter: QuarterId,
  facts: Facts,
  today: LocalDate,
): Workspace {
  const next = onOwnGround(workspace, quarter, facts, today);
  const changed = new Set(facts.people.map(({ id }) => id));
  const lost = shiftsOfQuarter(next.shifts, quarter).filter((shift) => {
    const rotation = next.rotations[shift.rotation];
    if (rotation === undefined || !changed.has(shift.person) || hasBegun(shift, today)) return false;
    const standing = standingOf(next, shift.person, rotation, shift);
    return standing !== 'regular' && standing !== 'stand-in';
  });
  return without(
    next,
    lost.map(({ id }) => id),
  );
}

/**
 * The workspace as it would be if a scenario were the plan: its facts, and its people in the slots of its quarter. What has begun
 * by today stays with whoever works it. Slots that there are no more are passed over; a slot that the scenario does not
 * name stays as it is.
 */
export function layScenario(
  workspace: Workspace,
  { quarter, facts, assignments }: Pick<Scenario, 'quarter' | 'facts' | 'assignments'>,
  today: LocalDate,
): Workspace {
  const base = onOwnGround(workspace, quarter, facts, today);
  const shifts: Record<ShiftId, Shift> = { ...base.shifts };
  const touched: ShiftId[] = [];
  const opened: ShiftId[] = [];
  for (const { shift: id, person } of assignments) {
    const slot = slotOf(base, id);
    const before = base.shifts[id];
    if (
      slot === null ||
      hasBegun(slot, today) ||
      quarterOf(dateOf(slot.start)) !== quarter ||
      (before?.person ?? null) === person
    )
      continue;
    if (person === null) {
      opened.push(id);
    } else {
      touched.push(id);
      shifts[id] = plannedShift(slot, before, person);
    }
  }
  return without({ ...base, shifts: derived(base.shifts, shifts, touched) }, opened);
}
