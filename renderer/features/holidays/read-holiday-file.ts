import { decodeText, fileFault, type FileFault } from '../../../shared/exchange/decode.ts';
import {
  type FileHoliday,
  guessHolidayColumns,
  type HolidayColumns,
  holidaysOfTable,
} from '../../../shared/exchange/holiday-file.ts';
import type { ImportReport } from '../../../shared/exchange/import-report.ts';
import { readTable, type TableFile } from '../../../shared/exchange/table-file.ts';
import type { ZoneName } from '../../../shared/model/dates.ts';
import { holidaysInCalendar } from '../../../shared/words/holiday-calendar.ts';
import type { ChosenFile } from '../../state/read-file.ts';

/** A file of holidays as it was read; a table waits to be told what its columns are. */
export type HolidayFile = { readonly name: string; readonly encoding: string } & (
  | { readonly kind: 'table'; readonly table: TableFile; readonly columns: HolidayColumns }
  | { readonly kind: 'calendar'; readonly report: ImportReport<FileHoliday> }
  /** What makes it no file of holidays at all. */
  | { readonly kind: 'refused'; readonly reason: string }
);

const faults: Readonly<Record<FileFault, string>> = {
  empty: 'is empty',
  'too-large': 'is larger than 10 MB',
  workbook: 'is a workbook: save its sheet as CSV',
  pdf: 'is a PDF: it holds no table that can be read for certain',
  'web-page': 'is a page of a website: download the file itself',
  'not-text': 'is no text file',
};

/** Reads a file as a calendar where it says that it is one, else as a table. */
export function readHolidayFile({ name, bytes }: ChosenFile, year: number, zone: ZoneName): HolidayFile {
  const fault = fileFault(bytes);
  if (fault !== null) return { kind: 'refused', name, encoding: '', reason: `${name} ${faults[fault]}.` };
  const { text, encoding } = decodeText(bytes);
  if (!/^\s*BEGIN:VCALENDAR/i.test(text)) {
    const table = readTable(text);
    return { kind: 'table', name, encoding, table, columns: guessHolidayColumns(table.columns) };
  }
  return { kind: 'calendar', name, encoding, report: holidaysInCalendar(text, year, zone) };
}

/** The holidays of a file, as its columns are understood now. */
export const reportOf = (file: HolidayFile): ImportReport<FileHoliday> => {
  if (file.kind === 'refused') return { items: [], problems: [] };
  return file.kind === 'table' ? holidaysOfTable(file.table, file.columns) : file.report;
};
