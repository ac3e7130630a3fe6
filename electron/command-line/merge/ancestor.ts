import { commonAncestor, type Ancestor } from '../../../shared/document/merge.ts';
import type { JournalLine } from '../../../shared/document/journal-line.ts';
import type { Files } from '../../ports.ts';
import { editsBack, mostEditsBack } from '../../storage/history.ts';
import { sha256 } from '../../storage/system.ts';
import { Stop } from '../outcome.ts';
import { byBackups } from './by-backups.ts';
import { placesHere, readWorkspace, realPath, type ReadFile } from '../read-file.ts';

/** A file to merge, and how it is called on the command line. */
export interface Version extends ReadFile {
  readonly file: string;
}

export interface FoundAncestor extends Ancestor {
  /** Where it was found, for a note. */
  readonly told: string;
}

export const readVersion = async (file: string, files: Files): Promise<Version> => ({
  file,
  ...(await readWorkspace(file, files)),
});

/**
 * The state that both versions come from: the file that was named, else the one that the journal of either of them leads back to, else the newest of the copies beside them.
 *
 * @throws Stop where none is known, with what to do
 */
export async function ancestorOf(
  base: string | null,
  ours: Version,
  theirs: Version,
  files: Files,
): Promise<FoundAncestor> {
  if (base !== null) {
    const { workspace, revision } = await readVersion(base, files);
    return { workspace, revision, told: `The common ancestor is ${base}, revision ${revision}.` };
  }
  return (
    (await byJournal(ours, theirs, files)) ??
    (await byJournal(theirs, ours, files)) ??
    (await byBackups(ours, theirs, files)) ??
    noAncestor()
  );
}

function noAncestor(): never {
  throw new Stop(
    'No state is known that both versions come from: neither file has a journal or copies here that lead back to one. Name a copy from before they parted with --base, such as a backup, or in git the file at "git merge-base"; "evenwatch diff" tells how the two differ.',
  );
}

/** By the history of one of them; null where it has none here, since nothing would then show which edits the other one lacks. */
async function byJournal(own: Version, other: Version, files: Files): Promise<FoundAncestor | null> {
  const places = await placesHere(await realPath(own.file, files), files);
  const edits: JournalLine[] = [];
  for await (const line of editsBack(
    files,
    places,
    { revision: own.revision, checksum: own.checksum },
    sha256,
  )) {
    if (edits.length >= mostEditsBack) break;
    edits.push(line);
  }
  if (edits.length === 0) return null;
  const found = commonAncestor(own, other.workspace, edits, other.revision);
  if (found === null) return null;
  return {
    ...found,
    told: `The common ancestor is revision ${found.revision} of ${own.file}, by its journal.`,
  };
}
