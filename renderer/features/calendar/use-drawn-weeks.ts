import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { LocalDate } from '../../../shared/model/dates.ts';
import { useDrag } from '../../state/drag-store.ts';
import { drawnAtOnce, eventsOfWeeks, weeksFilling, weeksToDraw, type Standing } from './drawn-weeks.ts';
import type { Shown } from './shown-range.ts';
import type { CalendarEvent } from './to-events.ts';
import { firstDayOf, listHeights, mondaysOf, weekHeights } from './week-heights.ts';

/** The first weeks stand before others are drawn ahead, in ms. */
const settling = 150;

interface Drawn {
  /** The view that these weeks are of. */
  readonly view: string;
  readonly weeks: ReadonlySet<LocalDate>;
}

/** The day that an element stands for: a cell of a grid, or a day of a list, whose head carries it. */
const dayOf = (element: HTMLElement): LocalDate | null =>
  (element.dataset['date'] ??
    (element.firstElementChild as HTMLElement | null)?.dataset['date'] ??
    null) as LocalDate | null;

/** Where the weeks stand now, in px of the window. */
function standing(scroller: Element, from: LocalDate): ReadonlyMap<LocalDate, Standing> {
  const found = new Map<LocalDate, Standing>();
  for (const element of scroller.querySelectorAll<HTMLElement>('.calendar-day, .calendar-list-day')) {
    const day = dayOf(element);
    if (day === null || day < from) continue;
    const week = firstDayOf(day, from);
    const isCell = element.dataset['date'] !== undefined;
    // The cells of a row are as high as each other.
    if (isCell && found.has(week)) continue;
    const { top, bottom } = element.getBoundingClientRect();
    const before = found.get(week);
    found.set(week, {
      top: Math.min(top, before?.top ?? top),
      bottom: Math.max(bottom, before?.bottom ?? bottom),
    });
  }
  return found;
}

/**
 * Of a quarter, month or list with many events, the weeks that can be seen come first; others follow when they come near, and go
 * again when they are far: but never the week that has the focus, nor any while the hand holds something. The hours of a week are
 * drawn whole.
 *
 * @param today where it is among the weeks, the view begins there
 * @param keysAt the day of the bar that the keys are at; null while the focus is elsewhere
 * @returns the events to draw, and how to have a day's week drawn
 */
export function useDrawnWeeks(
  root: RefObject<HTMLElement | null>,
  shown: Shown,
  events: readonly CalendarEvent[],
  today: LocalDate,
  keysAt: () => LocalDate | null,
): { readonly drawn: readonly CalendarEvent[]; readonly reveal: (day: LocalDate) => void } {
  const { zoom, range } = shown;
  const { from, until } = range;
  const mondays = useMemo(() => (zoom === 'week' ? [] : mondaysOf({ from, until })), [zoom, from, until]);
  const heights = useMemo(() => {
    if (events.length <= drawnAtOnce) return [];
    return (zoom === 'list' ? listHeights : weekHeights)(events, from, mondays.length);
  }, [events, zoom, from, mondays]);
  /** Heights that were seen: closer than those worked out, so that nothing moves when a week goes. */
  const seen = useRef({ heights, of: new Map<LocalDate, number>() });
  if (seen.current.heights !== heights) seen.current = { heights, of: new Map() };
  const view = `${zoom} ${from}`;
  const first = (): Drawn => ({
    view,
    weeks:
      heights.length === 0
        ? new Set(mondays)
        : weeksFilling(
            mondays,
            heights,
            zoom === 'month' ? from : firstDayOf(today, from),
            window.innerHeight,
          ),
  });
  const [state, setState] = useState(first);
  const current = state.view === view ? state : first();
  if (current !== state) setState(current);
  const { weeks } = current;
  const isWindowed = heights.length > 0;

  useEffect(() => {
    const scroller = root.current?.querySelector('.calendar-scroll');
    if (!isWindowed || scroller === null || scroller === undefined) return undefined;
    let frame = 0;
    const look = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const stand = standing(scroller, from);
        const { top, bottom } = scroller.getBoundingClientRect();
        const day = keysAt();
        const kept = day === null ? null : firstDayOf(day, from);
        setState((before) => {
          for (const week of before.weeks) {
            const box = stand.get(week);
            if (box !== undefined) seen.current.of.set(week, box.bottom - box.top);
          }
          const holds = useDrag.getState().held !== null;
          const next = weeksToDraw(stand, { top, bottom }, before.weeks, holds ? 'all' : kept);
          const isSame = next.size === before.weeks.size && [...next].every((week) => before.weeks.has(week));
          return isSame ? before : { ...before, weeks: next };
        });
      });
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
  }, [root, from, weeks, isWindowed, keysAt]);

  const drawn = useMemo(
    () =>
      isWindowed
        ? eventsOfWeeks(
            events,
            mondays,
            mondays.map((monday, week) => seen.current.of.get(monday) ?? heights[week] ?? 0),
            weeks,
          )
        : events,
    [events, mondays, heights, weeks, isWindowed],
  );
  const reveal = useCallback(
    (day: LocalDate) =>
      setState((before) => {
        const week = firstDayOf(day < from ? from : day, from);
        return before.weeks.has(week) ? before : { ...before, weeks: new Set([...before.weeks, week]) };
      }),
    [from],
  );
  return { drawn, reveal };
}
