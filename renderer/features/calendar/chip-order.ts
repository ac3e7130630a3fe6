import type { ShiftId } from '../../../shared/model/ids.ts';
import type { CalendarEvent } from './to-events.ts';

/** A shift as the keys walk through them: by start, then as the calendar stacks them. */
export interface Stop {
  readonly shift: ShiftId;
  readonly start: string;
  readonly rank: number;
}

export function stopsOf(events: readonly CalendarEvent[]): readonly Stop[] {
  return events
    .flatMap(({ extendedProps, start, rank }) =>
      extendedProps.kind === 'shift' ? [{ shift: extendedProps.shift, start, rank }] : [],
    )
    .sort((a, b) =>
      a.start === b.start ? a.rank - b.rank || (a.shift < b.shift ? -1 : 1) : a.start < b.start ? -1 : 1,
    );
}

/**
 * The stop that arrow keys lead to: up and down through the shifts of a week and on into the next; left and right to the
 * same duty a turn earlier or later.
 */
export function nextStop(
  stops: readonly Stop[],
  from: ShiftId | null,
  rows: number,
  columns: number,
): ShiftId | null {
  const at = stops.findIndex(({ shift }) => shift === from);
  const here = stops[at];
  if (here === undefined) return stops[0]?.shift ?? null;
  if (rows !== 0) return stops[Math.max(0, Math.min(stops.length - 1, at + rows))]?.shift ?? null;
  const duty = stops.filter(({ rank }) => rank === here.rank);
  const place = duty.indexOf(here);
  return duty[Math.max(0, Math.min(duty.length - 1, place + columns))]?.shift ?? null;
}
