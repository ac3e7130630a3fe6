import { nextQuarter, previousQuarter } from '../calendar/days.ts';
import { instantMinutes, overlaps, type Span } from '../calendar/span.ts';
import type { LocalDateTime, QuarterId, ZoneName } from '../model/dates.ts';
import type { PersonId } from '../model/ids.ts';
import type { Leave } from '../model/leave.ts';
import type { Person } from '../model/person.ts';
import type { Rotation } from '../model/rotation.ts';
import type { Shift } from '../model/shift.ts';
import type { Workspace } from '../model/workspace.ts';
import { quarterOfSlot } from '../rotation/expand.ts';
import { coverIndex, coversOf, servedSpans } from '../rotation/override.ts';
import { shiftsOfQuarter } from '../rotation/recorded.ts';
import { isShadow } from '../rotation/shadow.ts';

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
/** The latest index of each quarter, for its lists. */
const latest = new Map<QuarterId, ByPerson>();

const sameShifts = (one: readonly Shift[], other: readonly Shift[]): boolean =>
  one.length === other.length && one.every((shift, place) => shift === other[place]);

/** The lists of an index, but the older ones wherever nothing changed: so that identity tells whose plan did. */
function keepLists(lists: Map<PersonId, readonly Shift[]>, older: ByPerson | undefined): ByPerson {
  if (older === undefined) return lists;
  for (const [person, list] of lists) {
    const before = older.get(person);
    if (before !== undefined && sameShifts(before, list)) lists.set(person, before);
  }
  return lists;
}

const nothing: readonly Shift[] = [];

/** What somebody holds of the shifts that begin in a quarter; the very same list as long as none of these changes. */
function heldIn(workspace: Workspace, quarter: QuarterId, person: PersonId): readonly Shift[] {
  const shifts = shiftsOfQuarter(workspace.shifts, quarter);
  let index = holders.get(shifts);
  if (index === undefined) {
    const lists = new Map<PersonId, Shift[]>();
    for (const shift of shifts) {
      const list = lists.get(shift.person);
      if (list === undefined) lists.set(shift.person, [shift]);
      else list.push(shift);
    }
    index = keepLists(lists, latest.get(quarter));
    holders.set(shifts, index);
    latest.set(quarter, index);
  }
  return index.get(person) ?? nothing;
}

type Grounds = readonly unknown[];

/** The tables that the rules ask beside the shifts. */
export const tablesAsked = ['people', 'tasks', 'rotations', 'leave'] as const;

const groundsByPlan = new WeakMap<Workspace, Map<string, Grounds>>();
/** The latest grounds of each person in each quarter. */
const latestGrounds = new Map<string, Grounds>();

/**
 * Everything but the shift itself that the rules ask about it, as references: while they stay the same, so do its findings, and the
 * list is the very same one. Worked out once for all that a person holds in a quarter.
 * A rule that comes to ask for more belongs in here.
 */
export function groundsOf(workspace: Workspace, shift: Shift): Grounds {
  let known = groundsByPlan.get(workspace);
  if (known === undefined) groundsByPlan.set(workspace, (known = new Map<string, Grounds>()));
  const quarter = quarterOfSlot(shift);
  const key = `${quarter}${shift.person}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const now = [
    ...tablesAsked.map((table) => workspace[table]),
    coverIndex(workspace.shifts),
    heldIn(workspace, previousQuarter(quarter), shift.person),
    heldIn(workspace, quarter, shift.person),
    heldIn(workspace, nextQuarter(quarter), shift.person),
  ];
  const before = latestGrounds.get(key);
  const grounds = before !== undefined && before.every((ground, place) => ground === now[place]) ? before : now;
  known.set(key, grounds);
  latestGrounds.set(key, grounds);
  return grounds;
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
    for (const shift of heldIn(workspace, one, duty.shift.person)) {
      const other = shift === duty.shift ? null : dutyOf(workspace, shift);
      if (other === null || startOf(other) >= endOf(duty)) continue;
      if (endOf(other) + other.rotation.restWeeks * WEEK + SLACK > startOf(duty)) near.push(other);
    }
  }
  return near;
}

/** How many shifts a person holds that begin in the quarter of this one; layers without duty are not counted. */
export const countInQuarter = (workspace: Workspace, shift: Shift): number =>
  heldIn(workspace, quarterOfSlot(shift), shift.person).filter((held) => {
    const rotation = workspace.rotations[held.rotation];
    return rotation === undefined || !isShadow(rotation, held.layer);
  }).length;

export const meet = (one: readonly Span[], other: readonly Span[]): boolean =>
  one.some((span) => other.some((against) => overlaps(span, against)));

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
