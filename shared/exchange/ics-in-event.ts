import ICAL from 'ical.js';
import { rawValue, type ContentLine, type RawComponent } from './ics-in-lines.ts';
import { type CalendarNotes } from './ics-in-notes.ts';
import { readFileTime, zoneNamed, type FileTime, type FileZone } from './ics-time.ts';

// A calendar that breaks a rule here and there is still somebody's holidays.
ICAL.design.strict = false;

/** Somebody whom an event names: its organiser or a guest. */
export interface CalendarPerson {
  readonly name: string | null;
  readonly email: string | null;
}

/** Whether the calendar counts the time as taken. */
export type Busyness = 'busy' | 'free' | 'out-of-office';

/** One VEVENT, with its times as the file has them. */
export interface FileEvent {
  readonly line: number;
  readonly uid: string;
  readonly title: string;
  readonly cancelled: boolean;
  readonly tentative: boolean;
  readonly busyness: Busyness;
  /** Organiser and guests, without those who said no. */
  readonly people: readonly CalendarPerson[];
  /** Guests who said no: the event is not theirs. */
  readonly declined: readonly CalendarPerson[];
  readonly start: FileTime;
  readonly end: FileTime | null;
  /** Instead of an end; null where an end is given, or neither. */
  readonly minutes: number | null;
  /** Rules as ical.js keeps them, by part. */
  readonly rules: readonly Readonly<Record<string, unknown>>[];
  readonly alsoOn: readonly FileTime[];
  readonly notOn: readonly FileTime[];
  /** Which occurrence of a series it stands for. */
  readonly instead: FileTime | null;
  /** Stands for that occurrence and all after it (RANGE=THISANDFUTURE). */
  readonly andFollowing: boolean;
  readonly sequence: number;
}

type Property = readonly [
  name: string,
  params: Readonly<Record<string, string | readonly string[]>>,
  type: string,
  ...values: readonly unknown[],
];

/** What all events of a file share. */
export interface FileFrame {
  readonly described: ReadonlyMap<string, ICAL.Timezone>;
  readonly notes: CalendarNotes;
  /** The calendar takes all of it back (METHOD:CANCEL). */
  readonly cancels: boolean;
}

const wrapped = (texts: readonly string[]): string => ['BEGIN:VEVENT', ...texts, 'END:VEVENT'].join('\r\n');

const parsed = (texts: readonly string[]): readonly Property[] =>
  (ICAL.parse(wrapped(texts)) as unknown as readonly [string, readonly Property[]])[1];

/** ical.js reads a rule that never goes on as one that goes on by one. */
const standsStill = (text: string): boolean => /^RRULE\b.*[:;]INTERVAL=[+-]?0+(;|\s*$)/i.test(text);

const looksWhole = ({ text }: ContentLine): boolean =>
  /^[A-Za-z0-9-]+[;:]/.test(text) && text.includes(':') && !standsStill(text);

/** Lines without which an event does not say when it is. */
const essential = /^(DTSTART|DTEND|DURATION|RRULE|RECURRENCE-ID|EXDATE|RDATE)\b/i;

/** Dates with hyphens, which ical.js would take apart at the wrong places. */
const plainDates = ({ line, text }: ContentLine): ContentLine => ({
  line,
  text: essential.test(text) ? text.replace(/\b(\d{4})-(\d\d)-(\d\d)/g, '$1$2$3') : text,
});

/** The properties of an event. A line that cannot be read is left out and listed, and the others are read without it. */
function propertiesOf({ lines }: RawComponent, notes: CalendarNotes, title: string): readonly Property[] {
  const refuse = ({ line, text }: ContentLine): void => {
    const property = /^[A-Za-z0-9-]*/.exec(text)?.[0].toUpperCase() ?? '';
    const severity = essential.test(text) ? 'error' : 'warning';
    const kind = property === 'RRULE' ? 'unreadable-rule' : 'unreadable-line';
    notes.problem(kind, line, { property, severity, title, detail: text });
  };
  const whole = lines
    .filter((line) => {
      if (!looksWhole(line)) refuse(line);
      return looksWhole(line);
    })
    .map(plainDates);
  try {
    return parsed(whole.map(({ text }) => text));
  } catch {
    // One line is at fault, and ical.js does not say which.
    return whole.flatMap((line) => {
      try {
        return parsed([line.text]);
      } catch {
        refuse(line);
        return [];
      }
    });
  }
}

const textOf = (properties: readonly Property[], name: string): string => {
  const value = properties.find(([known]) => known === name)?.[3];
  return typeof value === 'string' ? value.trim() : '';
};

const paramOf = ([, params]: Property, name: string): string | null => {
  const value = params[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
};

const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+$/.test(text);

const isPerson = ([name]: Property): boolean => name === 'organizer' || name === 'attendee';

const saysNo = (property: Property): boolean =>
  property[0] === 'attendee' && paramOf(property, 'partstat')?.toUpperCase() === 'DECLINED';

function namedBy(properties: readonly Property[]): readonly CalendarPerson[] {
  return properties
    .map((property) => {
      const [, , , address] = property;
      const value = (typeof address === 'string' ? address : '').replace(/^mailto:/i, '').trim();
      const email = isEmail(value) ? value : paramOf(property, 'email');
      return { name: paramOf(property, 'cn'), email };
    })
    .filter(({ name, email }) => name !== null || email !== null);
}

function busynessOf(properties: readonly Property[]): Busyness {
  const status = textOf(properties, 'x-microsoft-cdo-busystatus').toUpperCase();
  if (status === 'OOF') return 'out-of-office';
  return status === 'FREE' || textOf(properties, 'transp').toUpperCase() === 'TRANSPARENT' ? 'free' : 'busy';
}

/** Reads the times of one event; what cannot be read is a problem, and makes `failed` true. */
class TimeReader {
  failed = false;
  readonly #frame: FileFrame;
  readonly #line: (property: string) => number;
  readonly #title: string;

  constructor(frame: FileFrame, line: (property: string) => number, title: string) {
    this.#frame = frame;
    this.#line = line;
    this.#title = title;
  }

  read(property: Property): readonly FileTime[] {
    const name = property[0].toUpperCase();
    const zone = this.#zone(property, name);
    return property.slice(3).flatMap((value) => {
      // A period of RDATE is its start and its end or length; the start says when.
      const text = String(Array.isArray(value) ? value[0] : value);
      const time = readFileTime(text, zone);
      if (time !== null) return [time];
      this.failed = true;
      this.#frame.notes.problem('unreadable-time', this.#line(name), {
        property: name,
        title: this.#title,
        detail: text,
      });
      return [];
    });
  }

  #zone(property: Property, name: string): FileZone {
    const tzid = paramOf(property, 'tzid');
    if (tzid === null) return { kind: 'floating' };
    const zone = zoneNamed(tzid, this.#frame.described);
    if (zone.kind === 'unknown' && property[2] !== 'date')
      this.#frame.notes.problem('unknown-zone', this.#line(name), {
        property: name,
        severity: 'warning',
        title: this.#title,
        detail: tzid,
      });
    return zone;
  }
}

function minutesOf(properties: readonly Property[]): number | null {
  const text = textOf(properties, 'duration');
  if (!/^[+-]?P/i.test(text)) return null;
  const seconds = ICAL.Duration.fromString(text.toUpperCase()).toSeconds();
  return Number.isFinite(seconds) ? Math.round(seconds / 60) : null;
}

/** One event as the file has it; null where it does not say when it is, which is then listed as a problem. */
export function readEvent(component: RawComponent, frame: FileFrame): FileEvent | null {
  const { notes } = frame;
  const title = (rawValue(component, 'SUMMARY') ?? '').replace(/\\([,;\\])/g, '$1').trim();
  const errors = notes.errors;
  const properties = propertiesOf(component, notes, title);
  const lost = notes.errors > errors;
  const lineOf = (name: string): number =>
    component.lines.find(({ text }) => text.toUpperCase().startsWith(name))?.line ?? component.line;
  const reader = new TimeReader(frame, lineOf, title);
  const timesOf = (name: string): readonly FileTime[] =>
    properties.filter(([known]) => known === name).flatMap((property) => reader.read(property));
  const [start] = timesOf('dtstart');
  if (start === undefined && !reader.failed && !lost)
    notes.problem('no-start', component.line, { property: 'DTSTART', title });
  const [end = null] = timesOf('dtend');
  const people = properties.filter(isPerson);
  const instead = properties.find(([name]) => name === 'recurrence-id');
  const event = {
    line: component.line,
    uid: textOf(properties, 'uid'),
    title: textOf(properties, 'summary'),
    cancelled: frame.cancels || textOf(properties, 'status').toUpperCase() === 'CANCELLED',
    tentative:
      textOf(properties, 'status').toUpperCase() === 'TENTATIVE' ||
      textOf(properties, 'x-microsoft-cdo-busystatus').toUpperCase() === 'TENTATIVE',
    busyness: busynessOf(properties),
    people: namedBy(people.filter((property) => !saysNo(property))),
    declined: namedBy(people.filter(saysNo)),
    end,
    minutes: end === null ? minutesOf(properties) : null,
    rules: properties
      .filter(([name]) => name === 'rrule')
      .map(([, , , rule]) => rule as Readonly<Record<string, unknown>>),
    alsoOn: timesOf('rdate'),
    notOn: timesOf('exdate'),
    instead: timesOf('recurrence-id')[0] ?? null,
    andFollowing: instead !== undefined && paramOf(instead, 'range')?.toUpperCase() === 'THISANDFUTURE',
    sequence: Number(properties.find(([name]) => name === 'sequence')?.[3] ?? 0) || 0,
  };
  return start === undefined || reader.failed || lost ? null : { ...event, start };
}
