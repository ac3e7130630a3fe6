import ICAL from 'ical.js';
import { type FileEvent, type FileFrame, readEvent } from './ics-in-event.ts';
import { type CalendarCancellation, type CalendarItem, type CalendarWish, expand } from './ics-in-items.ts';
import {
  componentsOf,
  contentLines,
  rawValue,
  TooDeep,
  type ContentLine,
  type RawComponent,
} from './ics-in-lines.ts';
import { type CalendarLoss, CalendarNotes, type CalendarProblem } from './ics-in-notes.ts';
import { nameOfTime } from './ics-in-repeats.ts';

/** Longest file that is read, in characters. */
export const MOST_CHARACTERS = 10_000_000;

export interface CalendarFile {
  /** By first day, then by place in the file. */
  readonly items: readonly CalendarItem[];
  readonly cancelled: readonly CalendarCancellation[];
  /** Names that the calendars give themselves. */
  readonly names: readonly string[];
  /** Events whose times have no zone, or an unknown one: read in the zone asked for. The lead may choose another. */
  readonly floating: number;
  readonly losses: readonly CalendarLoss[];
  readonly problems: readonly CalendarProblem[];
}

/** Most changes of the clock that a file may list for one zone. */
const MOST_OBSERVANCES = 500;

/** Clocks change by the year. ical.js follows a zone's rules to their end at once: one by the second would keep it for ever. */
const isModest = ({ children }: RawComponent): boolean =>
  children.length <= MOST_OBSERVANCES &&
  children.every(({ lines }) => lines.filter(({ text }) => /^RRULE\b/i.test(text)).every(isYearly));

const isYearly = ({ text }: ContentLine): boolean =>
  /[:;]FREQ=YEARLY\b/i.test(text) &&
  !/;\s*(BYSECOND|BYMINUTE|BYHOUR|BYYEARDAY|BYWEEKNO|INTERVAL(?!=1\b))=/i.test(text);

/** Zones that the file describes itself, by their TZID. */
function describedZones(calendar: RawComponent): ReadonlyMap<string, ICAL.Timezone> {
  const zones = new Map<string, ICAL.Timezone>();
  for (const component of calendar.children.filter(({ name }) => name === 'VTIMEZONE')) {
    const tzid = rawValue(component, 'TZID');
    if (tzid === null || !isModest(component)) continue;
    try {
      const parsed = ICAL.parse(rebuilt(component)) as unknown as [string, unknown[], unknown[]];
      zones.set(tzid, new ICAL.Timezone(new ICAL.Component(parsed)));
    } catch {
      // Its times are then read in the zone asked for, and each event says so.
      continue;
    }
  }
  return zones;
}

const rebuilt = ({ name, lines, children }: RawComponent): string =>
  [`BEGIN:${name}`, ...lines.map(({ text }) => text), ...children.map(rebuilt), `END:${name}`].join('\r\n');

const unfinished = (components: readonly RawComponent[]): readonly RawComponent[] =>
  components.flatMap((component) => [
    ...(component.closed ? [] : [component]),
    ...unfinished(component.children),
  ]);

/** Events of one calendar; other things in it are counted. */
function eventsOf(calendar: RawComponent, notes: CalendarNotes): readonly FileEvent[] {
  const frame: FileFrame = {
    described: describedZones(calendar),
    notes,
    cancels: rawValue(calendar, 'METHOD')?.trim().toUpperCase() === 'CANCEL',
  };
  return calendar.children.flatMap((component) => {
    if (component.name === 'VTIMEZONE') return [];
    if (component.name !== 'VEVENT') {
      notes.lose('not-an-event', component.name);
      return [];
    }
    const event = component.closed ? readEvent(component, frame) : null;
    return event === null ? [] : [event];
  });
}

/** Two versions of one event: the one with the higher number counts, else the later one of the file. */
function latestOf(events: readonly FileEvent[], notes: CalendarNotes): readonly FileEvent[] {
  const latest = new Map<string, FileEvent>();
  events.forEach((event, place) => {
    // Without a UID nothing says that two are the same.
    const key =
      event.uid === ''
        ? `line ${place}`
        : `${event.uid} ${event.instead === null ? '' : nameOfTime(event.instead)}`;
    const known = latest.get(key);
    if (known !== undefined) notes.lose('superseded', known.title);
    if (known === undefined || event.sequence >= known.sequence) latest.set(key, event);
  });
  return [...latest.values()];
}

const isFloating = ({ start }: FileEvent): boolean =>
  start.kind === 'moment' && (start.zone.kind === 'floating' || start.zone.kind === 'unknown');

/** The components of a file; null where it is nested too deep, which is then listed. */
function componentsIn(text: string, notes: CalendarNotes): readonly RawComponent[] | null {
  try {
    return componentsOf(contentLines(text));
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    notes.problem('too-deep', error.line);
    return null;
  }
}

const nothing = (notes: CalendarNotes): CalendarFile => ({
  items: [],
  cancelled: [],
  names: [],
  floating: 0,
  losses: notes.losses,
  problems: notes.problems,
});

/**
 * Reads an iCalendar file as local days: whole and half days of one zone, series expanded within a window. It is lenient where the
 * formats in use are: a line that cannot be read is dropped and listed, several calendars may follow one another, dates may come
 * without their type. An event that does not say when it is becomes a problem, and everything else that is left out a loss.
 *
 * @param text decoded; a byte order mark and any kind of line ends may still be in it
 * @param wish zone of the answer, and the days asked for; `until` is not included
 */
export function readCalendar(text: string, wish: CalendarWish): CalendarFile {
  const notes = new CalendarNotes();
  if (text.length > MOST_CHARACTERS) {
    notes.problem('too-large', 1, { detail: String(text.length) });
    return nothing(notes);
  }
  const components = componentsIn(text, notes);
  if (components === null) return nothing(notes);
  const calendars = components.filter(({ name }) => name === 'VCALENDAR');
  if (calendars.length === 0) {
    notes.problem('no-calendar', 1);
    return nothing(notes);
  }
  for (const component of unfinished(calendars))
    notes.problem('cut-off', component.line, { property: component.name });
  const events = latestOf(
    calendars.flatMap((calendar) => eventsOf(calendar, notes)),
    notes,
  );
  const { items, cancelled } = expand(events, wish, notes);
  const names = calendars.flatMap(
    (calendar) => rawValue(calendar, 'X-WR-CALNAME') ?? rawValue(calendar, 'NAME') ?? [],
  );
  return {
    items: items.sort((one, other) =>
      one.from === other.from ? one.line - other.line : one.from < other.from ? -1 : 1,
    ),
    cancelled,
    names,
    floating: events.filter(isFloating).length,
    losses: notes.losses,
    problems: notes.problems,
  };
}
