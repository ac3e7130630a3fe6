import { decodeText, fileFault } from '../../../shared/exchange/decode.ts';
import { fileFaultText } from '../../../shared/words/import-text.ts';
import { Stop } from '../outcome.ts';
import { readTable, type TableFile } from '../../../shared/exchange/table-file.ts';
import type { ImportAsked, InFile } from './format.ts';

/** The text of a file, whatever its encoding. @throws Stop where it is no text */
export function textOfFile({ name, bytes }: InFile): string {
  const fault = fileFault(bytes);
  if (fault !== null) throw new Stop(fileFaultText(name, fault));
  return decodeText(bytes).text;
}

/** The one file of an import that takes one, with its text. @throws Stop where it is no text */
export function onlyFile({ files }: ImportAsked): { readonly name: string; readonly text: string } {
  const [file] = files;
  if (file === undefined) throw new Error('an import was asked for without a file');
  return { name: file.name, text: textOfFile(file) };
}

export const isCalendar = (text: string): boolean => /^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text.slice(0, 200));

/** The table in a text, by its first line. @throws Stop where it is a calendar, or what programs exchange */
export function tableIn(name: string, text: string): TableFile {
  const what = isCalendar(text) ? 'a calendar' : /^\uFEFF?\s*[{[]/.test(text) ? 'JSON' : null;
  if (what !== null)
    throw new Stop(
      `${name} is ${what}, no table: save it as CSV, with the names of its columns in the first line.`,
    );
  return readTable(text);
}
