import writeXlsxFile from 'write-excel-file/universal';
import { dayNumber, wallMinutes } from '../calendar/days.ts';
import type { LocalDate, LocalDateTime } from '../model/dates.ts';
import type { OutCell, OutTable } from './csv-out.ts';

/** What the library answers, without the page's types, which shared code does not have. */
interface Written {
  toBlob(): Promise<{ arrayBuffer(): Promise<ArrayBuffer> }>;
}

/** The longest name that a sheet may have, and what may not stand in it. */
const LONGEST_NAME = 31;
const notInNames = /[\\/?*[\]:']+/g;

/** Excel refuses a workbook in which two sheets have one name, whatever their case. */
function sheetNames(tables: readonly OutTable[]): readonly string[] {
  const taken = new Set<string>();
  return tables.map(({ name }) => {
    const plain = name.replace(notInNames, ' ').trim();
    const stem = plain === '' ? 'Sheet' : plain;
    let free = stem.slice(0, LONGEST_NAME);
    for (let number = 2; taken.has(free.toLowerCase()); number++) {
      const ending = ` ${String(number)}`;
      free = stem.slice(0, LONGEST_NAME - ending.length) + ending;
    }
    taken.add(free.toLowerCase());
    return free;
  });
}

/** Wide enough for most of what stands in a column, in characters. */
function widthOf({ columns, rows }: OutTable, column: number): number {
  const lengths = [columns[column], ...rows.slice(0, 200).map((row) => row[column])].map(
    (cell) => String(cell ?? '').length,
  );
  return Math.min(60, Math.max(...lengths) + 2);
}

/** Minutes. */
const DAY = 24 * 60;

const dayText = /^\d{4}-\d{2}-\d{2}$/;
const momentText = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/;

/** Columns in which every text is a day, or a moment: there they are dates that a spreadsheet can sort and count with. */
const isDated = ({ rows }: OutTable, column: number): boolean => {
  const texts = rows.map((row) => row[column]).filter((cell) => cell !== null && cell !== '');
  return (
    texts.length > 0 &&
    texts.every((cell) => typeof cell === 'string' && (dayText.test(cell) || momentText.test(cell)))
  );
};

/** The day that a sheet counts as 25569. */
const EPOCH = dayNumber('1970-01-01' as LocalDate) - 25_569;

/** A sheet knows no zones: it holds the clock as it is told, and shows the offset behind it. */
function dateCell(text: string) {
  const [, wall, offset] = momentText.exec(text) ?? [];
  const days = dayNumber(text.slice(0, 10) as LocalDate) - EPOCH;
  if (wall === undefined) return { value: days, type: Number, format: 'yyyy-mm-dd' };
  const zone = offset === 'Z' ? ' UTC' : offset === undefined ? '' : ` ${offset}`;
  return {
    value: days + (wallMinutes(wall as LocalDateTime) % DAY) / DAY,
    type: Number,
    format: `yyyy-mm-dd hh:mm${zone === '' ? '' : `"${zone}"`}`,
  };
}

function valueCell(cell: OutCell, dated: boolean) {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  return dated ? dateCell(cell) : { value: cell, type: String };
}

/**
 * Tables as an Excel workbook, one sheet each, with a head row that stays in sight. Cells hold values and no formulas: text
 * stays text, whatever it begins with, but for columns of days and moments.
 */
export async function xlsxOf(tables: readonly OutTable[]): Promise<Uint8Array> {
  const names = sheetNames(tables);
  const dated = tables.map((table) => table.columns.map((_title, column) => isDated(table, column)));
  const sheets = tables.map((table, index) => ({
    sheet: names[index] ?? 'Sheet',
    data: [
      table.columns.map((title) => ({ value: title, type: String, fontWeight: 'bold' as const })),
      ...table.rows.map((row) => row.map((cell, column) => valueCell(cell, dated[index]?.[column] ?? false))),
    ],
    columns: table.columns.map((_title, column) => ({ width: widthOf(table, column) })),
    stickyRowsCount: 1,
  }));
  const written: Written = writeXlsxFile(sheets);
  const blob = await written.toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
