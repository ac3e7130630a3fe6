import { addDays, daysFrom, isWeekend, mondayOf, previousQuarter, quarterRange } from '../calendar/days.ts';
import { holidaysTouched } from '../calendar/holidays.ts';
import type { LocalDate, QuarterId } from '../model/dates.ts';
import type { PersonId, ShiftId, TaskId } from '../model/ids.ts';
import type { Leave } from '../model/leave.ts';
import type { Task } from '../model/task.ts';
import type { Workspace } from '../model/workspace.ts';
import type { OwnerRole } from '../runbooks/owners.ts';
import { servedDays } from '../rotation/override.ts';
import { shiftsOfQuarter } from '../rotation/recorded.ts';
import { isMemberOn, tasksOn } from './task-duties.ts';
import { ownersOn } from './tasks.ts';

/** How well a task is looked after in a week, the best first. */
export type TaskCare =
  /** An owner is on call. */
  | 'on-duty'
  /** An owner is there on each working day, and none is on call. */
  | 'present'
  /** On some working days no owner is on call or there. */
  | 'gaps'
  /** On no working day is an owner on call or there. */
  | 'nobody'
  /** Nobody owns it. */
  | 'no-owner';

/** Why somebody is away: settled leave, a public holiday of theirs, or not in the team. */
export interface Away {
  readonly why: 'leave' | 'holiday' | 'not-in-team';
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** The name of a holiday; empty for the others: reasons for leave are private. */
  readonly name: string;
}

/** What an owner does in a week. */
export interface OwnerWeek {
  readonly person: PersonId;
  readonly role: OwnerRole;
  /** The turns they serve days of. */
  readonly shifts: readonly ShiftId[];
  readonly away: readonly Away[];
}

export interface TaskWeek {
  /** The Monday. */
  readonly week: LocalDate;
  readonly care: TaskCare;
  /** Working days of the quarter in this week, and those of them without an owner on call or there. */
  readonly workingDays: number;
  readonly without: readonly LocalDate[];
  readonly owners: readonly OwnerWeek[];
}

export interface TaskRow {
  readonly task: TaskId;
  readonly weeks: readonly TaskWeek[];
}

interface Serving {
  readonly days: ReadonlyMap<LocalDate, readonly ShiftId[]>;
}

/** Who serves which days by the turns that begin in the quarter or reach into it; covers count for whoever covers. */
function servingIn(workspace: Workspace, quarter: QuarterId): ReadonlyMap<PersonId, Serving> {
  const people = new Map<PersonId, { days: Map<LocalDate, ShiftId[]> }>();
  for (const shift of [previousQuarter(quarter), quarter].flatMap((one) =>
    shiftsOfQuarter(workspace.shifts, one),
  )) {
    const layer = workspace.rotations[shift.rotation]?.layers.find(({ name }) => name === shift.layer);
    if ((layer?.weightPercent ?? 0) === 0) continue;
    const known = people.get(shift.person) ?? { days: new Map<LocalDate, ShiftId[]>() };
    people.set(shift.person, known);
    for (const day of servedDays(workspace.shifts, shift))
      known.days.set(day, [...(known.days.get(day) ?? []), shift.id]);
  }
  return people;
}

const leaveIn = (
  workspace: Workspace,
  from: LocalDate,
  to: LocalDate,
): ReadonlyMap<PersonId, readonly Leave[]> => {
  const byPerson = new Map<PersonId, Leave[]>();
  for (const leave of Object.values(workspace.leave)) {
    if (leave.tentative || leave.part !== 'day' || leave.to < from || to < leave.from) continue;
    byPerson.set(leave.person, [...(byPerson.get(leave.person) ?? []), leave]);
  }
  return byPerson;
};

/** Neighbouring days with the same reason become one stretch. */
function joined(stretches: readonly Away[]): readonly Away[] {
  return stretches.reduce<readonly Away[]>((done, next) => {
    const last = done.at(-1);
    return last !== undefined &&
      last.why === next.why &&
      last.name === next.name &&
      addDays(last.to, 1) === next.from
      ? [...done.slice(0, -1), { ...last, to: next.to }]
      : [...done, next];
  }, []);
}

/** Everything about the people of a quarter that the weeks of all tasks ask for. */
interface Facts {
  readonly serving: ReadonlyMap<PersonId, Serving>;
  readonly away: (person: PersonId, day: LocalDate) => Away | null;
}

type Owner = readonly [role: OwnerRole, person: PersonId];

/** Who owns a task on a day. */
function ownersOf(task: Task, day: LocalDate): readonly Owner[] {
  const owners = ownersOn(task, day);
  return (['primary', 'secondary'] as const).flatMap((role): readonly Owner[] => {
    const person = owners?.[role] ?? null;
    return person === null ? [] : [[role, person]];
  });
}

/** A day of a week of a task: who owns it then, and whether it is a working day. */
interface OwnedDay {
  readonly day: LocalDate;
  readonly owners: readonly Owner[];
  readonly works: boolean;
}

/** What one owner does on the days on which they own the task. */
function ownerWeek(facts: Facts, [role, person]: Owner, days: readonly OwnedDay[]): OwnerWeek {
  const own = days.filter(({ owners }) => owners.some(([as, who]) => as === role && who === person));
  const serving = facts.serving.get(person)?.days;
  return {
    person,
    role,
    shifts: [...new Set(own.flatMap(({ day }) => serving?.get(day) ?? []))],
    away: joined(own.flatMap(({ day, works }) => (works ? (facts.away(person, day) ?? []) : []))),
  };
}

function taskWeek(facts: Facts, week: LocalDate, days: readonly OwnedDay[]): TaskWeek {
  const serves = (person: PersonId, day: LocalDate): boolean =>
    facts.serving.get(person)?.days.has(day) === true;
  const working = days.filter(({ works }) => works);
  const without = working
    .filter(
      ({ day, owners }) =>
        !owners.some(([, person]) => serves(person, day) || facts.away(person, day) === null),
    )
    .map(({ day }) => day);
  const owners = new Map(days.flatMap((one) => one.owners.map((owner) => [owner.join(' '), owner] as const)));
  const onDuty = days.some((one) => one.owners.some(([, person]) => serves(person, one.day)));
  const care = (): TaskCare => {
    if (owners.size === 0) return 'no-owner';
    if (without.length > 0) return without.length === working.length ? 'nobody' : 'gaps';
    return onDuty ? 'on-duty' : 'present';
  };
  return {
    week,
    care: care(),
    workingDays: working.length,
    without,
    owners: [...owners.values()].map((owner) => ownerWeek(facts, owner, days)),
  };
}

/** Why somebody is away on a day; null when they are there, for half of it at least. Asked for each task they own, so remembered. */
function awayBook(
  workspace: Workspace,
  leave: ReadonlyMap<PersonId, readonly Leave[]>,
  holidays: (region: string | null) => ReadonlyMap<LocalDate, string>,
): Facts['away'] {
  const known = new Map<string, Away | null>();
  const why = (person: PersonId, day: LocalDate): Away | null => {
    const record = workspace.people[person];
    const away = (reason: Away['why'], name = ''): Away => ({ why: reason, from: day, to: day, name });
    if (record === undefined || !isMemberOn(record, day)) return away('not-in-team');
    const holiday = holidays(record.region ?? workspace.about.region).get(day);
    if (holiday !== undefined) return away('holiday', holiday);
    return leave.get(person)?.some(({ from, to }) => from <= day && day <= to) === true
      ? away('leave')
      : null;
  };
  return (person, day) => {
    const key = `${person} ${day}`;
    let away = known.get(key);
    if (away === undefined) known.set(key, (away = why(person, day)));
    return away;
  };
}

/** The weeks of a quarter, Monday by Monday, with the days of each that are in it. */
export function weeksOf(
  quarter: QuarterId,
): readonly { readonly week: LocalDate; readonly days: readonly LocalDate[] }[] {
  const { from, until } = quarterRange(quarter);
  const weeks = new Map<LocalDate, LocalDate[]>();
  for (const day of daysFrom(from, addDays(until, -1)))
    weeks.set(mondayOf(day), [...(weeks.get(mondayOf(day)) ?? []), day]);
  return [...weeks].map(([week, days]) => ({ week, days }));
}

/**
 * Which tasks are looked after in which weeks of a quarter: by an owner on call, by one who is there, or by neither. Working days
 * are Monday to Friday but for the team's own holidays; leave that is not settled, and half days, leave nobody away.
 */
export function taskWeeks(workspace: Workspace, quarter: QuarterId): readonly TaskRow[] {
  const weeks = weeksOf(quarter);
  const all = weeks.flatMap(({ days }) => days);
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) return [];
  const calendars = new Map<string | null, ReadonlyMap<LocalDate, string>>();
  const holidays = (region: string | null): ReadonlyMap<LocalDate, string> => {
    let known = calendars.get(region);
    if (known === undefined) {
      known = new Map(
        holidaysTouched(workspace, region, all, 'observed').map(({ date, name }) => [date, name]),
      );
      calendars.set(region, known);
    }
    return known;
  };
  const closed = holidays(workspace.about.region);
  const facts = {
    serving: servingIn(workspace, quarter),
    away: awayBook(workspace, leaveIn(workspace, first, last), holidays),
  };
  return tasksOn(workspace, first).map((task) => ({
    task: task.id,
    weeks: weeks.map(({ week, days }) =>
      taskWeek(
        facts,
        week,
        days.map((day) => ({
          day,
          owners: ownersOf(task, day),
          works: !isWeekend(day) && !closed.has(day),
        })),
      ),
    ),
  }));
}
