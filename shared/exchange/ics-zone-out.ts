import {
  addDays,
  dateOf,
  dayNumber,
  endOfMonth,
  wallMinutes,
  wallOfMinutes,
  weekdayOf,
} from '../calendar/days.ts';
import { instantOfMinutes } from '../calendar/span.ts';
import { toLocal } from '../calendar/zone.ts';
import type { LocalDate, LocalDateTime, ZoneName } from '../model/dates.ts';
import { compactWall } from './ics-stamp.ts';

/** A moment at which the clocks of a zone change, and by how much; offsets in minutes east of Greenwich. */
interface ClockChange {
  /** Wall clock before the change: what DTSTART of an observance is written in. */
  readonly onset: LocalDateTime;
  readonly from: number;
  readonly to: number;
}

const offsetAt = (minute: number, zone: ZoneName): number =>
  wallMinutes(toLocal(instantOfMinutes(minute), zone)) - minute;

/** The first minute after `low` at which the offset is no longer that of `low`; `high` has another. */
function changeBetween(low: number, high: number, zone: ZoneName): number {
  const before = offsetAt(low, zone);
  let [same, other] = [low, high];
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (offsetAt(middle, zone) === before) same = middle;
    else other = middle;
  }
  return other;
}

/** No two changes of a zone that is in use today lie closer than this. */
const STEP_DAYS = 7;

function changesOf(zone: ZoneName, from: LocalDate, until: LocalDate): readonly ClockChange[] {
  const changes: ClockChange[] = [];
  const end = dayNumber(until) * 1440;
  for (let minute = dayNumber(from) * 1440; minute < end; minute += STEP_DAYS * 1440) {
    const next = minute + STEP_DAYS * 1440;
    const [before, after] = [offsetAt(minute, zone), offsetAt(next, zone)];
    if (before === after) continue;
    const change = changeBetween(minute, next, zone);
    changes.push({ onset: wallOfMinutes(change + before), from: before, to: after });
  }
  return changes;
}

const sign = (minutes: number): string => {
  const size = Math.abs(minutes);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`;
};

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** `-1SU` for the last Sunday of a month, `2SU` for the second. */
function placeInMonth(day: LocalDate, last: boolean): string {
  const weekday = weekdays[weekdayOf(day) - 1] ?? 'MO';
  if (last) return addDays(day, 7) > endOfMonth(day) ? `-1${weekday}` : '';
  return `${Math.ceil(Number(day.slice(8, 10)) / 7)}${weekday}`;
}

/** The yearly rule that all of these follow; null where they follow none, as in zones that change by decree. */
function yearlyRule(changes: readonly ClockChange[]): string | null {
  const [first] = changes;
  if (first === undefined || changes.length < 2) return null;
  const day = dateOf(first.onset);
  const follows = changes.every(
    ({ onset, from, to }, index) =>
      onset.slice(5, 7) === first.onset.slice(5, 7) &&
      onset.slice(11) === first.onset.slice(11) &&
      from === first.from &&
      to === first.to &&
      Number(onset.slice(0, 4)) === Number(first.onset.slice(0, 4)) + index,
  );
  if (!follows) return null;
  for (const last of [true, false]) {
    const place = placeInMonth(day, last);
    if (place !== '' && changes.every(({ onset }) => placeInMonth(dateOf(onset), last) === place))
      return `FREQ=YEARLY;BYMONTH=${Number(first.onset.slice(5, 7))};BYDAY=${place}`;
  }
  return null;
}

function observance(
  { onset, from, to }: ClockChange,
  rule: string | null,
  isDaylight: boolean,
): readonly string[] {
  const name = isDaylight ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${name}`,
    `DTSTART:${compactWall(onset)}`,
    ...(rule === null ? [] : [`RRULE:${rule}`]),
    `TZOFFSETFROM:${sign(from)}`,
    `TZOFFSETTO:${sign(to)}`,
    `TZNAME:GMT${sign(to)}`,
    `END:${name}`,
  ];
}

/**
 * Years around the events that are looked at to see whether a zone's changes follow a rule. Two before them, for some readers (ts-ics is one)
 * pass over the very first change of a rule: it must not be the one that the events depend on.
 */
const YEARS_AROUND = 2;

/**
 * The VTIMEZONE of a zone as content lines, from the engine's own tables: right for all times between the two days, and beyond them
 * where the changes follow a yearly rule. Summer time in the south is DAYLIGHT as well, for it is the one that is further ahead.
 */
export function zoneLines(zone: ZoneName, from: LocalDate, until: LocalDate): readonly string[] {
  const key = `${zone} ${from.slice(0, 4)} ${until.slice(0, 4)}`;
  let lines = written.get(key);
  if (lines === undefined) written.set(key, (lines = linesOf(zone, from, until)));
  return lines;
}

/** Remembered by zone and years: an export writes hundreds of files about the same ones. */
const written = new Map<string, readonly string[]>();

function linesOf(zone: ZoneName, from: LocalDate, until: LocalDate): readonly string[] {
  const first = `${Number(from.slice(0, 4)) - YEARS_AROUND}-01-01` as LocalDate;
  const end = `${Number(until.slice(0, 4)) + YEARS_AROUND}-01-01` as LocalDate;
  const changes = changesOf(zone, first, end);
  const start = offsetAt(dayNumber(first) * 1440, zone);
  const opening: ClockChange = { onset: `${first}T00:00` as LocalDateTime, from: start, to: start };
  const isDaylight = ({ from: before, to }: ClockChange): boolean => to > before;
  const groups = [changes.filter(isDaylight), changes.filter((change) => !isDaylight(change))];
  const body = groups.flatMap((group) => {
    const rule = yearlyRule(group);
    const named = rule === null ? group : group.slice(0, 1);
    return named.flatMap((change) => observance(change, rule, isDaylight(change)));
  });
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observance(opening, null, false), ...body, 'END:VTIMEZONE'];
}
