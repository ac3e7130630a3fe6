import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { ShiftId } from '../../../shared/model/ids.ts';
import { currentConventions } from '../../../shared/words/date-text.ts';
import { today } from '../../state/clock.ts';
import { useView } from '../../state/view-store.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { NoTurns } from './calendar-empty.tsx';
import { CalendarToolbar } from './calendar-toolbar.tsx';
import { shownNow, useCalendarView } from './calendar-view.ts';
import { stopsOf } from './chip-order.ts';
import { setCalendarCursor, useCalendarCursor } from './cursor-store.ts';
import { Days } from './days.tsx';
import { NewLeave } from './new-leave.tsx';
import { PersonRail } from './person-rail.tsx';
import { useCalendarDrag } from './use-calendar-drag.ts';
import { focusShift, useCalendarKeys } from './use-calendar-keys.ts';
import { useCalendarMouse } from './use-calendar-mouse.ts';
import { useDrawDays } from './use-draw-days.ts';
import { useDrawnWeeks } from './use-drawn-weeks.ts';
import { useEvents } from './use-events.ts';
import { WeekStrip } from './week-strip.tsx';
import '../../ui/signs.css';
import './calendar.css';

/** The plan day by day, drawn by FullCalendar and moved by our own hand. */
export function Calendar() {
  const workspace = useWorkspace();
  const view = useCalendarView();
  const quarter = useView(({ quarter: shownQuarter }) => shownQuarter);
  const now = today(workspace.about.zone);
  const { zoom, day } = view;
  const { weekStart } = currentConventions();
  const shown = useMemo(
    () => shownNow({ zoom, day }, quarter),
    // It reads both.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [zoom, day, quarter, now, weekStart],
  );
  const events = useEvents(shown.range, shown.zoom, view.clock);
  const root = useRef<HTMLDivElement>(null);
  const { from, until } = shown.range;
  const stops = useMemo(
    () => stopsOf(events).filter(({ start }) => start < until && start >= from),
    [events, from, until],
  );
  const keysAt = useCallback(() => {
    const { event } = useCalendarCursor.getState();
    // Keys that are elsewhere come back to what is in sight: no week is drawn for them alone.
    if (!(root.current?.querySelector('.calendar-scroll')?.contains(document.activeElement) ?? false))
      return null;
    return stops.find((stop) => stop.event === event)?.start ?? null;
  }, [stops]);
  const { drawn: drawnEvents, reveal } = useDrawnWeeks(root, shown, events, now, keysAt);
  const follow = useCallback(
    (shift: ShiftId) => setTimeout(() => focusShift(root.current, shift, reveal), 0),
    [reveal],
  );
  const target = useCalendarDrag(root, follow);
  const onKeyDown = useCalendarKeys(root, stops, reveal);
  const mouse = useCalendarMouse(stops);
  const [drawn, setDrawn] = useState<{ readonly from: LocalDate; readonly to: LocalDate } | null>(null);
  const draw = useCallback((first: LocalDate, last: LocalDate) => setDrawn({ from: first, to: last }), []);
  const addLeave = useCallback(() => draw(from, from), [draw, from]);
  useDrawDays(root, draw);

  useEffect(() => {
    const { event } = useCalendarCursor.getState();
    const drawnStops = stopsOf(drawnEvents).filter(({ start }) => start < until && start >= from);
    if (drawnStops.some((stop) => stop.event === event) || keysAt() !== null) return;
    setCalendarCursor((drawnStops[0] ?? stops[0])?.event ?? null);
  }, [stops, drawnEvents, from, until, keysAt]);
  useEffect(() => {
    if (shown.zoom !== 'quarter' && shown.zoom !== 'list') return undefined;
    // FullCalendar lays its days out in a later frame than the one that mounts it.
    const timer = setTimeout(() => {
      const today = root.current?.querySelector('.calendar-today, .calendar-ahead');
      today?.scrollIntoView({ block: 'start' });
      const scroller = root.current?.querySelector('.calendar-scroll');
      if (!today && scroller) scroller.scrollTop = 0;
    }, 80);
    return () => clearTimeout(timer);
  }, [shown.zoom, from]);

  return (
    // Keys and clicks of the shifts inside, caught once; each shift is a button of its own.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="calendar" ref={root} onKeyDown={onKeyDown} {...mouse}>
      <CalendarToolbar shown={shown} quarter={quarter} today={now} onAddLeave={addLeave} />
      <div className="calendar-body">
        <PersonRail
          target={target?.kind === 'person' ? target.person : null}
          gapsTarget={target?.kind === 'gaps'}
        />
        <div className="calendar-days">
          <NoTurns quarter={quarter} />
          {shown.zoom === 'quarter' ? (
            <WeekStrip root={root} range={shown.range} events={events} reveal={reveal} />
          ) : null}
          <Days shown={shown} events={drawnEvents} />
        </div>
      </div>
      {drawn === null ? null : <NewLeave {...drawn} onClose={() => setDrawn(null)} />}
    </div>
  );
}
