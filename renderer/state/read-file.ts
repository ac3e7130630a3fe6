import { mostBytes } from '../../shared/exchange/decode.ts';
import { showToast } from './toast-store.ts';

/** A file as it lies on this computer: which text it is, `decodeText` and `fileFault` say. */
export interface ChosenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Bytes of a file, of one that is too large just enough to see that: nobody waits for a video to be read. Null where it cannot be read, which is told. */
export async function readFile(file: File): Promise<ChosenFile | null> {
  try {
    const bytes = new Uint8Array(await file.slice(0, mostBytes + 1).arrayBuffer());
    return { name: file.name, bytes };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    showToast({ text: `${file.name} could not be read: ${why}`, tone: 'error' });
    return null;
  }
}

/**
 * Asks for a file to import; null when none was chosen, or when it could not be read, which is then told.
 *
 * @param accept endings and types as an input takes them: `.csv,text/csv`
 */
export function chooseFile(accept: string): Promise<ChosenFile | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.addEventListener('cancel', () => resolve(null));
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (file === undefined) resolve(null);
      else void readFile(file).then(resolve);
    });
    input.click();
  });
}
