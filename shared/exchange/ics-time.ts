import ICAL from 'ical.js';
import {
  addDays,
  atTime,
  dateOf,
  dateOfNumber,
  dayNumber,
  timeOf,
  wallMinutes,
  wallOfMinutes,
} from '../calendar/days.ts';
import { isZone } from '../model/zone-known.ts';
import { addSeconds, toInstant, toLocal } from '../calendar/zone.ts';
import type { Instant, LocalDate, LocalDateTime, LocalTime, ZoneName } from '../model/dates.ts';
import { windowsZone } from './ics-time-windows.ts';

/** A time as the file has it: a day, or a wall clock's reading in a zone of its own, in UTC, or in none ("floating"). */
export type FileTime =
  | { readonly kind: 'day'; readonly day: LocalDate }
  | { readonly kind: 'moment'; readonly wall: LocalDateTime; readonly zone: FileZone };

/** What a wall clock is read by. `described` is a zone that only the file knows, by its VTIMEZONE. */
export type FileZone =
  | { readonly kind: 'utc' }
  | { readonly kind: 'floating' }
  | { readonly kind: 'known'; readonly name: ZoneName }
  | { readonly kind: 'described'; readonly rules: ICAL.Timezone }
  | { readonly kind: 'unknown'; readonly name: string };

/** Whether the calendar has this day: no 30 February, no month 13. */
const isDay = (text: string): boolean => dateOfNumber(dayNumber(text as LocalDate)) === text;

/**
 * Reads a DATE or DATE-TIME, however it is punctuated: `20270104`, `2027-01-04`, `20270104T0900`, `20270104T090000Z`. Seconds are
 * dropped; 24:00 is midnight of the day after. Null where it is no time at all.
 */
export function readFileTime(text: string, zone: FileZone): FileTime | null {
  const found = /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(?:\d\d)?)?(Z)?$/.exec(text.trim().replace(/[-:T]/g, ''));
  if (found === null) return null;
  const [, year, month, date, hour, minute, utc] = found;
  const day = `${year ?? ''}-${month ?? ''}-${date ?? ''}`;
  if (!isDay(day)) return null;
  if (hour === undefined || minute === undefined) return { kind: 'day', day: day as LocalDate };
  if (Number(hour) > 24 || Number(minute) > 59 || (hour === '24' && minute !== '00')) return null;
  const wall =
    hour === '24'
      ? atTime(addDays(day as LocalDate, 1), '00:00' as LocalTime)
      : atTime(day as LocalDate, `${hour}:${minute}` as LocalTime);
  return { kind: 'moment', wall, zone: utc === undefined ? zone : { kind: 'utc' } };
}

/** The IANA name at the end of `/freeassociation.sourceforge.net/Europe/Berlin` and its like; null where there is none. */
function atTheEnd(name: string): ZoneName | null {
  const parts = name.split('/').filter((part) => part !== '');
  for (const count of [3, 2]) {
    const tail = parts.slice(-count).join('/');
    if (parts.length >= count && isZone(tail)) return tail as ZoneName;
  }
  return null;
}

/**
 * The zone that a TZID means: an IANA name as it is or at the end of a longer one, a Windows name, else what the file itself
 * describes. IANA comes first, because many files describe a zone by the rules of one year alone.
 */
export function zoneNamed(name: string, described: ReadonlyMap<string, ICAL.Timezone>): FileZone {
  const clean = name.replace(/^"|"$/g, '').trim();
  const iana = clean !== '' && isZone(clean) ? (clean as ZoneName) : (atTheEnd(clean) ?? windowsZone(clean));
  if (iana !== null) return { kind: 'known', name: iana };
  const rules = described.get(name) ?? described.get(clean);
  return rules === undefined ? { kind: 'unknown', name: clean } : { kind: 'described', rules };
}

const icalTime = (wall: LocalDateTime): ICAL.Time =>
  new ICAL.Time(
    {
      year: Number(wall.slice(0, 4)),
      month: Number(wall.slice(5, 7)),
      day: Number(wall.slice(8, 10)),
      hour: Number(wall.slice(11, 13)),
      minute: Number(wall.slice(14, 16)),
      second: 0,
      isDate: false,
    },
    ICAL.Timezone.localTimezone,
  );

/** The instant of a moment; floating and unknown zones are read in `floating`. */
function instantOf(wall: LocalDateTime, from: FileZone, floating: ZoneName): Instant {
  switch (from.kind) {
    case 'utc':
      return `${wall}:00Z` as Instant;
    case 'known':
      return toInstant(wall, from.name);
    case 'described':
      return addSeconds(`${wall}:00Z` as Instant, -from.rules.utcOffset(icalTime(wall)));
    case 'floating':
    case 'unknown':
      return toInstant(wall, floating);
  }
}

/**
 * What clocks in `zone` show then.
 *
 * @param floating where times without a zone, or of an unknown one, are read
 */
export function wallIn(
  wall: LocalDateTime,
  from: FileZone,
  zone: ZoneName,
  floating: ZoneName,
): LocalDateTime {
  const own =
    from.kind === 'floating' || from.kind === 'unknown' ? floating : from.kind === 'known' ? from.name : null;
  return own === zone ? wall : toLocal(instantOf(wall, from, floating), zone);
}

const isOneZone = (one: FileZone, other: FileZone): boolean => {
  if (one.kind === 'known') return other.kind === 'known' && other.name === one.name;
  if (one.kind === 'described') return other.kind === 'described' && other.rules === one.rules;
  return one.kind === other.kind;
};

/**
 * The same moment as clocks of another zone of the file show it. What says no zone, or one that is not known, is taken to be on that
 * clock already: so write those who leave the zone out.
 *
 * @param floating where times without a zone, or of an unknown one, are read
 */
export function onClock(
  wall: LocalDateTime,
  from: FileZone,
  to: FileZone,
  floating: ZoneName,
): LocalDateTime {
  if (isOneZone(from, to) || from.kind === 'floating' || from.kind === 'unknown') return wall;
  const instant = instantOf(wall, from, floating);
  return to.kind === 'floating' || to.kind === 'unknown'
    ? toLocal(instant, floating)
    : wallOfUtc(toLocal(instant, 'UTC' as ZoneName), to);
}

/** A UTC moment as clocks of a file's own zone show it: what the end of a rule must be compared with. */
export function wallOfUtc(utc: LocalDateTime, from: FileZone): LocalDateTime {
  if (from.kind === 'known') return toLocal(`${utc}:00Z` as Instant, from.name);
  if (from.kind !== 'described') return utc;
  // The offset by the reading itself is a clock change off at worst, and rules end at midnight or with their event.
  return wallOfMinutes(wallMinutes(utc) + Math.round(from.rules.utcOffset(icalTime(utc)) / 60));
}

/** A day, or a part of one, that an event takes away. Working hours: 09:00 to 13:00 and 13:00 to 18:00. */
export interface Piece {
  readonly from: LocalDate;
  /** Included. */
  readonly to: LocalDate;
  readonly part: 'day' | 'morning' | 'afternoon';
}

const halves = [
  { part: 'morning', from: 9 * 60, to: 13 * 60 },
  { part: 'afternoon', from: 13 * 60, to: 18 * 60 },
] as const;

/** Less than this of a half day is an appointment, no absence: 2 hours. */
export const LEAST_MINUTES = 120;

const minuteOf = (moment: LocalDateTime): number =>
  wallMinutes(moment) - wallMinutes(atTime(dateOf(moment), '00:00' as LocalTime));

/** Which part of one day is taken between two minutes of it; null where too little of either half is. */
function partBetween(from: number, to: number): Piece['part'] | null {
  const taken = halves.filter((half) => Math.min(to, half.to) - Math.max(from, half.from) >= LEAST_MINUTES);
  return taken.length === 2 ? 'day' : (taken[0]?.part ?? null);
}

/**
 * The whole and half days that a stretch of a wall clock takes away, in order: first and last day by the hours that they lose. Empty
 * where it takes less than two hours of either half, which is an appointment and no absence.
 *
 * @param end not included
 */
export function piecesOf(start: LocalDateTime, end: LocalDateTime): readonly Piece[] {
  const [first, ends] = [dateOf(start), timeOf(end)];
  const last = ends === '00:00' && end > start ? addDays(dateOf(end), -1) : dateOf(end);
  if (first === last) {
    const part = partBetween(minuteOf(start), ends === '00:00' ? 1440 : minuteOf(end));
    return part === null ? [] : [{ from: first, to: first, part }];
  }
  const opening = partBetween(minuteOf(start), 1440);
  const closing = partBetween(0, ends === '00:00' ? 1440 : minuteOf(end));
  const from = opening === 'day' ? first : addDays(first, 1);
  const to = closing === 'day' ? last : addDays(last, -1);
  return [
    ...(opening === null || opening === 'day' ? [] : [{ from: first, to: first, part: opening }]),
    ...(from <= to ? [{ from, to, part: 'day' as const }] : []),
    ...(closing === null || closing === 'day' ? [] : [{ from: last, to: last, part: closing }]),
  ];
}
