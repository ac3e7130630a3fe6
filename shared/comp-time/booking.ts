import { daysFrom, isWeekend } from '../calendar/days.ts';
import { holidaysTouched } from '../calendar/holidays.ts';
import type { CompTimeEntry } from '../model/comp-time.ts';
import type { PersonId } from '../model/ids.ts';
import type { Leave } from '../model/leave.ts';
import type { Person } from '../model/person.ts';
import { recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { linesOf, standing } from './ledger.ts';
import { termsOn } from './terms.ts';

/** Minutes of one working day at full time. */
const WORKING_DAY = 480;

type Days = Pick<Leave, 'from' | 'to' | 'part'>;

/**
 * Minutes that leave takes off a balance: its working days, without weekends and the person's own holidays, each of eight
 * hours × their share of full time; half of that for half a day. A proposal: what is really taken is the lead's to say.
 */
export function leaveMinutes(workspace: Workspace, person: Person, { from, to, part }: Days): number {
  const days = from <= to ? daysFrom(from, to) : [];
  const which = termsOn(workspace, from)?.holidayDate ?? 'observed';
  const holidays = new Set(holidaysTouched(workspace, person.region, days, which).map(({ date }) => date));
  const working = days.filter((day) => !isWeekend(day) && !holidays.has(day)).length;
  const whole = (working * WORKING_DAY * person.fullTimePercent) / 100;
  return Math.round(part === 'day' ? whole : whole / 2);
}

/** Leave in return for time served, and the line that took it off the balance. */
export interface Booking {
  readonly leave: Leave;
  /** Null where the leave was entered as comp time and nothing was taken for it. */
  readonly taken: CompTimeEntry | null;
  /** False where the leave was moved after its time was taken: the ledger still has the old day. */
  readonly agrees: boolean;
}

/** Comp days of somebody, or of everybody, by their first day. */
export function bookingsOf(workspace: Workspace, person?: PersonId): readonly Booking[] {
  return recordsOf(workspace, 'leave')
    .filter((leave) => leave.kind === 'comp-time' && (person === undefined || leave.person === person))
    .sort((one, other) =>
      one.from === other.from ? (one.id < other.id ? -1 : 1) : one.from < other.from ? -1 : 1,
    )
    .map((leave) => {
      const taken = takenFor(workspace, leave);
      return { leave, taken, agrees: taken?.date === leave.from };
    });
}

const takenFor = (workspace: Workspace, leave: Leave): CompTimeEntry | null =>
  standing(linesOf(workspace, leave.person)).find(
    ({ kind, source }) => kind === 'take' && source.leave === leave.id,
  ) ?? null;
