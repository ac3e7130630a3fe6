import { dirname, resolve } from 'node:path';
import { closeWorkspace } from '../../shared/document/close.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import { problemText } from '../../shared/words/problem-text.ts';
import type { Files } from '../ports.ts';
import { diskProblem } from '../storage/disk-problem.ts';
import { bytesOf } from '../storage/disk-text.ts';
import { durableWrite } from '../storage/durable-write.ts';
import { placesOf } from '../storage/places.ts';
import { randomNonce, sha256 } from '../storage/system.ts';
import { Stop } from './outcome.ts';

/** The text of a workspace file. */
export const fileText = (workspace: Workspace, revision: number): string => closeWorkspace(workspace, revision, sha256);

/**
 * Writes a workspace to a file of its own. Never to the file that was read, nor to one with a journal: the window may have it
 * open, and its next edit would not fit what it finds.
 *
 * @throws Stop with the reason
 */
export async function writeWorkspace(file: string, workspace: Workspace, revision: number, read: string | null, files: Files): Promise<void> {
  const path = resolve(file);
  if (read !== null && path === resolve(read)) throw new Stop(`--out ${file} is the file that was read. Name another one; the file you plan from is left as it is.`);
  const journal = placesOf(path, dirname(path)).folder;
  try {
    if ((await files.look(journal)) !== null) throw new Stop(`${file} is in use by Evenwatch: it has a journal in ${journal}. Write to another file and open that.`);
    await durableWrite(files, path, bytesOf(fileText(workspace, revision)), randomNonce());
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw new Stop(problemText(diskProblem('write', path, error)));
  }
}
