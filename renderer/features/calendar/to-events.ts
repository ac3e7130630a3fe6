import { addDays } from '../../../shared/calendar/days.ts';
import type { Deadline } from '../../../shared/model/deadline.ts';
import type { LocalDate, QuarterId } from '../../../shared/model/dates.ts';
import type { Holiday } from '../../../shared/model/holiday.ts';
import type { ShiftId } from '../../../shared/model/ids.ts';
import type { Leave } from '../../../shared/model/leave.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import type { Slot } from '../../../shared/rotation/expand.ts';
import { momentText } from '../../../shared/words/date-text.ts';
import { personName } from '../../../shared/words/names.ts';
import type { Face } from '../../state/chip-faces.ts';

/** What our drawing needs beside FullCalendar's own fields. */
export type EventKind =
  | {
      readonly kind: 'shift';
      readonly shift: ShiftId;
      readonly face: Face;
      readonly label: string;
      readonly until: string;
    }
  | {
      readonly kind: 'leave';
      readonly name: string;
      readonly position: number;
      readonly word: string;
      readonly tentative: boolean;
    }
  | { readonly kind: 'holiday'; readonly name: string; readonly tentative: boolean }
  | { readonly kind: 'due'; readonly title: string };

/** An event as FullCalendar takes it. Moments are wall clock in the rotation's own zone: the calendar runs in UTC. */
export interface CalendarEvent {
  readonly id: string;
  readonly title: string;
  readonly start: string;
  readonly end: string;
  readonly allDay: boolean;
  /** Sorts within a day: holidays, deadlines, leave, then rotations and their layers. */
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

const rankOf = (workspace: Workspace, slot: Slot): number => {
  const rotation = workspace.rotations[slot.rotation];
  return (
    100 +
    (rotation?.position ?? 0) * 10 +
    (rotation?.layers.findIndex(({ name }) => name === slot.layer) ?? 0)
  );
};

/** A turn from its hand-off to the next: it ends at the hour of the hand-off, not at midnight. */
export function shiftEvent(workspace: Workspace, slot: Slot, face: Face, label: string): CalendarEvent {
  return {
    id: slot.id,
    title: label,
    start: slot.start,
    end: slot.end,
    allDay: false,
    rank: rankOf(workspace, slot),
    extendedProps: { kind: 'shift', shift: slot.id, face, label, until: `until ${momentText(slot.end)}` },
  };
}

/** For a list: a turn stands once, at its hand-off, instead of on each of its days. */
export const atHandoff = (event: CalendarEvent): CalendarEvent =>
  event.extendedProps.kind === 'shift' ? { ...event, end: `${event.start.slice(0, 10)}T23:59` } : event;

const words: Readonly<Record<Leave['kind'], string>> = {
  leave: 'on leave',
  'comp-time': 'comp time',
  other: 'away',
};

/** Days away. The last day counts, and FullCalendar's ends do not: one day is added. The reason stays private. */
export function leaveEvent(workspace: Workspace, leave: Leave): CalendarEvent {
  const name = personName(workspace, leave.person);
  const position = workspace.people[leave.person]?.position ?? 0;
  return {
    id: leave.id,
    title: `${name}, ${words[leave.kind]}`,
    start: leave.from,
    end: addDays(leave.to, 1),
    allDay: true,
    rank: 20 + position,
    extendedProps: { kind: 'leave', name, position, word: words[leave.kind], tentative: leave.tentative },
  };
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
    extendedProps: { kind: 'holiday', name, tentative },
  };
}

export function dueEvent(deadline: Deadline, day: LocalDate): CalendarEvent {
  return {
    id: `${deadline.id}/${day}`,
    title: deadline.title,
    start: day,
    end: addDays(day, 1),
    allDay: true,
    rank: 10,
    extendedProps: { kind: 'due', title: deadline.title },
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
