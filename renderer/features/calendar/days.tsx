import FullCalendar, { type CalendarRef } from '@fullcalendar/react';
import dayGridPlugin from '@fullcalendar/react/daygrid';
import english from '@fullcalendar/react/locales/en-gb';
import listPlugin from '@fullcalendar/react/list';
import classicTheme from '@fullcalendar/react/themes/classic';
import timeGridPlugin from '@fullcalendar/react/timegrid';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { daysBetween, weekdayOf } from '../../../shared/calendar/days.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import { currentConventions, dayText, dayWithWeekdayText } from '../../../shared/words/date-text.ts';
import { today } from '../../state/clock.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { EventContent } from './event-content.tsx';
import type { Shown } from './shown-range.ts';
import type { CalendarEvent, EventKind } from './to-events.ts';
import '@fullcalendar/react/skeleton.css';
import '@fullcalendar/react/themes/classic/theme.css';
import '@fullcalendar/react/themes/classic/palette.css';

const locales = [english];
const plugins = [dayGridPlugin, timeGridPlugin, listPlugin, classicTheme];

/** FullCalendar gives days as moments of UTC, in which it is run. */
const localDay = (date: Date): LocalDate => date.toISOString().slice(0, 10) as LocalDate;

const dayClass = (day: LocalDate, now: LocalDate, holidays: ReadonlySet<LocalDate>): string =>
  [
    'calendar-day',
    day === now && 'calendar-today',
    day < now && 'calendar-past',
    holidays.has(day) && 'calendar-feast',
  ]
    .filter(Boolean)
    .join(' ');

/** The days of a list that are not over begin at the first of them; a list that is all ahead begins at its top. */
const listDayClass = (day: LocalDate, now: LocalDate, first: LocalDate): string =>
  ['calendar-list-day', day >= now && first < now && 'calendar-ahead'].filter(Boolean).join(' ');

/** "6", and "1 Feb" where a month begins: Mondays carry their month too, so that every row has one. */
const dayNumber = (day: LocalDate): string =>
  day.endsWith('-01') || weekdayOf(day) === 1 ? dayText(day) : String(Number(day.slice(8)));

/** As high as a line of a hand-off and a half: a day of hours fits under its bars. */
const hourHeight = 30;

const hourFormats = {
  '12': { hour: 'numeric', hour12: true },
  '24': { hour: '2-digit', minute: '2-digit', hour12: false },
} as const;

const clockAt = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** The hours that the time grid shows: the working day, and any other at which something happens. */
export function hoursOf(events: readonly CalendarEvent[]): { readonly from: string; readonly to: string } {
  let [from, to] = [7, 20];
  for (const { start, end, allDay } of events) {
    if (allDay) continue;
    from = Math.min(from, Number(start.slice(11, 13)));
    to = Math.max(to, end.slice(0, 10) > start.slice(0, 10) ? 24 : Number(end.slice(11, 13)) + 1);
  }
  return { from: clockAt(from), to: clockAt(to) };
}

interface Content {
  readonly event: { readonly extendedProps: unknown };
  readonly isStart: boolean;
  readonly isEnd: boolean;
}

const eventContent = ({ event, isStart, isEnd }: Content) => (
  <EventContent event={event.extendedProps as EventKind} isStart={isStart} isEnd={isEnd} />
);

interface Day {
  readonly date: Date;
}

const dayCellTop = ({ date }: Day): string => dayNumber(localDay(date));

const headsOfHours = { dayHeaderContent: ({ date }: Day): string => dayWithWeekdayText(localDay(date)) };

const listDayFormat = { day: 'numeric', month: 'long' } as const;

const viewsFor = (weeks: number) => ({
  quarter: { type: 'dayGrid', duration: { weeks }, dateAlignment: 'week' },
  month: { type: 'dayGridMonth' },
  week: { type: 'timeGrid', duration: { weeks: 1 }, dateAlignment: 'week' },
  list: { type: 'list', duration: { weeks } },
});

/** The days themselves: FullCalendar's grid with our events in it. It only draws. */
export function Days({
  shown,
  events,
}: {
  readonly shown: Shown;
  readonly events: readonly CalendarEvent[];
}) {
  const workspace = useWorkspace();
  const calendar = useRef<CalendarRef>(null);
  const { zoom, at, range } = shown;
  const weeks = zoom === 'quarter' || zoom === 'list' ? daysBetween(range.from, range.until) / 7 : 13;
  const views = useMemo(() => viewsFor(weeks), [weeks]);
  const hours = useMemo(() => hoursOf(events), [events]);
  const hasStop = events.some(({ extendedProps }) => extendedProps.kind === 'shift');
  const now = today(workspace.about.zone);
  const holidays = useMemo(
    () => new Set(Object.values(workspace.holidays).map(({ observed, actual }) => observed ?? actual)),
    [workspace.holidays],
  );
  // The same functions until they would answer otherwise: FullCalendar draws every day again for a new one.
  const dayClasses = useCallback(({ date }: Day) => dayClass(localDay(date), now, holidays), [now, holidays]);
  const listDayClasses = useCallback(
    ({ date }: Day) => listDayClass(localDay(date), now, range.from),
    [now, range.from],
  );
  const drawn = useRef('');
  const wanted = `${weeks} ${zoom} ${at}`;
  useEffect(() => {
    // What it is mounted with it shows already: asked again, it would work all out twice.
    if (drawn.current !== '' && drawn.current !== wanted) calendar.current?.getApi().changeView(zoom, at);
    drawn.current = wanted;
  }, [zoom, at, wanted]);

  return (
    <div
      className="calendar-scroll"
      data-zoom={zoom}
      // Without a shift to go to, the keyboard could not scroll it.
      {...(hasStop ? {} : { tabIndex: 0, role: 'region', 'aria-label': 'Days' })}
    >
      <FullCalendar
        // Another zoom draws everything anew: asked to change its view, it would draw the new events in the old one first.
        key={`${zoom} ${weeks}`}
        ref={calendar}
        plugins={plugins}
        views={views}
        initialView={zoom}
        initialDate={at}
        now={now}
        timeZone="UTC"
        // FullCalendar counts from Sunday as 0.
        firstDay={zoom === 'month' || zoom === 'week' ? currentConventions().weekStart % 7 : 1}
        headerToolbar={false}
        height="auto"
        editable={false}
        eventInteractive={false}
        eventOrder="rank"
        eventOrderStrict
        dayMaxEvents={false}
        displayEventTime={false}
        fixedWeekCount={false}
        borderless
        weekNumbers={zoom === 'quarter' || zoom === 'month'}
        weekNumberCalculation="ISO"
        locale="en-gb"
        locales={locales}
        tableHeaderSticky
        slotDuration="01:00"
        slotMinHeight={hourHeight}
        slotMinTime={hours.from}
        slotMaxTime={hours.to}
        slotHeaderInnerClass="calendar-hour"
        allDayHeaderInnerClass="calendar-hour"
        dayLaneClass={dayClasses}
        slotHeaderFormat={hourFormats[currentConventions().clock]}
        slotEventOverlap={false}
        allDayText="Days"
        events={events as never}
        eventContent={eventContent}
        eventClass="calendar-event"
        dayCellClass={dayClasses}
        dayCellTopContent={dayCellTop}
        dayCellTopInnerClass="calendar-day-top"
        dayHeaderInnerClass="calendar-day-head"
        {...(zoom === 'week' ? headsOfHours : {})}
        listDayFormat={listDayFormat}
        listDayClass={listDayClasses}
        listItemEventClass="calendar-list-item"
        listDayHeaderInnerClass="calendar-list-head"
        inlineWeekNumberClass="calendar-week-number"
      />
    </div>
  );
}
