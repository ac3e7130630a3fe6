import { nextQuarter, previousQuarter } from '../calendar/days.ts';
import { instantMinutes, overlaps, type Span } from '../calendar/span.ts';
import type { LocalDateTime, ZoneName } from '../model/dates.ts';
import type { PersonId } from '../model/ids.ts';
import type { Leave } from '../model/leave.ts';
import type { Person } from '../model/person.ts';
import type { Rotation } from '../model/rotation.ts';
import type { Shift } from '../model/shift.ts';
import type { Workspace } from '../model/workspace.ts';
import { quarterOfSlot } from '../rotation/expand.ts';
import { coversOf, servedSpans } from '../rotation/override.ts';
import { shiftsOfQuarter } from '../rotation/recorded.ts';

/** A recorded shift together with what the rules ask of it. */
export interface Duty {
  readonly shift: Shift;
  readonly rotation: Rotation;
  /** True times that its holder serves, without what covers took over. */
  readonly spans: readonly Span[];
}

const WEEK = 7 * 1440;
const plainDuties = new WeakMap<Shift, Duty>();

/** The duty behind a shift; null when its rotation is not in the workspace. Remembered by record where no cover touches it. */
export function dutyOf(workspace: Workspace, shift: Shift): Duty | null {
  const rotation = workspace.rotations[shift.rotation];
  if (rotation === undefined) return null;
  const plain = coversOf(workspace.shifts, shift.id).length === 0;
  const known = plain ? plainDuties.get(shift) : undefined;
  if (known?.rotation === rotation) return known;
  const duty = { shift, rotation, spans: servedSpans(workspace.shifts, shift, rotation.handoff.zone) };
  if (plain) plainDuties.set(shift, duty);
  return duty;
}

type ByPerson = ReadonlyMap<PersonId, readonly Shift[]>;
const holders = new WeakMap<readonly Shift[], ByPerson>();

function byPerson(shifts: readonly Shift[]): ByPerson {
  let index = holders.get(shifts);
  if (index === undefined) {
    const lists = new Map<PersonId, Shift[]>();
    for (const shift of shifts) {
      const list = lists.get(shift.person);
      if (list === undefined) lists.set(shift.person, [shift]);
      else list.push(shift);
    }
    holders.set(shifts, (index = lists));
  }
  return index;
}

const startOf = (duty: Duty): number => duty.spans[0]?.start ?? Infinity;
const endOf = (duty: Duty): number => duty.spans.at(-1)?.end ?? -Infinity;

/** An hour lost to a clock change must not hide a neighbour: what is near is taken a day wider than what is asked. */
const SLACK = 1440;

/** What else the holder of a shift has on at the same time, or so shortly before that its rest reaches this shift. */
export function dutiesNear(workspace: Workspace, duty: Duty): readonly Duty[] {
  const quarter = quarterOfSlot(duty.shift);
  const near: Duty[] = [];
  for (const one of [previousQuarter(quarter), quarter, nextQuarter(quarter)]) {
    for (const shift of byPerson(shiftsOfQuarter(workspace.shifts, one)).get(duty.shift.person) ?? []) {
      const other = shift === duty.shift ? null : dutyOf(workspace, shift);
      if (other === null || startOf(other) >= endOf(duty)) continue;
      if (endOf(other) + other.rotation.restWeeks * WEEK + SLACK > startOf(duty)) near.push(other);
    }
  }
  return near;
}

/** How many shifts a person holds that begin in the quarter of this one. */
export const countInQuarter = (workspace: Workspace, shift: Shift): number =>
  (byPerson(shiftsOfQuarter(workspace.shifts, quarterOfSlot(shift))).get(shift.person) ?? []).length;

export const meet = (one: readonly Span[], other: readonly Span[]): boolean =>
  one.some((span) => other.some((against) => overlaps(span, against)));

const leaves = new WeakMap<object, ReadonlyMap<PersonId, readonly Leave[]>>();

/** Somebody's leave, by id. */
export function leaveOf(workspace: Workspace, person: PersonId): readonly Leave[] {
  let index = leaves.get(workspace.leave);
  if (index === undefined) {
    const lists = new Map<PersonId, Leave[]>();
    for (const leave of Object.values(workspace.leave)) lists.set(leave.person, [...(lists.get(leave.person) ?? []), leave]);
    for (const list of lists.values()) list.sort((a, b) => (a.id < b.id ? -1 : 1));
    leaves.set(workspace.leave, (index = lists));
  }
  return index.get(person) ?? [];
}

const hours = { day: ['09:00', '18:00'], morning: ['09:00', '13:00'], afternoon: ['13:00', '18:00'] } as const;

/**
 * The true time a leave bars: from its first to its last working hour, on the person's own clock. Working hours, not
 * midnights: with a hand-off at nine, leave from Monday bars the turn that begins on Monday and not also the one that ends.
 */
export function leaveSpan(leave: Leave, person: Person): Span {
  const [opens, closes] = hours[leave.part];
  const at = (moment: string, zone: ZoneName) => instantMinutes(moment as LocalDateTime, zone);
  return { start: at(`${leave.from}T${opens}`, person.zone), end: at(`${leave.to}T${closes}`, person.zone) };
}
