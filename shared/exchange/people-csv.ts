import { mondayOf } from '../calendar/days.ts';
import { countryMeant, regionStanding } from '../calendar/region.ts';
import { shiftsOutside } from '../editing/leaving.ts';
import type { LocalDate } from '../model/dates.ts';
import { folded } from '../model/faults/report.ts';
import type { PersonId } from '../model/ids.ts';
import { sameJson } from '../model/json.ts';
import type { Person, Wish } from '../model/person.ts';
import { recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import type { ImportProblem, ImportReport } from './import-report.ts';
import type { PeopleColumns } from './people-csv-columns.ts';
import { peopleByName, type Known } from './people-match.ts';
import { readPersonRow, termsOf, type Said } from './people-csv-row.ts';
import type { TableFile, TableRow } from './table-file.ts';

/** Somebody as the file has them, and as they are now; null is somebody new. */
export interface ImportedPerson {
  readonly row: number;
  readonly person: Person;
  readonly before: Person | null;
}

interface Given {
  readonly today: LocalDate;
  /** A new id for each new person. */
  readonly newId: () => PersonId;
}

/** More than this is a whole company's list, not a team. */
const mostPeople = 500;

/**
 * People off a table. Somebody known by address, name or other name is changed where the row says something, and left as they are
 * where a cell is empty. Whoever is new joins today where the plan has begun and no day is given, so that the weeks before
 * stay as they were shared.
 */
export function readPeople(
  workspace: Workspace,
  table: TableFile,
  columns: PeopleColumns,
  given: Given,
): ImportReport<ImportedPerson> {
  const problems: ImportProblem[] = [...table.problems, ...unused(table, columns)];
  const whole = (what: string): void => {
    problems.push({ row: null, column: null, what, severity: 'error' });
  };
  if (table.rows.length === 0) whole('holds no rows of people');
  else if (columns.name === null && columns.lastName === null && columns.email === null)
    whole('no column is known to hold names: choose it under Columns');
  if (table.rows.length > mostPeople)
    whole(`holds ${table.rows.length.toLocaleString('en')} people; a team has at most ${mostPeople}`);
  const readable = problems.every(({ row, severity }) => row !== null || severity !== 'error');
  const items = readable ? readRows(workspace, table, columns, given, problems) : [];
  return { items, problems };
}

/** Columns that hold something and say nothing of anybody: left out silently they would seem taken over. */
function unused({ columns: heads, rows }: TableFile, columns: PeopleColumns): readonly ImportProblem[] {
  const used = new Set(Object.values(columns));
  return heads.flatMap((column, place) =>
    used.has(place) || rows.every(({ cells }) => (cells[place] ?? '') === '')
      ? []
      : [{ row: null, column, what: 'is not used: choose what it says under Columns', severity: 'warning' }],
  );
}

function readRows(
  workspace: Workspace,
  table: TableFile,
  columns: PeopleColumns,
  given: Given,
  problems: ImportProblem[],
): readonly ImportedPerson[] {
  const terms = termsOf(table, columns);
  const known = peopleByName(workspace);
  const seen = new Map<string, number>();
  const items: ImportedPerson[] = [];
  const undated: string[] = [];
  let position = recordsOf(workspace, 'people').reduce((last, one) => Math.max(last, one.position), -1);
  for (const line of table.rows) {
    const { said, problems: found } = readPersonRow(line, terms);
    problems.push(...found);
    const before = whoIs(known, said, line, problems);
    if (before === undefined) continue;
    const double = doubleOf(said, before, seen, line.row);
    if (double !== null) {
      problems.push({
        row: line.row,
        column: null,
        severity: 'error',
        what: `is the same person as in row ${double}`,
      });
      continue;
    }
    if (found.length > 0) continue;
    if (before === null) position += 1;
    const person = before === null ? newPerson(workspace, said, given, position) : changed(before, said);
    problems.push(...notes(workspace, person, before, line.row));
    items.push({ row: line.row, person, before });
    if (before === null && said.joinsOn === undefined && person.joinsOn !== null) undated.push(person.name);
  }
  problems.push(...undatedNote(undated, given.today), ...regionNotes(workspace, items, given.today));
  return items;
}

/** Whoever joins today for want of a day: one note for all of them, who may be a whole team. */
function undatedNote([first, ...others]: readonly string[], today: LocalDate): readonly ImportProblem[] {
  if (first === undefined) return [];
  const who = others.length === 0 ? `${first} joins` : `${first} and ${others.length} more join`;
  const what = `no first day is given: ${who} today, ${today}`;
  return [{ row: null, column: null, what, severity: 'warning' }];
}

const regionFaults = {
  'no-country': (region: string) => {
    const meant = countryMeant(region.slice(0, 2));
    return `${region.slice(0, 2)} is no country that is known${meant === null ? '' : `, ${meant} is one`}: no holiday counts for`;
  },
  none: (region: string) =>
    `no holidays of ${region} are reviewed: until they are, under Holidays, none count for`,
} as const;

/** Regions without holidays, one note for each: whoever is of one would silently keep none. */
function regionNotes(
  workspace: Workspace,
  items: readonly ImportedPerson[],
  today: LocalDate,
): readonly ImportProblem[] {
  const byRegion = new Map<string, ImportedPerson[]>();
  for (const item of items) {
    const { region } = item.person;
    if (region === null || region === item.before?.region || region === workspace.about.region) continue;
    byRegion.set(region, [...(byRegion.get(region) ?? []), item]);
  }
  return [...byRegion].flatMap(([region, [first, ...others]]) => {
    const standing = regionStanding(workspace, region, today);
    if (first === undefined || standing === 'own' || standing === 'country') return [];
    const who = others.length === 0 ? first.person.name : `${first.person.name} and ${others.length} more`;
    const what = `${regionFaults[standing](region)} ${who}`;
    return [{ row: first.row, column: null, what, severity: 'warning' as const }];
  });
}

/** Whom a row is about: somebody known, null for somebody new, undefined where that is a problem. */
function whoIs(
  known: Known,
  said: Said,
  { row }: TableRow,
  problems: ImportProblem[],
): Person | null | undefined {
  const fail = (what: string, severity: 'error' | 'loss' = 'error'): undefined => {
    problems.push({ row, column: null, what, severity });
    return undefined;
  };
  const byEmail = typeof said.email === 'string' ? known.byEmail(said.email) : [];
  const byName = said.name === undefined ? [] : known.byName(said.name);
  const people = [...new Set([...byEmail, ...byName])];
  const [person] = people;
  if (people.length > 1)
    return fail(
      `could be ${people.map(({ name }) => name).join(' or ')}: address and name must be of one person`,
    );
  if (person !== undefined)
    return person.archivedOn === null ? person : fail(`${person.name} is archived and stays so`, 'loss');
  return said.name === undefined ? fail('has no name') : null;
}

/** The earlier row about the same person; null where this is the first. */
function doubleOf(said: Said, before: Person | null, seen: Map<string, number>, row: number): number | null {
  const keys = [
    ...(before === null ? [] : [before.id]),
    ...(typeof said.email === 'string' ? [folded(said.email)] : []),
    ...(said.name === undefined ? [] : [folded(said.name)]),
  ];
  const earlier = keys.map((key) => seen.get(key)).find((found) => found !== undefined);
  for (const key of keys) seen.set(key, earlier ?? row);
  return earlier ?? null;
}

function newPerson(workspace: Workspace, said: Said, { today, newId }: Given, position: number): Person {
  return {
    id: newId(),
    name: said.name ?? '',
    email: said.email ?? null,
    aliases: said.aliases ?? [],
    fullTimePercent: said.fullTimePercent ?? 100,
    joinsOn: said.joinsOn ?? (hasBegun(workspace, today) ? today : null),
    leavesOn: said.leavesOn ?? null,
    region: said.region ?? workspace.about.region,
    zone: said.zone ?? workspace.about.zone,
    wishes: inOrder(said.wishes),
    mostShiftsAQuarter: said.mostShiftsAQuarter ?? null,
    externalIds: {},
    archivedOn: null,
    position,
  };
}

/** Whether any week has been worked by a day: then whoever is new was not there in it. */
export const hasBegun = (workspace: Workspace, today: LocalDate): boolean =>
  recordsOf(workspace, 'shifts').some(({ start }) => start.slice(0, 10) < today);

function changed(before: Person, { wishes, ...said }: Said): Person {
  const weeks = new Set(wishes.map(({ week }) => week));
  const kept = before.wishes.filter(({ week }) => !weeks.has(mondayOf(week)));
  // A wish that was there already keeps its own day of the week.
  const fresh = wishes.map(
    (wish) =>
      before.wishes.find(({ week, kind }) => kind === wish.kind && mondayOf(week) === wish.week) ?? wish,
  );
  const aliases =
    said.aliases === undefined
      ? before.aliases
      : [...new Set([...before.aliases, ...said.aliases])].slice(0, 20);
  const { name = before.name, ...facts } = said;
  const next: Person = {
    ...before,
    ...facts,
    name: isCalled(before, name) ? before.name : name,
    aliases,
    wishes: wishes.length === 0 ? before.wishes : inOrder([...kept, ...fresh]),
  };
  return sameJson(before, next) ? before : next;
}

/** Whoever is known by this name already keeps the one they have; an address with another name is a new name. */
const isCalled = ({ name, aliases }: Person, written: string): boolean =>
  [name, ...aliases].some((one) => folded(one) === folded(written));

const inOrder = (wishes: readonly Wish[]): readonly Wish[] =>
  [...wishes].sort((one, other) => (one.week < other.week ? -1 : one.week > other.week ? 1 : 0));

function notes(
  workspace: Workspace,
  person: Person,
  before: Person | null,
  row: number,
): readonly ImportProblem[] {
  const { joinsOn, leavesOn } = person;
  const problem = (severity: ImportProblem['severity'], what: string): ImportProblem => ({
    row,
    column: null,
    what,
    severity,
  });
  if (joinsOn !== null && leavesOn !== null && leavesOn < joinsOn)
    return [problem('error', `the last day, ${leavesOn}, is before the first, ${joinsOn}`)];
  const found: ImportProblem[] = [];
  const outside = before === null ? [] : shiftsOutside(workspace, person.id, joinsOn, leavesOn);
  if (outside.length > 0 && (before?.joinsOn !== joinsOn || before.leavesOn !== leavesOn))
    found.push(
      problem(
        'warning',
        `${person.name} holds ${outside.length} ${outside.length === 1 ? 'shift' : 'shifts'} outside these days: hand over what is still to come`,
      ),
    );
  return found;
}
