import { basename } from 'node:path';
import type { Problem } from '../../shared/contract/problems.ts';
import { knownVersion } from '../../shared/document/envelope.ts';
import type { PlainDocument } from '../../shared/document/open.ts';
import { replayed } from '../../shared/document/replay.ts';
import { goneText, leftOutText, noEditText } from '../../shared/words/journal-text.ts';
import { problemText } from '../../shared/words/problem-text.ts';
import type { Files } from '../ports.ts';
import { diskProblem } from '../storage/disk-problem.ts';
import { codeOf } from '../storage/node-files.ts';
import { readDocument, readPlain } from '../storage/read-document.ts';
import { segmentBytes, segmentName, segmentsIn, type Segment } from '../storage/segments.ts';
import { sha256 } from '../storage/system.ts';
import {
  contradictions,
  verifyJournal,
  type JournalFinding,
  type JournalPart,
} from '../storage/verify-journal.ts';
import { readWritten } from '../storage/written.ts';
import { asJson, FINDINGS, FINE, Stop, type Outcome } from './outcome.ts';
import { placesHere, realPath } from './read-file.ts';
import { counted } from '../../shared/words/number-text.ts';

interface FileFinding {
  readonly kind: 'file';
  readonly segment: string;
  readonly line: null;
  readonly revision: null;
  readonly detail: string;
}

export interface Verdict {
  readonly file: string;
  readonly sound: boolean;
  /** Edits whose line is as it was written. */
  readonly edits: number;
  readonly segments: number;
  /** Of the workspace file; null for a journal alone, and where the file cannot be read. */
  readonly revision: number | null;
  readonly findings: readonly (JournalFinding | FileFinding)[];
  readonly notes: readonly string[];
}

/**
 * Whether a workspace file and its journal, or a journal that was exported, are as they were written. Nothing is written.
 *
 * @throws Stop where the file cannot be read at all
 */
export async function verifyHere(file: string, files: Files): Promise<Verdict> {
  const path = await realPath(file, files);
  try {
    return /\.jsonl(\.gz)?$/.test(path) ? await verifyLines(path, files) : await verifyWorkspace(path, files);
  } catch (error) {
    if (codeOf(error) === 'EUNKNOWN') throw error;
    throw new Stop(problemText(diskProblem('read', path, error)));
  }
}

async function verifyLines(path: string, files: Files): Promise<Verdict> {
  const segment = { path, first: 0, isPacked: path.endsWith('.gz') };
  const part = await partOf(segment, files);
  const { findings, notes, lines } = verifyJournal([part], sha256);
  const isPiece =
    lines[0] !== undefined && basename(path).startsWith(segmentName(lines[0].read.line.revision));
  const own = findings.flatMap((finding) => {
    if (finding.kind !== 'missing' || finding.line !== 1) return [finding];
    // One file of a journal, under its own name, begins behind another; a whole journal begins at its first edit.
    return isPiece ? [] : [{ ...finding, detail: leftOutText(finding.revision ?? 0) }];
  });
  const empty: JournalFinding = {
    kind: 'missing',
    segment: part.segment,
    line: 1,
    revision: null,
    detail: noEditText,
  };
  const all = part.bytes?.length === 0 ? [empty] : own;
  return {
    file: path,
    sound: all.length === 0,
    edits: lines.length,
    segments: 1,
    revision: null,
    findings: all,
    notes,
  };
}

async function verifyWorkspace(path: string, files: Files): Promise<Verdict> {
  const plain = await readPlain(files, path, sha256);
  if (!plain.ok && !['damaged', 'not-a-workspace'].includes(plain.reason.kind))
    throw new Stop(problemText(plain.reason));
  const parts: JournalPart[] = [];
  for (const segment of await segmentsIn(files, (await placesHere(path, files)).journal))
    parts.push(await partOf(segment, files));
  // Something that never was a workspace, and has no journal, is a mistake of whoever asks.
  if (!plain.ok && plain.reason.kind === 'not-a-workspace' && parts.length === 0)
    throw new Stop(problemText(plain.reason));
  const journal = verifyJournal(parts, sha256);
  const document =
    plain.ok && plain.value.version <= knownVersion ? await readDocument(files, path, sha256) : null;
  const revision = plain.ok ? plain.value.revision : null;
  const findings = [
    ...(plain.ok ? [] : [fileFinding(path, plain.reason)]),
    ...(document?.ok === false ? [fileFinding(path, document.reason)] : []),
    ...journal.findings,
    ...(document?.ok === true && journal.findings.length === 0
      ? contradictions(document.value.workspace, document.value.revision, journal.lines)
      : []),
    ...(plain.ok && journal.findings.length === 0 ? misfits(plain.value, journal.lines) : []),
    ...shortfall(revision, journal.lines, path),
    ...(plain.ok && parts.length === 0 ? await goneJournal(plain.value, path, files) : []),
  ];
  const newer =
    plain.ok && plain.value.version > knownVersion
      ? [
          'A newer version of Evenwatch wrote the file; its checksum is right, its records were not looked at.',
        ]
      : [];
  const notes = [...journal.notes, ...newer, ...(plain.ok ? plain.value.remarks : [])];
  return {
    file: path,
    sound: findings.length === 0,
    edits: journal.lines.length,
    segments: parts.length,
    revision,
    findings,
    notes,
  };
}

/** Edits that are in no checkpoint yet must fit the file and each other. */
function misfits(plain: PlainDocument, lines: Lines): readonly JournalFinding[] {
  const later = lines.filter(({ read }) => read.line.revision > plain.revision);
  const first = later[0];
  const led = replayed(
    plain,
    later.map(({ read }) => read),
  );
  if (led.ok || first === undefined || led.reason.kind !== 'misfit') return [];
  const { segment, line, read } =
    later.find(
      ({ read: one }) => led.reason.kind === 'misfit' && led.reason.revision === one.line.revision,
    ) ?? first;
  return [{ kind: 'contradicts', segment, line, revision: read.line.revision, detail: led.reason.detail }];
}

type Lines = ReturnType<typeof verifyJournal>['lines'];

/** A file may be behind its journal, but not before it, unless there is no journal at all. */
function shortfall(revision: number | null, lines: Lines, path: string): readonly JournalFinding[] {
  const last = lines.at(-1);
  if (last === undefined || revision === null || revision <= last.read.line.revision) return [];
  const detail = `the journal ends at edit ${last.read.line.revision}, and ${basename(path)} is at ${revision}: the edits between are not there, or another state was opened`;
  return [
    { kind: 'missing', segment: last.segment, line: last.line, revision: last.read.line.revision, detail },
  ];
}

/** A file of ours that went on from the generation before it did so by edits: where no journal is there, it is gone. */
async function goneJournal(
  { revision, checksum }: PlainDocument,
  path: string,
  files: Files,
): Promise<readonly FileFinding[]> {
  const places = await placesHere(path, files);
  const previous = await readPlain(files, places.previous, sha256);
  if (!previous.ok || previous.value.revision >= revision) return [];
  const written = await readWritten({ files, hash: sha256 }, places);
  if (written !== null && !written.checksums.includes(checksum)) return []; // something else wrote the file
  return [
    {
      kind: 'file',
      segment: basename(places.journal),
      line: null,
      revision: null,
      detail: goneText(previous.value.revision, revision),
    },
  ];
}

function fileFinding(path: string, problem: Problem): FileFinding {
  const detail = 'detail' in problem && problem.detail !== null ? problem.detail : problemText(problem);
  return { kind: 'file', segment: basename(path), line: null, revision: null, detail };
}

async function partOf(segment: Segment, files: Files): Promise<JournalPart> {
  try {
    return { segment: basename(segment.path), bytes: await segmentBytes(files, segment) };
  } catch (error) {
    if (codeOf(error) !== 'EBADGZIP') throw error;
    return { segment: basename(segment.path), bytes: null };
  }
}

export function verifyOutcome(verdict: Verdict, json: boolean): Outcome {
  const code = verdict.sound ? FINE : FINDINGS;
  return { code, out: json ? asJson(verdict) : verdictText(verdict), notes: [] };
}

function verdictText({ file, sound, edits, segments, revision, findings, notes }: Verdict): string {
  const what = `${counted(edits, 'edit')} in ${counted(segments, 'journal file')}`;
  const head = sound
    ? `${file} is as it was written: ${revision === null ? '' : `revision ${revision}, `}${what}, every checksum right.`
    : `${file} is not as it was written: ${counted(findings.length, 'finding')} in ${what}.`;
  const told = findings.map(({ segment, line, revision: edit, detail }) => {
    const place =
      line === null ? segment : `${segment}, line ${line}${edit === null ? '' : `, edit ${edit}`}`;
    return `  ${place}: ${detail}`;
  });
  return `${[head, ...told, ...notes].join('\n')}\n`;
}
