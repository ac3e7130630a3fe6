import { knownVersion, type Hash } from '../../shared/document/envelope.ts';
import type { JournalLine } from '../../shared/document/journal-line.ts';
import { upgradedChanges } from '../../shared/document/upgrades/upgrade-changes.ts';
import type { Files } from '../ports.ts';
import type { Places } from './places.ts';
import { readSegment, segmentsIn } from './segments.ts';

/** Where a journal ends: revision and checksum of its last line. */
export interface Head {
  readonly revision: number;
  readonly checksum: string;
}

/** Edits that are gone back over in search of the state that two versions come from: each is held in memory, and undone again. */
export const mostEditsBack = 10_000;

/**
 * The edits that led to a state, the newest first, in the form of today, as far back as the chain of the journal holds. Segments are read as they are needed, packed ones
 * as well.
 */
export async function* editsBack(files: Files, places: Places, head: Head, hash: Hash): AsyncGenerator<JournalLine> {
  let { revision, checksum } = head;
  for (const segment of (await segmentsIn(files, places.journal)).toReversed()) {
    if (segment.first > revision) continue;
    const { lines } = await readSegment(files, segment, hash);
    for (const { line, format, previous, checksum: own } of lines.toReversed()) {
      if (line.revision > revision) continue;
      if (line.revision !== revision || own !== checksum) return;
      const changes = upgradedChanges(line.changes, format, knownVersion);
      if (!changes.ok) return;
      yield { ...line, changes: changes.value };
      checksum = previous;
      revision -= 1;
    }
  }
}
