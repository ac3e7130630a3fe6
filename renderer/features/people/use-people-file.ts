import { useState } from 'react';
import { decodeText, fileFault, type Encoding } from '../../../shared/exchange/decode.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import { fileFaultText } from '../../../shared/words/import-text.ts';
import { announce } from '../../state/announce.ts';
import { useHandedFile } from '../../state/handed-files.ts';
import { chooseFile, type ChosenFile } from '../../state/read-file.ts';
import { showToast } from '../../state/toast-store.ts';

/** The text that people are to be read from. */
export interface PeopleSource {
  readonly name: string;
  /** Null for what was pasted. */
  readonly encoding: Encoding | null;
  readonly text: string;
  /** Another text is another import, with nothing kept of the one before. */
  readonly turn: number;
}

export const newPersonId = (): PersonId => `person-${crypto.randomUUID().slice(0, 8)}` as PersonId;

const choose = () => chooseFile('.csv,.tsv,.txt,text/csv,text/tab-separated-values');

/** A file, decoded; null where there is none, or it is no text, which is told. */
function decoded(file: ChosenFile | null): Omit<PeopleSource, 'turn'> | null {
  if (file === null) return null;
  const fault = fileFault(file.bytes);
  if (fault === null) return { name: file.name, ...decodeText(file.bytes) };
  const text = fileFaultText(file.name, fault);
  showToast({ text, tone: 'warning' });
  announce(text, 'assertive');
  return null;
}

/** The text at hand: from a file or pasted, until it is taken over or put aside. */
export function usePeopleFile() {
  const [source, setSource] = useState<PeopleSource | null>(null);
  const take = (given: Omit<PeopleSource, 'turn'> | null): void => {
    if (given !== null) setSource((before) => ({ ...given, turn: (before?.turn ?? 0) + 1 }));
  };
  const open = (file: ChosenFile | null): void => take(decoded(file));
  useHandedFile('people', open);
  return {
    source,
    take,
    choose: () => void choose().then(open),
    close: () => setSource(null),
  };
}
