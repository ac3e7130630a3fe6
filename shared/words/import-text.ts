import type { Decoded, FileFault } from '../exchange/decode.ts';
import type { Separator } from '../exchange/table-file.ts';
import { counted, countText } from './number-text.ts';

/** Why a file is not read at all, and what to do instead. */
export function fileFaultText(name: string, fault: FileFault): string {
  switch (fault) {
    case 'empty':
      return `${name} is empty.`;
    case 'too-large':
      return `${name} is larger than 10 MB. Split it and import the parts.`;
    case 'workbook':
      return `${name} is a spreadsheet's own file. Save it as CSV there, and import that.`;
    case 'pdf':
      return `${name} is a PDF. Ask for the table as CSV.`;
    case 'web-page':
      return `${name} is a page of a website, not the file that was asked for. Sign in there, and download the file itself.`;
    case 'not-text':
      return `${name} holds no text. Choose a CSV file.`;
  }
}

/** What parts the cells, by name. */
export const separatorText: Readonly<Record<Separator, string>> = {
  ',': 'Comma',
  ';': 'Semicolon',
  '\t': 'Tab',
  '|': 'Vertical bar',
};

/** `team.csv, UTF-8, 12 rows`; `Pasted, 3 rows`. */
export function fileFactsText(name: string, encoding: Decoded['encoding'] | null, rows: number): string {
  const count = counted(rows, 'row');
  return [name, ...(encoding === null ? [] : [encoding]), count].join(', ');
}

/** `Import 12 people`, `Import 1 person`: the button, and the step in History. */
export const importTitle = (count: number, one: string, many: string): string =>
  `Import ${countText(count)} ${count === 1 ? one : many}`;

/** What is said once a file was taken over: `Imported 12 people.` */
export const importedText = (count: number, one: string, many: string): string =>
  `Imported ${countText(count)} ${count === 1 ? one : many}.`;
