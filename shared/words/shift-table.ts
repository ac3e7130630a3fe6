import { addDays, atTime, dateOf, isWeekend } from '../calendar/days.ts';
import { holidaysTouched } from '../calendar/holidays.ts';
import { intersection, spanOf, type Span } from '../calendar/span.ts';
import { instantOf, toLocal, withOffset } from '../calendar/zone.ts';
import type { OutTable } from '../exchange/csv-out.ts';
import { policyOf } from '../fairness/policy-of.ts';
import type { LocalDate, LocalTime, QuarterId, ZoneName } from '../model/dates.ts';
import type { Shift } from '../model/shift.ts';
import type { Workspace } from '../model/workspace.ts';
import { servedSpans } from '../rotation/override.ts';
import { shiftsOfQuarter } from '../rotation/recorded.ts';
import { isShadow } from '../rotation/shadow.ts';
import { quarterText, weekText } from './date-text.ts';
import { nameAlone } from './names.ts';

const MIDNIGHT = '00:00' as LocalTime;
const MINUTE = 60_000;

interface Hours {
  readonly all: number;
  readonly weekend: number;
  readonly holiday: number;
}

const twoPlaces = (minutes: number): number => Math.round((minutes / 60) * 100) / 100;

/** True hours of a span in a zone, and those on weekend days and on holidays; a holiday on a weekend counts as a holiday alone. */
function hoursOf(span: Span, zone: ZoneName, isHoliday: (day: LocalDate) => boolean): Hours {
  let [weekend, holiday] = [0, 0];
  const local = toLocal(instantOf(span.start * MINUTE), zone);
  for (let day = dateOf(local); ; day = addDays(day, 1)) {
    const whole = spanOf(atTime(day, MIDNIGHT), atTime(addDays(day, 1), MIDNIGHT), zone);
    if (whole.start >= span.end) break;
    const part = intersection(whole, span);
    const minutes = part === null ? 0 : part.end - part.start;
    if (isHoliday(day)) holiday += minutes;
    else if (isWeekend(day)) weekend += minutes;
  }
  return { all: twoPlaces(span.end - span.start), weekend: twoPlaces(weekend), holiday: twoPlaces(holiday) };
}

/**
 * The turns of a quarter as they are served, days that covers took over apart: one row for each stretch of one person. Times carry their
 * offset and zone; hours are true ones, 167 in a week that loses one. Holidays are those of the person's region.
 */
export function shiftTable(workspace: Workspace, quarter: QuarterId): OutTable {
  const rows = shiftsOfQuarter(workspace.shifts, quarter)
    .flatMap((shift) => rowsOf(workspace, quarter, shift))
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  return {
    name: `Plan ${quarter}`,
    columns: [
      'plan',
      'week',
      'role',
      'task',
      'start',
      'end',
      'zone',
      'person',
      'email',
      'origin',
      'hours',
      'weekend_hours',
      'holiday_hours',
    ],
    rows: rows.map(({ cells }) => cells),
  };
}

interface DatedRow {
  readonly at: string;
  readonly cells: readonly (string | number | null)[];
}

function rowsOf(workspace: Workspace, quarter: QuarterId, shift: Shift): readonly DatedRow[] {
  const rotation = workspace.rotations[shift.rotation];
  const person = workspace.people[shift.person];
  if (rotation === undefined || person === undefined || isShadow(rotation, shift.layer)) return [];
  const { zone } = rotation.handoff;
  const region = person.region ?? workspace.about.region;
  const which = policyOf(workspace, quarter).holidayDate;
  const isHoliday = (day: LocalDate): boolean =>
    holidaysTouched(workspace, region, [day], which).some(({ date }) => date === day);
  const role = rotation.layers.find(({ name }) => name === shift.layer)?.title ?? shift.layer;
  return servedSpans(workspace.shifts, shift, zone).map((span) => {
    const [start, end] = [span.start, span.end].map((minutes) => toLocal(instantOf(minutes * MINUTE), zone));
    if (start === undefined || end === undefined) throw new Error('a span has two ends');
    const { all, weekend, holiday } = hoursOf(span, zone, isHoliday);
    const cells = [
      quarterText(quarter),
      weekText(dateOf(start)),
      role,
      rotation.name,
      withOffset(start, zone),
      withOffset(end, zone),
      zone,
      nameAlone(workspace, shift.person),
      person.email,
      shift.covers === null ? shift.origin : 'cover',
      all,
      weekend,
      holiday,
    ];
    return { at: `${start} ${rotation.position} ${role}`, cells };
  });
}
