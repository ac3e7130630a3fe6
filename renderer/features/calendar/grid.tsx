import FullCalendar, { type CalendarRef } from '@fullcalendar/react';
import dayGridPlugin from '@fullcalendar/react/daygrid';
import english from '@fullcalendar/react/locales/en-gb';
import listPlugin from '@fullcalendar/react/list';
import classicTheme from '@fullcalendar/react/themes/classic';
import timeGridPlugin from '@fullcalendar/react/timegrid';
import { memo, useCallback, useEffect, useMemo, useRef } from 'react';
import { addDays, isoWeek, weekdayOf } from '../../../shared/calendar/days.ts';
import type { LocalDate, LocalTime } from '../../../shared/model/dates.ts';
import {
  clockTimeText,
  currentConventions,
  dayText,
  dayWithWeekdayText,
} from '../../../shared/words/date-text.ts';
import { useContents } from './contents-store.ts';
import { EventContent } from './event-content.tsx';
import type { Place } from './places.ts';
import type { Zoom } from './shown-range.ts';
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

/** "6", and "1 Feb" where a month begins: the first day of a row carries its month too, so that every row has one. */
const dayNumber = (day: LocalDate, rowStart: number): string =>
  day.endsWith('-01') || weekdayOf(day) === rowStart ? dayText(day) : String(Number(day.slice(8)));

/** As high as a line of a hand-off and a half: a day of hours fits under its bars. */
const hourHeight = 30;

interface ContentProps {
  readonly event: Pick<Place, 'id'> & { readonly extendedProps: unknown };
  readonly isStart: boolean;
  readonly isEnd: boolean;
}

function Content({ event: { id, extendedProps }, isStart, isEnd }: ContentProps) {
  const now = useContents(({ of }) => of.get(id));
  const { first } = extendedProps as Place['extendedProps'];
  return <EventContent event={now ?? first} isStart={isStart} isEnd={isEnd} />;
}

const eventContent = ({ event, isStart, isEnd }: ContentProps) => (
  <Content event={event} isStart={isStart} isEnd={isEnd} />
);

interface Day {
  readonly date: Date;
}

/** ISO weeks begin on Mondays: a row that begins on another day has the number of the Monday in it that is nearest. */
const weekOfRow = (date: Date): number => isoWeek(addDays(localDay(date), 3));

/** `09:00`, and `9 AM`: whole hours need no minutes beside AM. */
const hourText = ({ date }: Day): string =>
  clockTimeText(date.toISOString().slice(11, 16) as LocalTime).replace(/:00(?=\s)/, '');

const headsOfHours = { dayHeaderContent: ({ date }: Day): string => dayWithWeekdayText(localDay(date)) };

const listDayFormat = { day: 'numeric', month: 'long' } as const;

const viewsFor = (weeks: number) => ({
  quarter: { type: 'dayGrid', duration: { weeks }, dateAlignment: 'week' },
  month: { type: 'dayGridMonth' },
  week: { type: 'timeGrid', duration: { weeks: 1 }, dateAlignment: 'week' },
  list: { type: 'list', duration: { weeks } },
});

interface GridProps {
  readonly zoom: Zoom;
  readonly at: LocalDate;
  readonly from: LocalDate;
  readonly weeks: number;
  readonly today: LocalDate;
  readonly holidays: ReadonlySet<LocalDate>;
  /** Of the time grid. */
  readonly hoursFrom: string;
  readonly hoursTo: string;
  readonly places: readonly Place[];
}

/** FullCalendar's grid, which is drawn again when something lies elsewhere. */
export const Grid = memo(function Grid({
  zoom,
  at,
  from,
  weeks,
  today: now,
  holidays,
  hoursFrom,
  hoursTo,
  places,
}: GridProps) {
  const calendar = useRef<CalendarRef>(null);
  const views = useMemo(() => viewsFor(weeks), [weeks]);
  // The same functions until they would answer otherwise: FullCalendar draws every day again for a new one.
  const dayClasses = useCallback(({ date }: Day) => dayClass(localDay(date), now, holidays), [now, holidays]);
  // FullCalendar counts from Sunday as 0, and we to it as 7.
  const rowStart = zoom === 'month' || zoom === 'week' ? currentConventions().weekStart : 1;
  const dayCellTop = useCallback(({ date }: Day) => dayNumber(localDay(date), rowStart), [rowStart]);
  const listDayClasses = useCallback(({ date }: Day) => listDayClass(localDay(date), now, from), [now, from]);
  const drawn = useRef('');
  const wanted = `${weeks} ${zoom} ${at}`;
  useEffect(() => {
    // What it is mounted with it shows already: asked again, it would work all out twice.
    if (drawn.current !== '' && drawn.current !== wanted) calendar.current?.getApi().changeView(zoom, at);
    drawn.current = wanted;
  }, [zoom, at, wanted]);
  return (
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
      firstDay={rowStart % 7}
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
      weekNumberCalculation={weekOfRow}
      locale={currentConventions().order === 'day-first' ? 'en-gb' : 'en'}
      locales={locales}
      tableHeaderSticky
      slotDuration="01:00"
      slotMinHeight={hourHeight}
      slotMinTime={hoursFrom}
      slotMaxTime={hoursTo}
      slotHeaderInnerClass="calendar-hour"
      allDayHeaderInnerClass="calendar-hour"
      dayLaneClass={dayClasses}
      slotHeaderContent={hourText}
      slotEventOverlap={false}
      allDayText="Days"
      events={places as never}
      eventContent={eventContent}
      eventClass="calendar-event"
      dayRowClass="calendar-row"
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
  );
});
