import { addDays, daysBetween } from '../calendar/days.ts';
import type { LocalDate } from '../model/dates.ts';
import { dayOrderOf, readDay } from './cell-dates.ts';
import type { IncomingHoliday } from './holiday-diff.ts';
import type { CalendarItem } from './ics-in-items.ts';
import type { ImportProblem, ImportReport } from './import-report.ts';
import { readName } from './people-fields.ts';
import type { TableFile } from './table-file.ts';

/** A holiday of a file, and where in it. */
export interface FileHoliday extends IncomingHoliday {
  /** The region that the row names; null takes the one that the lead chooses. */
  readonly region: string | null;
  readonly row: number | null;
}

/** What a column can be. */
export const holidayFields = ['date', 'name', 'observed', 'region', 'weight', 'tentative'] as const;
export type HolidayField = (typeof holidayFields)[number];
export type HolidayColumns = Readonly<Record<HolidayField, number | null>>;

const heads: Readonly<Record<HolidayField, readonly string[]>> = {
  date: ['date', 'day', 'datum', 'actual'],
  name: ['name', 'holiday', 'title', 'summary', 'feiertag', 'description'],
  observed: ['observed', 'observed on', 'substitute', 'substitute day'],
  region: ['region', 'country', 'state', 'land'],
  weight: ['weight', 'weight percent', 'weight %', 'gewicht'],
  tentative: ['tentative', 'provisional'],
};

/** Which column fills what, by the heads of the file. */
export function guessHolidayColumns(columns: readonly string[]): HolidayColumns {
  const plain = columns.map((head) => head.toLowerCase().replace(/[_-]+/g, ' ').trim());
  const place = (field: HolidayField): number | null => {
    const found = plain.findIndex((head) => heads[field].includes(head));
    return found < 0 ? null : found;
  };
  return {
    date: place('date'),
    name: place('name'),
    observed: place('observed'),
    region: place('region'),
    weight: place('weight'),
    tentative: place('tentative'),
  };
}

const region = /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/;

function readWeight(cell: string): number | null {
  const text = cell.replace('%', '').trim();
  if (text === '') return 100;
  const number = Number(text);
  return Number.isInteger(number) && number >= 0 && number <= 300 ? number : null;
}

const yes = ['yes', 'y', 'true', '1', 'x', 'ja', 'tentative'];
const no = ['', 'no', 'n', 'false', '0', 'nein'];

/** One row of the table; problems are put in the list, and an error keeps the row out. */
function readRow(
  cellAt: (field: HolidayField) => string,
  row: number,
  order: ReturnType<typeof dayOrderOf>,
  tell: (column: HolidayField, what: string) => void,
): FileHoliday | null {
  let fine = true;
  const fail = (column: HolidayField, what: string): null => {
    fine = false;
    tell(column, what);
    return null;
  };
  const day = (field: 'date' | 'observed'): LocalDate | null => {
    const read = readDay(cellAt(field), order);
    return read.ok ? read.value : fail(field, read.reason);
  };
  const actual =
    cellAt('date') === '' ? fail('date', 'a day is missing: write it as 2027-01-04') : day('date');
  const observed = cellAt('observed') === '' ? null : day('observed');
  const name = readName(cellAt('name'));
  if (!name.ok) fail('name', name.reason);
  const place = cellAt('region').toUpperCase();
  if (place !== '' && !region.test(place)) fail('region', `“${place}” is not a region: write US or DE-BY`);
  const weight = readWeight(cellAt('weight'));
  if (weight === null) fail('weight', 'a weight lies between 0 and 300 %');
  const word = cellAt('tentative').toLowerCase();
  if (!yes.includes(word) && !no.includes(word)) fail('tentative', `“${word}” is neither yes nor no`);
  if (actual !== null && observed !== null && Math.abs(daysBetween(actual, observed)) > 31)
    fail('observed', 'lies more than a month from the day itself');
  if (!fine || actual === null || !name.ok) return null;
  return {
    key: null,
    name: name.value,
    actual,
    observed: observed === actual ? null : observed,
    weightPercent: weight ?? 100,
    tentative: yes.includes(word),
    region: place === '' ? null : place,
    row,
  };
}

/** Holidays that the file has twice, for one region: by day, or by name in one year. */
function doubles(items: readonly FileHoliday[]): readonly ImportProblem[] {
  const seen = new Map<string, FileHoliday>();
  const problems: ImportProblem[] = [];
  for (const item of items) {
    const keys = [
      ['date', `${item.region} ${item.actual}`],
      ['name', `${item.region} ${item.actual.slice(0, 4)} ${item.name.toLowerCase()}`],
    ] as const;
    for (const [column, key] of keys) {
      const before = seen.get(`${column} ${key}`);
      if (before === undefined) seen.set(`${column} ${key}`, item);
      else
        problems.push({
          row: item.row,
          column,
          what:
            column === 'date'
              ? `${item.actual} is also ${before.name}: write two holidays of one day in one row`
              : `${item.name} stands in row ${before.row ?? '–'} too: give one of them another name`,
          severity: 'error',
        });
    }
  }
  return problems;
}

/** Holidays of a table by its columns. A row with an error is named with its column, and then nothing of the file is taken. */
export function holidaysOfTable(table: TableFile, columns: HolidayColumns): ImportReport<FileHoliday> {
  const problems: ImportProblem[] = [...table.problems];
  for (const field of ['date', 'name'] as const)
    if (columns[field] === null)
      problems.push({
        row: null,
        column: null,
        what: `no column is chosen for the ${field}`,
        severity: 'error',
      });
  if (problems.some(({ severity }) => severity === 'error')) return { items: [], problems };
  const column = (field: HolidayField): number => columns[field] ?? -1;
  const order = dayOrderOf(
    table.rows.flatMap(({ cells }) => [cells[column('date')] ?? '', cells[column('observed')] ?? '']),
  );
  const items = table.rows.flatMap(({ row, cells }) => {
    const cellAt = (field: HolidayField): string => (cells[column(field)] ?? '').trim();
    const item = readRow(cellAt, row, order, (field, what) =>
      problems.push({ row, column: table.columns[column(field)] ?? field, what, severity: 'error' }),
    );
    return item === null ? [] : [item];
  });
  return { items, problems: [...problems, ...doubles(items)] };
}

/** Days of one event that are taken: what lasts longer than a month is no holiday. */
const mostDays = 31;

/** Most holidays that one calendar brings: decades of several regions, and still looked through by hand. */
const mostHolidays = 2_000;

/** Holidays of a calendar file: its whole days, those of several days one by one. Timed events are no holidays and are told. */
export function holidaysOfCalendar(items: readonly CalendarItem[]): ImportReport<FileHoliday> {
  const problems: ImportProblem[] = [];
  const holidays = items.flatMap((item): readonly FileHoliday[] => {
    const title = readName(item.title);
    if (!title.ok || !item.allDay) {
      const what = item.allDay
        ? 'has no title'
        : `“${item.title}” has a time of day: only whole days are holidays`;
      problems.push({ row: item.line, column: null, what, severity: 'loss' });
      return [];
    }
    const whole = daysBetween(item.from, item.to) + 1;
    const length = Math.min(mostDays, whole);
    if (whole > length)
      problems.push({
        row: item.line,
        column: null,
        what: `“${title.value}” lasts ${whole} days: only the first ${mostDays} are taken as holidays`,
        severity: 'loss',
      });
    return Array.from({ length }, (_, place) => ({
      key: null,
      name: place === 0 ? title.value : `${title.value}, day ${place + 1}`,
      actual: addDays(item.from, place),
      observed: null,
      weightPercent: 100,
      tentative: item.tentative,
      region: null,
      row: item.line,
    }));
  });
  const byDayAndName = new Map<string, FileHoliday>();
  for (const one of holidays) {
    const key = `${one.actual} ${one.name}`;
    if (!byDayAndName.has(key)) byDayAndName.set(key, one);
  }
  const unique = [...byDayAndName.values()];
  if (unique.length > mostHolidays) {
    const what = `holds ${unique.length.toLocaleString('en')} holidays; at most ${mostHolidays.toLocaleString('en')} are taken at once: import fewer years`;
    return { items: [], problems: [...problems, { row: null, column: null, what, severity: 'error' }] };
  }
  return { items: unique, problems: [...problems, ...doubles(unique)] };
}
