import type { LocalDate } from '../model/dates.ts';
import type { Person, Wish } from '../model/person.ts';
import { type DayOrder, dayOrderOf, readDay, readWeek } from './cell-dates.ts';
import type { ImportProblem } from './import-report.ts';
import type { PeopleColumns, PeopleField } from './people-csv-columns.ts';
import * as fields from './people-fields.ts';
import type { TableFile, TableRow } from './table-file.ts';

/** How the cells of a file are to be understood, told by whole columns. */
export interface CellTerms {
  readonly columns: PeopleColumns;
  readonly heads: readonly string[];
  readonly isFraction: boolean;
  readonly order: Readonly<Record<'joins' | 'leaves' | 'wanted' | 'avoided', DayOrder>>;
}

const listed = (cell: string): readonly string[] =>
  cell
    .split(/[,;|\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

export function termsOf({ columns: heads, rows }: TableFile, columns: PeopleColumns): CellTerms {
  const cellsOf = (field: PeopleField): readonly string[] => {
    const place = columns[field];
    return place === null ? [] : rows.map(({ cells }) => cells[place] ?? '');
  };
  const orderOf = (field: PeopleField): DayOrder => dayOrderOf(cellsOf(field).flatMap(listed));
  return {
    columns,
    heads,
    isFraction: fields.areFractions(cellsOf('share')),
    order: {
      joins: orderOf('joins'),
      leaves: orderOf('leaves'),
      wanted: orderOf('wanted'),
      avoided: orderOf('avoided'),
    },
  };
}

/** What a row says of somebody; what it leaves out is not in it. */
export type Said = Partial<
  Pick<
    Person,
    | 'name'
    | 'email'
    | 'fullTimePercent'
    | 'mostShiftsAQuarter'
    | 'joinsOn'
    | 'leavesOn'
    | 'region'
    | 'zone'
    | 'aliases'
  >
> & { readonly wishes: readonly Wish[] };

/** Reads one row; every cell that cannot be read is a problem with its place. */
export function readPersonRow(
  { row, cells }: TableRow,
  terms: CellTerms,
): { readonly said: Said; readonly problems: readonly ImportProblem[] } {
  const problems: ImportProblem[] = [];
  const cellOf = (field: PeopleField): string => {
    const place = terms.columns[field];
    return place === null ? '' : (cells[place] ?? '');
  };
  const fault = (field: PeopleField, what: string): void => {
    const place = terms.columns[field];
    problems.push({
      row,
      column: place === null ? null : (terms.heads[place] ?? null),
      what,
      severity: 'error',
    });
  };
  /** The value of a cell; nothing where it is empty or wrong. */
  const value = <Value>(
    field: PeopleField,
    read: (cell: string) => fields.Reading<Value>,
  ): Value | undefined => {
    const cell = cellOf(field);
    if (cell === '') return undefined;
    const reading = read(cell);
    if (reading.ok) return reading.value;
    fault(field, reading.reason);
    return undefined;
  };
  const day = (field: 'joins' | 'leaves'): LocalDate | undefined =>
    value(field, (cell) => readDay(cell, terms.order[field]));
  const weeks = (field: 'wanted' | 'avoided', kind: Wish['kind']): readonly Wish[] =>
    listed(cellOf(field)).flatMap((cell) => {
      const reading = readWeek(cell, terms.order[field]);
      if (reading.ok) return [{ week: reading.value, kind }];
      fault(field, reading.reason);
      return [];
    });

  const whole = cellOf('name');
  const parts = `${cellOf('firstName')} ${cellOf('lastName')}`.trim();
  const named = fields.readName(whole === '' ? parts : whole);
  const name = named.ok ? named.value : undefined;
  if (!named.ok && `${whole}${parts}` !== '') fault(whole === '' ? 'lastName' : 'name', named.reason);
  const wanted = weeks('wanted', 'want');
  const avoided = weeks('avoided', 'avoid');
  const both = wanted.find(({ week }) => avoided.some((other) => other.week === week));
  if (both !== undefined) fault('avoided', `the week of ${both.week} is both wanted and avoided`);
  const said = {
    name,
    email: value('email', fields.readEmail),
    fullTimePercent: value('share', (cell) => fields.readShare(cell, terms.isFraction)),
    mostShiftsAQuarter: value('limit', fields.readLimit),
    joinsOn: day('joins'),
    leavesOn: day('leaves'),
    region: value('region', fields.readRegion),
    zone: value('zone', fields.readZone),
    aliases: value('aliases', fields.readAliases),
  };
  const filled = Object.fromEntries(Object.entries(said).filter(([, given]) => given !== undefined));
  return { said: { ...filled, wishes: [...wanted, ...avoided] }, problems };
}
