import FullCalendar, { type CalendarRef } from '@fullcalendar/react';
import dayGridPlugin from '@fullcalendar/react/daygrid';
import english from '@fullcalendar/react/locales/en-gb';
import listPlugin from '@fullcalendar/react/list';
import classicTheme from '@fullcalendar/react/themes/classic';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState, type FocusEvent, type MouseEvent } from 'react';
import {
  addDays,
  daysBetween,
  mondayOf,
  quarterRange,
  weekdayOf,
  type DateRange,
} from '../../../shared/calendar/days.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { ShiftId } from '../../../shared/model/ids.ts';
import { dayText, monthText, quarterText } from '../../../shared/words/date-text.ts';
import { today } from '../../state/clock.ts';
import { anchorOf, openDesk } from '../../state/shift-desk.ts';
import { select, useView } from '../../state/view-store.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { stopsOf } from './chip-order.ts';
import { setCalendarCursor, useCalendarCursor } from './cursor-store.ts';
import { EventContent } from './event-content.tsx';
import { PersonRail } from './person-rail.tsx';
import { atHandoff, type EventKind } from './to-events.ts';
import { useCalendarDrag } from './use-calendar-drag.ts';
import { focusShift, useCalendarKeys } from './use-calendar-keys.ts';
import { useEvents } from './use-events.ts';
import '@fullcalendar/react/skeleton.css';
import '@fullcalendar/react/themes/classic/theme.css';
import '@fullcalendar/react/themes/classic/palette.css';
import '../../ui/signs.css';
import './calendar.css';

type Zoom = 'quarter' | 'month' | 'list';

const locales = [english];
const plugins = [dayGridPlugin, listPlugin, classicTheme];

/** The whole weeks that a quarter's turns begin in. */
function weeksOfQuarter({ from, until }: DateRange): { readonly first: LocalDate; readonly weeks: number } {
  const first = mondayOf(from) === from ? from : addDays(mondayOf(from), 7);
  return { first, weeks: Math.ceil(daysBetween(first, until) / 7) };
}

const shiftAt = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-shift]') : null;

const dayClass = (day: LocalDate, now: LocalDate, holidays: ReadonlySet<LocalDate>): string =>
  [
    'calendar-day',
    day === now && 'calendar-today',
    day < now && 'calendar-past',
    holidays.has(day) && 'calendar-feast',
  ]
    .filter(Boolean)
    .join(' ');

/** "6", and "1 Feb" where a month begins: Mondays carry their month too, so that every row has one. */
const dayNumber = (day: LocalDate): string =>
  day.endsWith('-01') || weekdayOf(day) === 1 ? dayText(day) : String(Number(day.slice(8)));

function useShown(zoom: Zoom) {
  const quarter = useView((view) => view.quarter);
  const [month, setMonth] = useState<LocalDate | null>(null);
  const range = quarterRange(quarter);
  const { first, weeks } = weeksOfQuarter(range);
  useEffect(() => setMonth(null), [quarter]);
  const shownMonth = month ?? range.from;
  const shown: DateRange =
    zoom === 'month'
      ? { from: addDays(shownMonth, -7), until: addDays(shownMonth, 45) }
      : { from: first, until: addDays(first, weeks * 7) };
  const step = (by: 1 | -1) => {
    const middle = addDays(`${shownMonth.slice(0, 8)}15` as LocalDate, by * 30);
    setMonth(`${middle.slice(0, 8)}01` as LocalDate);
  };
  return { quarter, first, weeks, shownMonth, shown, step };
}

/** The plan day by day, drawn by FullCalendar and moved by our own hand. */
export function Calendar() {
  const workspace = useWorkspace();
  const [zoom, setZoom] = useState<Zoom>('quarter');
  const { quarter, first, weeks, shownMonth, shown, step } = useShown(zoom);
  const events = useEvents(shown);
  const shownEvents = useMemo(() => (zoom === 'list' ? events.map(atHandoff) : events), [zoom, events]);
  const root = useRef<HTMLDivElement>(null);
  const calendar = useRef<CalendarRef>(null);
  const stops = useMemo(
    () =>
      stopsOf(events).filter(
        ({ start }) => start.slice(0, 10) >= shown.from && start.slice(0, 10) < shown.until,
      ),
    [events, shown.from, shown.until],
  );
  const follow = useCallback((shift: ShiftId) => setTimeout(() => focusShift(root.current, shift), 0), []);
  const target = useCalendarDrag(root, follow);
  const onKeyDown = useCalendarKeys(root, stops);

  useEffect(() => {
    const { shift } = useCalendarCursor.getState();
    if (!stops.some((stop) => stop.shift === shift)) setCalendarCursor(stops[0]?.shift ?? null);
  }, [stops]);
  useEffect(() => {
    calendar.current?.getApi().changeView(zoom, zoom === 'month' ? shownMonth : first);
  }, [zoom, first, shownMonth, weeks]);

  useEffect(() => {
    if (zoom !== 'quarter') return undefined;
    // FullCalendar lays its days out in a later frame than the one that mounts it.
    const timer = setTimeout(
      () => root.current?.querySelector('.calendar-today')?.scrollIntoView({ block: 'start' }),
      80,
    );
    return () => clearTimeout(timer);
  }, [zoom, first]);

  const onFocus = (event: FocusEvent) => {
    const chip = shiftAt(event.target);
    if (chip !== null) setCalendarCursor(chip.dataset['shift'] as ShiftId);
  };
  const onClick = (event: MouseEvent) => {
    const more = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-more]') : null;
    if (more !== null) return openDesk('menu', more.dataset['more'] as ShiftId, anchorOf(more));
    const chip = shiftAt(event.target);
    if (chip !== null) select([chip.dataset['shift'] as ShiftId]);
    return undefined;
  };
  const onDoubleClick = (event: MouseEvent) => {
    const chip = shiftAt(event.target);
    if (chip !== null) openDesk('card', chip.dataset['shift'] as ShiftId, anchorOf(chip));
  };
  const onContextMenu = (event: MouseEvent) => {
    const chip = shiftAt(event.target);
    if (chip === null) return;
    event.preventDefault();
    openDesk('menu', chip.dataset['shift'] as ShiftId, {
      x: event.clientX,
      y: event.clientY,
      width: 1,
      height: 1,
    });
  };
  const views = useMemo(
    () => ({
      quarter: { type: 'dayGrid', duration: { weeks }, dateAlignment: 'week' },
      month: { type: 'dayGridMonth' },
      list: { type: 'list', duration: { weeks } },
    }),
    [weeks],
  );
  const day = today(workspace.about.zone);
  const holidays = useMemo(
    () => new Set(Object.values(workspace.holidays).map(({ observed, actual }) => observed ?? actual)),
    [workspace.holidays],
  );

  return (
    // Keys and clicks of the shifts inside, caught once; each shift is a button of its own.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="calendar"
      ref={root}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
      onContextMenu={onContextMenu}
    >
      <div className="board-toolbar">
        <SegmentedControl<Zoom>
          label="Range of the calendar"
          options={[
            { id: 'quarter', title: `${weeks} weeks` },
            { id: 'month', title: 'Month' },
            { id: 'list', title: 'List' },
          ]}
          value={zoom}
          onChange={setZoom}
        />
        {zoom === 'month' ? (
          <span className="calendar-step">
            <IconButton label="Previous month" icon={<ChevronLeft size={16} />} onPress={() => step(-1)} />
            <h1>{monthText(shownMonth)}</h1>
            <IconButton label="Next month" icon={<ChevronRight size={16} />} onPress={() => step(1)} />
          </span>
        ) : (
          <h1>{quarterText(quarter)}</h1>
        )}
        <p className="calendar-zone">Hand-off times in each rotation’s own zone</p>
      </div>
      <div className="calendar-body">
        <PersonRail
          target={target?.kind === 'person' ? target.person : null}
          gapsTarget={target?.kind === 'gaps'}
        />
        <div className="calendar-scroll" data-zoom={zoom}>
          <FullCalendar
            key={weeks}
            ref={calendar}
            plugins={plugins}
            views={views}
            initialView={zoom}
            initialDate={first}
            now={day}
            timeZone="UTC"
            firstDay={1}
            headerToolbar={false}
            height="auto"
            editable={false}
            eventInteractive={false}
            eventOrder="rank"
            eventOrderStrict
            dayMaxEvents={false}
            nextDayThreshold="12:00"
            displayEventTime={false}
            fixedWeekCount={false}
            borderless
            weekNumbers={zoom !== 'list'}
            weekNumberCalculation="ISO"
            locale="en-gb"
            locales={locales}
            tableHeaderSticky
            events={shownEvents as never}
            eventContent={({ event }: { event: { extendedProps: unknown } }) => (
              <EventContent event={event.extendedProps as EventKind} />
            )}
            eventClass="calendar-event"
            dayCellClass={({ date }: { date: Date }) =>
              dayClass(date.toISOString().slice(0, 10) as LocalDate, day, holidays)
            }
            dayCellTopContent={({ date }: { date: Date }) =>
              dayNumber(date.toISOString().slice(0, 10) as LocalDate)
            }
            dayCellTopInnerClass="calendar-day-top"
            dayHeaderInnerClass="calendar-day-head"
            listDayFormat={{ day: 'numeric', month: 'long' }}
            listDayHeaderInnerClass="calendar-list-head"
            inlineWeekNumberClass="calendar-week-number"
          />
        </div>
      </div>
    </div>
  );
}
