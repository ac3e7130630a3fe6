import { dirname, join } from 'node:path';
import type { Files } from '../../ports.ts';
import { durableWrite } from '../../storage/durable-write.ts';
import { randomNonce } from '../../storage/system.ts';
import type { OutFile } from './format.ts';

/** `kept` is no part of the export any more, and somebody has changed it: it stays. */
export type FileState = 'new' | 'changed' | 'same' | 'removed' | 'kept';

export interface PutFile extends OutFile {
  readonly state: FileState;
}

/** Longer than any file that we write: the calendars of sixty people and ten years are some 20 MB. */
const MOST_BYTES = 64 * 1024 * 1024;

async function stateOf(path: string, bytes: Uint8Array, files: Files): Promise<FileState> {
  const there = await files.look(path);
  if (there === null) return 'new';
  if (there.bytes !== bytes.length) return 'changed';
  return Buffer.compare(await files.read(path, MOST_BYTES), bytes) === 0 ? 'same' : 'changed';
}

/**
 * Puts files into a folder that is there, those alone that are not there yet in the same words. Rejects with the disk's error.
 *
 * @param dryRun only says what would be written
 */
export async function putFiles(
  folder: string,
  wanted: readonly OutFile[],
  dryRun: boolean,
  files: Files,
): Promise<readonly PutFile[]> {
  const put: PutFile[] = [];
  for (const one of wanted) {
    const path = join(folder, one.file);
    const state = await stateOf(path, one.bytes, files);
    put.push({ ...one, state });
    if (state === 'same' || dryRun) continue;
    if (one.file.includes('/')) await files.makeFolder(dirname(path));
    await durableWrite(files, path, one.bytes, randomNonce());
  }
  return put;
}
