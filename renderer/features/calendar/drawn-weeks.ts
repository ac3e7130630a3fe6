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

/** Where something stands, in px of the window. */
export interface Standing {
  readonly top: number;
  readonly bottom: number;
}

/** Weeks nearer than this to what can be seen are drawn ahead, and those farther than the second are taken away, in px. */
const [ahead, afar] = [250, 350];

/**
 * The weeks to draw after a scroll: what can be seen or nearly, and of those drawn before all but the far ones.
 *
 * @param kept a week that stays wherever it is, or all that are drawn
 */
export function weeksToDraw(
  stand: ReadonlyMap<LocalDate, Standing>,
  pane: Standing,
  before: ReadonlySet<LocalDate>,
  kept: LocalDate | 'all' | null,
): ReadonlySet<LocalDate> {
  const isWithin = (week: LocalDate, reach: number): boolean => {
    const box = stand.get(week);
    return box !== undefined && box.bottom > pane.top - reach && box.top < pane.bottom + reach;
  };
  const near = [...stand.keys()].filter((week) => isWithin(week, ahead));
  // Weeks that stand nowhere yet are on their way: they were asked for, and FullCalendar draws them in a later frame.
  const stay = [...before].filter(
    (week) => kept === 'all' || kept === week || !stand.has(week) || isWithin(week, afar),
  );
  return new Set([...stay, ...near]);
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
