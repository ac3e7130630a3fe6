import { useCallback, useEffect, useMemo, useState, type RefObject } from 'react';
import { mondayOf } from '../../../shared/calendar/days.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import { drawnAtOnce, eventsOfWeeks, weeksFilling } from './drawn-weeks.ts';
import type { Shown } from './shown-range.ts';
import type { CalendarEvent } from './to-events.ts';
import { mondaysOf, weekHeights } from './week-heights.ts';

/** Weeks nearer than this to what can be seen are drawn ahead, in px. */
const ahead = 500;
/** The first weeks stand before others are drawn ahead, in ms. */
const settling = 150;

interface Drawn {
  /** The view that these weeks are of. */
  readonly view: string;
  readonly weeks: ReadonlySet<LocalDate>;
}

/** The weeks that can be seen, or nearly, read from where their Mondays stand. */
function weeksNear(scroller: Element, mondays: readonly LocalDate[]): readonly LocalDate[] {
  const { top, bottom } = scroller.getBoundingClientRect();
  return mondays.filter((monday) => {
    const box = scroller.querySelector(`.calendar-day[data-date="${monday}"]`)?.getBoundingClientRect();
    return box !== undefined && box.bottom > top - ahead && box.top < bottom + ahead;
  });
}

/**
 * Of a quarter or month with many events, the weeks that can be seen come first; others follow when they come near, and then stay:
 * what has the focus is never taken away. The lists and the hours of a week are drawn whole.
 *
 * @param today where it is among the weeks, the view begins there
 * @returns the events to draw, and how to have a day's week drawn
 */
export function useDrawnWeeks(
  root: RefObject<HTMLElement | null>,
  shown: Shown,
  events: readonly CalendarEvent[],
  today: LocalDate,
): { readonly drawn: readonly CalendarEvent[]; readonly reveal: (day: LocalDate) => void } {
  const { zoom, range } = shown;
  const { from, until } = range;
  // Weeks go by their Mondays here; those of a month that begin on another day are few enough to be drawn whole.
  const isWindowed = zoom === 'quarter' || (zoom === 'month' && mondayOf(from) === from);
  const mondays = useMemo(() => (isWindowed ? mondaysOf({ from, until }) : []), [isWindowed, from, until]);
  const heights = useMemo(
    () => (events.length > drawnAtOnce ? weekHeights(events, from, mondays.length) : []),
    [events, from, mondays],
  );
  const view = `${zoom} ${from}`;
  const first = (): Drawn => ({
    view,
    weeks:
      heights.length === 0
        ? new Set(mondays)
        : weeksFilling(mondays, heights, zoom === 'quarter' ? mondayOf(today) : from, window.innerHeight),
  });
  const [state, setState] = useState(first);
  const current = state.view === view ? state : first();
  if (current !== state) setState(current);
  const { weeks } = current;
  const add = useCallback(
    (more: readonly LocalDate[]) =>
      setState((before) =>
        more.every((monday) => before.weeks.has(monday))
          ? before
          : { ...before, weeks: new Set([...before.weeks, ...more]) },
      ),
    [],
  );
  const isWhole = heights.length === 0 || mondays.every((monday) => weeks.has(monday));

  useEffect(() => {
    const scroller = root.current?.querySelector('.calendar-scroll');
    if (isWhole || scroller === null || scroller === undefined) return undefined;
    let frame = 0;
    const look = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => add(weeksNear(scroller, mondays)));
    };
    const timer = setTimeout(look, settling);
    scroller.addEventListener('scroll', look, { passive: true });
    window.addEventListener('resize', look);
    return () => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      scroller.removeEventListener('scroll', look);
      window.removeEventListener('resize', look);
    };
  }, [root, mondays, weeks, isWhole, add]);

  const drawn = useMemo(
    () => (isWhole ? events : eventsOfWeeks(events, mondays, heights, weeks)),
    [events, mondays, heights, weeks, isWhole],
  );
  const reveal = useCallback((day: LocalDate) => add([mondayOf(day)]), [add]);
  return { drawn, reveal };
}
