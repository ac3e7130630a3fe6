import { addDays, atTime, dateOf, daysBetween, timeOf } from '../../../shared/calendar/days.ts';
import type { ClockChange } from '../../../shared/calendar/clock-changes.ts';
import type { DeliveryStatus } from '../../../shared/deadlines/deliveries.ts';
import type { LocalDate, LocalTime, QuarterId } from '../../../shared/model/dates.ts';
import type { Holiday } from '../../../shared/model/holiday.ts';
import type { HolidayId, LeaveId, PersonId, ShiftId } from '../../../shared/model/ids.ts';
import type { Leave } from '../../../shared/model/leave.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import type { Slot } from '../../../shared/rotation/expand.ts';
import { clockChangeText, leaveWord } from '../../../shared/words/calendar-text.ts';
import { clockTimeText, momentText, rangeText } from '../../../shared/words/date-text.ts';
import { dueLine } from '../../../shared/words/due-text.ts';
import { personName } from '../../../shared/words/names.ts';
import type { Face } from '../../state/chip-faces.ts';
import type { DueMark } from '../../state/due-marks.ts';
import { rankOf, type Bar } from './bars.ts';
import { endOfBlock, type HandoffBlock } from './handoff-blocks.ts';
import { daysOf, type BarPart, type Piece } from './pieces.ts';

/** One run of days of whoever serves a duty, as it is drawn. */
export interface Segment {
  /** Names the bar: by it keys and focus find their way. */
  readonly id: string;
  readonly shift: ShiftId;
  readonly face: Face;
  readonly label: string;
  /** Its hand-offs, as far as there is room for them. */
  readonly when: string;
  /** Days of a turn that somebody else covers. */
  readonly cover: boolean;
  /** First day within the event, from 0, and how many days. */
  readonly at: number;
  readonly days: number;
  /** The bar begins here, or the view does, and is a stop of the keys; else it goes on from the row before. */
  readonly begins: boolean;
  /** The turn or cover begins, or ends, here: its hand-off can be taken by the hand. */
  readonly atStart: boolean;
  readonly atEnd: boolean;
}

/** What our drawing needs beside FullCalendar's own fields. */
export type EventKind =
  | { readonly kind: 'shift'; readonly days: number; readonly segments: readonly Segment[] }
  | {
      readonly kind: 'leave';
      readonly leave: LeaveId;
      readonly person: PersonId;
      readonly name: string;
      readonly position: number;
      readonly word: string;
      readonly tentative: boolean;
    }
  /** Stands in a week for the leave that is not drawn there, or folds it again. */
  | {
      readonly kind: 'more-leave';
      readonly week: LocalDate;
      readonly names: readonly string[];
      readonly isOpen: boolean;
    }
  | {
      readonly kind: 'holiday';
      readonly holiday: HolidayId;
      readonly name: string;
      readonly tentative: boolean;
    }
  | {
      readonly kind: 'due';
      readonly title: string;
      readonly time: LocalTime | null;
      readonly status: DeliveryStatus;
    }
  | { readonly kind: 'clocks'; readonly text: string }
  /** A week whose events are not drawn yet; px. */
  | { readonly kind: 'undrawn'; readonly height: number }
  | { readonly kind: 'handoffs'; readonly block: HandoffBlock };

/** An event as FullCalendar takes it. The calendar runs in UTC, so that a wall clock's reading is drawn as it stands. */
export interface CalendarEvent {
  readonly id: string;
  readonly title: string;
  readonly start: string;
  readonly end: string;
  readonly allDay: boolean;
  /** Sorts within a day: holidays, clocks, deadlines, leave, then rotations and their layers. */
  readonly rank: number;
  readonly extendedProps: EventKind;
}

/** Makes an event once and gives back the same object until what it says changes: FullCalendar compares by identity. */
export interface EventCache {
  keep(event: CalendarEvent): CalendarEvent;
}

export function eventCache(): EventCache {
  const known = new Map<string, { readonly text: string; readonly event: CalendarEvent }>();
  return {
    keep(event) {
      const text = JSON.stringify(event);
      const before = known.get(event.id);
      if (before?.text === text) return before.event;
      known.set(event.id, { text, event });
      return event;
    },
  };
}

/** As much about hand-offs as there is room for: both on a week, the next one on half of it, none on a day. */
function whenText({ bar, from, until }: BarPart, days: number): string {
  const begins = dateOf(bar.start) === bar.from ? clockTimeText(timeOf(bar.start)) : momentText(bar.start);
  const starts = from === bar.from;
  const ends = until === bar.until;
  if (days >= 6 && starts && ends) return `${begins} – ${momentText(bar.end)}`;
  if (days < 3) return '';
  return ends ? `until ${momentText(bar.end)}` : starts ? `from ${begins}` : '';
}

/** What is said of a slot wherever it is drawn. */
export interface SlotFace {
  readonly face: Face;
  readonly label: string;
}

/** @param first the first day on view: a bar that began before it has its stop of the keys there */
function segmentOf(part: BarPart, origin: LocalDate, { face, label }: SlotFace, first: LocalDate): Segment {
  const { bar, from, until } = part;
  const { slot } = bar;
  const days = daysOf(part);
  return {
    id: `${slot.id} ${bar.from}`,
    shift: slot.id,
    face,
    label: `${label}, ${momentText(bar.start)} to ${momentText(bar.end)}`,
    when: whenText(part, days),
    cover: slot.id.includes('/cover/'),
    at: daysBetween(origin, from),
    days,
    begins: from === bar.from || from === first,
    atStart: bar.atStart && from === bar.from,
    atEnd: bar.atEnd && until === bar.until,
  };
}

/** A week of a turn on whole days. Its hand-offs are said, not drawn: hours of a day are the week's time grid. */
export function pieceEvent(
  workspace: Workspace,
  piece: Piece,
  faceOf: (slot: Slot) => SlotFace,
  first: LocalDate,
): CalendarEvent {
  const segments = piece.parts.map((part) => segmentOf(part, piece.from, faceOf(part.bar.slot), first));
  return {
    id: `${piece.turn.id} ${piece.from}`,
    title: segments.map(({ label }) => label).join('; '),
    start: piece.from,
    end: piece.until,
    allDay: true,
    rank: rankOf(workspace, piece.turn),
    extendedProps: { kind: 'shift', days: daysOf(piece), segments },
  };
}

/** For a list: a bar stands once, at the first of its days that is shown, instead of on each of them. */
export function listEvent(workspace: Workspace, bar: Bar, face: SlotFace, first: LocalDate): CalendarEvent {
  const start = bar.from < first ? first : bar.from;
  const segment = segmentOf({ bar, from: start, until: bar.until }, start, face, first);
  return {
    id: segment.id,
    title: segment.label,
    start,
    end: addDays(start, 1),
    allDay: true,
    rank: rankOf(workspace, bar.slot),
    extendedProps: { kind: 'shift', days: segment.days, segments: [segment] },
  };
}

/** Working hours that half a day of leave takes, as the rules have it. */
const halves = { morning: ['09:00', '13:00'], afternoon: ['13:00', '18:00'] } as const;

/**
 * Days away. The last day counts, and FullCalendar's ends do not: one day is added. In a time grid half a day takes its hours.
 * The reason stays private.
 */
export function leaveEvent(workspace: Workspace, leave: Leave, hours = false): CalendarEvent {
  const { id, person, from, to, part, tentative } = leave;
  const name = personName(workspace, person);
  const position = workspace.people[person]?.position ?? 0;
  const word = leaveWord(leave);
  const half = hours && from === to && part !== 'day' ? halves[part] : null;
  return {
    id,
    title: `${name}, ${word}`,
    start: half === null ? from : atTime(from, half[0] as LocalTime),
    end: half === null ? addDays(to, 1) : atTime(to, half[1] as LocalTime),
    allDay: half === null,
    rank: 40 + position,
    extendedProps: { kind: 'leave', leave: id, person, name, position, word, tentative },
  };
}

/** For a list: days away stand once, with their dates, on the first of them that is shown. */
export function leaveInList(workspace: Workspace, leave: Leave, first: LocalDate): CalendarEvent {
  const event = leaveEvent(workspace, leave);
  const start = leave.from < first ? first : leave.from;
  const { extendedProps } = event;
  if (extendedProps.kind !== 'leave' || leave.to < start || leave.from === leave.to) return event;
  const word = `${extendedProps.word}, ${rangeText(leave.from, leave.to)}`;
  return { ...event, start, end: addDays(start, 1), extendedProps: { ...extendedProps, word } };
}

export function holidayEvent({ id, name, actual, observed, tentative }: Holiday): CalendarEvent {
  const day = observed ?? actual;
  return {
    id,
    title: name,
    start: day,
    end: addDays(day, 1),
    allDay: true,
    rank: 0,
    extendedProps: { kind: 'holiday', holiday: id, name, tentative },
  };
}

export function dueEvent({ key, title, date, time, status }: DueMark): CalendarEvent {
  return {
    id: key,
    title: dueLine(title, status),
    start: date,
    end: addDays(date, 1),
    allDay: true,
    rank: 20,
    extendedProps: { kind: 'due', title, time, status },
  };
}

export function clocksEvent(change: ClockChange): CalendarEvent {
  const day = change.at.slice(0, 10) as LocalDate;
  const text = clockChangeText(change);
  return {
    id: `clocks ${change.zone} ${change.at}`,
    title: text,
    start: day,
    end: addDays(day, 1),
    allDay: true,
    rank: 10,
    extendedProps: { kind: 'clocks', text },
  };
}

/** A moment of the time grid at which duties change hands. */
export function handoffsEvent(block: HandoffBlock): CalendarEvent {
  return {
    id: `handoffs ${block.at}`,
    title: block.label,
    start: block.at,
    end: endOfBlock(block),
    allDay: false,
    rank: 0,
    extendedProps: { kind: 'handoffs', block },
  };
}

/** The quarters whose turns can be seen between two days. */
export function quartersBetween(
  from: LocalDate,
  until: LocalDate,
  quarterOf: (day: LocalDate) => QuarterId,
): readonly QuarterId[] {
  const quarters = new Set<QuarterId>();
  // A turn begins at most two weeks before the first day that is seen.
  for (let day = addDays(from, -14); day < until; day = addDays(day, 7)) quarters.add(quarterOf(day));
  quarters.add(quarterOf(addDays(until, -1)));
  return [...quarters];
}
