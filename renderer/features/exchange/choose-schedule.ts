import { decodeText, fileFault } from '../../../shared/exchange/decode.ts';
import { readOutsideFile } from '../../../shared/exchange/outside-file.ts';
import type { OutsideExport } from '../../../shared/exchange/outside-schedule.ts';
import type { ZoneName } from '../../../shared/model/dates.ts';
import { fileFaultText } from '../../../shared/words/import-text.ts';
import { outsideFaultText } from '../../../shared/words/outside-text.ts';
import { chooseFile, type ChosenFile } from '../../state/read-file.ts';

/** A file, decoded. */
export interface ChosenText {
  readonly name: string;
  readonly text: string;
  /** Another file is another import. */
  readonly turn: number;
}

/** A file that schedules are asked of, by what it holds; `fault` says why it is none, and what to do. */
export type ChosenSchedule =
  | { readonly kind: 'calendar'; readonly file: ChosenText }
  | { readonly kind: 'schedules'; readonly file: ChosenText; readonly export: OutsideExport }
  | { readonly kind: 'fault'; readonly text: string };

let turns = 0;

/** Asks for a calendar, an export or a Terraform text; null when none was chosen. */
export const chooseScheduleFile = (): Promise<ChosenFile | null> =>
  chooseFile('.ics,.ical,.json,.tf,.tfstate,.txt,text/calendar,application/json');

/** What schedules such a file holds. */
export function scheduleIn(chosen: ChosenFile, home: ZoneName): ChosenSchedule {
  const { name } = chosen;
  const fault = fileFault(chosen.bytes);
  if (fault !== null) return { kind: 'fault', text: fileFaultText(name, fault) };
  const file = { name, text: decodeText(chosen.bytes).text, turn: (turns += 1) };
  const found = readOutsideFile(file.text, home);
  if (found.kind === 'calendar') return { kind: 'calendar', file };
  if (found.kind === 'schedules') return { kind: 'schedules', file, export: found.export };
  return { kind: 'fault', text: outsideFaultText(name, found.why) };
}
