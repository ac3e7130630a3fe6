import { join } from 'node:path';
import type { Hash } from '../../shared/document/envelope.ts';
import {
  noChecksum,
  readJournalLine,
  type JournalLine,
  type ReadLine,
} from '../../shared/document/journal-line.ts';
import type { Files } from '../ports.ts';
import { textOf } from './disk-text.ts';

/** Where a journal stops making sense, and what of its files is behind that point. */
export interface Break {
  /** `torn`: the last line was being written when the program died; nobody had been told that it is saved. */
  readonly kind: 'torn' | 'gap';
  readonly detail: string;
  /** The segment that is good up to `keep` bytes, if the break lies within one. */
  readonly cut: { readonly path: string; readonly keep: number } | null;
  /** Whole segments behind the break. */
  readonly behind: readonly string[];
}

export interface JournalRead {
  /** Lines after the base revision, without a gap. */
  readonly lines: readonly JournalLine[];
  /** Up to 500 lines that lead to the last one, oldest first: also from before the base. */
  readonly recent: readonly JournalLine[];
  readonly lastChecksum: string;
  /** Segments that hold lines after the base revision, or that could not be read to their end. */
  readonly beyond: readonly string[];
  readonly broken: Break | null;
}

interface Segment {
  readonly path: string;
  readonly first: number;
}

interface SegmentRead {
  readonly lines: readonly ReadLine[];
  /** Bytes of the good lines. */
  readonly good: number;
  readonly fault: { readonly kind: 'torn' | 'gap'; readonly detail: string } | null;
}

const mostRecent = 500;
const mostSegmentBytes = 1024 * 1024 * 1024;

/**
 * What the journal holds beyond a checkpoint. It is followed as long as every line carries the checksum of the line before and the
 * next revision; there it stops, for good.
 *
 * @param base revision of the checkpoint
 */
export async function readJournal(
  files: Files,
  folder: string,
  base: number,
  hash: Hash,
): Promise<JournalRead> {
  const segments = await segmentsIn(files, folder);
  const start = segments.findLastIndex((segment) => segment.first <= base + 1);
  const beyond: string[] = [];
  const chain: ReadLine[] = [];
  let broken: Break | null = null;
  for (const [index, segment] of segments.entries()) {
    if (index < start || broken !== null) continue;
    const behind = segments.slice(index + 1).map(({ path }) => path);
    const read = await readSegment(files, segment, hash);
    if (read.fault !== null || read.lines.some(({ line }) => line.revision > base)) beyond.push(segment.path);
    const misfit = misfitOf(read, chain.at(-1), base);
    if (misfit !== null)
      broken = { kind: 'gap', detail: misfit, cut: null, behind: [segment.path, ...behind] };
    else {
      chain.push(...read.lines);
      if (read.fault) {
        // Only the very end of the journal can be a line that was still being written.
        const kind = behind.length > 0 ? 'gap' : read.fault.kind;
        broken = { kind, detail: read.fault.detail, cut: { path: segment.path, keep: read.good }, behind };
      }
    }
  }
  const last = chain.at(-1);
  // Lines that end before the checkpoint do not lead to it: then they are no history of it either.
  const leads = last !== undefined && last.line.revision >= base;
  const earlier = leads ? await earlierLines(files, segments.slice(0, Math.max(start, 0)), chain, hash) : [];
  return {
    lines: chain.map(({ line }) => line).filter(({ revision }) => revision > base),
    recent: leads ? [...earlier, ...chain.map(({ line }) => line)].slice(-mostRecent) : [],
    lastChecksum: leads ? last.checksum : noChecksum,
    beyond: [...new Set([...beyond, ...(broken?.behind ?? [])])],
    broken,
  };
}

async function segmentsIn(files: Files, folder: string): Promise<readonly Segment[]> {
  const names = await files.list(folder);
  return names
    .filter((name) => /^\d{12}\.jsonl$/.test(name))
    .map((name) => ({ path: join(folder, name), first: Number(name.slice(0, 12)) }));
}

/** Why a segment does not continue what was read so far; null when it does. */
function misfitOf(read: SegmentRead, last: ReadLine | undefined, base: number): string | null {
  const first = read.lines[0];
  if (first === undefined) return null;
  const expected = last === undefined ? base + 1 : last.line.revision + 1;
  if (last !== undefined && last.line.revision >= base && first.previous !== last.checksum) {
    return `edit ${first.line.revision} does not continue edit ${last.line.revision}`;
  }
  const continues =
    last === undefined
      ? first.line.revision <= expected
      : first.line.revision === Math.max(expected, base + 1);
  return continues ? null : `edit ${expected} is missing; edit ${first.line.revision} follows`;
}

async function readSegment(files: Files, segment: Segment, hash: Hash): Promise<SegmentRead> {
  const bytes = await files.read(segment.path, mostSegmentBytes);
  const lines: ReadLine[] = [];
  let good = 0;
  while (good < bytes.length) {
    const end = bytes.indexOf(0x0a, good);
    if (end === -1)
      return { lines, good, fault: { kind: 'torn', detail: 'its last line was not written to the end' } };
    const fault = takeLine(bytes.subarray(good, end), lines, segment.first, hash);
    if (fault !== null)
      return { lines, good, fault: { kind: 'gap', detail: `line ${lines.length + 1}: ${fault}` } };
    good = end + 1;
  }
  return { lines, good, fault: null };
}

/** Adds the next line if it is whole and continues the one before; else says what is wrong with it. */
function takeLine(bytes: Uint8Array, lines: ReadLine[], firstRevision: number, hash: Hash): string | null {
  const text = textOf(bytes);
  if (!text.ok) return text.reason;
  const read = readJournalLine(text.value, hash);
  if (!read.ok) return read.reason;
  const before = lines.at(-1);
  const expected = before === undefined ? firstRevision : before.line.revision + 1;
  if (read.value.line.revision !== expected)
    return `it is edit ${read.value.line.revision}, where edit ${expected} belongs`;
  if (before !== undefined && read.value.previous !== before.checksum)
    return 'it does not continue the line before';
  lines.push(read.value);
  return null;
}

/** Lines of older segments that lead without a break to those read, as many as the window wants for undo. */
async function earlierLines(
  files: Files,
  older: readonly Segment[],
  chain: readonly ReadLine[],
  hash: Hash,
): Promise<readonly JournalLine[]> {
  let lines: readonly ReadLine[] = [];
  let next = chain[0];
  for (const segment of older.toReversed()) {
    if (next === undefined || lines.length + chain.length >= mostRecent) break;
    const read = await readSegment(files, segment, hash);
    const last = read.lines.at(-1);
    if (read.fault !== null || last === undefined || last.checksum !== next.previous) break;
    lines = [...read.lines, ...lines];
    next = read.lines[0];
  }
  return lines.map(({ line }) => line);
}
