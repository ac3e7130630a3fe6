import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Hash } from '../../shared/document/envelope.ts';
import { assertNever } from '../../shared/assert-never.ts';
import { readJournalLine, type ReadLine } from '../../shared/document/journal-line.ts';
import type { Files, Ports } from '../ports.ts';
import { textOf } from './disk-text.ts';
import { durableWrite } from './durable-write.ts';
import { tailOf } from './journal-tail.ts';

/** One file of the journal. Those older than a checkpoint are packed: nothing needs them in a hurry any more, but they are the audit trail. */
export interface Segment {
  readonly path: string;
  /** Revision that its first line makes. */
  readonly first: number;
  readonly isPacked: boolean;
}

export interface SegmentRead {
  readonly lines: readonly ReadLine[];
  /** Bytes of the good lines, unpacked. */
  readonly good: number;
  /** True where the last of them has no line end. */
  readonly isUnended: boolean;
  readonly fault: { readonly kind: 'torn' | 'gap'; readonly detail: string } | null;
}

const mostSegmentBytes = 1024 * 1024 * 1024;
const packed = '.gz';
const lineEnd = 0x0a;
const unpack = promisify(gunzip);
const pack = promisify(gzip);

/** Name of the segment whose first line makes this revision; names sort like revisions. */
export const segmentName = (firstRevision: number): string =>
  `${String(firstRevision).padStart(12, '0')}.jsonl`;

/** All segments, the oldest first. Where packing was interrupted both forms are there: the plain one counts. */
export async function segmentsIn(files: Files, folder: string): Promise<readonly Segment[]> {
  const names = new Set(await files.list(folder));
  return [...names]
    .filter((name) => /^\d{12}\.jsonl(\.gz)?$/.test(name))
    .map((name) => ({ path: join(folder, name), first: Number(name.slice(0, 12)), isPacked: name.endsWith(packed) }))
    .filter(({ first, isPacked }) => !isPacked || !names.has(segmentName(first)));
}

/** The lines of a segment as bytes, unpacked. Rejects with `EBADGZIP` when what was packed cannot be unpacked. */
export async function segmentBytes(files: Files, { path, isPacked }: Segment): Promise<Uint8Array> {
  const bytes = await files.read(path, mostSegmentBytes);
  return isPacked ? unpacked(bytes, path) : bytes;
}

async function unpacked(bytes: Uint8Array, path: string): Promise<Uint8Array> {
  try {
    return await unpack(bytes, { maxOutputLength: mostSegmentBytes });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw Object.assign(new Error(`${path} cannot be unpacked: ${detail}`), { code: 'EBADGZIP' });
  }
}

/** All lines of a journal as bytes, unpacked, the oldest first. */
export async function journalBytes(files: Files, folder: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for (const segment of await segmentsIn(files, folder)) {
    if ((parts.at(-1)?.at(-1) ?? lineEnd) !== lineEnd) parts.push(Uint8Array.of(lineEnd));
    parts.push(await segmentBytes(files, segment));
  }
  return Buffer.concat(parts);
}

/** Follows a segment line by line as long as each is whole and continues the one before. */
export async function readSegment(files: Files, segment: Segment, hash: Hash): Promise<SegmentRead> {
  let bytes: Uint8Array;
  try {
    bytes = await segmentBytes(files, segment);
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'EBADGZIP') throw error;
    return { lines: [], good: 0, isUnended: false, fault: { kind: 'gap', detail: 'it cannot be unpacked' } };
  }
  const lines: ReadLine[] = [];
  let good = 0;
  while (good < bytes.length) {
    const end = bytes.indexOf(lineEnd, good);
    if (end === -1) return readTail(bytes.subarray(good), { lines, good }, segment.first, hash);
    const fault = takeLine(bytes.subarray(good, end), lines, segment.first, hash);
    if (fault !== null)
      return { lines, good, isUnended: false, fault: { kind: 'gap', detail: `line ${lines.length + 1}: ${fault}` } };
    good = end + 1;
  }
  return { lines, good, isUnended: false, fault: null };
}

/** An edit counts when it is whole, though its line end is not there; what is behind it, or was never the beginning of a line, does not. */
function readTail(bytes: Uint8Array, { lines, good }: { readonly lines: ReadLine[]; readonly good: number }, firstRevision: number, hash: Hash): SegmentRead {
  const tail = tailOf(bytes, lines.at(-1)?.checksum ?? null, hash);
  const fault = tail.kind === 'line' ? takeLine(bytes.subarray(0, tail.length), lines, firstRevision, hash) : null;
  if (fault !== null) return { lines, good, isUnended: false, fault: { kind: 'gap', detail: `line ${lines.length + 1}: ${fault}` } };
  switch (tail.kind) {
    case 'line': {
      const stray = { kind: 'gap', detail: 'stray bytes stand where its last line should end' } as const;
      return { lines, good: good + tail.length, isUnended: true, fault: tail.stray === 0 ? null : stray };
    }
    case 'torn':
    case 'zeros':
      return { lines, good, isUnended: false, fault: { kind: 'torn', detail: 'its last line was not written to the end' } };
    case 'stray':
      return { lines, good, isUnended: false, fault: { kind: 'gap', detail: `line ${lines.length + 1}: it is not the beginning of a line` } };
    default:
      return assertNever(tail);
  }
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

/**
 * Packs the segments that a checkpoint has made history: all but those that begin after it. What was packed is read back and compared before the plain
 * file goes; a kill in between leaves both.
 *
 * @param revision revision of the checkpoint; no segment with later lines may be packed, because it is still written to
 */
export async function packSegments(
  folder: string,
  revision: number,
  { files, nonce }: Pick<Ports, 'files' | 'nonce'>,
): Promise<void> {
  const segments = await segmentsIn(files, folder);
  for (const [index, segment] of segments.entries()) {
    const next = segments[index + 1]?.first ?? revision + 1;
    if (segment.isPacked || segment.first > revision || next > revision + 1) continue;
    const bytes = await files.read(segment.path, mostSegmentBytes);
    const target = `${segment.path}${packed}`;
    await durableWrite(files, target, await pack(bytes), nonce());
    const reread = await unpacked(await files.read(target, mostSegmentBytes), target);
    if (Buffer.compare(reread, bytes) !== 0) throw new Error(`${target} could not be read back`);
    await files.remove(segment.path);
    await files.syncFolder(folder);
  }
}
