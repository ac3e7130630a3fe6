import { addDays, atTime, dateOf, daysFrom, isWeekend } from '../calendar/days.ts';
import { holidaysTouched, type HolidayTouched } from '../calendar/holidays.ts';
import { hoursOf, intersection, type Span, spanOf } from '../calendar/span.ts';
import type { LocalDate, LocalTime, ZoneName } from '../model/dates.ts';
import type { Person } from '../model/person.ts';
import type { Policy } from '../model/policy.ts';
import type { Rotation } from '../model/rotation.ts';
import type { Shift } from '../model/shift.ts';
import { recordOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { servedSpans } from '../rotation/override.ts';
import type { Earning } from './earning.ts';
import { roundedTo } from './terms.ts';

/**
 * What a shift earns (formats.md section 6): minutes for a whole holiday or weekend day × the holiday's weight × the share
 * of the role × the rotation's factor (at most 1) × what the policy counts of the hours held. Holidays and the ends of a
 * day are those of the person; covered days earn for whoever covers. A day earns once, by its holiday where it is one, and
 * a holiday once, by the date that gives more.
 */
export function accrue(workspace: Workspace, shift: Shift, policy: Policy): readonly Earning[] {
  const person = recordOf(workspace, 'people', shift.person);
  const rotation = recordOf(workspace, 'rotations', shift.rotation);
  if (person === undefined || rotation === undefined) return [];
  const share = roleShare(rotation, shift, policy);
  if (share === 0) return [];
  const held = heldOn(servedSpans(workspace.shifts, shift, rotation.handoff.zone), person.zone);
  const earn = (date: LocalDate, whole: number): number => {
    const counted = whole * share * countedPart(held(date), policy);
    return roundedTo(counted, policy.compTime.roundToMinutes);
  };
  const days = daysAround(shift);
  const holidays = byHoliday(workspace, person, days, policy, earn).map(
    ({ holiday, date, minutes }): Earning => ({
      person: person.id,
      why: 'holiday',
      date,
      minutes,
      source: { shift: shift.id, holiday, incident: null, leave: null },
      policy: policy.id,
    }),
  );
  const taken = new Set(holidays.map(({ date }) => date));
  return [...holidays, ...byWeekend(shift, days, policy, earn).filter(({ date }) => !taken.has(date))];
}

/** Days that the shift may touch on anybody's calendar: zones are up to a day apart from the rotation's. */
const daysAround = ({ start, end }: Shift): readonly LocalDate[] =>
  daysFrom(addDays(dateOf(start), -1), addDays(dateOf(end), 1));

/** 0 to 1. The first layer is the primary; a layer that weighs nothing, such as a shadow, earns nothing. */
function roleShare(rotation: Rotation, shift: Shift, policy: Policy): number {
  const place = rotation.layers.findIndex(({ name }) => name === shift.layer);
  if (rotation.layers[place]?.weightPercent === 0) return 0;
  const percent = place === 0 ? 100 : policy.compTime.secondaryPercent;
  return (percent * Math.min(100, rotation.factorPercent)) / 10_000;
}

/** Hours of a day, and how many of them are held, in true time: a day of a clock change has 23 or 25 hours. */
interface HeldHours {
  readonly held: number;
  readonly all: number;
}

function heldOn(spans: readonly Span[], zone: ZoneName): (date: LocalDate) => HeldHours {
  const midnight = '00:00' as LocalTime;
  return (date) => {
    const day = spanOf(atTime(date, midnight), atTime(addDays(date, 1), midnight), zone);
    const held = spans.reduce((hours, span) => {
      const common = intersection(span, day);
      return common === null ? hours : hours + hoursOf(common);
    }, 0);
    return { held, all: hoursOf(day) };
  };
}

/** 0 to 1: what the policy counts of a day that was held in part. */
function countedPart({ held, all }: HeldHours, { compTime }: Policy): number {
  switch (compTime.counting) {
    case 'proportional':
      return held / all;
    case 'any-part':
      return held > 0 ? 1 : 0;
    case 'at-least':
      return held >= Math.min(compTime.atLeastHours, all) ? 1 : 0;
  }
}

type Earn = (date: LocalDate, whole: number) => number;
type HolidayEarned = Pick<HolidayTouched, 'holiday' | 'date'> & { readonly minutes: number };

function byHoliday(
  workspace: Workspace,
  person: Person,
  days: readonly LocalDate[],
  { compTime, holidayDate }: Policy,
  earn: Earn,
): readonly HolidayEarned[] {
  if (compTime.minutesPerHoliday === 0) return [];
  const dates = holidayDate === 'either' ? (['actual', 'observed'] as const) : [holidayDate];
  const touched = dates.flatMap((which) => holidaysTouched(workspace, person.region, days, which));
  const earned = touched
    .map(({ holiday, date, weightPercent }) => ({
      holiday,
      date,
      minutes: earn(date, (compTime.minutesPerHoliday * weightPercent) / 100),
    }))
    .filter(({ minutes }) => minutes > 0)
    .sort((left, right) => right.minutes - left.minutes || (left.holiday < right.holiday ? -1 : 1));
  // The best first, so what comes later has its holiday or its day paid already.
  const kept: HolidayEarned[] = [];
  for (const one of earned) {
    const known = kept.some(({ holiday, date }) => holiday === one.holiday || date === one.date);
    if (!known) kept.push(one);
  }
  return kept.sort((left, right) => (left.date < right.date ? -1 : 1));
}

function byWeekend(
  shift: Shift,
  days: readonly LocalDate[],
  { id, compTime }: Policy,
  earn: Earn,
): readonly Earning[] {
  if (compTime.minutesPerWeekendDay === 0) return [];
  return days.filter(isWeekend).flatMap((date): readonly Earning[] => {
    const minutes = earn(date, compTime.minutesPerWeekendDay);
    if (minutes <= 0) return [];
    const source = { shift: shift.id, holiday: null, incident: null, leave: null };
    return [{ person: shift.person, why: 'weekend', date, minutes, source, policy: id }];
  });
}
