import { addDays, atTime, dateOf, timeOf } from '../../../shared/calendar/days.ts';
import type { LocalDate, LocalTime, ZoneName } from '../../../shared/model/dates.ts';
import type { ShiftId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { slotOf } from '../../../shared/rotation/expand.ts';
import { onClock } from './on-clock.ts';

const noon = '12:00' as LocalTime;

/**
 * The day of a turn, on its rotation's own clock, that stands at a day of the calendar. They differ only where the calendar is read
 * on another clock: noon there may lie before the hand-off here.
 */
export function dutyDay(
  workspace: Workspace,
  shift: ShiftId,
  day: LocalDate,
  clock: ZoneName | null,
): LocalDate {
  const slot = slotOf(workspace, shift);
  const zone = slot === null ? undefined : workspace.rotations[slot.rotation]?.handoff.zone;
  if (slot === null || zone === undefined || clock === null || clock === zone) return day;
  const moment = onClock(atTime(day, noon), clock, zone);
  const handoff = timeOf(slot.start);
  const own = dateOf(moment);
  // A day of duty is named by its noon: after a hand-off in the afternoon it begins the evening before.
  if (handoff <= noon) return timeOf(moment) >= handoff ? own : addDays(own, -1);
  return timeOf(moment) >= handoff ? addDays(own, 1) : own;
}
