import { basename, join } from 'node:path';
import { writeJournalLine, type JournalLine } from '../../shared/document/journal-line.ts';
import type { Files, OpenFile, Ports } from '../ports.ts';
import { ChangedUnderneath } from './changed-underneath.ts';
import { bytesOf } from './disk-text.ts';
import { durableWrite } from './durable-write.ts';
import { codeOf } from './node-files.ts';
import { segmentName, segmentsIn } from './segments.ts';

export interface Journal {
  /**
   * Resolves with the bytes written when the line is on the disk; when it rejects, the line is not part of the journal. Rejects with
   * ChangedUnderneath, and writes nothing, where something else wrote into the folder.
   */
  append(line: JournalLine): Promise<number>;
  /** Lets the next line begin a new segment: after a checkpoint, which needs none of the lines before it. */
  endSegment(): Promise<void>;
  /** Ends for good: nothing stays open, also where a half line can no longer be cut off. Rejects then; the next start cuts it. */
  close(): Promise<void>;
  /** False when something else wrote into the folder since the last line. */
  isUntouched(): Promise<boolean>;
  /** Makes the folder ours again: what something else put there is set aside, and lines of ours that it replaced are written anew. */
  reclaim(setAside: (path: string) => Promise<unknown>): Promise<void>;
  /** Checksum of the line written last. */
  head(): string;
}

interface Segment {
  readonly path: string;
  readonly file: OpenFile;
  readonly first: number;
  /** Names the file that we write to: a synchronised folder may get another one of the same name. */
  readonly id: string;
  /** The whole lines in it; at most the edits between two checkpoints. */
  readonly lines: Uint8Array[];
  /** Bytes of whole lines. */
  length: number;
  /** A failed write may have left a part of a line behind `length`. */
  torn: boolean;
}

type JournalPorts = Pick<Ports, 'files' | 'hash' | 'nonce'>;

/** Where the journal to go on with stands. */
interface End {
  readonly revision: number;
  /** Checksum of the line written last, for the chain. */
  readonly checksum: string;
}

/** The journal of one workspace, to write. Every line is appended and flushed before it counts. */
export function openJournal(folder: string, end: End, { files, hash, nonce }: JournalPorts): Journal {
  let segment: Segment | null = null;
  let { revision, checksum } = end;

  const isUntouched = async (): Promise<boolean> => {
    if (segment === null) return !(await segmentsIn(files, folder)).some(({ first }) => first > revision);
    return isOurs(segment);
  };

  /** A half line of a failed write of ours makes the file longer; nothing of ours makes it shorter, or another. */
  const isOurs = async ({ path, id, length, torn }: Segment): Promise<boolean> => {
    const look = await files.look(path);
    return look?.id === id && (torn ? look.bytes >= length : look.bytes === length);
  };

  const append = async (line: JournalLine): Promise<number> => {
    if (segment === null) segment = await beginSegment(files, folder, line.revision);
    else if (!(await isOurs(segment))) throw new ChangedUnderneath(segment.path);
    if (segment.torn) await mend(segment);
    const written = writeJournalLine(line, checksum, hash);
    const bytes = bytesOf(written.text);
    try {
      await segment.file.write(bytes);
      await segment.file.syncData();
      // Replaced at this very moment, the line would be in a file that nobody can find any more.
      if ((await files.look(segment.path))?.id !== segment.id) throw new ChangedUnderneath(segment.path);
    } catch (error) {
      segment.torn = true;
      await mendNowOrLater(segment);
      throw error;
    }
    segment.length += bytes.length;
    segment.lines.push(bytes);
    ({ checksum } = written);
    ({ revision } = line);
    return bytes.length;
  };

  const endSegment = async (): Promise<void> => {
    const ended = segment;
    if (ended === null) return;
    if (ended.torn) await mend(ended);
    segment = null;
    await ended.file.close();
  };

  const close = async (): Promise<void> => {
    try {
      await endSegment();
    } finally {
      const left = segment;
      segment = null;
      await left?.file.close();
    }
  };

  const reclaim = async (setAside: (path: string) => Promise<unknown>): Promise<void> => {
    if (await isUntouched()) return;
    await files.makeFolder(folder); // the whole of it may have gone
    const lost = segment;
    const from = lost?.first ?? revision + 1;
    for (const { path, first } of await segmentsIn(files, folder)) if (first >= from) await setAside(path);
    await files.syncFolder(folder);
    if (lost === null) return;
    // Until the new file stands, the old one is what we hold: not ours any more, so that nothing is appended to it.
    const bytes = Buffer.concat(lost.lines);
    await durableWrite(files, lost.path, bytes, nonce());
    const file = await files.append(lost.path);
    segment = { ...lost, file, id: (await files.look(lost.path))?.id ?? '', length: bytes.length, torn: false };
    await lost.file.close();
  };

  return { append, endSegment, close, isUntouched, reclaim, head: () => checksum };
}

async function beginSegment(files: Files, folder: string, first: number): Promise<Segment> {
  await files.makeFolder(folder);
  const path = join(folder, segmentName(first));
  for (const other of await segmentsIn(files, folder)) {
    const isLeftOver = basename(other.path) === basename(path) && (await files.look(path))?.bytes === 0;
    if (other.first >= first && !isLeftOver) throw new ChangedUnderneath(other.path);
  }
  const file = await createOrTakeEmpty(files, path);
  try {
    await files.syncFolder(folder);
    const look = await files.look(path);
    return { path, file, first, id: look?.id ?? '', lines: [], length: 0, torn: false };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** A segment of this name without a line is left from an attempt that failed. */
async function createOrTakeEmpty(files: Files, path: string): Promise<OpenFile> {
  try {
    return await files.create(path);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    if ((await files.look(path))?.bytes !== 0) throw new ChangedUnderneath(path);
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
