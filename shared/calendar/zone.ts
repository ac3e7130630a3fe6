import { Temporal } from 'temporal-polyfill';
import type { Instant, LocalDateTime, ZoneName } from '../model/dates.ts';

/**
 * The instant at which a wall clock in `zone` shows this moment. A time that a clock change skips moves forward by the
 * gap (02:30 becomes 03:30); one that comes twice is the earlier.
 */
export function toInstant(moment: LocalDateTime, zone: ZoneName): Instant {
  const zoned = Temporal.PlainDateTime.from(moment).toZonedDateTime(zone, { disambiguation: 'compatible' });
  return zoned.toInstant().toString({ smallestUnit: 'second' }) as Instant;
}

/** What a wall clock in `zone` shows at an instant, to the minute. */
export function toLocal(instant: Instant, zone: ZoneName): LocalDateTime {
  const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  return zoned.toPlainDateTime().toString({ smallestUnit: 'minute' }) as LocalDateTime;
}

/** A local date-time with the offset its zone has then: `2027-01-04T09:00:00+01:00`. */
export function withOffset(moment: LocalDateTime, zone: ZoneName): string {
  const zoned = Temporal.PlainDateTime.from(moment).toZonedDateTime(zone, { disambiguation: 'compatible' });
  return zoned.toString({ smallestUnit: 'second', timeZoneName: 'never' });
}

/** True hours between two wall-clock moments of one zone: 167 or 169 in a week with a clock change. */
export function trueHours(start: LocalDateTime, end: LocalDateTime, zone: ZoneName): number {
  return (Date.parse(toInstant(end, zone)) - Date.parse(toInstant(start, zone))) / 3_600_000;
}

/** Seconds of true time from one instant to another; negative when `to` is earlier. */
export const secondsBetween = (from: Instant, to: Instant): number => (Date.parse(to) - Date.parse(from)) / 1000;

/** The instant some seconds of true time later. */
export const addSeconds = (instant: Instant, seconds: number): Instant =>
  Temporal.Instant.from(instant).add({ seconds: Math.round(seconds) }).toString({ smallestUnit: 'second' }) as Instant;
