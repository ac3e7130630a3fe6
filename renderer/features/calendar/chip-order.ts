import { addDays } from '../../../shared/calendar/days.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { ShiftId } from '../../../shared/model/ids.ts';
import type { CalendarEvent } from './to-events.ts';

/** A shift as the keys walk through them: by start, then as the calendar stacks them. */
export interface Stop {
  /** The bar: a turn that is covered in its middle has two. */
  readonly event: string;
  readonly shift: ShiftId;
  readonly start: LocalDate;
  readonly rank: number;
}

export function stopsOf(events: readonly CalendarEvent[]): readonly Stop[] {
  return events
    .flatMap(({ extendedProps, start, rank }) =>
      extendedProps.kind === 'shift'
        ? extendedProps.segments
            .filter(({ begins }) => begins)
            .map(({ id, shift, at }) => ({ event: id, shift, start: addDays(start as LocalDate, at), rank }))
        : [],
    )
    .sort((a, b) =>
      a.start === b.start ? a.rank - b.rank || (a.event < b.event ? -1 : 1) : a.start < b.start ? -1 : 1,
    );
}

/**
 * The stop that arrow keys lead to: up and down through the shifts of a week and on into the next; left and right to the
 * same duty a turn earlier or later.
 */
export function nextStop(
  stops: readonly Stop[],
  from: string | null,
  rows: number,
  columns: number,
): string | null {
  const at = stops.findIndex(({ event }) => event === from);
  const here = stops[at];
  if (here === undefined) return stops[0]?.event ?? null;
  if (rows !== 0) return stops[Math.max(0, Math.min(stops.length - 1, at + rows))]?.event ?? null;
  const duty = stops.filter(({ rank }) => rank === here.rank);
  const place = duty.indexOf(here);
  return duty[Math.max(0, Math.min(duty.length - 1, place + columns))]?.event ?? null;
}

/** The shifts of a box with these bars in its corners: the turns between them in time, of the duties between them in the stack. */
export function shiftsInBox(
  stops: readonly Stop[],
  from: string | null,
  to: string | null,
): readonly ShiftId[] {
  const there = stops.find(({ event }) => event === to);
  const here = stops.find(({ event }) => event === from) ?? there;
  if (here === undefined || there === undefined) return [];
  const [first, last] = here.start < there.start ? [here, there] : [there, here];
  const [low, high] = [Math.min(here.rank, there.rank), Math.max(here.rank, there.rank)];
  const inside = stops.filter(
    ({ start, rank }) => start >= first.start && start <= last.start && rank >= low && rank <= high,
  );
  return [...new Set(inside.map(({ shift }) => shift))];
}
