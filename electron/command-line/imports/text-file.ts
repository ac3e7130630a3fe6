import { decodeText, fileFault } from '../../../shared/exchange/decode.ts';
import { fileFaultText } from '../../../shared/words/import-text.ts';
import { Stop } from '../outcome.ts';
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
