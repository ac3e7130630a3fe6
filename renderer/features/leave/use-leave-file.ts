import { useState } from 'react';
import { decodeText, fileFault, type Encoding } from '../../../shared/exchange/decode.ts';
import { fileFaultText } from '../../../shared/words/import-text.ts';
import { announce } from '../../state/announce.ts';
import { useHandedFile } from '../../state/handed-files.ts';
import { chooseFile, type ChosenFile } from '../../state/read-file.ts';
import { showToast } from '../../state/toast-store.ts';

/** A file that leave is to be read from, decoded. */
export interface LeaveSource {
  readonly name: string;
  readonly encoding: Encoding;
  readonly text: string;
  readonly kind: 'calendar' | 'table';
  /** Another file is another import, with nothing kept of the one before. */
  readonly turn: number;
}

const kindOf = (name: string, text: string): LeaveSource['kind'] =>
  /\.(ics|ical|ifb)$/i.test(name) || /^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text.slice(0, 200))
    ? 'calendar'
    : 'table';

const choose = () => chooseFile('.ics,.ical,.csv,.tsv,.txt,text/calendar,text/csv,text/tab-separated-values');

/** A file, decoded; null where there is none, or it is no text, which is told. */
function decoded(file: ChosenFile | null): Omit<LeaveSource, 'turn'> | null {
  if (file === null) return null;
  const fault = fileFault(file.bytes);
  if (fault === null) {
    const read = decodeText(file.bytes);
    return { name: file.name, ...read, kind: kindOf(file.name, read.text) };
  }
  const text = fileFaultText(file.name, fault);
  showToast({ text, tone: 'warning' });
  announce(text, 'assertive');
  return null;
}

/** The file at hand, until it is taken over or put aside. */
export function useLeaveFile() {
  const [source, setSource] = useState<LeaveSource | null>(null);
  const open = (file: ChosenFile | null): void => {
    const given = decoded(file);
    if (given !== null) setSource((before) => ({ ...given, turn: (before?.turn ?? 0) + 1 }));
  };
  useHandedFile('leave', open);
  return {
    source,
    choose: () => void choose().then(open),
    close: () => setSource(null),
  };
}
