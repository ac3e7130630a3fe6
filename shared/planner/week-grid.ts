import {
  addDays,
  type DateRange,
  dateOf,
  daysBetween,
  mondayOf,
  previousQuarter,
  quarterRange,
} from '../calendar/days.ts';
import { daysAtNoon } from '../calendar/span.ts';
import type { LocalDate, QuarterId } from '../model/dates.ts';
import type { LayerName, PersonId, RotationId, ShiftId } from '../model/ids.ts';
import { recordOf, recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { type Slot, slotsOfQuarter } from '../rotation/expand.ts';
import { daysServed } from './covers/days-served.ts';

/** Days of one week that one person serves, or nobody. */
export interface Run {
  /** Null is a gap. */
  readonly person: PersonId | null;
  readonly from: LocalDate;
  /** Not included. */
  readonly until: LocalDate;
  /** The turn, also where somebody else covers its days. */
  readonly turn: ShiftId;
  readonly cover: boolean;
}

/** One duty of the quarter: who serves it, week by week. */
export interface DutyRow {
  readonly rotation: RotationId;
  readonly layer: LayerName;
  /** 0 is the first layer. */
  readonly place: number;
  /** A cell for each week; empty where the duty has no turn. */
  readonly cells: readonly (readonly Run[])[];
}

/** A quarter as it hangs on a wall: duties over whole weeks. */
export interface WeekGrid {
  readonly weeks: readonly DateRange[];
  readonly duties: readonly DutyRow[];
}

/** The whole weeks that the turns of a quarter begin in, from its first Monday on. */
export function weeksOf(quarter: QuarterId): readonly DateRange[] {
  const { from, until } = quarterRange(quarter);
  const first = mondayOf(from) === from ? from : addDays(mondayOf(from), 7);
  const weeks = Math.ceil(daysBetween(first, until) / 7);
  return Array.from({ length: weeks }, (_, week) => ({
    from: addDays(first, week * 7),
    until: addDays(first, week * 7 + 7),
  }));
}

/** The days of a turn, each a run of its own: nobody serves them where the slot is not held. */
function daysOf(workspace: Workspace, { id, start, end }: Slot): readonly Run[] {
  const served = daysServed(workspace, id);
  const days =
    served.length > 0 ? served : daysAtNoon(start, end).map((day) => ({ day, person: null, cover: null }));
  return days.map(({ day, person, cover }) => ({
    person,
    from: day,
    until: addDays(day, 1),
    turn: id,
    cover: cover !== null,
  }));
}

const key = (rotation: string, layer: string): string => `${rotation}/${layer}`;

/** The days of a week, those that one person serves in one go together. */
function runsOf(days: readonly Run[], week: DateRange): readonly Run[] {
  const runs: Run[] = [];
  for (const day of days) {
    if (day.from < week.from || day.from >= week.until) continue;
    const last = runs.at(-1);
    const goesOn =
      last?.until === day.from &&
      last.person === day.person &&
      last.turn === day.turn &&
      last.cover === day.cover;
    if (goesOn) runs[runs.length - 1] = { ...last, until: day.until };
    else runs.push(day);
  }
  return runs;
}

/**
 * Who serves which duty in each week of a quarter, day-true: covers and hand-offs in the middle of a week stand as runs of days.
 * Held turns of the quarter before that reach into its first weeks are there too.
 */
export function weekGrid(workspace: Workspace, quarter: QuarterId): WeekGrid {
  const weeks = weeksOf(quarter);
  const own = slotsOfQuarter(workspace, quarter);
  const first = weeks[0]?.from ?? quarterRange(quarter).from;
  const before = slotsOfQuarter(workspace, previousQuarter(quarter)).filter(
    ({ id, end }) => recordOf(workspace, 'shifts', id) !== undefined && dateOf(end) > first,
  );
  const turns = [...before, ...own].filter(({ id }) => !id.includes('/cover/'));
  const byDuty = new Map<string, Slot[]>();
  for (const slot of turns) {
    const duty = key(slot.rotation, slot.layer);
    byDuty.set(duty, [...(byDuty.get(duty) ?? []), slot]);
  }
  const rotations = [...recordsOf(workspace, 'rotations')].sort(
    (a, b) => a.position - b.position || (a.id < b.id ? -1 : 1),
  );
  const duties = rotations.flatMap(({ id, layers }) =>
    layers.flatMap(({ name }, place): readonly DutyRow[] => {
      const slots = byDuty.get(key(id, name));
      if (slots === undefined) return [];
      const days = slots.flatMap((slot) => daysOf(workspace, slot));
      const cells = weeks.map((week) => runsOf(days, week));
      return cells.some((cell) => cell.length > 0) ? [{ rotation: id, layer: name, place, cells }] : [];
    }),
  );
  return { weeks, duties };
}
