import { basename, dirname, join, resolve } from 'node:path';
import { knownVersion } from '../../shared/document/envelope.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import { unendedText } from '../../shared/words/journal-text.ts';
import { problemText } from '../../shared/words/problem-text.ts';
import type { Files } from '../ports.ts';
import { diskProblem } from '../storage/disk-problem.ts';
import { findState } from '../storage/find-state.ts';
import { besideOf, placesIn, type Places } from '../storage/places.ts';
import { segmentsIn } from '../storage/segments.ts';
import type { Break } from '../storage/read-journal.ts';
import { sha256 } from '../storage/system.ts';
import { Stop } from './outcome.ts';

export interface ReadFile {
  readonly workspace: Workspace;
  readonly revision: number;
  /** Of the last line of its journal. */
  readonly checksum: string;
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

async function findHere(path: string, files: Files): ReturnType<typeof findState> {
  try {
    return await findState(files, await placesHere(path, files), sha256);
  } catch (error) {
    // The file itself is read without throwing; what lies beside it may be closed to us.
    return { ok: false, reason: diskProblem('read the journal of', path, error) };
  }
}

/**
 * Where the parts of a workspace lie. A workspace of the data folder has them beside it, and so has a copy of its folder, under any name and anywhere: an archive, another disk. Parts
 * in a folder of the file's own count before those beside it, because the window made them when it opened the file where it lies.
 */
export async function placesHere(path: string, files: Files): Promise<Places> {
  const own = placesIn(besideOf(path), path);
  if (basename(path) !== 'workspace.json') return own;
  const beside = placesIn(dirname(path), path);
  if (basename(dirname(beside.folder)) === 'workspaces') return beside;
  return (await hasParts(own, files)) || !(await hasParts(beside, files)) ? own : beside;
}

async function hasParts({ journal, previous, written }: Places, files: Files): Promise<boolean> {
  for (const part of [previous, written]) if ((await files.look(part)) !== null) return true;
  return (await segmentsIn(files, journal)).length > 0;
}

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
  const { document, workspace, revision, lastChecksum, damage, broken } = found.value;
  if (damage !== null) throw new Stop(problemText(damage));
  if (document.version > knownVersion) throw new Stop(problemText({ kind: 'newer-format', file: path, found: document.version, known: knownVersion }));
  return { workspace, revision, checksum: lastChecksum, notes: [...document.remarks, ...(broken === null ? [] : [brokenNote(path, broken)])] };
}

function brokenNote(path: string, { kind, detail, cut }: Break): string {
  if (kind === 'torn' && cut !== null && cut.unended !== null) return unendedText(`the journal of ${path}`, cut.unended);
  return `Some edits in the journal of ${path} could not be read (${detail}); they are left out.`;
}
