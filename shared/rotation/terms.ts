import { nextWeekday } from '../calendar/days.ts';
import type { LocalDate } from '../model/dates.ts';
import type { Rotation } from '../model/rotation.ts';

/** The day of the first hand-off: turns are counted from here. */
export const firstHandoff = (rotation: Pick<Rotation, 'startsOn' | 'handoff'>): LocalDate =>
  nextWeekday(rotation.startsOn, rotation.handoff.weekday);

/** No turn begins on or after this day; null is no end. */
export function lastDay({ endsOn, archivedOn }: Pick<Rotation, 'endsOn' | 'archivedOn'>): LocalDate | null {
  if (endsOn === null || archivedOn === null) return endsOn ?? archivedOn;
  return endsOn < archivedOn ? endsOn : archivedOn;
}
