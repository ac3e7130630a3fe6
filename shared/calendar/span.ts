import type { Instant, LocalDate, LocalDateTime, ZoneName } from '../model/dates.ts';
import { dateOf, dateOfNumber, dayNumber, wallMinutes } from './days.ts';
import { toInstant } from './zone.ts';

/** A stretch of true time in minutes since 1970-01-01T00:00Z; the end is not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const NOON = 12 * 60;
const instants = new Map<string, number>();

/** The true minute at which a wall clock in `zone` shows `moment`. Remembered: a quarter asks for few distinct moments. */
export function instantMinutes(moment: LocalDateTime, zone: ZoneName): number {
  const key = `${moment}@${zone}`;
  let minutes = instants.get(key);
  if (minutes === undefined) {
    minutes = Date.parse(toInstant(moment, zone)) / 60_000;
    if (instants.size > 20_000) instants.clear();
    instants.set(key, minutes);
  }
  return minutes;
}

/** The instant of a true minute: the inverse of `instantMinutes`. */
export const instantOfMinutes = (minutes: number): Instant =>
  new Date(minutes * 60_000).toISOString().replace('.000', '') as Instant;

/** The true time between two wall-clock moments of one zone: 23 or 25 hours on a day with a clock change. */
export const spanOf = (start: LocalDateTime, end: LocalDateTime, zone: ZoneName): Span => ({
  start: instantMinutes(start, zone),
  end: instantMinutes(end, zone),
});

export const overlaps = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;

export const hoursOf = (span: Span): number => (span.end - span.start) / 60;

/** What both have in common; null where that is nothing. */
export function intersection(one: Span, other: Span): Span | null {
  const span = { start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) };
  return span.start < span.end ? span : null;
}

/** What is left of a span without the others, in order. */
export function without(span: Span, others: readonly Span[]): readonly Span[] {
  let left: readonly Span[] = [span];
  for (const other of others) {
    left = left.flatMap((piece) =>
      overlaps(piece, other)
        ? [
            { start: piece.start, end: other.start },
            { start: other.end, end: piece.end },
          ].filter((rest) => rest.start < rest.end)
        : [piece],
    );
  }
  return left;
}

const noons = new Map<string, readonly LocalDate[]>();

/**
 * The days that count for a turn: those whose noon, on the rotation's wall clock, lies in it. Remembered: the rules ask for
 * the same few turns for every person and with every step of a drag.
 */
export function daysAtNoon(start: LocalDateTime, end: LocalDateTime): readonly LocalDate[] {
  const key = `${start} ${end}`;
  let days = noons.get(key);
  if (days === undefined) {
    days = noonsBetween(start, end);
    if (noons.size > 20_000) noons.clear();
    noons.set(key, days);
  }
  return days;
}

function noonsBetween(start: LocalDateTime, end: LocalDateTime): readonly LocalDate[] {
  const first = dayNumber(dateOf(start)) + (wallMinutes(start) % 1440 <= NOON ? 0 : 1);
  const last = dayNumber(dateOf(end)) - (wallMinutes(end) % 1440 > NOON ? 0 : 1);
  const days: LocalDate[] = [];
  for (let day = first; day <= last; day++) days.push(dateOfNumber(day));
  return days;
}
