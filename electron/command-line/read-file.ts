import { basename, dirname, join, resolve } from 'node:path';
import { knownVersion } from '../../shared/document/envelope.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import { problemText } from '../../shared/words/problem-text.ts';
import type { Files } from '../ports.ts';
import { diskProblem } from '../storage/disk-problem.ts';
import { findState } from '../storage/find-state.ts';
import { placesOf, type Places } from '../storage/places.ts';
import { sha256 } from '../storage/system.ts';
import { Stop } from './outcome.ts';

export interface ReadFile {
  readonly workspace: Workspace;
  readonly revision: number;
  readonly notes: readonly string[];
}

/** The path by which the window knows a file: through a link, its journal would not be found. */
export async function realPath(file: string, files: Files): Promise<string> {
  const path = resolve(file);
  try {
    if ((await files.look(path)) !== null) return await files.resolve(path);
    const folder = dirname(path);
    return (await files.look(folder)) === null ? path : join(await files.resolve(folder), basename(path));
  } catch (error) {
    throw new Stop(problemText(diskProblem('open', path, error)));
  }
}

/** A workspace in the data folder keeps its journal beside it, under another name than elsewhere: wherever that folder is. */
function dataFolderOf(file: string): string {
  const workspaces = dirname(dirname(file));
  return basename(workspaces) === 'workspaces' ? dirname(workspaces) : resolve(file, '..');
}

async function findHere(path: string, files: Files): ReturnType<typeof findState> {
  try {
    return await findState(files, placesHere(path), sha256);
  } catch (error) {
    // The file itself is read without throwing; what lies beside it may be closed to us.
    return { ok: false, reason: diskProblem('read the journal of', path, error) };
  }
}

/** Where the parts of a workspace lie, wherever the data folder is. */
export const placesHere = (path: string): Places => placesOf(path, dataFolderOf(path));

/**
 * The workspace in a file, with the edits of its journal, as the window would show it. Nothing is written, and no older copy
 * stands in for a damaged file: a script must not plan from yesterday's state without knowing.
 *
 * @throws Stop with the problem as a sentence
 */
export async function readWorkspace(file: string, files: Files): Promise<ReadFile> {
  const path = await realPath(file, files);
  const found = await findHere(path, files);
  if (!found.ok) throw new Stop(problemText(found.reason));
  const { document, workspace, revision, damage, broken } = found.value;
  if (damage !== null) throw new Stop(problemText(damage));
  if (document.version > knownVersion) throw new Stop(problemText({ kind: 'newer-format', file: path, found: document.version, known: knownVersion }));
  const cut = broken === null ? [] : [`Some edits in the journal of ${path} could not be read (${broken.detail}); they are left out.`];
  return { workspace, revision, notes: [...document.remarks, ...cut] };
}
