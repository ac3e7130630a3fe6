import { addDays, dateOf, daysBetween, quarterRange } from '../calendar/days.ts';
import { daysAtNoon } from '../calendar/span.ts';
import { dueDates } from '../deadlines/due-dates.ts';
import type { LocalDate, LocalDateTime, QuarterId } from '../model/dates.ts';
import type { PersonId } from '../model/ids.ts';
import type { Shift } from '../model/shift.ts';
import { recordOf, recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { daysServed, turnBehind } from '../planner/covers/days-served.ts';
import { judge } from '../planner/judge.ts';
import type { PrintDocument } from '../print/document.ts';
import { element, plain, section, table, type Child, type PageElement } from '../print/element.ts';
import { shiftsOfQuarter } from '../rotation/recorded.ts';
import { leaveWord, zoneText } from './calendar-text.ts';
import { dayWithWeekdayText, momentText, quarterText, rangeText, unbroken, weekText } from './date-text.ts';
import { dutyName, nameAlone } from './names.ts';
import { counted } from './number-text.ts';
import { footText, type Stamp } from './paper-foot.ts';
import { pointsWithUnit } from './points-text.ts';

/** How the turns of a person look on paper. */
export const personStyle = `
.paper .turns th:first-child, .paper .turns thead th:first-child { white-space: nowrap; }
.paper .turns tbody th { font-weight: 600; font-variant-numeric: tabular-nums; }
.paper .turns td:last-child, .paper .turns thead th:last-child { padding-right: 0; }
.paper .turns .turn-until { font-weight: 400; }
.paper .turns .turn-beside { color: #586271; font-size: 8.5pt; }
.paper .turns th, .paper .turns td { padding-top: 2.5pt; padding-bottom: 2.5pt; line-height: 1.35; }
.paper .turns thead th:nth-child(3) { width: 44%; }
.paper .plain-list { padding: 0; list-style: none; }
.paper .plain-list b { display: inline-block; min-width: 8em; font-weight: 600; }
`;

/** A turn, or a cover of days of one, with the days that somebody serves of it. */
export interface Served {
  readonly shift: Shift;
  /** The days of it that this person serves. */
  readonly days: readonly LocalDate[];
  readonly start: LocalDateTime;
  readonly end: LocalDateTime;
}

/** The held turns and covers of the quarter in which this person serves a day, by their start. */
export function servedBy(workspace: Workspace, quarter: QuarterId, person: PersonId): readonly Served[] {
  return shiftsOfQuarter(workspace.shifts, quarter)
    .filter((shift) => shift.person === person)
    .map((shift) => {
      const all = daysServed(workspace, shift.id);
      const days =
        shift.covers === null
          ? all.filter((one) => one.cover === null)
          : all.filter((one) => one.cover === shift.id);
      return { shift, days: days.map(({ day }) => day), start: shift.start, end: shift.end };
    })
    .filter(({ days }) => days.length > 0)
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.shift.id < b.shift.id ? -1 : 1));
}

/** Days as runs: `4–6 Jan, 8–10 Jan`. */
function daysText(days: readonly LocalDate[]): string {
  const runs: { from: LocalDate; to: LocalDate }[] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last !== undefined && daysBetween(last.to, day) === 1) last.to = day;
    else runs.push({ from: day, to: day });
  }
  return runs
    .map(({ from, to }) => unbroken(from === to ? dayWithWeekdayText(from) : rangeText(from, to)))
    .join(', ');
}

/** Who else is on call for the same rotation at that time: `Secondary: Bo`. */
function besideText(workspace: Workspace, { shift, days }: Served): string {
  const rotation = recordOf(workspace, 'rotations', shift.rotation);
  const others = (rotation?.layers ?? [])
    .filter(({ name }) => name !== shift.layer)
    .flatMap(({ name, title }) => {
      const people = new Set(
        recordsOf(workspace, 'shifts')
          .filter((one) => one.rotation === shift.rotation && one.layer === name && one.covers === null)
          .filter((one) => one.start < shift.end && shift.start < one.end)
          .flatMap((one) => daysServed(workspace, one.id))
          .filter(({ day }) => days.includes(day))
          .map(({ person }) => nameAlone(workspace, person)),
      );
      return people.size === 0 ? [] : [`${title}: ${[...people].join(', ')}`];
    });
  return others.join('; ');
}

/** What is special about a turn: covers on either side, holidays and due dates within its days. */
function notesOf(workspace: Workspace, { shift, days }: Served): readonly string[] {
  const notes: string[] = [];
  const turn = turnBehind(workspace, shift.id);
  if (shift.covers !== null && turn !== undefined) notes.push(`For ${nameAlone(workspace, turn.person)}`);
  if (shift.covers === null) {
    const given = new Map<string, LocalDate[]>();
    for (const { day, person, cover } of daysServed(workspace, shift.id)) {
      if (cover === null) continue;
      const name = nameAlone(workspace, person);
      given.set(name, [...(given.get(name) ?? []), day]);
    }
    for (const [name, covered] of given) notes.push(`${name} covers ${daysText(covered)}`);
  }
  for (const { name, actual, observed } of recordsOf(workspace, 'holidays')) {
    const day = observed ?? actual;
    if (days.includes(day)) notes.push(`${unbroken(dayWithWeekdayText(day))} is ${name}`);
  }
  return [...new Set(notes), ...dueNotes(workspace, shift, days)];
}

/** What the watched pipeline owes within these days. */
function dueNotes(workspace: Workspace, shift: Shift, days: readonly LocalDate[]): readonly string[] {
  const pipeline = recordOf(workspace, 'rotations', shift.rotation)?.pipeline ?? null;
  const [first, last] = [days[0], days.at(-1)];
  if (pipeline === null || first === undefined || last === undefined) return [];
  return recordsOf(workspace, 'deadlines')
    .filter((deadline) => deadline.pipeline === pipeline)
    .flatMap((deadline) =>
      dueDates(workspace, deadline, { from: first, until: addDays(last, 1) })
        .map(({ due, nominal }) => due ?? nominal)
        .filter((day) => days.includes(day))
        .map((day) => `${deadline.title} is due ${unbroken(dayWithWeekdayText(day))}`),
    );
}

const zoneOf = (workspace: Workspace, { shift }: Served): string =>
  zoneText(recordOf(workspace, 'rotations', shift.rotation)?.handoff.zone ?? workspace.about.zone);

/** What begins and ends together stands in one row. */
function together(served: readonly Served[]): readonly (readonly Served[])[] {
  const rows = new Map<string, Served[]>();
  for (const one of served) {
    const key = `${one.start} ${one.end}`;
    rows.set(key, [...(rows.get(key) ?? []), one]);
  }
  return [...rows.values()];
}

function dutyLine(workspace: Workspace, served: Served): PageElement {
  const { shift } = served;
  const beside = besideText(workspace, served);
  return plain(
    'div',
    `${dutyName(workspace, shift.id)}${shift.covers === null ? '' : ' (cover)'}`,
    beside === '' ? null : element('span', { className: ['turn-beside'] }, ` · ${beside}`),
  );
}

function turnRow(workspace: Workspace, row: readonly Served[], zone: string): readonly Child[] {
  const [first] = row;
  if (first === undefined) return [];
  const { start, end } = first;
  const notes = row.flatMap((served) => {
    const partly = daysAtNoon(start, end).length > served.days.length;
    const name = row.length > 1 ? `${dutyName(workspace, served.shift.id)}: ` : '';
    return [...(partly ? [`${name}yours ${daysText(served.days)}`] : []), ...notesOf(workspace, served)];
  });
  return [
    plain(
      'div',
      momentText(start),
      element('div', { className: ['turn-until'] }, `until ${momentText(end)}${zone}`),
    ),
    weekText(dateOf(start)),
    plain('div', ...row.map((served) => dutyLine(workspace, served))),
    plain('div', ...[...new Set(notes)].map((note) => plain('div', note))),
  ];
}

function leaveList(workspace: Workspace, quarter: QuarterId, person: PersonId): readonly Child[] {
  const { from, until } = quarterRange(quarter);
  const entries = recordsOf(workspace, 'leave')
    .filter((leave) => leave.person === person && leave.from < until && leave.to >= from)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map((leave) =>
      plain(
        'li',
        plain('b', rangeText(leave.from, leave.to)),
        ' ',
        `${leaveWord(leave)}${leave.tentative ? ', perhaps' : ''}`,
      ),
    );
  return entries.length === 0 ? [] : [element('ul', { className: ['plain-list'] }, ...entries)];
}

/** The page of one person: turns with hours, who is beside them, days off without a reason. */
export function personArticle(workspace: Workspace, quarter: QuarterId, person: PersonId): PageElement {
  const name = nameAlone(workspace, person);
  const served = servedBy(workspace, quarter, person);
  const card = judge(workspace, quarter, null).people.find((one) => one.person === person);
  const zones = [...new Set(served.map((one) => zoneOf(workspace, one)))];
  const days = new Set(served.flatMap((one) => one.days)).size;
  const facts = [
    workspace.about.name,
    counted(served.length, 'turn'),
    days === 1 ? 'on call on 1 day' : `on call on ${days} days`,
    ...(card === undefined ? [] : [pointsWithUnit(card.load)]),
    ...(zones.length === 1 ? [`times in ${zones.join('')}`] : []),
  ];
  const turns =
    served.length === 0
      ? [plain('p', `${name} has no turn in this quarter.`)]
      : [
          table(
            'turns',
            ['When', 'Week', 'Duty', 'To know'],
            together(served).map((row) =>
              turnRow(
                workspace,
                row,
                zones.length > 1 && row[0] !== undefined ? ` ${zoneOf(workspace, row[0])}` : '',
              ),
            ),
          ),
        ];
  return element(
    'article',
    { className: ['person'] },
    plain(
      'header',
      plain('h1', `${name}, ${quarterText(quarter)}`),
      element('p', { className: ['facts'] }, facts.join(' · ')),
    ),
    section('On call', turns),
    section('Days off', leaveList(workspace, quarter, person)),
  );
}

/** A page for each of these people: their turns with hours, who is beside them, what falls into them, and days off without a reason. */
export function personsDocument(
  workspace: Workspace,
  quarter: QuarterId,
  people: readonly PersonId[],
  stamp: Stamp,
): PrintDocument {
  const [only] = people;
  const who = people.length === 1 && only !== undefined ? nameAlone(workspace, only) : 'each person';
  return {
    title: `${workspace.about.name}, ${quarterText(quarter)}, ${who}`,
    articles: people.map((person) => personArticle(workspace, quarter, person)),
    style: personStyle,
    foot: footText(workspace, quarter, stamp),
  };
}
