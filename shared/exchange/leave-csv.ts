import type { LocalDate } from '../model/dates.ts';
import type { PersonId } from '../model/ids.ts';
import type { Leave } from '../model/leave.ts';
import type { Workspace } from '../model/workspace.ts';
import { ok, refused, type Result } from '../result.ts';
import { type DayOrder, dayOrderOf, readDay } from './cell-dates.ts';
import type { ImportProblem } from './import-report.ts';
import { UnknownPeople, type FileAbsence, type LeaveFile, type Mapping } from './leave-file.ts';
import { type Known, peopleByName } from './people-match.ts';
import type { TableFile, TableRow } from './table-file.ts';

/** What a table can say of leave, in the order of the form. */
export const leaveFields = ['person', 'email', 'from', 'to', 'part', 'kind', 'tentative', 'reason'] as const;
export type LeaveField = (typeof leaveFields)[number];

/** Which column of the file says what, by its place; null where none does. */
export type LeaveColumns = Readonly<Record<LeaveField, number | null>>;

/** Heads as staff tools and spreadsheets write them, in English and German, without spaces and signs. */
const known: Readonly<Record<LeaveField, readonly string[]>> = {
  person: [
    'person',
    'name',
    'fullname',
    'employee',
    'engineer',
    'member',
    'who',
    'displayname',
    'mitarbeiter',
  ],
  email: ['email', 'mail', 'emailaddress', 'workemail'],
  from: [
    'from',
    'start',
    'startdate',
    'firstday',
    'first',
    'begin',
    'begins',
    'date',
    'day',
    'von',
    'beginn',
  ],
  to: ['to', 'end', 'enddate', 'lastday', 'last', 'until', 'ends', 'bis', 'ende'],
  part: ['part', 'half', 'halfday', 'partofday', 'duration', 'umfang'],
  kind: ['kind', 'type', 'absence', 'absencetype', 'leavetype', 'category', 'art'],
  tentative: ['tentative', 'status', 'state', 'approved', 'confirmed', 'settled'],
  reason: ['reason', 'note', 'notes', 'comment', 'grund', 'bemerkung'],
};

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The columns that are known by their heads; each is taken once. */
export function matchLeaveColumns(columns: readonly string[]): LeaveColumns {
  const taken = new Set<number>();
  const match = (field: LeaveField): number | null => {
    const place = columns.findIndex((head, at) => !taken.has(at) && known[field].includes(bare(head)));
    if (place < 0) return null;
    taken.add(place);
    return place;
  };
  return Object.fromEntries(leaveFields.map((field) => [field, match(field)])) as unknown as LeaveColumns;
}

const parts: Readonly<Record<Leave['part'], readonly string[]>> = {
  day: ['', 'day', 'full', 'fullday', 'allday', 'whole', 'wholeday', '1', 'ganztags'],
  morning: ['morning', 'am', 'vormittag', 'vormittags'],
  afternoon: ['afternoon', 'pm', 'nachmittag', 'nachmittags'],
};

function readPart(cell: string): Result<Leave['part'], string> {
  const found = (['day', 'morning', 'afternoon'] as const).find((part) => parts[part].includes(bare(cell)));
  return found === undefined
    ? refused(`“${cell}” is no part of a day: write day, morning or afternoon`)
    : ok(found);
}

const others = ['other', 'sick', 'sickness', 'training', 'travel', 'businesstrip', 'parental', 'conference'];

/** Comp time is booked against the ledger, so a file brings it as plain leave. */
const readKind = (cell: string): Leave['kind'] => (others.includes(bare(cell)) ? 'other' : 'leave');

const yes = ['yes', 'y', 'true', '1', 'x', 'ja'];
const no = ['', 'no', 'n', 'false', '0', 'nein'];
const open = ['tentative', 'pending', 'requested', 'open', 'draft', 'beantragt', 'offen'];
const settled = ['approved', 'confirmed', 'settled', 'accepted', 'taken', 'booked', 'genehmigt'];
/** Heads under which yes means settled. */
const positive = ['approved', 'confirmed', 'settled'];

function readTentative(cell: string, head: string): Result<boolean, string> {
  const word = bare(cell);
  if (open.includes(word)) return ok(true);
  if (settled.includes(word)) return ok(false);
  const turned = positive.includes(bare(head)) && word !== '';
  if (yes.includes(word)) return ok(!turned);
  if (no.includes(word)) return ok(turned);
  return refused(`“${cell}” says not whether it is settled: write tentative or approved`);
}

const mostLetters = 20_000;

/** Why somebody is away, in their own words: at most as many letters as the plan keeps. */
const readReason = (cell: string): Result<string, string> =>
  cell.length > mostLetters
    ? refused(
        `a reason has at most ${mostLetters.toLocaleString('en')} letters; this one has ${cell.length.toLocaleString('en')}`,
      )
    : ok(cell);

/** How a table is to be understood as leave. */
export interface LeaveTableTerms {
  readonly columns: LeaveColumns;
  /** What `03/04/2027` means where the column does not tell; null asks. */
  readonly order: DayOrder;
  readonly mapping: Mapping;
}

/** Whether days stand in the table that can be read with the day or the month first, and nothing tells which. */
export function asksForOrder({ rows }: TableFile, columns: LeaveColumns): boolean {
  const cells = cellsOf(rows, columns);
  return (
    dayOrderOf(cells) === null &&
    cells.some((cell) => !readDay(cell, null).ok && readDay(cell, 'day-first').ok)
  );
}

const cellsOf = (rows: readonly TableRow[], { from, to }: LeaveColumns): readonly string[] =>
  rows.flatMap(({ cells }) =>
    [from, to].flatMap((place) => (place === null ? [] : [cells[place] ?? ''])).filter((cell) => cell !== ''),
  );

/** Reads the cells of one row; each that cannot be read is a problem with its place. */
class RowReader {
  readonly problems: ImportProblem[] = [];
  readonly #row: TableRow;
  readonly #heads: readonly string[];
  readonly #columns: LeaveColumns;

  constructor(row: TableRow, heads: readonly string[], columns: LeaveColumns) {
    this.#row = row;
    this.#heads = heads;
    this.#columns = columns;
  }

  cell(field: LeaveField): string {
    const place = this.#columns[field];
    return place === null ? '' : (this.#row.cells[place] ?? '');
  }

  head(field: LeaveField): string {
    const place = this.#columns[field];
    return place === null ? '' : (this.#heads[place] ?? '');
  }

  value<Value>(field: LeaveField, read: (cell: string) => Result<Value, string>): Value | null {
    const reading = read(this.cell(field));
    if (reading.ok) return reading.value;
    this.fault(field, reading.reason);
    return null;
  }

  fault(field: LeaveField, what: string): void {
    const column = this.head(field);
    this.problems.push({
      row: this.#row.row,
      column: column === '' ? null : column,
      what,
      severity: 'error',
    });
  }
}

function personOf(
  reader: RowReader,
  people: Known,
  mapping: Mapping,
  unknown: UnknownPeople,
): PersonId | null {
  const [email, name] = [reader.cell('email'), reader.cell('person')];
  const found = [
    ...new Set([
      ...(email === '' ? [] : people.byEmail(email)),
      ...(name === '' ? [] : [...people.byName(name), ...people.byEmail(name)]),
    ]),
  ];
  const [person] = found;
  if (found.length > 1) {
    reader.fault(
      'person',
      `could be ${found.map((one) => one.name).join(' or ')}: name and address must be of one person`,
    );
    return null;
  }
  if (person !== undefined) return person.id;
  const said = name === '' ? email : name;
  if (said === '') reader.fault('person', 'says not who is away');
  else unknown.add(said, name === '' || said.includes('@') ? 'email' : 'name');
  return mapping.get(said) ?? null;
}

function readRow(
  reader: RowReader,
  { row }: TableRow,
  person: PersonId | null,
  order: DayOrder,
): FileAbsence | null {
  const day = (cell: string): Result<LocalDate, string> =>
    cell === '' ? refused('the first day is missing') : readDay(cell, order);
  const from = reader.value('from', day);
  const to = reader.cell('to') === '' ? from : reader.value('to', day);
  const part = reader.value('part', readPart);
  const tentative = reader.value('tentative', (cell) => readTentative(cell, reader.head('tentative')));
  const reason = reader.value('reason', readReason);
  if (from !== null && to !== null && to < from)
    reader.fault('to', `ends on ${to}, before it starts on ${from}`);
  if (part !== null && part !== 'day' && from !== to) reader.fault('part', 'half a day is on a single day');
  if (from === null || to === null || part === null || tentative === null || reason === null) return null;
  if (person === null || reader.problems.length > 0) return null;
  const source = `${person} ${from} ${to} ${part}`;
  const kind = readKind(reader.cell('kind'));
  return {
    row,
    person,
    from,
    to,
    part,
    kind,
    tentative,
    reason,
    source,
    series: source,
  };
}

/**
 * Reads a table as leave, one row a stretch of days. An empty last day is the first one. Every cell that cannot be read is an error with
 * its row and column; whoever is not known is asked about.
 */
export function readLeaveTable(workspace: Workspace, table: TableFile, terms: LeaveTableTerms): LeaveFile {
  const { columns, order, mapping } = terms;
  const problems: ImportProblem[] = [...table.problems];
  const whole = (what: string): void => {
    problems.push({ row: null, column: null, what, severity: 'error' });
  };
  if (table.rows.length === 0) whole('holds no rows of leave');
  else if (columns.from === null) whole('no column is known to hold the first day: choose it under Columns');
  else if (columns.person === null && columns.email === null)
    whole('no column is known to say who is away: choose it under Columns');
  const unknown = new UnknownPeople();
  const readable = !problems.some(({ row, severity }) => row === null && severity === 'error');
  const people = peopleByName(workspace);
  const told = dayOrderOf(cellsOf(table.rows, columns)) ?? order;
  const absences = (readable ? table.rows : []).flatMap((row) => {
    const reader = new RowReader(row, table.columns, columns);
    const absence = readRow(reader, row, personOf(reader, people, mapping, unknown), told);
    problems.push(...reader.problems);
    return absence === null ? [] : [absence];
  });
  return { absences, unknown: unknown.list, series: new Set(), window: null, problems };
}
