import { closeWorkspace } from '../../shared/document/close.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import { problemText } from '../../shared/words/problem-text.ts';
import type { Files } from '../ports.ts';
import { diskProblem } from '../storage/disk-problem.ts';
import { bytesOf } from '../storage/disk-text.ts';
import { durableWrite } from '../storage/durable-write.ts';
import { randomNonce, sha256 } from '../storage/system.ts';
import { codeOf } from '../storage/node-files.ts';
import { Stop } from './outcome.ts';
import { placesHere, realPath } from './read-file.ts';

/** The text of a workspace file. */
export const fileText = (workspace: Workspace, revision: number): string => closeWorkspace(workspace, revision, sha256);

/**
 * Writes a workspace to a file of its own. Never to the file that was read, nor to one with a journal: the window may have it
 * open, and its next edit would not fit what it finds.
 *
 * @throws Stop with the reason
 */
export async function writeWorkspace(file: string, workspace: Workspace, revision: number, read: string | null, files: Files): Promise<void> {
  const path = await refuseTarget(file, read, files);
  try {
    await durableWrite(files, path, bytesOf(fileText(workspace, revision)), randomNonce());
  } catch (error) {
    throw new Stop(problemText(diskProblem('write', path, error)));
  }
}

/**
 * The path to write to, unless it is the file that was read, one that the window keeps, a folder or a device.
 *
 * @throws Stop with the reason
 */
export async function refuseTarget(file: string, read: string | null, files: Files): Promise<string> {
  const path = await realPath(file, files);
  if (read !== null && path === (await realPath(read, files))) throw new Stop(`--out ${file} is the file that was read. Name another one; the file you plan from is left as it is.`);
  try {
    await refuseDevice(file, path, files);
    await refuseKept(file, path, files);
    return path;
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw new Stop(problemText(diskProblem('write', path, error)));
  }
}

/** A workspace that the window keeps has parts beside its file. */
async function refuseKept(file: string, path: string, files: Files): Promise<void> {
  const { folder, journal, owner, previous } = await placesHere(path, files);
  for (const part of [journal, owner, previous]) {
    if ((await files.look(part)) !== null) throw new Stop(`${file} is in use by Evenwatch: its journal and copies are in ${folder}. Write to another file and open that.`);
  }
}

/** What is there already must be a file: a write replaces it, and `/dev/null` would be gone. */
async function refuseDevice(file: string, path: string, files: Files): Promise<void> {
  if ((await files.look(path)) === null) return;
  try {
    await files.read(path, 0);
  } catch (error) {
    if (codeOf(error) === 'EINVAL') throw new Stop(`${file} is no ordinary file, and would be replaced. Name a file.`);
    if (codeOf(error) === 'EISDIR') throw new Stop(`${file} is a folder. Name a file in it.`);
    // Longer than nothing, or not for us to read: a file.
  }
}
