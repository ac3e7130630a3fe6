import { addDays, atTime, dateOf } from '../calendar/days.ts';
import { addSeconds, secondsBetween, toInstant, toLocal } from '../calendar/zone.ts';
import type { Instant, LocalDate, LocalTime, ZoneName } from '../model/dates.ts';
import type { BusinessCalendar } from './due-dates.ts';

/** How a clock runs: how much of a stretch of time it counts, and when it has counted so much. */
export interface ClockRun {
  /** Seconds counted between two instants; none where the second is not later. */
  readonly between: (from: Instant, until: Instant) => number;
  /** The instant at which this many seconds have been counted since another one; at least one second. */
  readonly after: (from: Instant, seconds: number) => Instant;
}

/** Day and night, every day. */
export const aroundTheClock: ClockRun = {
  between: (from, until) => Math.max(0, secondsBetween(from, until)),
  after: addSeconds,
};

/** The business day: nine to five, eight hours. */
export const businessDay = { begins: '09:00' as LocalTime, ends: '17:00' as LocalTime, hours: 8 } as const;

/**
 * From nine to five on business days, by the wall clock of a zone. A day whose clocks change in between has the hours it truly has.
 *
 * @param dayOff weekends and holidays, on which nothing is counted
 */
export function businessHours(zone: ZoneName, dayOff: BusinessCalendar): ClockRun {
  const opening = (day: LocalDate): readonly [Instant, Instant] => [
    toInstant(atTime(day, businessDay.begins), zone),
    toInstant(atTime(day, businessDay.ends), zone),
  ];
  const localDay = (instant: Instant): LocalDate => dateOf(toLocal(instant, zone));
  const later = (one: Instant, other: Instant): Instant => (secondsBetween(one, other) > 0 ? other : one);
  return {
    between(from, until) {
      const last = localDay(until);
      let counted = 0;
      for (let day = localDay(from); day <= last; day = addDays(day, 1)) {
        if (dayOff(day) !== null) continue;
        const [begins, ends] = opening(day);
        const first = later(from, begins);
        counted += Math.max(0, secondsBetween(first, secondsBetween(until, ends) > 0 ? until : ends));
      }
      return counted;
    },
    after(from, seconds) {
      let left = seconds;
      for (let day = localDay(from); ; day = addDays(day, 1)) {
        if (dayOff(day) !== null) continue;
        const [begins, ends] = opening(day);
        const first = later(from, begins);
        const open = secondsBetween(first, ends);
        if (open >= left) return addSeconds(first, left);
        left -= Math.max(0, open);
      }
    },
  };
}
