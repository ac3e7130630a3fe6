import { addDays, dayNumber, daysBetween, type DateRange } from '../../../shared/calendar/days.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { CalendarEvent } from './to-events.ts';

/** The Mondays of a range of whole weeks. */
export function mondaysOf({ from, until }: DateRange): readonly LocalDate[] {
  const mondays: LocalDate[] = [];
  for (let day = from; day < until; day = addDays(day, 7)) mondays.push(day);
  return mondays;
}

/** The first day of the week of a day, where weeks are counted from this one on. */
export const firstDayOf = (day: LocalDate, from: LocalDate): LocalDate =>
  addDays(from, Math.floor(daysBetween(from, day) / 7) * 7);

/** The number of the day, the line of bars, a chip and a chip with a conflict under it, in px with the gap below. */
const [headHeight, lineHeight, chipHeight, conflictHeight] = [26, 24, 26, 42];
/** What FullCalendar gives a row of days at least, in px. */
const leastHeight = 52;

function heightOf({ extendedProps }: CalendarEvent): number {
  if (extendedProps.kind !== 'shift') return lineHeight;
  return extendedProps.segments.some(({ face }) => face.conflict !== null) ? conflictHeight : chipHeight;
}

/**
 * How high the row of each week will stand, in px: bars lie in the order of their ranks, each below all before it on the same days.
 * An estimate, where names of holidays wrap.
 *
 * @param from the Monday of the first week
 */
export function weekHeights(
  events: readonly CalendarEvent[],
  from: LocalDate,
  weeks: number,
): readonly number[] {
  const origin = dayNumber(from);
  const days = new Array<number>(weeks * 7).fill(headHeight);
  for (const event of [...events].sort((a, b) => a.rank - b.rank)) {
    const first = Math.max(0, dayNumber(event.start.slice(0, 10) as LocalDate) - origin);
    const last = Math.min(days.length, dayNumber(event.end.slice(0, 10) as LocalDate) - origin);
    const height = heightOf(event);
    for (let monday = first - (first % 7); monday < last; monday += 7) {
      const [begin, end] = [Math.max(first, monday), Math.min(last, monday + 7)];
      const bottom = Math.max(...days.slice(begin, end)) + height;
      days.fill(bottom, begin, end);
    }
  }
  return Array.from({ length: weeks }, (_none, week) =>
    Math.max(leastHeight, ...days.slice(week * 7, week * 7 + 7)),
  );
}

/** The head of a day of a list and one of its lines, in px; calendar.css says the same. */
const [listHead, listLine] = [32, 30];

/** How high each week of a list will stand, in px: what it holds stands on the day that it begins on, and days without are left out. */
export function listHeights(
  events: readonly CalendarEvent[],
  from: LocalDate,
  weeks: number,
): readonly number[] {
  const origin = dayNumber(from);
  const heights = new Array<number>(weeks).fill(0);
  const headed = new Set<number>();
  for (const { start } of events) {
    const day = dayNumber(start.slice(0, 10) as LocalDate) - origin;
    const week = Math.floor(day / 7);
    const height = heights[week];
    if (height === undefined) continue;
    heights[week] = height + listLine + (headed.has(day) ? 0 : listHead);
    headed.add(day);
  }
  return heights.map((height) => Math.max(listHead + listLine, height));
}
