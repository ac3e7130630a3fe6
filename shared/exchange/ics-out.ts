import { toLocal } from '../calendar/zone.ts';
import type { Instant, LocalDate, LocalDateTime, ZoneName } from '../model/dates.ts';
import type { Published } from '../model/published.ts';
import { compactDay, compactInstant, compactWall } from './ics-stamp.ts';
import { escapedText, icsText, parameterText } from './ics-text.ts';
import { zoneLines } from './ics-zone-out.ts';

/** One VEVENT. */
export interface EventOut {
  readonly uid: string;
  readonly published: Published;
  readonly isOff: boolean;
  readonly summary: string;
  readonly categories: readonly string[];
  /** Zone that its times are written in; null for whole days. */
  readonly zone: ZoneName | null;
}

export interface CalendarOut {
  readonly name: string;
  readonly zone: ZoneName;
  readonly events: readonly EventOut[];
}

/** How often whoever subscribed may ask again. */
const REFRESH = 'PT4H';

/**
 * An iCalendar file (RFC 5545, with NAME and REFRESH-INTERVAL of RFC 7986): one VEVENT each, nothing repeats, all times with their zone
 * and its VTIMEZONE. The same calendar gives the same bytes.
 */
export function calendarText({ name, zone, events }: CalendarOut): string {
  const head = icsText([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Evenwatch//Evenwatch//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escapedText(name)}`,
    `X-WR-CALNAME:${escapedText(name)}`,
    `X-WR-TIMEZONE:${zone}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`,
    `X-PUBLISHED-TTL:${REFRESH}`,
    ...zonesOf(events),
  ]);
  return `${head}${events.map(eventText).join('')}${icsText(['END:VCALENDAR'])}`;
}

const written = new WeakMap<EventOut, string>();

/** Written once for all files that it is in: the team's, its rotation's, its role's and its person's. */
function eventText(event: EventOut): string {
  let text = written.get(event);
  if (text === undefined) written.set(event, (text = icsText(eventLines(event))));
  return text;
}

/** The zones that the events are written in, each described for as long as its events last. */
function zonesOf(events: readonly EventOut[]): readonly string[] {
  const ranges = new Map<ZoneName, { from: string; until: string }>();
  for (const { zone, published } of events) {
    if (zone === null) continue;
    const range = ranges.get(zone);
    if (range === undefined) ranges.set(zone, { from: published.startsAt, until: published.endsAt });
    else {
      if (published.startsAt < range.from) range.from = published.startsAt;
      if (published.endsAt > range.until) range.until = published.endsAt;
    }
  }
  return [...ranges]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([zone, { from, until }]) =>
      zoneLines(zone, from.slice(0, 10) as LocalDate, until.slice(0, 10) as LocalDate),
    );
}

function eventLines({ uid, published, isOff, summary, categories, zone }: EventOut): readonly string[] {
  const { sequence, at, startsAt, endsAt } = published;
  return [
    'BEGIN:VEVENT',
    `UID:${escapedText(uid)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${compactInstant(at)}`,
    `LAST-MODIFIED:${compactInstant(at)}`,
    timeLine('DTSTART', startsAt, zone),
    timeLine('DTEND', endsAt, zone),
    `SUMMARY:${escapedText(summary)}`,
    `STATUS:${isOff ? 'CANCELLED' : 'CONFIRMED'}`,
    ...(categories.length === 0 ? [] : [`CATEGORIES:${categories.map(escapedText).join(',')}`]),
    'TRANSP:TRANSPARENT',
    'X-MICROSOFT-CDO-BUSYSTATUS:FREE',
    'END:VEVENT',
  ];
}

function timeLine(name: string, time: Published['startsAt'], zone: ZoneName | null): string {
  if (!time.includes('T')) return `${name};VALUE=DATE:${compactDay(time as LocalDate)}`;
  if (zone === null) return `${name}:${compactInstant(time as Instant)}`;
  const wall: LocalDateTime = toLocal(time as Instant, zone);
  return `${name};TZID=${parameterText(zone)}:${compactWall(wall)}`;
}
