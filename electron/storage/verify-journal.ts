import { assertNever } from '../../shared/assert-never.ts';
import { knownVersion, type Hash } from '../../shared/document/envelope.ts';
import { noChecksum, readJournalLine, type ReadLine } from '../../shared/document/journal-line.ts';
import { upgradedChanges } from '../../shared/document/upgrades/upgrade-changes.ts';
import { sameJson } from '../../shared/model/json.ts';
import { plainTable } from '../../shared/model/tables.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import { tornLineText, unendedText } from '../../shared/words/journal-text.ts';
import { textOf } from './disk-text.ts';
import { tailOf } from './journal-tail.ts';

/** Something in a journal that is not as it was written. */
export interface JournalFinding {
  readonly kind:
    /** A line whose checksum does not match its content. */
    | 'altered'
    /** A line whose own checksum is right, but the line after it was written behind another one. */
    | 'replaced'
    /** Lines are not there, doubled, or in another order. */
    | 'missing'
    /** A line says of a record what the file does not hold. */
    | 'contradicts';
  /** Name of the file of the journal. */
  readonly segment: string;
  /** Counted from 1. */
  readonly line: number;
  /** The edit, where the line says which. */
  readonly revision: number | null;
  readonly detail: string;
}

/** A file of the journal, unpacked. */
export interface JournalPart {
  readonly segment: string;
  /** Null where it could not be unpacked. */
  readonly bytes: Uint8Array | null;
}

interface PlacedLine {
  readonly segment: string;
  readonly line: number;
  readonly read: ReadLine;
}

export interface JournalVerdict {
  readonly findings: readonly JournalFinding[];
  /** What is worth knowing and no alteration, as whole sentences. */
  readonly notes: readonly string[];
  /** Lines whose checksum is right, in the order of the files. */
  readonly lines: readonly PlacedLine[];
}

/**
 * Looks at every line of a journal, also behind one that was altered: is its checksum right, and does it continue the line before? Whoever changes a line and signs it anew is found
 * by the line after it; whoever rewrites all lines from there on, by `contradictions` with the file, as far as the records tell.
 *
 * @param parts the oldest first
 */
export function verifyJournal(parts: readonly JournalPart[], hash: Hash): JournalVerdict {
  const findings: JournalFinding[] = [];
  const notes: string[] = [];
  const lines: PlacedLine[] = [];
  let before: PlacedLine | null = null;
  /** True behind a line that could not be read: what follows cannot be held against it. */
  let isBlind = false;
  for (const [index, { segment, bytes }] of parts.entries()) {
    if (bytes === null) {
      findings.push({ kind: 'altered', segment, line: 1, revision: null, detail: 'the file cannot be unpacked' });
      isBlind = true;
      continue;
    }
    const isLast = index === parts.length - 1;
    for (const { number, bytes: piece, isWhole } of linesIn(bytes)) {
      const { read, fault, note, isTorn } = lookAt(piece, isWhole, isBlind ? null : (before?.read.checksum ?? null), segment, isLast, hash);
      if (note !== null) notes.push(note);
      if (fault !== null) findings.push({ kind: 'altered', segment, line: number, revision: read?.line.revision ?? revisionIn(piece), detail: fault });
      if (read === null) {
        isBlind = !isTorn;
        continue;
      }
      const placed: PlacedLine = { segment, line: number, read };
      const finding = breakBetween(before, placed, isBlind);
      if (finding !== null) findings.push(finding);
      else if (before !== null && !isBlind && read.previous === noChecksum)
        notes.push(`The history begins anew at edit ${read.line.revision}: another state was opened then.`);
      lines.push(placed);
      before = placed;
      isBlind = false;
    }
  }
  return { findings, notes, lines };
}

function breakBetween(before: PlacedLine | null, { segment, line, read }: PlacedLine, isBlind: boolean): JournalFinding | null {
  const { revision } = read.line;
  if (before === null) {
    if (isBlind || read.previous === noChecksum) return null;
    return { kind: 'missing', segment, line, revision, detail: `the edits before edit ${revision} are not there` };
  }
  const last = before.read.line.revision;
  if (revision <= last) return { kind: 'missing', segment, line, revision, detail: `edit ${revision} stands behind edit ${last}` };
  if (read.previous === noChecksum && revision > last) return null;
  if (isBlind && revision > last + 1) return null; // the altered lines between are told
  if (revision > last + 1)
    return { kind: 'missing', segment, line, revision, detail: `the edits from ${last + 1} to ${revision - 1} are not there` };
  if (read.previous === before.read.checksum) return null;
  const detail = `edit ${revision} was written behind another edit ${last} than this one`;
  return { kind: 'replaced', segment: before.segment, line: before.line, revision: last, detail };
}

interface Look {
  readonly read: ReadLine | null;
  /** What is altered in it. */
  readonly fault: string | null;
  readonly note: string | null;
  /** True where it is the beginning of a line that was still being written. */
  readonly isTorn: boolean;
}

/** One line, or what stands behind the last line end: only there, and only at the end of the journal, can a line be unfinished without anybody's doing. */
function lookAt(bytes: Uint8Array, isWhole: boolean, before: string | null, segment: string, isLast: boolean, hash: Hash): Look {
  const nothing: Look = { read: null, fault: null, note: null, isTorn: false };
  if (isWhole) {
    const text = textOf(bytes);
    const read = text.ok ? readJournalLine(text.value, hash) : null;
    if (read?.ok === true) return { ...nothing, read: read.value };
    return { ...nothing, fault: read === null ? 'its bytes are not text' : read.reason };
  }
  const tail = tailOf(bytes, before, hash);
  switch (tail.kind) {
    case 'line': {
      const { read, stray } = tail;
      if (stray > 0) return { ...nothing, read, fault: 'stray bytes stand where it should end' };
      return isLast ? { ...nothing, read, note: unendedText(segment, read.line.revision) } : { ...nothing, read, fault: 'its line end is not there' };
    }
    case 'torn':
      return isLast ? { ...nothing, note: tornLineText(segment), isTorn: true } : { ...nothing, fault: 'it breaks off, and files of the journal follow' };
    case 'zeros':
      return { ...nothing, fault: 'it ends in zero bytes: a power cut may have left them, or somebody wrote over it' };
    case 'stray':
      return { ...nothing, fault: 'it is neither a line nor the beginning of one' };
    default:
      return assertNever(tail);
  }
}

function* linesIn(bytes: Uint8Array): Generator<{ readonly number: number; readonly bytes: Uint8Array; readonly isWhole: boolean }> {
  let number = 0;
  for (let at = 0; at < bytes.length;) {
    number += 1;
    const found = bytes.indexOf(0x0a, at);
    const end = found === -1 ? bytes.length : found;
    yield { number, bytes: bytes.subarray(at, end), isWhole: found !== -1 };
    at = end + 1;
  }
}

/** The edit that an altered line claims to be. */
function revisionIn(bytes: Uint8Array): number | null {
  const found = /"revision":(\d{1,15})/.exec(Buffer.from(bytes).toString('latin1'))?.[1];
  return found === undefined ? null : Number(found);
}

/**
 * Where the file does not hold what the journal says: going back from it, every edit must have left each record as the file, or the edit after it, has it. Stops where the history begins
 * anew, and at the first contradiction of each record.
 *
 * @param revision of the file; later lines are in the journal alone and are held against each other by their records
 */
export function contradictions(workspace: Workspace, revision: number, lines: readonly PlacedLine[]): readonly JournalFinding[] {
  const findings: JournalFinding[] = [];
  const known = new Map<string, unknown>();
  const told = new Set<string>();
  const included = lines.filter(({ read }) => read.line.revision <= revision);
  if (included.at(-1)?.read.line.revision !== revision) return [];
  for (const { segment, line, read } of included.toReversed()) {
    const changes = upgradedChanges(read.line.changes, read.format, knownVersion);
    if (!changes.ok) return findings;
    for (const { table, id, before, after } of changes.value) {
      const place = `${table}/${id}`;
      const is = known.has(place) ? known.get(place) : recordIn(workspace, table, id);
      known.set(place, before);
      if (sameJson(is, after) || told.has(place)) continue;
      told.add(place);
      const detail = `it says of ${place} what neither the file nor a later edit bears out`;
      findings.push({ kind: 'contradicts', segment, line, revision: read.line.revision, detail });
    }
    if (read.previous === noChecksum) break;
  }
  return findings;
}

function recordIn(workspace: Workspace, table: string, id: string): unknown {
  if (table === 'about') return workspace.about;
  const records = Object.hasOwn(workspace, table) ? plainTable(workspace, table as Parameters<typeof plainTable>[1]) : {};
  return Object.hasOwn(records, id) ? (records as Readonly<Record<string, unknown>>)[id] : null;
}
