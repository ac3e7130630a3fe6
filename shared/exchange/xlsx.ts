import writeXlsxFile from 'write-excel-file/universal';
import type { OutTable } from './csv-out.ts';

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

/**
 * Tables as an Excel workbook, one sheet each, with a head row that stays in sight. Cells hold values and no formulas: text
 * stays text, whatever it begins with.
 */
export async function xlsxOf(tables: readonly OutTable[]): Promise<Uint8Array> {
  const names = sheetNames(tables);
  const sheets = tables.map((table, index) => ({
    sheet: names[index] ?? 'Sheet',
    data: [
      table.columns.map((title) => ({ value: title, type: String, fontWeight: 'bold' as const })),
      ...table.rows.map((row) =>
        row.map((cell) =>
          cell === null || cell === ''
            ? null
            : typeof cell === 'number'
              ? { value: cell, type: Number }
              : { value: cell, type: String },
        ),
      ),
    ],
    columns: table.columns.map((_title, column) => ({ width: widthOf(table, column) })),
    stickyRowsCount: 1,
  }));
  const written: Written = writeXlsxFile(sheets);
  const blob = await written.toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
