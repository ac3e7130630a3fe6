import { decodeText, fileFault } from '../../../shared/exchange/decode.ts';
import { fileFaultText } from '../../../shared/words/import-text.ts';
import { announce } from '../../state/announce.ts';
import { chooseFile } from '../../state/read-file.ts';
import { showToast } from '../../state/toast-store.ts';

/** A calendar file, decoded. */
export interface FeedFile {
  readonly name: string;
  readonly text: string;
  /** Another file is another import. */
  readonly turn: number;
}

let turns = 0;

/** Asks for a calendar file; null when none was chosen or when it is none, which is then told. */
export async function chooseFeed(): Promise<FeedFile | null> {
  const file = await chooseFile('.ics,.ical,text/calendar');
  if (file === null) return null;
  const fault = fileFault(file.bytes);
  if (fault === null) return { name: file.name, text: decodeText(file.bytes).text, turn: (turns += 1) };
  const text = fileFaultText(file.name, fault);
  showToast({ text, tone: 'warning' });
  announce(text, 'assertive');
  return null;
}
