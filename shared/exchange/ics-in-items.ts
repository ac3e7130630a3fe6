import { addDays, dateOf, wallMinutes, wallOfMinutes } from '../calendar/days.ts';
import type { LocalDate, LocalDateTime } from '../model/dates.ts';
import type { Busyness, CalendarPerson, FileEvent } from './ics-in-event.ts';
import type { CalendarNotes } from './ics-in-notes.ts';
import {
  type Clock,
  isAt,
  nameOfTime,
  occurrencesOf,
  onClockOf,
  stepBudget,
  unsupportedPart,
  type Window,
} from './ics-in-repeats.ts';
import { type FileTime, type Piece, piecesOf, wallIn } from './ics-time.ts';

/** Most items that one file may bring. */
export const MOST_ITEMS = 10_000;

/** One event, or one occurrence of a series, in local days of the zone that was asked for. */
export interface CalendarItem {
  readonly uid: string;
  /** The day on which its series has it; null for an event that happens once. */
  readonly occurrence: LocalDate | null;
  /** What its own clock shows when it begins: with its line, the same in whatever zone the file is read. */
  readonly at: string;
  readonly title: string;
  /** First and last day, both included. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly allDay: boolean;
  /** What it takes of a single day; `day` for several days. */
  readonly part: Piece['part'];
  /** The whole and half days it takes away, for absences: none where it takes less than two hours of either half day. */
  readonly pieces: readonly Piece[];
  /** Wall clock in the zone asked for; null for whole days. The end is not included. */
  readonly start: LocalDateTime | null;
  readonly end: LocalDateTime | null;
  readonly tentative: boolean;
  readonly busyness: Busyness;
  /** Organiser and guests, without those who said no. */
  readonly people: readonly CalendarPerson[];
  readonly declined: readonly CalendarPerson[];
  /** Line of the file where it begins. */
  readonly line: number;
}

/** An event, or one occurrence of a series, that the calendar takes back. */
export interface CalendarCancellation {
  readonly uid: string;
  /** Null takes back the whole series, or an event that happens once. */
  readonly occurrence: LocalDate | null;
  readonly title: string;
  readonly line: number;
}

/** Which days are asked for, and on whose clock. */
export type CalendarWish = Window & Clock;

interface Stretch {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly start: LocalDateTime | null;
  readonly end: LocalDateTime | null;
  readonly pieces: readonly Piece[];
}

const midnight = (day: LocalDate): LocalDateTime => `${day}T00:00` as LocalDateTime;
const later = (wall: LocalDateTime, minutes: number): LocalDateTime =>
  wallOfMinutes(wallMinutes(wall) + minutes);

const startWall = (time: FileTime): LocalDateTime => (time.kind === 'day' ? midnight(time.day) : time.wall);

const wallFor = (
  { wall, zone: own }: Extract<FileTime, { kind: 'moment' }>,
  { zone, floating = zone }: CalendarWish,
): LocalDateTime => wallIn(wall, own, zone, floating);

/** How long the event lasts by its own clock, in minutes; null where it ends before it starts. */
function lengthOf({ start, end, minutes }: FileEvent, wish: CalendarWish): number | null {
  if (minutes !== null) return minutes < 0 ? null : minutes;
  if (end === null) return start.kind === 'day' ? 1440 : 0;
  const length =
    start.kind === 'moment' && end.kind === 'moment'
      ? wallMinutes(wallFor(end, wish)) - wallMinutes(wallFor(start, wish))
      : wallMinutes(startWall(end)) - wallMinutes(startWall(start));
  // An end on the first day itself is how some write a single day.
  return length === 0 && start.kind === 'day' ? 1440 : length < 0 ? null : length;
}

function stretchOf(start: FileTime, minutes: number, wish: CalendarWish): Stretch {
  if (start.kind === 'day') {
    const to = addDays(start.day, Math.max(1, Math.ceil(minutes / 1440)) - 1);
    return { from: start.day, to, start: null, end: null, pieces: [{ from: start.day, to, part: 'day' }] };
  }
  const begin = wallFor(start, wish);
  const end = later(begin, minutes);
  const last = end > begin && end.endsWith('T00:00') ? addDays(dateOf(end), -1) : dateOf(end);
  return { from: dateOf(begin), to: last, start: begin, end, pieces: piecesOf(begin, end) };
}

/** Everything that one event, with the exceptions to it, brings into the window. */
class Expansion {
  readonly items: CalendarItem[] = [];
  readonly cancelled: CalendarCancellation[] = [];
  readonly #budget = stepBudget();
  readonly #wish: CalendarWish;
  readonly #notes: CalendarNotes;

  constructor(wish: CalendarWish, notes: CalendarNotes) {
    this.#wish = wish;
    this.#notes = notes;
  }

  /** @param exceptions the occurrences that others stand for, by their names on the clock of the series */
  add(event: FileEvent, exceptions: readonly string[]): void {
    const { line, uid, title } = event;
    if (event.cancelled) {
      this.#notes.lose('cancelled', title);
      this.cancelled.push({ uid, occurrence: null, title, line });
      return;
    }
    const minutes = lengthOf(event, this.#wish);
    if (minutes === null) {
      this.#notes.problem('ends-before-start', line, { property: 'DTEND', title });
      return;
    }
    const { starts, trouble } = occurrencesOf(event, this.#wish, this.#budget);
    if (trouble !== null)
      this.#notes.problem(trouble, line, {
        property: 'RRULE',
        title,
        detail: event.rules.map(unsupportedPart).find((part) => part !== null) ?? '',
        severity: trouble === 'too-many-repeats' ? 'warning' : 'error',
      });
    if (trouble !== null && trouble !== 'too-many-repeats') return;
    const before = this.items.length;
    const repeats = event.rules.length > 0 || event.alsoOn.length > 0;
    for (const start of starts)
      if (!exceptions.some((name) => isAt(nameOfTime(start), name)))
        this.#put(event, start, minutes, repeats ? nameOfTime(start) : null);
    if (this.items.length > before) this.#tellDeclined(event);
  }

  /** One occurrence that differs from its series: `name` is what the series calls it. */
  addException(event: FileEvent, name: string): void {
    const { line, uid, title } = event;
    const occurrence = name.slice(0, 10) as LocalDate;
    if (event.andFollowing) this.#notes.lose('following', title);
    if (event.cancelled) {
      this.#notes.lose('cancelled', title);
      this.cancelled.push({ uid, occurrence, title, line });
      return;
    }
    const minutes = lengthOf(event, this.#wish);
    if (minutes === null) this.#notes.problem('ends-before-start', line, { property: 'DTEND', title });
    else {
      const before = this.items.length;
      this.#put(event, event.start, minutes, occurrence);
      if (this.items.length > before) this.#tellDeclined(event);
    }
  }

  #tellDeclined({ declined }: FileEvent): void {
    for (const { name, email } of declined) this.#notes.lose('declined', name ?? email ?? '');
  }

  #put(event: FileEvent, start: FileTime, minutes: number, occurrence: string | null): void {
    const { from, until } = this.#wish;
    const stretch = stretchOf(start, minutes, this.#wish);
    if (stretch.to < from || stretch.from >= until) {
      this.#notes.lose('outside-window', event.title);
      return;
    }
    const { line, title, tentative, busyness, people, declined } = event;
    this.items.push({
      uid: event.uid,
      occurrence: occurrence === null ? null : (occurrence.slice(0, 10) as LocalDate),
      at: nameOfTime(start),
      title,
      ...stretch,
      allDay: start.kind === 'day',
      part: stretch.from === stretch.to ? (stretch.pieces[0]?.part ?? 'day') : 'day',
      tentative,
      busyness,
      people,
      declined,
      line,
    });
  }
}

/** The exceptions of one series by the name that it has for each; of two to the same occurrence, the newer version. */
function namedExceptions(
  exceptions: readonly FileEvent[],
  series: FileEvent | undefined,
  wish: CalendarWish,
  notes: CalendarNotes,
): ReadonlyMap<string, FileEvent> {
  const named = new Map<string, FileEvent>();
  for (const event of exceptions) {
    const instead = event.instead ?? event.start;
    const name = nameOfTime(series === undefined ? instead : onClockOf(series.start, instead, wish));
    const known = named.get(name);
    if (known !== undefined) notes.lose('superseded', known.title);
    if (known === undefined || event.sequence >= known.sequence) named.set(name, event);
  }
  return named;
}

/** The events of one series: itself, unless the file has only exceptions to it. */
interface Series {
  own: FileEvent | undefined;
  readonly exceptions: FileEvent[];
}

function seriesIn(events: readonly FileEvent[]): readonly Series[] {
  const all: Series[] = [];
  const byUid = new Map<string, Series>();
  for (const event of events) {
    // Without a UID nothing says that two belong together.
    const known = event.uid === '' ? undefined : byUid.get(event.uid);
    const series = known ?? { own: undefined, exceptions: [] };
    if (known === undefined) all.push(series);
    if (event.uid !== '') byUid.set(event.uid, series);
    if (event.instead === null) series.own = event;
    else series.exceptions.push(event);
  }
  return all;
}

/** All that the events bring into the window, series expanded, exceptions in their places. */
export function expand(events: readonly FileEvent[], wish: CalendarWish, notes: CalendarNotes): Expansion {
  const expansion = new Expansion(wish, notes);
  for (const { own, exceptions } of seriesIn(events)) {
    const named = namedExceptions(exceptions, own, wish, notes);
    if (own !== undefined) expansion.add(own, [...named.keys()]);
    for (const [name, event] of named) expansion.addException(event, name);
    if (expansion.items.length <= MOST_ITEMS) continue;
    notes.problem('too-many-items', (own ?? exceptions[0])?.line ?? 1, { detail: String(MOST_ITEMS) });
    break;
  }
  return expansion;
}
