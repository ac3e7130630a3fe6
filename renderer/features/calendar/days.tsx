import { useLayoutEffect, useMemo, useState } from 'react';
import { daysBetween } from '../../../shared/calendar/days.ts';
import { today } from '../../state/clock.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { setContents } from './contents-store.ts';
import { Grid } from './grid.tsx';
import { placeCache } from './places.ts';
import type { Shown } from './shown-range.ts';
import type { CalendarEvent } from './to-events.ts';

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

/** The days themselves: FullCalendar's grid with our events in it. It only draws. */
export function Days({
  shown,
  events,
}: {
  readonly shown: Shown;
  readonly events: readonly CalendarEvent[];
}) {
  const { about, holidays: feasts } = useWorkspace();
  const [cache] = useState(placeCache);
  const { zoom, at, range } = shown;
  const weeks = zoom === 'quarter' || zoom === 'list' ? daysBetween(range.from, range.until) / 7 : 13;
  const hours = useMemo(() => hoursOf(events), [events]);
  const places = useMemo(() => cache.keep(events), [cache, events]);
  const hasStop = events.some(({ extendedProps }) => extendedProps.kind === 'shift');
  const holidays = useMemo(
    () => new Set(Object.values(feasts).map(({ observed, actual }) => observed ?? actual)),
    [feasts],
  );
  useLayoutEffect(() => setContents(events), [events]);
  return (
    <div
      className="calendar-scroll"
      data-zoom={zoom}
      // Without a shift to go to, the keyboard could not scroll it.
      {...(hasStop ? {} : { tabIndex: 0, role: 'region', 'aria-label': 'Days' })}
    >
      <Grid
        zoom={zoom}
        at={at}
        from={range.from}
        weeks={weeks}
        today={today(about.zone)}
        holidays={holidays}
        hoursFrom={hours.from}
        hoursTo={hours.to}
        places={places}
      />
    </div>
  );
}
