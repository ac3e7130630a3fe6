import type { WrittenFile } from '../../../shared/contract/recovery.ts';
import { downloadBytes } from '../../state/files.ts';
import { showToast } from '../../state/toast-store.ts';

/** Says where the keeper wrote a file; where it has no dialogs, gives the bytes to the browser's downloads. */
export function takeWrittenFile({ file, name, base64 }: WrittenFile): void {
  if (base64 !== null) downloadBytes(name, base64);
  showToast({
    text: file === null ? `${name} was given to the browser’s downloads.` : `It was written to ${file}.`,
  });
}
