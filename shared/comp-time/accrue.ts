import { addDays, atTime } from '../calendar/days.ts';
import { hoursOf, intersection, type Span, spanOf } from '../calendar/span.ts';
import type { LocalDate, LocalTime, ZoneName } from '../model/dates.ts';
import type { Holiday } from '../model/holiday.ts';
import type { HolidayId, PersonId, ShiftId } from '../model/ids.ts';
import type { Policy } from '../model/policy.ts';
import type { Rotation } from '../model/rotation.ts';
import type { Shift } from '../model/shift.ts';
import { recordOf, recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { servedSpans } from '../rotation/override.ts';

/** Time off that somebody earns by holding one shift over one holiday. */
export interface Earning {
  readonly person: PersonId;
  readonly shift: ShiftId;
  readonly holiday: HolidayId;
  readonly date: LocalDate;
  /** Whole minutes, above zero. */
  readonly minutes: number;
}

/**
 * What a shift earns (formats.md section 6, proportional): minutes for a whole holiday × its weight × the share of the
 * role × the rotation's factor (at most 1) × hours held ÷ hours of the day. The holidays and the day's ends are those of
 * the person. A hand-off at 09:00 gives the one who leaves 9/24 and the one who comes 15/24.
 */
export function accrue(workspace: Workspace, shift: Shift, policy: Policy): readonly Earning[] {
  const person = recordOf(workspace, 'people', shift.person);
  const rotation = recordOf(workspace, 'rotations', shift.rotation);
  if (person === undefined || rotation === undefined) return [];
  const spans = servedSpans(workspace.shifts, shift, rotation.handoff.zone);
  const share =
    (policy.compTime.minutesPerHoliday *
      roleShare(rotation, shift, policy) *
      Math.min(100, rotation.factorPercent)) /
    10_000;
  const earnings: Earning[] = [];
  for (const holiday of recordsOf(workspace, 'holidays')) {
    if (person.region === null || recordOf(workspace, 'holidaySets', holiday.set)?.region !== person.region)
      continue;
    // One holiday earns once, though it has two dates: the date that gives more counts.
    const held = countedDates(holiday, policy).map((date) => ({
      date,
      part: partHeld(date, person.zone, spans),
    }));
    const best = held.reduce((left, right) => (right.part > left.part ? right : left));
    const minutes = Math.round((share * holiday.weightPercent * best.part) / 100);
    if (minutes > 0)
      earnings.push({ person: person.id, shift: shift.id, holiday: holiday.id, date: best.date, minutes });
  }
  return earnings;
}

/** In per cent. The first layer is the primary; a layer that weighs nothing, such as a shadow, earns nothing. */
function roleShare(rotation: Rotation, shift: Shift, policy: Policy): number {
  const place = rotation.layers.findIndex(({ name }) => name === shift.layer);
  if (rotation.layers[place]?.weightPercent === 0) return 0;
  return place === 0 ? 100 : policy.compTime.secondaryPercent;
}

function countedDates({ actual, observed }: Holiday, policy: Policy): readonly [LocalDate, ...LocalDate[]] {
  if (observed === null || policy.holidayDate === 'actual') return [actual];
  return policy.holidayDate === 'observed' ? [observed] : [actual, observed];
}

/** How much of a day the spans hold, 0 to 1, in true time: a day of a clock change has 23 or 25 hours. */
function partHeld(date: LocalDate, zone: ZoneName, spans: readonly Span[]): number {
  const midnight = '00:00' as LocalTime;
  const day = spanOf(atTime(date, midnight), atTime(addDays(date, 1), midnight), zone);
  const held = spans.reduce((hours, span) => {
    const common = intersection(span, day);
    return common === null ? hours : hours + hoursOf(common);
  }, 0);
  return held / hoursOf(day);
}
