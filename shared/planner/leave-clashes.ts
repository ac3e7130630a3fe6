import {
  addDays,
  dateOf,
  nextQuarter,
  previousQuarter,
  quarterOf,
  type DateRange,
} from '../calendar/days.ts';
import { intersection } from '../calendar/span.ts';
import type { LocalDate, QuarterId } from '../model/dates.ts';
import type { PersonId } from '../model/ids.ts';
import type { Leave } from '../model/leave.ts';
import type { Shift } from '../model/shift.ts';
import type { Workspace } from '../model/workspace.ts';
import { shiftsOfQuarter } from '../rotation/recorded.ts';
import { leaveOf } from '../model/leave-of.ts';
import { dutyOf, leaveSpan } from './facts.ts';

/** A turn, or a cover of single days, that its holder cannot serve for leave. */
export interface LeaveClash {
  readonly leave: Leave;
  readonly shift: Shift;
  /** The days that both have in common, by the person's leave; both included. */
  readonly days: { readonly from: LocalDate; readonly to: LocalDate };
  /** The lead overruled the rule for this turn: it stays flagged. */
  readonly accepted: boolean;
  /** Whether a new plan may hand it to somebody else; if not, why. */
  readonly standing: 'movable' | 'pinned' | 'begun' | 'cover';
}

type ByPerson = ReadonlyMap<PersonId, readonly Shift[]>;
const held = new WeakMap<readonly Shift[], ByPerson>();

/** The shifts that begin in a quarter, by who holds them. Kept with the list, which stays the same while nobody changes it. */
export function shiftsByPerson(workspace: Workspace, quarter: QuarterId): ByPerson {
  const shifts = shiftsOfQuarter(workspace.shifts, quarter);
  let index = held.get(shifts);
  if (index === undefined) {
    const lists = new Map<PersonId, Shift[]>();
    for (const shift of shifts) {
      const list = lists.get(shift.person);
      if (list === undefined) lists.set(shift.person, [shift]);
      else list.push(shift);
    }
    held.set(shifts, (index = lists));
  }
  return index;
}

/** The quarters in which a turn may begin that reaches into these days: one earlier as well. */
export function quartersAround(from: LocalDate, to: LocalDate): readonly QuarterId[] {
  const quarters: QuarterId[] = [];
  for (let one = previousQuarter(quarterOf(from)); one <= quarterOf(to); one = nextQuarter(one))
    quarters.push(one);
  return quarters;
}

function standingOf(shift: Shift, today: LocalDate): LeaveClash['standing'] {
  if (shift.covers !== null) return 'cover';
  if (dateOf(shift.start) < today) return 'begun';
  return shift.pinned ? 'pinned' : 'movable';
}

interface Remembered {
  readonly people: object;
  readonly shifts: object;
  readonly rotations: object;
  readonly today: LocalDate;
  readonly clashes: readonly LeaveClash[];
}

const remembered = new WeakMap<Leave, Remembered>();

/**
 * What stands against a leave, whether it is in the workspace or only thought of: the turns and covers of its person whose served time
 * meets its working hours. In order of their start. Remembered by leave as long as people, shifts and rotations stay the same.
 */
export function clashesWith(workspace: Workspace, leave: Leave, today: LocalDate): readonly LeaveClash[] {
  const { people, shifts, rotations } = workspace;
  const known = remembered.get(leave);
  if (
    known?.people === people &&
    known.shifts === shifts &&
    known.rotations === rotations &&
    known.today === today
  )
    return known.clashes;
  const clashes = findClashes(workspace, leave, today);
  remembered.set(leave, { people, shifts, rotations, today, clashes });
  return clashes;
}

function findClashes(workspace: Workspace, leave: Leave, today: LocalDate): readonly LeaveClash[] {
  const person = workspace.people[leave.person];
  if (person === undefined) return [];
  const away = leaveSpan(leave, person);
  return quartersAround(leave.from, leave.to)
    .flatMap((quarter) => shiftsByPerson(workspace, quarter).get(leave.person) ?? [])
    .filter(
      (shift) => dateOf(shift.end) >= addDays(leave.from, -1) && dateOf(shift.start) <= addDays(leave.to, 1),
    )
    .filter(
      (shift) => dutyOf(workspace, shift)?.spans.some((span) => intersection(span, away) !== null) ?? false,
    )
    .map((shift) => ({
      leave,
      shift,
      days: commonDays(leave, shift),
      accepted: shift.accepted.includes('on-leave'),
      standing: standingOf(shift, today),
    }))
    .sort((one, other) =>
      one.shift.start < other.shift.start ? -1 : one.shift.start > other.shift.start ? 1 : 0,
    );
}

function commonDays(leave: Leave, { start, end }: Shift): LeaveClash['days'] {
  const from = dateOf(start) > leave.from ? dateOf(start) : leave.from;
  const to = dateOf(end) < leave.to ? dateOf(end) : leave.to;
  return from <= to ? { from, to } : { from: leave.from, to: leave.to };
}

/**
 * All leave that lies over turns of its person within some days, settled and tentative. By the start of the leave, then of the turn.
 *
 * @param today what has begun by then is told apart
 */
export function leaveClashes(
  workspace: Workspace,
  { from, until }: DateRange,
  today: LocalDate,
): readonly LeaveClash[] {
  return Object.values(workspace.people)
    .flatMap(({ id }) => leaveOf(workspace, id))
    .filter((leave) => leave.to >= from && leave.from < until)
    .sort((one, other) =>
      one.from === other.from ? (one.id < other.id ? -1 : 1) : one.from < other.from ? -1 : 1,
    )
    .flatMap((leave) => clashesWith(workspace, leave, today));
}
