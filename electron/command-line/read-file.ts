import { basename, dirname, resolve } from 'node:path';
import { knownVersion } from '../../shared/document/envelope.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import { problemText } from '../../shared/words/problem-text.ts';
import type { Files } from '../ports.ts';
import { findState } from '../storage/find-state.ts';
import { placesOf } from '../storage/places.ts';
import { sha256 } from '../storage/system.ts';
import { Stop } from './outcome.ts';

export interface ReadFile {
  readonly workspace: Workspace;
  readonly revision: number;
  readonly notes: readonly string[];
}

/** A workspace in the data folder keeps its journal beside it, under another name than elsewhere: wherever that folder is. */
function dataFolderOf(file: string): string {
  const workspaces = dirname(dirname(file));
  return basename(workspaces) === 'workspaces' ? dirname(workspaces) : resolve(file, '..');
}

/**
 * The workspace in a file, with the edits of its journal, as the window would show it. Nothing is written, and no older copy
 * stands in for a damaged file: a script must not plan from yesterday's state without knowing.
 *
 * @throws Stop with the problem as a sentence
 */
export async function readWorkspace(file: string, files: Files): Promise<ReadFile> {
  const path = resolve(file);
  const found = await findState(files, placesOf(path, dataFolderOf(path)), sha256);
  if (!found.ok) throw new Stop(problemText(found.reason));
  const { document, workspace, revision, damage, broken } = found.value;
  if (damage !== null) throw new Stop(problemText(damage));
  if (document.version > knownVersion) throw new Stop(problemText({ kind: 'newer-format', file: path, found: document.version, known: knownVersion }));
  const cut = broken === null ? [] : [`Some edits in the journal of ${path} could not be read (${broken.detail}); they are left out.`];
  return { workspace, revision, notes: [...document.remarks, ...cut] };
}
