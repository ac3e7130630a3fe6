import type { LocalDate } from '../model/dates.ts';
import type { Leave } from '../model/leave.ts';
import type { Workspace } from '../model/workspace.ts';
import { daysFrom, isWeekend } from './days.ts';
import { holidaysTouched } from './holidays.ts';

type Tables = Pick<Workspace, 'people' | 'holidays' | 'holidaySets'>;

interface Remembered {
  readonly people: object;
  readonly holidays: object;
  readonly holidaySets: object;
  readonly halves: number;
}

const remembered = new WeakMap<Leave, Remembered>();

function count(tables: Tables, { person, from, to, part }: Leave): number {
  const region = tables.people[person]?.region ?? null;
  const days = daysFrom(from, to).filter((day) => !isWeekend(day));
  const kept = new Set<LocalDate>(holidaysTouched(tables, region, days, 'observed').map(({ date }) => date));
  return days.filter((day) => !kept.has(day)).length * (part === 'day' ? 2 : 1);
}

/**
 * Working half days that a leave takes: Monday to Friday, less the public holidays that its person keeps, by the day on which they
 * are observed. 0 where it lies on days that are off anyway.
 */
export function leaveHalves(tables: Tables, leave: Leave): number {
  const { people, holidays, holidaySets } = tables;
  const known = remembered.get(leave);
  if (known?.people === people && known.holidays === holidays && known.holidaySets === holidaySets)
    return known.halves;
  const halves = count(tables, leave);
  remembered.set(leave, { people, holidays, holidaySets, halves });
  return halves;
}
