import type { LocalDate, ZoneName } from '../model/dates.ts';
import type { PersonId } from '../model/ids.ts';
import type { Person } from '../model/person.ts';
import { recordOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { readCalendar, type CalendarFile } from './ics-in.ts';
import type { CalendarItem } from './ics-in-items.ts';
import { UnknownPeople, type FileAbsence, type LeaveFile, type Mapping } from './leave-file.ts';
import { whoseItem } from './leave-who.ts';
import { type Known, peopleByName } from './people-match.ts';

/** How a calendar is to be understood as leave. */
export interface LeaveCalendarTerms {
  readonly from: LocalDate;
  /** Not included. */
  readonly until: LocalDate;
  /** Where times without a zone are read; null is each person's own clock. */
  readonly floating: ZoneName | null;
  /** Whose calendar it is; null goes by the names in it. */
  readonly owner: PersonId | null;
  /** Whole days and what is marked as out of office; or every event that takes half a day. */
  readonly take: 'absences' | 'all';
  /** Keeps titles as reasons, which are private. Titles of other people's calendars often say more than the lead has to know. */
  readonly keepTitles: boolean;
  readonly mapping: Mapping;
}

/** Entries that are no leave, each counted once. */
export interface LeftOut {
  /** Marked as free. */
  readonly free: number;
  /** Meetings: not a whole day, and not marked as out of office. */
  readonly meetings: number;
  /** Less than half a day. */
  readonly short: number;
  /** Whoever it is of said no. */
  readonly declined: number;
}

export interface LeaveCalendar {
  readonly file: LeaveFile;
  readonly calendar: CalendarFile;
  readonly leftOut: LeftOut;
}

/** An item as it stands in the file: the same in whatever zone it is read, also where a series has two on one day. */
const placeOf = ({ line, at }: CalendarItem): string => `${line} ${at}`;

/** Office 365 gives an event another UID with each fetch; then what it says must tell it from others. */
const seriesOf = ({ uid, title, from }: CalendarItem): string => (uid === '' ? `${title} ${from}` : uid);

/** The calendar read for days of one zone after the other: whose day it is decides where an event's days begin. */
function readings(text: string, { from, until, floating }: LeaveCalendarTerms) {
  const known = new Map<ZoneName, CalendarFile>();
  const places = new Map<ZoneName, ReadonlyMap<string, CalendarItem>>();
  const read = (zone: ZoneName): CalendarFile => {
    const file =
      known.get(zone) ??
      readCalendar(text, { zone, from, until, ...(floating === null ? {} : { floating }) });
    known.set(zone, file);
    return file;
  };
  const itemIn = (zone: ZoneName, item: CalendarItem): CalendarItem | undefined => {
    const items = places.get(zone) ?? new Map(read(zone).items.map((one) => [placeOf(one), one]));
    places.set(zone, items);
    return items.get(placeOf(item));
  };
  return { read, itemIn };
}

/** Whom an item belongs to; undefined where nobody is known yet, null where the lead leaves it out, `declined` where all it names said no. */
function personOf(
  workspace: Workspace,
  item: CalendarItem,
  { owner, mapping }: LeaveCalendarTerms,
  known: Known,
  unknown: UnknownPeople,
): Person | 'declined' | null | undefined {
  if (owner !== null) return recordOf(workspace, 'people', owner);
  const whose = whoseItem(item, known);
  if (whose.kind === 'known') return whose.person;
  if (item.people.length === 0 && item.declined.length > 0) return 'declined';
  unknown.add(whose.said, whose.as);
  const mapped = mapping.get(whose.said);
  return mapped === undefined ? undefined : mapped === null ? null : recordOf(workspace, 'people', mapped);
}

const hasDeclined = ({ declined }: CalendarItem, person: Person, known: Known): boolean =>
  declined.some(({ name, email }) =>
    [...(email === null ? [] : known.byEmail(email)), ...(name === null ? [] : known.byName(name))].some(
      ({ id }) => id === person.id,
    ),
  );

const isAbsence = ({ allDay, busyness }: CalendarItem): boolean => allDay || busyness === 'out-of-office';

/**
 * Reads a calendar as leave: each event belongs to somebody, and becomes the whole and half days that it takes on their own clock.
 *
 * @param text decoded
 */
export function readLeaveCalendar(
  workspace: Workspace,
  text: string,
  terms: LeaveCalendarTerms,
): LeaveCalendar {
  const { read, itemIn } = readings(text, terms);
  const calendar = read(workspace.about.zone);
  const known = peopleByName(workspace);
  const unknown = new UnknownPeople();
  const leftOut = { free: 0, meetings: 0, short: 0, declined: 0 };
  const absences: FileAbsence[] = [];
  for (const item of calendar.items) {
    if (item.busyness === 'free') leftOut.free += 1;
    else if (terms.take === 'absences' && !isAbsence(item)) leftOut.meetings += 1;
    else {
      const person = personOf(workspace, item, terms, known, unknown);
      if (person === undefined || person === null) continue;
      if (person === 'declined' || hasDeclined(item, person, known)) {
        leftOut.declined += 1;
        continue;
      }
      const own = itemIn(person.zone, item);
      if (own === undefined) continue; // On that person's clock it lies outside the days that were asked for.
      if (own.pieces.length === 0) leftOut.short += 1;
      absences.push(...absencesOf(own, person.id, terms.keepTitles));
    }
  }
  const series = new Set([...calendar.items.map(seriesOf), ...calendar.cancelled.map(({ uid }) => uid)]);
  const window = { from: terms.from, until: terms.until };
  return { file: { absences, unknown: unknown.list, series, window, problems: [] }, calendar, leftOut };
}

const absencesOf = (item: CalendarItem, person: PersonId, keepTitle: boolean): readonly FileAbsence[] =>
  item.pieces.map((piece, place) => ({
    ...piece,
    row: item.line,
    person,
    kind: 'leave',
    tentative: item.tentative,
    reason: keepTitle ? item.title : '',
    source: `${seriesOf(item)} ${item.occurrence ?? ''} ${place}`,
    series: seriesOf(item),
  }));
