import { knownVersion, type Hash } from '../../shared/document/envelope.ts';
import { noChecksum, type JournalLine, type ReadLine } from '../../shared/document/journal-line.ts';
import { upgradedChanges } from '../../shared/document/upgrades/upgrade-changes.ts';
import { changeSchema } from '../../shared/editing/command.ts';
import type { Files } from '../ports.ts';
import { readSegment, segmentsIn, type Segment, type SegmentRead } from './segments.ts';

interface Cut {
  readonly segment: Segment;
  readonly keep: number;
  /** Revision of the last line kept where that lacks its line end; else null. Where the break is `torn`, nothing but that is wrong. */
  readonly unended: number | null;
}

/** Where a journal stops making sense, and what of its files is behind that point. */
export interface Break {
  /**
   * `torn`: the last line was being written when the program died; it may not have been shown as saved. `misfit`: the lines are whole, but
   * they were made on another file.
   */
  readonly kind: 'torn' | 'gap' | 'misfit';
  readonly detail: string;
  /** The segment that is good up to `keep` bytes of its lines, if the break lies within one. */
  readonly cut: Cut | null;
  /** Whole segments behind the break. */
  readonly behind: readonly string[];
}

export interface JournalRead {
  /** Lines after the base revision, without a gap. */
  readonly lines: readonly ReadLine[];
  /** Up to 500 lines that lead to the last one, oldest first, in the form of today: also from before the base. */
  readonly recent: readonly JournalLine[];
  readonly lastChecksum: string;
  /** Segments that hold lines after the base revision, or that could not be read to their end. */
  readonly beyond: readonly string[];
  readonly broken: Break | null;
}

const mostRecent = 500;

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
      broken = breakIn(segment, read, behind);
    }
  }
  const last = chain.at(-1);
  // Lines that end before the checkpoint do not lead to it: then they are no history of it either.
  const leads = last !== undefined && last.line.revision >= base;
  const earlier = leads ? await earlierLines(files, segments.slice(0, Math.max(start, 0)), chain, hash) : [];
  return {
    lines: chain.filter(({ line }) => line.revision > base),
    recent: leads ? inTodaysForm([...earlier, ...chain].slice(-mostRecent)) : [],
    lastChecksum: leads ? last.checksum : noChecksum,
    beyond: [...new Set([...beyond, ...(broken?.behind ?? [])])],
    broken,
  };
}

/** What is wrong within a segment. Where files follow that continue it, a line end that is not there takes nothing away. */
function breakIn(segment: Segment, { lines, good, isUnended, fault }: SegmentRead, behind: readonly string[]): Break | null {
  if (fault === null && !(isUnended && behind.length === 0)) return null;
  // Only the very end of the journal can be a line that was still being written.
  const kind = behind.length > 0 ? 'gap' : (fault?.kind ?? 'torn');
  const unended = isUnended ? (lines.at(-1)?.line.revision ?? null) : null;
  return { kind, detail: fault?.detail ?? 'its last line has no line end', cut: { segment, keep: good, unended }, behind };
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

/** Lines as this version would have written them, so that their edits can be taken back; as many of the newest as can be led here. */
function inTodaysForm(lines: readonly ReadLine[]): readonly JournalLine[] {
  const led: JournalLine[] = [];
  for (const { line, format } of lines.toReversed()) {
    if (format === knownVersion) {
      led.push(line);
      continue;
    }
    const changes = upgradedChanges(line.changes, format, knownVersion);
    if (format > knownVersion || !changes.ok || !changes.value.every((change) => changeSchema.safeParse(change).success)) break;
    led.push({ ...line, changes: changes.value });
  }
  return led.reverse();
}

/** Lines of older segments that lead without a break to those read, as many as the window wants for undo. */
async function earlierLines(
  files: Files,
  older: readonly Segment[],
  chain: readonly ReadLine[],
  hash: Hash,
): Promise<readonly ReadLine[]> {
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
  return lines;
}
