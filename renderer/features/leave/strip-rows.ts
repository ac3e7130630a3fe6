import {
  addDays,
  dateOf,
  daysBetween,
  daysFrom,
  timeOf,
  type DateRange,
} from '../../../shared/calendar/days.ts';
import { holidaysTouched } from '../../../shared/calendar/holidays.ts';
import { leaveHalves } from '../../../shared/calendar/leave-days.ts';
import type { LocalDate, LocalDateTime } from '../../../shared/model/dates.ts';
import type { Leave } from '../../../shared/model/leave.ts';
import type { Person } from '../../../shared/model/person.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { leaveOf } from '../../../shared/model/leave-of.ts';
import {
  clashesWith,
  quartersAround,
  shiftsByPerson,
  type LeaveClash,
} from '../../../shared/planner/leave-clashes.ts';

/** One leave on the strip. */
export interface StripBar {
  readonly leave: Leave;
  /** Working half days that it takes. */
  readonly halves: number;
  readonly clashes: readonly LeaveClash[];
}

/** A stretch in days from the strip's first, fractions for hand-offs within a day. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
}

export interface StripHoliday {
  readonly name: string;
  readonly date: LocalDate;
}

/** Somebody's line of the strip. */
export interface StripRow {
  readonly person: Person;
  readonly bars: readonly StripBar[];
  /** Working half days of leave within the strip's days. */
  readonly halves: number;
  /** When they are on call. */
  readonly onCall: readonly Stretch[];
  /** Days of these on which they are away as well. */
  readonly clashing: readonly Stretch[];
  readonly holidays: readonly StripHoliday[];
  /** Days on which they are not in the team. */
  readonly out: readonly Stretch[];
}

const isThere = ({ joinsOn, leavesOn, archivedOn }: Person, { from, until }: DateRange): boolean =>
  (joinsOn === null || joinsOn < until) &&
  (leavesOn === null || leavesOn >= from) &&
  (archivedOn === null || archivedOn > from);

const moment = (range: DateRange, wall: LocalDateTime): number =>
  daysBetween(range.from, dateOf(wall)) +
  (Number(timeOf(wall).slice(0, 2)) * 60 + Number(timeOf(wall).slice(3))) / 1440;

/** A leave cut at the ends of the range, for what it takes within it. */
const within = (leave: Leave, { from, until }: DateRange): Leave => ({
  ...leave,
  from: leave.from < from ? from : leave.from,
  to: leave.to >= until ? addDays(until, -1) : leave.to,
});

function onCallOf(workspace: Workspace, person: Person, range: DateRange): readonly Stretch[] {
  const days = daysBetween(range.from, range.until);
  return quartersAround(range.from, addDays(range.until, -1))
    .flatMap((quarter) => shiftsByPerson(workspace, quarter).get(person.id) ?? [])
    .map(({ start, end }) => ({ from: moment(range, start), until: moment(range, end) }))
    .filter(({ from, until }) => until > 0 && from < days);
}

function outOf({ joinsOn, leavesOn, archivedOn }: Person, range: DateRange): readonly Stretch[] {
  const days = daysBetween(range.from, range.until);
  const before = joinsOn === null ? 0 : daysBetween(range.from, joinsOn);
  const lasts = [
    ...(leavesOn === null ? [] : [daysBetween(range.from, leavesOn) + 1]),
    ...(archivedOn === null ? [] : [daysBetween(range.from, archivedOn)]),
  ];
  const after = Math.min(days, ...lasts);
  return [
    ...(before > 0 ? [{ from: 0, until: before }] : []),
    ...(after < days ? [{ from: after, until: days }] : []),
  ];
}

/** The holidays of each region that somebody keeps, asked once a region. */
function holidaysByRegion(workspace: Workspace, range: DateRange) {
  const days = daysFrom(range.from, addDays(range.until, -1));
  const known = new Map<string, readonly StripHoliday[]>();
  return (region: string | null): readonly StripHoliday[] => {
    if (region === null) return [];
    const found =
      known.get(region) ??
      holidaysTouched(workspace, region, days, 'observed').map(({ name, date }) => ({ name, date }));
    known.set(region, found);
    return found;
  };
}

/**
 * The strip, line by line: everybody who is in the team within its days, in the team's order, with their leave, duty and holidays.
 *
 * @param today what has begun by then no plan moves
 */
export function stripRows(workspace: Workspace, range: DateRange, today: LocalDate): readonly StripRow[] {
  const holidaysIn = holidaysByRegion(workspace, range);
  return Object.values(workspace.people)
    .filter((person) => isThere(person, range))
    .sort((a, b) => a.position - b.position)
    .map((person): StripRow => {
      const bars = leaveOf(workspace, person.id)
        .filter((leave) => leave.to >= range.from && leave.from < range.until)
        .sort((one, other) => (one.from < other.from ? -1 : 1))
        .map((leave) => ({
          leave,
          halves: leaveHalves(workspace, leave),
          clashes: clashesWith(workspace, leave, today),
        }));
      return {
        person,
        bars,
        halves: bars.reduce((sum, { leave }) => sum + leaveHalves(workspace, within(leave, range)), 0),
        onCall: onCallOf(workspace, person, range),
        clashing: bars
          .flatMap(({ clashes }) => clashes)
          .map(({ days }) => ({
            from: daysBetween(range.from, days.from),
            until: daysBetween(range.from, days.to) + 1,
          })),
        holidays: holidaysIn(person.region ?? workspace.about.region),
        out: outOf(person, range),
      };
    });
}

/** The leave that lies on a day, the first of two halves. */
export const barOn = ({ bars }: StripRow, day: LocalDate): StripBar | null =>
  bars.find(({ leave }) => leave.from <= day && day <= leave.to) ?? null;
