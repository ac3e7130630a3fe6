import type { LocalDate, LocalDateTime, LocalTime, ZoneName } from '../model/dates.ts';
import { addDays, atTime, daysBetween, type DateRange } from './days.ts';
import { trueHours } from './zone.ts';

/** A night in which the clocks of a zone are put forward or back. */
export interface ClockChange {
  readonly zone: ZoneName;
  /** What the clock shows at that moment, before it is put: 02:00 where it jumps to 03:00. */
  readonly at: LocalDateTime;
  /** 60 where clocks go forward an hour, −30 where they go back half of one. */
  readonly byMinutes: number;
}

const midnight = '00:00' as LocalTime;
const clock = (minutes: number): LocalTime =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}` as LocalTime;

/** Minutes that a day of this zone has more than 24 hours; negative where it is shorter. */
const surplus = (from: LocalDateTime, to: LocalDateTime, zone: ZoneName, plain: number): number =>
  Math.round(trueHours(from, to, zone) * 60) - plain;

/**
 * What the clock shows when it is put forward or back: 02:00 where it jumps to 03:00, 03:00 where it falls to 02:00. A reading
 * that is skipped counts as yet to come, so the surplus shows from the end of a gap on.
 */
function readingAt(day: LocalDate, zone: ZoneName, longer: number): LocalDateTime {
  const start = atTime(day, midnight);
  let before = 0;
  let after = 96;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    const minutes = middle * 15;
    if (surplus(start, atTime(day, clock(minutes)), zone, minutes) === 0) before = middle;
    else after = middle;
  }
  const minutes = after * 15 + Math.min(longer, 0);
  return minutes < 1440 ? atTime(day, clock(Math.max(minutes, 0))) : atTime(addDays(day, 1), midnight);
}

const known = new Map<string, readonly ClockChange[]>();

/**
 * The clock changes of a zone on the days of a range, in order. Found by the length of the days, halving down to a quarter of an
 * hour: no zone has changed at any other minute since 1970.
 */
export function clockChanges(zone: ZoneName, { from, until }: DateRange): readonly ClockChange[] {
  const key = `${zone} ${from} ${until}`;
  let changes = known.get(key);
  if (changes === undefined) {
    changes = within(zone, from, until);
    if (known.size > 200) known.clear();
    known.set(key, changes);
  }
  return changes;
}

function within(zone: ZoneName, from: LocalDate, until: LocalDate): readonly ClockChange[] {
  const days = daysBetween(from, until);
  if (days <= 0) return [];
  const longer = surplus(atTime(from, midnight), atTime(until, midnight), zone, days * 1440);
  // Two changes in one range may cancel each other: only a short range is believed to have none.
  if (longer === 0 && days <= 14) return [];
  if (days > 1) {
    const middle = addDays(from, Math.floor(days / 2));
    return [...within(zone, from, middle), ...within(zone, middle, until)];
  }
  return longer === 0 ? [] : [{ zone, at: readingAt(from, zone, longer), byMinutes: -longer }];
}
