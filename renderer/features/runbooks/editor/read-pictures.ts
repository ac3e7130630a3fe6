import type { ImageId, RunbookId } from '../../../../shared/model/ids.ts';
import type { Image } from '../../../../shared/model/image.ts';
import { mostImageBytes } from '../../../../shared/model/image-limits.ts';
import { imageFault, imageType } from '../../../../shared/runbooks/images.ts';
import { pictureFaultText } from '../../../../shared/words/picture-text.ts';
import { announce } from '../../../state/announce.ts';
import { base64Of } from '../../../state/save-file.ts';
import { showToast } from '../../../state/toast-store.ts';

const say = (text: string): void => {
  showToast({ text, tone: 'warning' });
  announce(text, 'assertive');
};

async function readPicture(file: File, runbook: RunbookId, kept: readonly Image[]): Promise<Image | null> {
  const name = file.name.trim() === '' ? 'Picture' : file.name.trim().slice(0, 200);
  let bytes: Uint8Array;
  try {
    // Of a file that is too large no more is read than shows it.
    bytes = new Uint8Array(await file.slice(0, mostImageBytes + 1).arrayBuffer());
  } catch (error) {
    say(`${name} could not be read: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
  const fault = imageFault(bytes, kept);
  const type = imageType(bytes);
  if (fault !== null || type === null) {
    const told = fault ?? { kind: 'no-picture' as const };
    say(pictureFaultText(name, told.kind === 'too-large' ? { ...told, bytes: file.size } : told));
    return null;
  }
  return { id: `image-${crypto.randomUUID()}` as ImageId, runbook, name, type, base64: base64Of(bytes) };
}

/** Those of the files that can be kept as pictures of a runbook; of each other it is said why not. */
export async function readPictures(
  files: readonly File[],
  runbook: RunbookId,
  kept: readonly Image[],
): Promise<readonly Image[]> {
  const read: Image[] = [];
  for (const file of files) {
    const picture = await readPicture(file, runbook, [...kept, ...read]);
    if (picture !== null) read.push(picture);
  }
  return read;
}

/** Asks for pictures of this computer; none when it is cancelled. */
export function choosePictures(): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'image/png,image/jpeg,image/gif,image/webp';
    input.multiple = true;
    input.addEventListener('cancel', () => resolve([]));
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.click();
  });
}
