import { basename, dirname, join } from 'node:path';
import type { Files } from '../ports.ts';

/** Ends the names of files that are being written; what carries it after a crash is rubbish. */
export const temporaryEnd = '.evenwatch-tmp';

/**
 * Writes a file so that after a power cut either the old or the new content is there, whole: a new temporary file, flushed, then
 * renamed over the old one, then the folder flushed. Resolves when that is so; rejects with the old content in place.
 *
 * @param mayReplace asked when the new content is flushed, right before the rename; by throwing it leaves the old content in place
 */
export async function durableWrite(
  files: Files,
  path: string,
  bytes: Uint8Array,
  nonce: string,
  mayReplace?: () => Promise<void>,
): Promise<void> {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${nonce}${temporaryEnd}`);
  const file = await files.create(temporary);
  try {
    try {
      await file.write(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await mayReplace?.();
    await files.rename(temporary, path);
  } catch (error) {
    await removeQuietly(files, temporary);
    throw error;
  }
  await files.syncFolder(folder);
}

/** The first error says why the write failed; a second one, from clearing up on the same disk, would only hide it. */
async function removeQuietly(files: Files, path: string): Promise<void> {
  try {
    await files.remove(path);
  } catch {
    return; // the next start removes it: removeTemporaries
  }
}

/**
 * Removes what a process that was killed left half written, in a folder and those below it. To be called by the owner of the folder only.
 *
 * @param ends ends of names that are rubbish, besides those of temporary files
 */
export async function removeTemporaries(
  files: Files,
  folder: string,
  ends: readonly string[] = [],
): Promise<void> {
  for (const name of await files.list(folder)) {
    const path = join(folder, name);
    if ([temporaryEnd, ...ends].some((end) => name.endsWith(end))) await files.remove(path);
    else if ((await files.look(path))?.folder === true) await removeTemporaries(files, path, ends);
  }
}
