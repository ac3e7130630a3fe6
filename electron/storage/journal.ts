import { join } from 'node:path';
import type { Hash } from '../../shared/document/envelope.ts';
import { writeJournalLine, type JournalLine } from '../../shared/document/journal-line.ts';
import type { Files, OpenFile } from '../ports.ts';
import { bytesOf } from './disk-text.ts';
import { codeOf } from './node-files.ts';

/** Name of the segment whose first line makes this revision; names sort like revisions. */
export const segmentName = (firstRevision: number): string =>
  `${String(firstRevision).padStart(12, '0')}.jsonl`;

export interface Journal {
  /** Resolves with the bytes written when the line is on the disk; when it rejects, the line is not part of the journal. */
  append(line: JournalLine): Promise<number>;
  /** Lets the next line begin a new segment: after a checkpoint, which needs none of the lines before it. */
  endSegment(): Promise<void>;
}

interface Segment {
  readonly file: OpenFile;
  /** Bytes of whole lines. */
  length: number;
  /** A failed write may have left a part of a line behind `length`. */
  torn: boolean;
}

/**
 * The journal of one workspace, to write. Every line is appended and flushed before it counts.
 *
 * @param last checksum of the line written last, for the chain
 */
export function openJournal(files: Files, folder: string, hash: Hash, last: string): Journal {
  let segment: Segment | null = null;
  let checksum = last;

  const append = async (line: JournalLine): Promise<number> => {
    segment ??= await beginSegment(files, folder, line.revision);
    if (segment.torn) await mend(segment);
    const written = writeJournalLine(line, checksum, hash);
    const bytes = bytesOf(written.text);
    try {
      await segment.file.write(bytes);
      await segment.file.syncData();
    } catch (error) {
      segment.torn = true;
      await mendNowOrLater(segment);
      throw error;
    }
    segment.length += bytes.length;
    checksum = written.checksum;
    return bytes.length;
  };

  const endSegment = async (): Promise<void> => {
    const ended = segment;
    if (ended === null) return;
    if (ended.torn) await mend(ended);
    segment = null;
    await ended.file.close();
  };

  return { append, endSegment };
}

async function beginSegment(files: Files, folder: string, firstRevision: number): Promise<Segment> {
  await files.makeFolder(folder);
  const path = join(folder, segmentName(firstRevision));
  const file = await createOrTakeEmpty(files, path);
  try {
    await files.syncFolder(folder);
  } catch (error) {
    await file.close();
    throw error;
  }
  return { file, length: 0, torn: false };
}

/** A segment of this name without a line is left from an attempt that failed; one with lines is a bug, and must not be touched. */
async function createOrTakeEmpty(files: Files, path: string): Promise<OpenFile> {
  try {
    return await files.create(path);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST' || (await files.look(path))?.bytes !== 0) throw error;
    return files.append(path);
  }
}

async function mend(segment: Segment): Promise<void> {
  await segment.file.truncate(segment.length);
  await segment.file.sync();
  segment.torn = false;
}

/** On a disk that just failed, cutting off the half line may fail too; then it is cut before the next one is written. */
async function mendNowOrLater(segment: Segment): Promise<void> {
  try {
    await mend(segment);
  } catch {
    segment.torn = true;
  }
}
