import { addDays } from '../../../shared/calendar/days.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { CalendarEvent } from './to-events.ts';

/** Up to so many events all weeks are drawn at once: a team that can be drawn whole needs no window. */
export const drawnAtOnce = 150;

/** The weeks that fill this much height, in px, from the one at the top on; where they end too soon, those before it too. */
export function weeksFilling(
  mondays: readonly LocalDate[],
  heights: readonly number[],
  top: LocalDate,
  room: number,
): ReadonlySet<LocalDate> {
  const at = Math.max(0, mondays.indexOf(top));
  const order = [...mondays.keys()].sort(
    (a, b) => Number(a < at) - Number(b < at) || Math.abs(a - at) - Math.abs(b - at),
  );
  const filling = new Set<LocalDate>();
  let left = room;
  for (const week of order) {
    const monday = mondays[week];
    if (left <= 0 || monday === undefined) break;
    filling.add(monday);
    left -= heights[week] ?? 0;
  }
  return filling;
}

/** Holds the place of a week whose events are not drawn yet, so that nothing jumps when they are. */
function placeHolder(monday: LocalDate, height: number): CalendarEvent {
  return {
    id: `undrawn ${monday}`,
    title: '',
    start: monday,
    end: addDays(monday, 7),
    allDay: true,
    rank: 0,
    extendedProps: { kind: 'undrawn', height },
  };
}

/** The events of the weeks that are drawn, and a place holder for each of the others. */
export function eventsOfWeeks(
  events: readonly CalendarEvent[],
  mondays: readonly LocalDate[],
  heights: readonly number[],
  drawn: ReadonlySet<LocalDate>,
): readonly CalendarEvent[] {
  if (mondays.every((monday) => drawn.has(monday))) return events;
  const spans = [...drawn].map((monday) => ({ from: monday, until: addDays(monday, 7) }));
  return [
    ...events.filter(({ start, end }) => spans.some(({ from, until }) => start < until && from < end)),
    ...mondays.flatMap((monday, week) =>
      drawn.has(monday) ? [] : [placeHolder(monday, (heights[week] ?? 0) - 26)],
    ),
  ];
}
