import { addDays, dateOf, quarterOf } from '../calendar/days.ts';
import { policyOf } from '../fairness/policy-of.ts';
import type { LocalDate, QuarterId } from '../model/dates.ts';
import type { PersonId, RotationId, ShiftId } from '../model/ids.ts';
import type { Rotation } from '../model/rotation.ts';
import type { Shift } from '../model/shift.ts';
import { recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { expand, slotsOfQuarter, turnsOf } from '../rotation/expand.ts';
import { isShadow } from '../rotation/shadow.ts';
import { freeRotationId } from '../scenarios/branch.ts';
import { commonDays, loadsWithin } from '../scenarios/common-days.ts';
import { familyOf } from '../scenarios/family.ts';
import type { SimpleCommand } from './command.ts';
import { edit } from './edit.ts';
import type { Refusal } from './refusal.ts';

/** What new terms would do to turns that have begun: their times, what they weigh, who may hold them, the rules they are judged by. */
export type PastEffect = 'times' | 'weight' | 'people' | 'rules';

const turnsHeld = (workspace: Workspace, rotation: RotationId): readonly Shift[] =>
  recordsOf(workspace, 'shifts').filter((shift) => shift.rotation === rotation && shift.covers === null);

/** Turns that new terms have no slot for. */
function withoutPlace(workspace: Workspace, after: Rotation, shifts: readonly Shift[]): readonly Shift[] {
  const days = shifts.map(({ start }) => dateOf(start)).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const rotations = { ...workspace.rotations, [after.id]: after };
  const slots = new Map(
    turnsOf(rotations, after, { from: first, until: addDays(last, 1) }).map((slot) => [slot.id, slot]),
  );
  return shifts.filter(({ id, start, end }) => slots.get(id)?.start !== start || slots.get(id)?.end !== end);
}

const weightsOf = ({ layers, factorPercent }: Rotation): string =>
  JSON.stringify([factorPercent, layers.map(({ name, weightPercent }) => [name, weightPercent])]);

const takesTurns = ({ participants, standIns }: Rotation, { person, layer }: Shift): boolean =>
  participants.some((one) => one.person === person && one.layers.includes(layer)) ||
  (standIns !== 'task-owners' && standIns.includes(person));

/**
 * What new terms would change about turns that have begun by today; empty where they touch the future alone, as a name, another
 * order or one person more do.
 */
export function effectOnPast(
  workspace: Workspace,
  before: Rotation,
  after: Rotation,
  today: LocalDate,
): readonly PastEffect[] {
  const begun = turnsHeld(workspace, before.id).filter(({ start }) => dateOf(start) <= today);
  if (begun.length === 0) return [];
  const lost = begun.some((shift) => takesTurns(before, shift) && !takesTurns(after, shift));
  const effects: readonly (readonly [PastEffect, boolean])[] = [
    ['times', withoutPlace(workspace, after, begun).length > 0],
    ['weight', weightsOf(before) !== weightsOf(after)],
    ['people', lost],
    ['rules', before.kind !== after.kind || before.restWeeks !== after.restWeeks],
  ];
  return effects.filter(([, so]) => so).map(([effect]) => effect);
}

/** Planned turns whose holder takes no turns under new terms. */
export const stranded = (
  workspace: Workspace,
  before: Rotation,
  after: Rotation,
  today: LocalDate,
): readonly Shift[] =>
  turnsHeld(workspace, before.id).filter(
    (shift) => dateOf(shift.start) > today && takesTurns(before, shift) && !takesTurns(after, shift),
  );

/** True where new terms can only begin on a day: turns that are held, worked or planned, would have no place under them. */
export const needsDay = (workspace: Workspace, before: Rotation, after: Rotation): boolean =>
  withoutPlace(workspace, after, turnsHeld(workspace, before.id)).length > 0;

/** The first hand-off at which new terms can begin: after today, and not before the rotation itself. */
export function firstChangeDay(rotation: Rotation, today: LocalDate): LocalDate {
  const from = today < rotation.startsOn ? rotation.startsOn : addDays(today, 1);
  const next = expand(rotation, { from, until: addDays(from, 14 * rotation.cadenceWeeks) })[0];
  return next === undefined ? from : dateOf(next.start);
}

/** The command that brings new terms in from a day on. */
export const fromDay = (
  workspace: Workspace,
  before: Rotation,
  after: Rotation,
  on: LocalDate,
  today: LocalDate,
): SimpleCommand => ({
  kind: 'succeed-rotation',
  ends: before.id,
  on,
  next: {
    ...after,
    id: freeRotationId(workspace, before.id),
    startsOn: on,
    succeeds: before.id,
    archivedOn: null,
  },
  today,
});

/** The turns of one duty in a quarter: a rotation with those it continues, and those that continue it. */
interface DutyTurns {
  readonly turns: number;
  /** Open turns that are still to come. */
  readonly gaps: readonly ShiftId[];
}

export interface PersonLoad {
  readonly person: PersonId;
  /** Points of the quarter in q, of all duties, on the days that both cover. */
  readonly before: number;
  readonly after: number;
  /** Turns of this duty. */
  readonly turnsBefore: number;
  readonly turnsAfter: number;
}

/** What an edit of a rotation does to a quarter. */
export interface QuarterChange {
  readonly quarter: QuarterId;
  readonly after: Workspace;
  readonly duty: { readonly before: DutyTurns; readonly after: DutyTurns };
  /** Turns that keep their holder at other times. */
  readonly moved: number;
  /** Turns that are there under both terms, held before and open after; or of a grid that is gone. */
  readonly opened: readonly ShiftId[];
  /** Everybody whose points or turns change. */
  readonly people: readonly PersonLoad[];
}

function dutyTurns(
  workspace: Workspace,
  quarter: QuarterId,
  family: RotationId,
  today: LocalDate,
): DutyTurns {
  const slots = slotsOfQuarter(workspace, quarter).filter(({ id, rotation, layer }) => {
    const terms = workspace.rotations[rotation];
    const isDuty = terms !== undefined && !isShadow(terms, layer);
    return isDuty && familyOf(workspace, rotation) === family && !id.includes('/cover/');
  });
  const open = slots.filter(({ id }) => workspace.shifts[id] === undefined);
  return {
    turns: slots.length,
    gaps: open.filter(({ end }) => dateOf(end) > today).map(({ id }) => id),
  };
}

const turnsBy = (
  workspace: Workspace,
  quarter: QuarterId,
  family: RotationId,
): ReadonlyMap<PersonId, number> => {
  const counts = new Map<PersonId, number>();
  for (const { id, rotation } of slotsOfQuarter(workspace, quarter)) {
    const person = workspace.shifts[id]?.person;
    if (person === undefined || id.includes('/cover/') || familyOf(workspace, rotation) !== family) continue;
    counts.set(person, (counts.get(person) ?? 0) + 1);
  }
  return counts;
};

/** Everybody whose points, or turns of a duty, differ between two workspaces; points on the days that both cover. */
export function peopleIn(
  before: Workspace,
  after: Workspace,
  quarter: QuarterId,
  family: RotationId,
): readonly PersonLoad[] {
  const policy = policyOf(before, quarter);
  const common = commonDays(quarter, before, after);
  const [was, is] = [before, after].map((workspace) => loadsWithin(workspace, quarter, policy, common));
  const [had, has] = [before, after].map((workspace) => turnsBy(workspace, quarter, family));
  return Object.values(after.people)
    .sort((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1))
    .map(({ id }) => ({
      person: id,
      before: was?.get(id) ?? 0,
      after: is?.get(id) ?? 0,
      turnsBefore: had?.get(id) ?? 0,
      turnsAfter: has?.get(id) ?? 0,
    }))
    .filter((one) => one.before !== one.after || one.turnsBefore !== one.turnsAfter);
}

/**
 * What an edit of a rotation would do to a quarter, by making it; or why it cannot be made. Nothing is planned anew: turns that lose
 * their place are open until somebody plans them.
 */
export function previewChange(
  workspace: Workspace,
  command: SimpleCommand,
  rotation: RotationId,
  quarter: QuarterId,
  today: LocalDate,
): QuarterChange | Refusal {
  const edited = edit(workspace, command);
  if (!edited.ok) return edited.reason;
  const { workspace: after, changes } = edited.value;
  const family = familyOf(after, rotation);
  const inQuarter = (shift: Shift | undefined): shift is Shift =>
    shift !== undefined && shift.covers === null && quarterOf(dateOf(shift.start)) === quarter;
  const touched = changes.filter(({ table }) => table === 'shifts').map(({ id }) => id as ShiftId);
  const gone = touched.filter((id) => inQuarter(workspace.shifts[id]) && after.shifts[id] === undefined);
  const moved = touched.filter((id) => inQuarter(after.shifts[id]));
  const dutyBefore = dutyTurns(workspace, quarter, family, today);
  const dutyAfter = dutyTurns(after, quarter, family, today);
  return {
    quarter,
    after,
    duty: { before: dutyBefore, after: dutyAfter },
    moved: moved.length,
    opened: gone.length === 0 ? [] : dutyAfter.gaps.filter((id) => !dutyBefore.gaps.includes(id)),
    people: peopleIn(workspace, after, quarter, family),
  };
}
