import type { Instant, LocalDate, ZoneName } from '../../shared/model/dates.ts';
import { currentConventions } from '../../shared/words/date-text.ts';
import { memoise } from './memoise.ts';

/** A formatter takes longer to make than to use, and the day is asked for with every move of a hand. */
const dayIn = memoise(
  (zone: ZoneName) =>
    new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }),
);

/** The one place of the window that reads the system's clock; everything else is given the day. */
export const today = (zone: ZoneName): LocalDate => dayIn(zone).format(new Date()) as LocalDate;

/** This moment, for what is asked at a point of time: who is on call now. */
export const now = (): Instant => new Date().toISOString() as Instant;

/** The zone of this computer, offered when a new plan is made. */
export const systemZone = (): ZoneName => Intl.DateTimeFormat().resolvedOptions().timeZone as ZoneName;

/** Milliseconds for measuring how long something takes; no calendar meaning. */
export const milliseconds = (): number => performance.now();

/** In English, by the reader's order and clock. */
function writer(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const { order, clock } = currentConventions();
  const hours: Intl.DateTimeFormatOptions =
    options.hour === undefined
      ? {}
      : clock === '12'
        ? { hour: 'numeric', hourCycle: 'h12' }
        : { hour: '2-digit', hourCycle: 'h23' };
  return new Intl.DateTimeFormat(order === 'day-first' ? 'en-GB' : 'en-US', { ...options, ...hours });
}

const day = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
const time = { hour: '2-digit', minute: '2-digit' } as const;

/** An instant as this computer's clock showed it: "Mon, 23 Nov 2026, 14:05". */
export const instantText = (instant: string): string => writer({ ...day, ...time }).format(new Date(instant));

/** The day of an instant by this computer's clock: "Mon 23 Nov 2026", "Mon, Nov 23, 2026". */
export function dayOfInstantText(instant: string): string {
  const text = writer(day).format(new Date(instant));
  return currentConventions().order === 'day-first' ? text.replace(',', '') : text;
}

/** The time of an instant by this computer's clock: "14:05". */
export const clockText = (instant: string): string => writer(time).format(new Date(instant));
