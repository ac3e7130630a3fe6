import { addDays, daysBetween, nextWeekday } from '../calendar/days.ts';
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

/** The first day of the last turn; null where there is no end, or no turn before it. */
export function lastTurn(
  rotation: Pick<Rotation, 'startsOn' | 'endsOn' | 'archivedOn' | 'handoff' | 'cadenceWeeks'>,
): LocalDate | null {
  const [first, stop] = [firstHandoff(rotation), lastDay(rotation)];
  if (stop === null || stop <= first) return null;
  const length = rotation.cadenceWeeks * 7;
  return addDays(first, Math.floor((daysBetween(first, stop) - 1) / length) * length);
}
