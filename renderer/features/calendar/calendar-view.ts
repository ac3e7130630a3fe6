import { create } from 'zustand';
import { mondayOf, nextQuarter, previousQuarter, quarterOf } from '../../../shared/calendar/days.ts';
import type { LocalDate, QuarterId, ZoneName } from '../../../shared/model/dates.ts';
import { today } from '../../state/clock.ts';
import { showQuarter, useView } from '../../state/view-store.ts';
import { openWorkspace } from '../../state/workspace-store.ts';
import { meets, shownOf, stepped, type Shown, type Zoom } from './shown-range.ts';

/** How the calendar is looked at. In a store, so that another screen and back leaves it as it was. */
interface CalendarView {
  readonly zoom: Zoom;
  /** A day of the month or week on view; null: today's, or where the quarter begins. */
  readonly day: LocalDate | null;
  /** The zone whose clock all times are read on; null: each rotation's own. */
  readonly clock: ZoneName | null;
  /** Weeks, by their first days, in which all leave is drawn, however many are away. */
  readonly leaveOf: ReadonlySet<LocalDate>;
}

export const useCalendarView = create<CalendarView>(() => ({
  zoom: 'quarter',
  day: null,
  clock: null,
  leaveOf: new Set(),
}));

export const setClock = (clock: ZoneName | null): void => useCalendarView.setState({ clock });

/** Draws all leave of a week, or only its first lines again. */
export const toggleLeaveOf = (week: LocalDate): void =>
  useCalendarView.setState(({ leaveOf }) => {
    const open = new Set(leaveOf);
    if (!open.delete(week)) open.add(week);
    return { leaveOf: open };
  });

/** What is drawn now. A day that was asked for while another quarter was on view says nothing of this one. */
export function shownNow({ zoom, day }: Pick<CalendarView, 'zoom' | 'day'>, quarter: QuarterId): Shown {
  const now = today(openWorkspace().about.zone);
  const shown = shownOf(zoom, quarter, day, now);
  return day === null || meets(quarter, shown.range) ? shown : shownOf(zoom, quarter, null, now);
}

/** The quarter that the turns of a week belong to: the one in which it begins. */
const quarterOfWeek = (day: LocalDate): QuarterId => quarterOf(mondayOf(day));

/** Shows the month or week of a day, and its quarter where the one on view has no turn there. */
export function showDay(day: LocalDate): void {
  const { zoom } = useCalendarView.getState();
  const { quarter } = useView.getState();
  const { range } = shownOf(zoom, quarter, day, day);
  useCalendarView.setState({ day });
  if (meets(quarter, range)) return;
  const own = zoom === 'month' ? quarterOf(day) : quarterOfWeek(day);
  const near = [own, nextQuarter(own), previousQuarter(own)].find((one) => meets(one, range));
  showQuarter(near ?? own);
}

/** The month or week before or after. */
export const step = (by: 1 | -1): void =>
  showDay(stepped(shownNow(useCalendarView.getState(), useView.getState().quarter), by));

/** Another zoom, about the same days where there were any. */
export const setZoom = (zoom: Zoom): void => useCalendarView.setState({ zoom });
