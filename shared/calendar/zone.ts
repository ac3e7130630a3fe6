import type { Instant, LocalDateTime, ZoneName } from '../model/dates.ts';
import { dateOfNumber, wallMinutes } from './days.ts';

// By the zone tables that the engine has for Intl anyway. Temporal says the same, as the tests show, but Node 20 and the
// test runtime have none, and its stand-in would be a fifth of what the window loads before it shows anything.

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

const writers = new Map<ZoneName, Intl.DateTimeFormat>();

/** Writes an instant with the offset of its zone: `1/4/2027, GMT+01:00`. Costly to make, so made once for each zone. */
function writerOf(zone: ZoneName): Intl.DateTimeFormat {
  let writer = writers.get(zone);
  if (writer === undefined) {
    writer = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    writers.set(zone, writer);
  }
  return writer;
}

/** The offset of a zone at an instant as the engine writes it. */
function writtenOffset(epoch: number, zone: ZoneName): number {
  const written = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(writerOf(zone).format(epoch));
  if (written === null) throw new RangeError(`no offset of ${zone} is known at ${epoch} ms`);
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = written;
  const size = (Number(hours) * 60 + Number(minutes)) * MINUTE + Number(seconds) * SECOND;
  return sign === '-' ? -size : size;
}

const midnights = new Map<ZoneName, Map<number, number>>();

/** The offset at midnight, UTC, of a day by its number since 1970. Remembered: writing one takes microseconds, and files ask for thousands. */
function offsetAtMidnight(day: number, zone: ZoneName): number {
  let known = midnights.get(zone);
  if (known === undefined) midnights.set(zone, (known = new Map<number, number>()));
  let offset = known.get(day);
  if (offset === undefined) {
    offset = writtenOffset(day * DAY, zone);
    if (known.size > 20_000) known.clear();
    known.set(day, offset);
  }
  return offset;
}

/**
 * How far clocks in `zone` are ahead of UTC at an instant, in milliseconds; negative west of Greenwich. No zone changes its clocks twice
 * within a day, so that what holds at both of its ends holds between them.
 */
function offsetAt(epoch: number, zone: ZoneName): number {
  const day = Math.floor(epoch / DAY);
  const offset = offsetAtMidnight(day, zone);
  return offsetAtMidnight(day + 1, zone) === offset ? offset : writtenOffset(epoch, zone);
}

/** A wall clock's reading as if it were UTC's, in milliseconds. */
function wallOf(moment: LocalDateTime): number {
  const wall = wallMinutes(moment) * MINUTE;
  if (Number.isNaN(wall)) throw new RangeError(`${moment} is no local date and time`);
  return wall;
}

/**
 * The instant of a wall clock's reading, in milliseconds since 1970, by the "compatible" way of Temporal: of two the
 * earlier, and past a gap by its length. No two changes of one zone are less than a day apart from a reading, so the
 * offsets a day before and a day after are the only two that it can have.
 */
function epochOf(moment: LocalDateTime, zone: ZoneName): number {
  const wall = wallOf(moment);
  const before = offsetAt(wall - DAY, zone);
  const after = offsetAt(wall + DAY, zone);
  const fits = [before, after].filter((offset) => offsetAt(wall - offset, zone) === offset);
  return wall - (fits.length > 0 ? Math.max(...fits) : before);
}

/** The instant that lies so many milliseconds after 1970-01-01T00:00Z, to the second. */
export const instantOf = (epoch: number): Instant =>
  `${new Date(Math.floor(epoch / SECOND) * SECOND).toISOString().slice(0, -5)}Z` as Instant;

/** Milliseconds since 1970. Throws a RangeError where the text is no instant. */
function readInstant(instant: Instant): number {
  const epoch = Date.parse(instant);
  if (Number.isNaN(epoch)) throw new RangeError(`${instant} is no instant`);
  return epoch;
}

/**
 * The instant at which a wall clock in `zone` shows this moment. A time that a clock change skips moves forward by the
 * gap (02:30 becomes 03:30); one that comes twice is the earlier. Throws a RangeError where there is no such zone.
 */
export const toInstant = (moment: LocalDateTime, zone: ZoneName): Instant => instantOf(epochOf(moment, zone));

/** The later of the two instants at which a wall clock in `zone` shows this moment; null where there is one, or none. */
export function toLaterInstant(moment: LocalDateTime, zone: ZoneName): Instant | null {
  const first = epochOf(moment, zone);
  const second = wallOf(moment) - offsetAt(wallOf(moment) + DAY, zone);
  return second > first && toLocal(instantOf(second), zone) === moment ? instantOf(second) : null;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** What a clock shows that many milliseconds after midnight of 1970-01-01, to the minute. */
function reading(wall: number): LocalDateTime {
  const minutes = Math.floor(wall / MINUTE);
  const day = Math.floor(minutes / 1440);
  const ofDay = minutes - day * 1440;
  return `${dateOfNumber(day)}T${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}` as LocalDateTime;
}

/** What a wall clock in `zone` shows at an instant, to the minute. */
export function toLocal(instant: Instant, zone: ZoneName): LocalDateTime {
  const epoch = readInstant(instant);
  return reading(epoch + offsetAt(epoch, zone));
}

/**
 * A local date-time with the offset its zone has then: `2027-01-04T09:00:00+01:00`. A time that a clock change skips is
 * written as the one it moves to.
 */
export function withOffset(moment: LocalDateTime, zone: ZoneName): string {
  const epoch = epochOf(moment, zone);
  const offset = offsetAt(epoch, zone);
  const minutes = Math.abs(offset) / MINUTE;
  const clock = `${two(Math.floor(minutes / 60))}:${two(Math.round(minutes % 60))}`;
  return `${reading(epoch + offset)}:00${offset < 0 ? '-' : '+'}${clock}`;
}

/** True hours between two wall-clock moments of one zone: 167 or 169 in a week with a clock change. */
export const trueHours = (start: LocalDateTime, end: LocalDateTime, zone: ZoneName): number =>
  (epochOf(end, zone) - epochOf(start, zone)) / (60 * MINUTE);

/** Seconds of true time from one instant to another; negative when `to` is earlier. */
export const secondsBetween = (from: Instant, to: Instant): number =>
  (readInstant(to) - readInstant(from)) / SECOND;

/** The instant some seconds of true time later. */
export const addSeconds = (instant: Instant, seconds: number): Instant =>
  instantOf(readInstant(instant) + Math.round(seconds) * SECOND);
