import { addDays, atTime, dateOf, timeOf, wallMinutes, wallOfMinutes, weekdayOf } from '../calendar/days.ts';
import { instantMinutes } from '../calendar/span.ts';
import { instantOf, toLocal } from '../calendar/zone.ts';
import type { LocalDate, LocalDateTime, LocalTime, ZoneName } from '../model/dates.ts';
import { clipped, painted, type Turn } from './override-bundle.ts';
import type { OutsideLine, OutsidePart, OutsideSwap, WeekWindow } from './outside-schedule.ts';

const MINUTE = 60_000;
const DAY = 1440;
const WEEK = 7 * DAY;

/** Most starts that the rules of one file may have in a window: what three people by the hour have in two years. */
export const MOST_STARTS = 60_000;

/** Milliseconds since 1970 at which a wall clock shows this. */
export const momentOf = (wall: LocalDateTime, zone: ZoneName): number => instantMinutes(wall, zone) * MINUTE;

/** What a wall clock shows then. */
export const wallOf = (epoch: number, zone: ZoneName): LocalDateTime => toLocal(instantOf(epoch), zone);

/** A start by a rule, on the wall clock and in true time, with whoever serves. */
export interface RuledTurn {
  readonly wall: LocalDateTime;
  readonly start: number;
  readonly end: number;
  readonly users: readonly string[];
}

/** The wall clock's reading some minutes later, as if no clock were ever changed. */
const wallLater = (wall: LocalDateTime, minutes: number): LocalDateTime =>
  wallOfMinutes(wallMinutes(wall) + minutes);

const minutesEach = { hours: 60, days: DAY, weeks: WEEK } as const;

/** Wall-clock minutes from one turn to the next; null where there is no next. */
const lengthOf = ({ every }: OutsideLine): number | null =>
  every === null ? null : minutesEach[every.unit] * every.count;

/** The starts within one turn: on the weekdays that the rule names, else its own. */
function startsWithin(line: OutsideLine, first: LocalDateTime): readonly LocalDateTime[] {
  const { weekdays, weekStart, every, start } = line;
  if (weekdays.length === 0 || every?.unit !== 'weeks') return [first];
  const day = dateOf(first);
  const begins = addDays(day, -((weekdayOf(day) - weekStart + 7) % 7));
  return [...new Set(weekdays.map((weekday) => (weekday - weekStart + 7) % 7))]
    .sort((one, other) => one - other)
    .map((days) => atTime(addDays(begins, days), timeOf(first)))
    .filter((wall) => wall >= start);
}

/**
 * The turns of one rule that touch a window, in order. Turns by days and weeks keep the wall clock, so that one over a clock change is an
 * hour shorter or longer; turns by the hour keep true time. A turn of several starts belongs to the same people at each.
 *
 * @param from milliseconds since 1970
 * @param until not included
 */
export function ruledTurns(line: OutsideLine, from: number, until: number): readonly RuledTurn[] {
  const { every, zone, order, minutes } = line;
  const length = lengthOf(line);
  if (order.length === 0) return [];
  const anchor = momentOf(line.start, zone);
  const stop = line.until === null ? Infinity : momentOf(line.until, zone);
  const since = line.since === undefined ? -Infinity : momentOf(line.since, zone);
  const isHourly = every?.unit === 'hours';
  const wallAt = (turn: number): LocalDateTime => wallLater(line.start, turn * (length ?? 0));
  const startOf = (turn: number, wall: LocalDateTime): number =>
    isHourly ? anchor + turn * (length ?? 0) * MINUTE : momentOf(wall, zone);
  // Early enough for a turn that outlasts the ones after it.
  const before = from - (minutes ?? 0) * MINUTE;
  const early = length === null ? 0 : Math.floor((before - anchor) / (length * MINUTE)) - 2;
  const out: RuledTurn[] = [];
  for (let turn = Math.max(0, early); length !== null || turn === 0; turn++) {
    const first = wallAt(turn);
    // A turn of weeks may have starts before its own weekday.
    if (startOf(turn, first) - WEEK * MINUTE >= Math.min(until, stop)) break;
    const next = length === null ? Infinity : startOf(turn + 1, wallAt(turn + 1));
    for (const wall of startsWithin(line, first)) {
      const ruled = startOf(turn, wall);
      const start = Math.max(ruled, since);
      const own =
        minutes === null
          ? next
          : isHourly
            ? ruled + minutes * MINUTE
            : momentOf(wallLater(wall, minutes), zone);
      const end = Math.min(own, stop);
      if (start < stop && start < until && end > from && start < end && end !== Infinity)
        out.push({ wall, start, end, users: order[turn % order.length] ?? [] });
    }
  }
  return out;
}

type Stretch = Pick<Turn, 'start' | 'end'>;

/** The stretches of a window of time that hours of the week let through. */
export function openHours(
  windows: readonly WeekWindow[],
  zone: ZoneName,
  start: number,
  end: number,
): readonly Stretch[] {
  if (windows.length === 0) return [{ start, end }];
  const found: Stretch[] = [];
  const early = dateOf(wallOf(start - WEEK * MINUTE, zone));
  const first = addDays(early, 1 - weekdayOf(early));
  const midnight = (monday: LocalDate): LocalDateTime => atTime(monday, '00:00' as LocalTime);
  for (let monday = first; momentOf(midnight(monday), zone) < end; monday = addDays(monday, 7)) {
    for (const { from, until } of windows) {
      const begins = momentOf(wallLater(midnight(monday), from), zone);
      const ends = momentOf(wallLater(midnight(monday), until <= from ? until + WEEK : until), zone);
      const span = { start: Math.max(start, begins), end: Math.min(end, ends) };
      if (span.start < span.end) found.push(span);
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

/** Of people who serve together the first. */
const turnsOfLine = (line: OutsideLine, from: number, until: number): readonly Turn[] =>
  ruledTurns(line, from, until).flatMap(({ start, end, users: [user] }) =>
    user === undefined
      ? []
      : openHours(line.windows, line.zone, start, end).map((span) => ({ ...span, user })),
  );

/** What others took over, laid over the turns of those whom they stand in for. */
function swapped(turns: readonly Turn[], swaps: readonly OutsideSwap[]): readonly Turn[] {
  let now = turns;
  for (const { start, end, of, by } of swaps)
    now = painted([
      ...now,
      ...now
        .filter((turn) => turn.user === of && turn.start < end && start < turn.end)
        .map((turn) => ({ start: Math.max(turn.start, start), end: Math.min(turn.end, end), user: by })),
    ]);
  return now;
}

const touching = <One extends Stretch>(all: readonly One[], from: number, until: number): readonly One[] =>
  all.filter(({ start, end }) => start < until && end > from);

/**
 * Who is on call in a part within a window, nobody beside another, in order: as the tool worked it out where its export says so, else by its rules, those of
 * a higher level over those of a lower one, and overrides and swaps over all. Of two of one level the first that the file names counts.
 *
 * @param from milliseconds since 1970
 * @param until not included
 */
export function turnsOfPart(part: OutsidePart, from: number, until: number): readonly Turn[] {
  const { lines, rendered, overrides, swaps } = part;
  if (rendered.length > 0) return clipped(painted(touching(rendered, from, until).toReversed()), from, until);
  const upwards = lines.toReversed().sort((one, other) => one.level - other.level);
  const ruled = upwards.flatMap((line) => turnsOfLine(line, from, until));
  const all = painted([...ruled, ...touching(overrides, from, until)]);
  // What lies over a turn beyond the window was not looked at.
  return clipped(swapped(all, touching(swaps, from, until)), from, until);
}

/** How many starts the rules of a part have in a window, about. */
export const startsOf = ({ lines }: OutsidePart, from: number, until: number): number =>
  lines.reduce((sum, line) => {
    const length = lengthOf(line);
    return (
      sum + (length === null ? 1 : ((until - from) / (length * MINUTE)) * Math.max(1, line.weekdays.length))
    );
  }, 0);
