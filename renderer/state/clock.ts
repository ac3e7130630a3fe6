import type { Instant, LocalDate, ZoneName } from '../../shared/model/dates.ts';
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

/** An instant as this computer's clock showed it: "Mon 23 Nov 2026, 14:05". */
export const instantText = (instant: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(instant));

/** The day of an instant by this computer's clock: "Mon 23 Nov 2026". */
export const dayOfInstantText = (instant: string): string =>
  new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })
    .format(new Date(instant))
    .replace(',', '');

/** The time of an instant by this computer's clock: "14:05". */
export const clockText = (instant: string): string =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(new Date(instant));
