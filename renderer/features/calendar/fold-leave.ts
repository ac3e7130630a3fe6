import { addDays, type DateRange } from '../../../shared/calendar/days.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { CalendarEvent } from './to-events.ts';
import { mondaysOf } from './week-heights.ts';

/** So many lines of leave stand above the duties of a week; where more people are away, the last of them says how many. */
const lines = 5;

type LeaveEvent = CalendarEvent & {
  readonly extendedProps: Extract<CalendarEvent['extendedProps'], { kind: 'leave' }>;
};

interface Laid {
  readonly event: LeaveEvent;
  /** Which line it takes, from 0: the first that is free on all of its days. */
  readonly line: number;
}

const isLeave = (event: CalendarEvent): event is LeaveEvent =>
  event.extendedProps.kind === 'leave' && event.allDay;

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Days away, each on the first free line: whoever leaves first stands first, and of those the longest away. */
function laid(leave: readonly LeaveEvent[]): readonly Laid[] {
  const ends: string[] = [];
  return [...leave]
    .sort((a, b) => order(a.start, b.start) || order(b.end, a.end) || a.rank - b.rank)
    .map((event) => {
      const free = ends.findIndex((end) => end <= event.start);
      const line = free === -1 ? ends.length : free;
      ends[line] = event.end;
      return { event, line };
    });
}

const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b);
const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);

/** The line of a week that stands for all who are away and not drawn, from the first of their days to the last. */
function moreEvent(
  monday: LocalDate,
  hidden: readonly LeaveEvent[],
  isOpen: boolean,
): readonly CalendarEvent[] {
  const next = addDays(monday, 7);
  const own = hidden.filter(({ start, end }) => start < next && monday < end);
  const [first] = own;
  if (first === undefined) return [];
  const names = own.map(({ title }) => title);
  const start = own.reduce((least, event) => earlier(least, later(event.start as LocalDate, monday)), next);
  const end = own.reduce((most, event) => later(most, earlier(event.end as LocalDate, next)), monday);
  return [
    {
      id: `more leave ${monday}`,
      title: names.join('; '),
      start,
      end,
      allDay: true,
      rank: 40 + 0.99,
      extendedProps: { kind: 'more-leave', week: monday, names, isOpen },
    },
  ];
}

/**
 * Keeps days off from pushing the duties out of sight where many people are away: of each week the first lines are drawn, and one
 * more says how many others there are and opens them. Leave is drawn whole or not at all, so that its ends can be taken by the hand.
 *
 * @param open weeks, by their first days, whose leave is drawn in full
 */
export function foldLeave(
  events: readonly CalendarEvent[],
  range: DateRange,
  open: ReadonlySet<LocalDate>,
): readonly CalendarEvent[] {
  const all = laid(events.filter(isLeave));
  const beyond = all.filter(({ line }) => line >= lines - 1).map(({ event }) => event);
  const weeks = mondaysOf(range);
  const touches = ({ start, end }: CalendarEvent, monday: LocalDate): boolean =>
    start < addDays(monday, 7) && monday < end;
  // One that stands alone beyond the others takes no more room than the line that would stand for it.
  const crowded = weeks.filter((monday) => beyond.filter((event) => touches(event, monday)).length > 1);
  const folded = beyond.filter(
    (event) =>
      crowded.some((monday) => touches(event, monday)) &&
      !weeks.some((monday) => open.has(monday) && touches(event, monday)),
  );
  const hidden = new Set<CalendarEvent>(folded);
  return [
    ...events.filter((event) => !isLeave(event)),
    ...all.flatMap(({ event, line }) => (hidden.has(event) ? [] : { ...event, rank: 40 + line / 1000 })),
    ...weeks.flatMap((monday) =>
      open.has(monday) ? moreEvent(monday, beyond, true) : moreEvent(monday, folded, false),
    ),
  ];
}
