import type { Problem } from '../../shared/contract/problems.ts';
import { knownVersion, type Hash } from '../../shared/document/envelope.ts';
import { noChecksum, type JournalLine } from '../../shared/document/journal-line.ts';
import { finishDocument, type OpenedDocument, type PlainDocument } from '../../shared/document/open.ts';
import { replayed } from '../../shared/document/replay.ts';
import { diff } from '../../shared/editing/changes.ts';
import { ok, refused, type Result } from '../../shared/result.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import type { Files } from '../ports.ts';
import { backupsToTry } from './backups.ts';

import type { Places } from './places.ts';
import { readPlain, readSeen, type Seen } from './read-document.ts';
import { readJournal, type Break } from './read-journal.ts';
import { readWritten } from './written.ts';

/** Where a state was found: the file itself, or what stands in for it. */
export type Rung = 'checkpoint' | 'previous' | 'backup';

/** The best state that the disk holds, and what is wrong with the rest. Nothing has been written to find it. */
export interface FoundState {
  readonly rung: Rung;
  readonly path: string;
  /** The file that the edits of the journal were made on. */
  readonly document: Pick<OpenedDocument, 'version' | 'revision' | 'remarks'>;
  /** By what the workspace file is known again, where that is what was read; null on the other rungs. */
  readonly seen: (Seen & Pick<PlainDocument, 'checksum'>) | null;
  /** The document with the journal's edits. */
  readonly workspace: Workspace;
  readonly revision: number;
  readonly recentLines: readonly JournalLine[];
  readonly lastChecksum: string;
  readonly broken: Break | null;
  /** Format of lines that this version does not know: they were left out, and nothing may be written. */
  readonly newerJournal: number | null;
  /** Why the file itself could not be used; null when it could. */
  readonly damage: Problem | null;
  /**
   * Set when something else wrote the file: what was kept here before, with all edits. `workspace` is what the file holds now.
   */
  readonly ours: FoundState | null;
}

/**
 * The ladder: the checkpoint; else the generation before it; else the newest backup that is sound; each with the edits that the
 * journal has for it. The problem of the checkpoint is returned when no rung holds.
 */
export async function findState(files: Files, places: Places, hash: Hash): Promise<Result<FoundState, Problem>> {
  const own = await readSeen(files, places.file, hash);
  const found = own.ok
    ? await withJournal(files, places, hash, { rung: 'checkpoint', path: places.file, ...own.value, damage: null })
    : own;
  if (own.ok && found.ok) return ok(await againstLineage(files, places, hash, own.value.plain, found.value));
  const damage = found.ok ? null : found.reason;
  if (damage === null) return found;
  // A disk that says no, and a file from the future, are no damage: an older copy would be the wrong answer.
  if (['disk', 'newer-format', 'too-large'].includes(damage.kind)) return refused(damage);
  const whole = await standIn(files, places, hash, damage, isWhole);
  return whole ?? (await standIn(files, places, hash, damage, () => true)) ?? refused(damage);
}

/** True when all edits of the journal are in it: then it is what was kept here, and not some copy that the journal does not belong to. */
const isWhole = ({ broken, newerJournal }: FoundState): boolean =>
  newerJournal === null && (broken === null || broken.kind === 'torn');

/** The first sound copy of the ladder that will do, with the edits of the journal. */
async function standIn(
  files: Files,
  places: Places,
  hash: Hash,
  damage: Problem | null,
  willDo: (state: FoundState) => boolean,
): Promise<Result<FoundState, Problem> | null> {
  const others = [
    { rung: 'previous' as const, path: places.previous },
    ...(await backupsToTry(files, places)).map((path) => ({ rung: 'backup' as const, path })),
  ];
  for (const { rung, path } of others) {
    const plain = await readPlain(files, path, hash);
    if (!plain.ok) continue;
    const found = await withJournal(files, places, hash, { rung, path, plain: plain.value, seen: null, damage });
    if (found.ok && willDo(found.value)) return found;
  }
  return null;
}

/**
 * Compares a sound file with what was written here. One that something else wrote is taken for what it is, another version, and what was
 * kept here is looked for beside it.
 */
async function againstLineage(
  files: Files,
  places: Places,
  hash: Hash,
  own: PlainDocument,
  found: FoundState,
): Promise<FoundState> {
  if (own.version > knownVersion) return found;
  const written = await readWritten({ files, hash }, places);
  if (written === null || written.checksums.includes(own.checksum)) return found;
  const ours = await standIn(files, places, hash, null, isWhole);
  if (ours?.ok !== true || leadsTo(found, ours.value)) return found;
  // The journal belongs to ours; what it says about the other version is chance.
  const alone = finishDocument(own);
  return alone.ok
    ? { ...found, workspace: alone.value.workspace, revision: own.revision, broken: ours.value.broken, ours: ours.value }
    : found;
}

/** True when the journal leads from the file to where ours stands: then it is an earlier state of ours, whatever is known about its checksum. */
const leadsTo = (found: FoundState, ours: FoundState): boolean =>
  isWhole(found) && found.revision === ours.revision && diff(found.workspace, ours.workspace).length === 0;

interface Base {
  readonly rung: Rung;
  readonly path: string;
  readonly plain: PlainDocument;
  readonly seen: Seen | null;
  readonly damage: Problem | null;
}

async function withJournal(
  files: Files,
  places: Places,
  hash: Hash,
  { rung, path, plain, seen, damage }: Base,
): Promise<Result<FoundState, Problem>> {
  const { version, revision, remarks } = plain;
  const base = {
    rung,
    path,
    document: { version, revision, remarks },
    seen: seen && { ...seen, checksum: plain.checksum },
    damage,
    ours: null,
  };
  const journal = await readJournal(files, places.journal, revision, hash);
  const led = replayed(plain, journal.lines);
  const whole = led.ok ? finishDocument(led.value) : null;
  if (led.ok && whole?.ok === true) {
    return ok({
      ...base,
      document: { ...base.document, remarks: whole.value.remarks },
      workspace: whole.value.workspace,
      revision: led.value.revision,
      recentLines: journal.recent,
      lastChecksum: journal.lastChecksum,
      broken: journal.broken,
      newerJournal: null,
    });
  }
  const alone = journal.lines.length === 0 && whole !== null ? whole : finishDocument(plain);
  if (!alone.ok) return alone;
  const newerJournal = !led.ok && led.reason.kind === 'newer' ? led.reason.format : null;
  const detail = !led.ok && led.reason.kind === 'misfit' ? led.reason.detail : brokenText(whole);
  const broken: Break | null =
    newerJournal === null ? { kind: 'misfit', detail, cut: null, behind: journal.beyond } : null;
  const { workspace } = alone.value;
  return ok({ ...base, workspace, revision, recentLines: [], lastChecksum: noChecksum, broken, newerJournal });
}

function brokenText(whole: ReturnType<typeof finishDocument> | null): string {
  const first = whole?.ok === false && whole.reason.kind === 'invalid-workspace' ? whole.reason.findings[0] : undefined;
  return `its edits lead to a broken workspace (${first?.where ?? ''}: ${first?.what ?? ''})`;
}
