import { guarded } from './csv-cell.ts';

/** A cell of a table that is given away; null is empty. */
export type OutCell = string | number | null;

export interface OutTable {
  /** Name of the sheet, where the file has sheets. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly OutCell[])[];
}

function written(cell: OutCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = guarded(cell);
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A table as comma-separated values (RFC 4180), to be written as UTF-8: it begins with a byte order mark, without which Excel
 * takes it for Latin-1.
 * Text that a spreadsheet would run gets an apostrophe before it, which our own reader takes off again; numbers stay numbers,
 * with a point.
 */
export function csvOf({ columns, rows }: OutTable): string {
  const lines = [columns, ...rows].map((row) => row.map(written).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
