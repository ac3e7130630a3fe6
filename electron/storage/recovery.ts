import { join } from 'node:path';
import type { RecoveryNotice } from '../../shared/contract/channels.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import { knownVersion, mostBytes } from '../../shared/document/envelope.ts';
import type { OpenedDocument } from '../../shared/document/open.ts';
import type { Ports } from '../ports.ts';
import { bytesOf } from './disk-text.ts';
import { backupsOf, keepBefore, newestBackup, uncheckedEnd } from './backups.ts';
import { checkpointOf, ensurePrevious, type CheckpointStore } from './checkpoint.ts';
import { durableWrite, removeTemporaries } from './durable-write.ts';
import type { FoundState } from './find-state.ts';
import type { Places } from './places.ts';
import { moveAside, setAside } from './quarantine.ts';
import type { Break } from './read-journal.ts';
import { tornText } from '../../shared/words/journal-text.ts';
import { readDocument } from './read-document.ts';
import { segmentBytes, segmentName } from './segments.ts';
import { rememberWritten } from './written.ts';

type RecoveryPorts = Pick<Ports, 'files' | 'hash' | 'nonce' | 'clock'>;

export interface Settled {
  readonly store: CheckpointStore;
  readonly notices: readonly RecoveryNotice[];
}

/**
 * Makes the disk agree with the state that was found: keeps copies of everything bad, cuts off what is behind a break of the journal,
 * and only then writes the state that stands in for a damaged file. Called once the state is safe in memory and the workspace is ours.
 */
export async function settle(places: Places, found: FoundState, ports: RecoveryPorts): Promise<Settled> {
  const { store, notices } = await settleJournal(places, found, ports);
  if (found.rung === 'checkpoint')
    return { store, notices: [...notices, ...(await settleOwnFile(places, found, store, ports))] };
  const keptAs = await keepDamaged(places, ports);
  if (found.document.version < knownVersion) await keepOriginal(places, found, ports);
  await store.write();
  return { store, notices: [...notices, standIn(found, keptAs)] };
}

/** The part of it that does not touch the file itself: rubbish cleared away, the journal cut where it breaks. */
export async function settleJournal(places: Places, found: FoundState, ports: RecoveryPorts): Promise<Settled> {
  const { files } = ports;
  await files.makeFolder(places.folder);
  await removeTemporaries(files, places.folder, [uncheckedEnd]);
  const notices: RecoveryNotice[] = [...remarksOf(found)];
  if (found.broken !== null) notices.push(await mendJournal(places, found.broken, found.revision, ports));
  return { store: checkpointOf(places, ports, { workspace: found.workspace, revision: found.revision }), notices };
}

/** The file itself is sound: it is led to the format of today, and the lead is told where it was not the newest. */
async function settleOwnFile(
  places: Places,
  found: FoundState,
  store: CheckpointStore,
  ports: RecoveryPorts,
): Promise<readonly RecoveryNotice[]> {
  const isOldCopy = await wasReplaced(places, found, ports);
  if (found.seen !== null) store.recognise(found.seen);
  await ensurePrevious(places, ports);
  if (found.seen !== null) await rememberWritten(places, found.seen.checksum, ports);
  const isOld = found.document.version < knownVersion;
  if (isOld) await keepOriginal(places, found, ports);
  if (isOldCopy || isOld) await store.write();
  return [...(isOldCopy ? [madeAgain(found)] : []), ...(isOld ? [upgradedNotice(found)] : [])];
}

/** What a look at a file without the right to write has to say. */
export function remarksOf(found: FoundState): readonly RecoveryNotice[] {
  if (found.document.version > knownVersion)
    return [{ kind: 'newer-format', detail: newerText(found), keptAs: null }];
  return oddities(found.document);
}

export const oddities = (document: Pick<OpenedDocument, 'remarks'>): readonly RecoveryNotice[] =>
  document.remarks.map((detail) => ({ kind: 'odd-file', detail, keptAs: null }));

const newerText = ({ document }: FoundState): string =>
  [
    `The file is of format ${document.version}; this version writes format ${knownVersion}.`,
    ...document.remarks,
  ].join(' ');

async function mendJournal(
  places: Places,
  broken: Break,
  revision: number,
  ports: RecoveryPorts,
): Promise<RecoveryNotice> {
  const { files } = ports;
  const stamp = { now: ports.clock.now(), nonce: ports.nonce() };
  let keptAs: string | null = null;
  if (broken.cut !== null) keptAs = await cutSegment(places, broken.cut, stamp, ports);
  for (const path of broken.behind) keptAs = await moveAside(files, places, path, stamp);
  if (broken.behind.length > 0) await files.syncFolder(places.journal);
  if (broken.kind === 'torn') {
    return { kind: 'torn-tail', detail: tornText(revision, broken.cut?.unended ?? null), keptAs };
  }
  const detail = `The journal breaks off after revision ${revision} (${broken.detail}). What stood behind that was set aside.`;
  return { kind: 'journal-gap', detail, keptAs };
}

/** Keeps of a segment only its first bytes, with a line end; the rest goes to the quarantine. Of a packed one the good part is written plain first. */
async function cutSegment(
  places: Places,
  { segment, keep, unended }: NonNullable<Break['cut']>,
  stamp: { readonly now: string; readonly nonce: string },
  { files }: RecoveryPorts,
): Promise<string | null> {
  const ending = bytesOf(unended === null ? '' : '\n');
  if (segment.isPacked) {
    if (keep > 0) {
      const good = Buffer.concat([(await segmentBytes(files, segment)).subarray(0, keep), ending]);
      await durableWrite(files, join(places.journal, segmentName(segment.first)), good, stamp.nonce);
    }
    return moveAside(files, places, segment.path, stamp);
  }
  const rest = (await files.read(segment.path, Number.MAX_SAFE_INTEGER)).subarray(keep);
  const keptAs = rest.length === 0 ? null : await setAside(files, places, segment.path, rest, stamp);
  const file = await files.append(segment.path);
  try {
    await file.truncate(keep);
    await file.write(ending);
    await file.sync();
  } finally {
    await file.close();
  }
  return keptAs;
}

/** Keeps the file as it was before a later format is written over it; the journal's lines stay as they are. */
async function keepOriginal(places: Places, found: FoundState, ports: RecoveryPorts): Promise<void> {
  const bytes = await ports.files.read(found.path, mostBytes);
  for (const { path } of await backupsOf(ports.files, places.backups, 'before-upgrade')) {
    // Killed in the middle and begun again, an upgrade must not push out the copies from other upgrades.
    if (Buffer.compare(await ports.files.read(path, mostBytes), bytes) === 0) return;
  }
  const of = { revision: found.document.revision, now: ports.clock.now(), bytes, isOurs: false };
  await keepBefore(places.backups, 'before-upgrade', of, ports);
}

function upgradedNotice(found: FoundState): RecoveryNotice {
  const edits = found.revision - found.document.revision;
  const journal = edits === 0 ? '' : ` The ${edits === 1 ? 'edit' : `${edits} edits`} in its journal were made in the old format first.`;
  const detail = `The file was of format ${found.document.version} and is now of format ${knownVersion}; a copy from before is among the backups.${journal}`;
  return { kind: 'upgraded', detail, keptAs: null };
}

/**
 * True when the file is an older copy that somebody put back by hand: a state saved after it is known here. The journal has
 * led it to the newest edit again, which is not what was meant; so it must be told.
 */
async function wasReplaced(places: Places, found: FoundState, { files, hash }: RecoveryPorts): Promise<boolean> {
  const { revision } = found.document;
  if (found.revision === revision) return false;
  if ((await newestBackup(files, places)) > revision) return true;
  const previous = await readDocument(files, places.previous, hash);
  return previous.ok && previous.value.revision > revision;
}

function madeAgain({ document, revision }: FoundState): RecoveryNotice {
  const detail =
    `The file held an older copy, of revision ${document.revision}; the edits up to ${revision} were made again from the journal, so that none is lost. ` +
    'To go back to the older state, take them back with undo, or open a copy of that file from another folder.';
  return { kind: 'odd-file', detail, keptAs: null };
}

/** A copy of the file that could not be read; null when it is not there at all. */
export async function keepDamaged(places: Places, { files, clock, nonce }: RecoveryPorts): Promise<string | null> {
  if ((await files.look(places.file)) === null) return null;
  const bytes = await files.read(places.file, mostBytes);
  return setAside(files, places, places.file, bytes, { now: clock.now(), nonce: nonce() });
}

function standIn(found: FoundState, keptAs: string | null): RecoveryNotice {
  const replayed = found.revision - found.document.revision;
  const journal = replayed === 0 ? '' : `, and ${replayed} edits of the journal were made again`;
  const source =
    found.rung === 'previous'
      ? 'the generation saved before it'
      : `the backup of revision ${found.document.revision}`;
  const detail = `${capital(damageText(found.damage))}. It was replaced by ${source}${journal}; it stands at revision ${found.revision} now.`;
  return { kind: found.rung === 'previous' ? 'previous-generation' : 'backup', detail, keptAs };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function damageText(damage: Problem | null): string {
  switch (damage?.kind) {
    case 'damaged':
    case 'not-a-workspace':
      return `the workspace file could not be read: ${damage.detail}`;
    case 'invalid-workspace':
      return `the workspace file contradicts itself: ${damage.findings[0]?.where ?? ''} ${damage.findings[0]?.what ?? ''}`;
    case 'not-found':
      return 'the workspace file was gone';
    default:
      return 'the workspace file could not be read';
  }
}
