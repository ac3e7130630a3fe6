import { addDays, type DateRange } from '../calendar/days.ts';
import { dueDates } from '../deadlines/due-dates.ts';
import type { LocalDate, QuarterId } from '../model/dates.ts';
import type { PersonId } from '../model/ids.ts';
import type { Leave } from '../model/leave.ts';
import type { Person } from '../model/person.ts';
import { recordOf, recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { judge } from '../planner/judge.ts';
import type { Run, WeekGrid } from '../planner/week-grid.ts';
import { clockTimeText, weekdayText } from './date-text.ts';
import { pointsText } from './points-text.ts';

/** `Mon–Wed`, `Thu`: days of a week, where a cell is not one person's. */
export function weekdaysText({ from, until }: Pick<Run, 'from' | 'until'>): string {
  const last = addDays(until, -1);
  return from === last ? weekdayText(from) : `${weekdayText(from)}–${weekdayText(last)}`;
}

export const isWhole = (run: Run, week: DateRange): boolean =>
  run.from === week.from && run.until === week.until;

export interface Feast {
  readonly day: LocalDate;
  readonly name: string;
  readonly tentative: boolean;
}

export function feastsOf(workspace: Workspace, { from, until }: DateRange): readonly Feast[] {
  return recordsOf(workspace, 'holidays')
    .map(({ name, actual, observed, tentative }) => ({ day: observed ?? actual, name, tentative }))
    .filter(({ day }) => from <= day && day < until)
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .filter(
      ({ day, name }, place, all) => all.findIndex((one) => one.day === day && one.name === name) === place,
    );
}

/** What one person does in one week: duties, or days of them, and days away. */
export interface PersonCell {
  readonly duties: readonly { readonly code: string; readonly filled: boolean; readonly days: string }[];
  readonly leave: readonly string[];
}

const leaveWords: Readonly<Record<Leave['kind'], string>> = {
  leave: 'Leave',
  'comp-time': 'Comp',
  other: 'Away',
};
const halves: Readonly<Record<Leave['part'], string>> = { day: '', morning: ' am', afternoon: ' pm' };

/** `Leave`, `Leave Tue–Fri`, `Comp Fri pm?`: a week without one of its weekdays needs its days, and the question mark is tentative. */
function leaveText(leave: Leave, week: DateRange): string {
  const from = leave.from < week.from ? week.from : leave.from;
  const until = leave.to >= week.until ? week.until : addDays(leave.to, 1);
  const isWeek = from === week.from && until >= addDays(week.from, 5);
  const days = isWeek ? '' : ` ${weekdaysText({ from, until })}`;
  return `${leaveWords[leave.kind]}${days}${halves[leave.part]}${leave.tentative ? '?' : ''}`;
}

function cellOf(workspace: Workspace, grid: WeekGrid, person: PersonId, place: number): PersonCell {
  const week = grid.weeks[place] as DateRange;
  const duties = grid.duties.flatMap(({ rotation, place: layer, cells }) =>
    (cells[place] ?? [])
      .filter((run) => run.person === person)
      .map((run) => ({
        code: recordOf(workspace, 'rotations', rotation)?.code ?? '?',
        filled: layer === 0,
        days: isWhole(run, week) ? '' : weekdaysText(run),
      })),
  );
  const leave = recordsOf(workspace, 'leave')
    .filter((one) => one.person === person && one.from < week.until && one.to >= week.from)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map((one) => leaveText(one, week));
  return { duties, leave };
}

export interface PersonRow {
  readonly person: Person;
  readonly cells: readonly PersonCell[];
  readonly points: string;
}

export function personRows(workspace: Workspace, quarter: QuarterId, grid: WeekGrid): readonly PersonRow[] {
  const { people } = judge(workspace, quarter, null);
  const serves = new Set(grid.duties.flatMap(({ cells }) => cells.flat().map(({ person }) => person)));
  return recordsOf(workspace, 'people')
    .filter(({ id, archivedOn }) => archivedOn === null || serves.has(id))
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
    .map((person) => ({
      person,
      cells: grid.weeks.map((_, place) => cellOf(workspace, grid, person.id, place)),
      points: pointsText(people.find((one) => one.person === person.id)?.load ?? 0),
    }));
}

export interface Lists {
  readonly feasts: readonly Feast[];
  readonly dues: readonly { readonly day: LocalDate; readonly title: string }[];
}

export function duesOf(workspace: Workspace, range: DateRange): Lists['dues'] {
  return recordsOf(workspace, 'deadlines')
    .flatMap((deadline) =>
      dueDates(workspace, deadline, range).map(({ due, nominal }) => ({
        day: due ?? nominal,
        title: `${deadline.title}${deadline.time === null ? '' : ` by ${clockTimeText(deadline.time)}`}`,
      })),
    )
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.title < b.title ? -1 : 1));
}
