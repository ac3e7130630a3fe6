import {
  addDays,
  dayNumber,
  daysBetween,
  quarterRange,
  type DateRange,
} from '../../../shared/calendar/days.ts';
import type { LocalDate, QuarterId } from '../../../shared/model/dates.ts';

/** How much of the year is in sight. */
export type Span = 'quarter' | 'year';

/** Px of the column of names. */
export const NAMES = 176;
export const HEAD = 48;

/** A day must stay something that a hand can aim at. */
const leastDay: Readonly<Record<Span, number>> = { quarter: 10, year: 4 };

/** The days of the strip: the quarter on view, or the year that it lies in. */
export function stripRange(quarter: QuarterId, span: Span): DateRange {
  if (span === 'quarter') return quarterRange(quarter);
  const year = quarter.slice(0, 4);
  return {
    from: `${year}-01-01` as LocalDate,
    until: `${Number(year) + 1}-01-01` as LocalDate,
  };
}

/** Px of one person's line: wide enough for a hand where there are few. */
export const rowHeight = (people: number): number => (people <= 8 ? 46 : 34);

export interface StripLayout {
  readonly range: DateRange;
  readonly days: number;
  /** Px of one day; a fraction, so that the strip fills its pane exactly. */
  readonly dayWidth: number;
  /** Px of all days. */
  readonly width: number;
  /** Px of one person's line. */
  readonly row: number;
}

/** Days laid over the width that is there, and wider than it where they would become too narrow to aim at. */
export function stripLayout(range: DateRange, span: Span, paneWidth: number, people: number): StripLayout {
  const days = daysBetween(range.from, range.until);
  const dayWidth = Math.max(leastDay[span], (paneWidth - NAMES) / days);
  return { range, days, dayWidth, width: days * dayWidth, row: rowHeight(people) };
}

/** Px from the strip's first day to the beginning of a day; beyond its ends for days outside. */
export const leftOf = ({ range, dayWidth }: StripLayout, day: LocalDate): number =>
  daysBetween(range.from, day) * dayWidth;

/** Where days lie, both included, cut at the ends of the strip; null where they lie outside. */
export function placeOf(
  layout: StripLayout,
  from: LocalDate,
  to: LocalDate,
): { readonly left: number; readonly width: number } | null {
  const first = Math.max(0, leftOf(layout, from));
  const last = Math.min(layout.width, leftOf(layout, addDays(to, 1)));
  return first < last ? { left: first, width: last - first } : null;
}

/** The day at so many px from the strip's first day, at its ends the first and the last. */
export function dayAt({ range, days, dayWidth }: StripLayout, x: number): LocalDate {
  const place = Math.min(days - 1, Math.max(0, Math.floor(x / dayWidth)));
  return addDays(range.from, place);
}

/** A month or a week of the head. */
export interface HeadPart {
  readonly from: LocalDate;
  readonly left: number;
  readonly width: number;
}

function partsBy(layout: StripLayout, starts: (day: LocalDate) => boolean): readonly HeadPart[] {
  const { range, days } = layout;
  const firsts = Array.from({ length: days }, (_, index) => addDays(range.from, index)).filter(
    (day, index) => index === 0 || starts(day),
  );
  return firsts.map((from, index) => {
    const left = leftOf(layout, from);
    return { from, left, width: leftOf(layout, firsts[index + 1] ?? range.until) - left };
  });
}

export const monthsOf = (layout: StripLayout): readonly HeadPart[] =>
  partsBy(layout, (day) => day.endsWith('-01'));

/** 1970-01-05 was a Monday. */
export const weeksOf = (layout: StripLayout): readonly HeadPart[] =>
  partsBy(layout, (day) => (dayNumber(day) + 3) % 7 === 0);
