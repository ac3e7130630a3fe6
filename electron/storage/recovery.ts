import type { RecoveryNotice } from '../../shared/contract/channels.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import { knownVersion, mostBytes } from '../../shared/document/envelope.ts';
import type { OpenedDocument } from '../../shared/document/open.ts';
import type { Ports } from '../ports.ts';
import { keepOriginal, newestBackup } from './backups.ts';
import { checkpointOf, ensurePrevious, readDocument, type CheckpointStore } from './checkpoint.ts';
import { removeTemporaries } from './durable-write.ts';
import type { FoundState } from './find-state.ts';
import type { Places } from './places.ts';
import { moveAside, setAside } from './quarantine.ts';
import type { Break } from './read-journal.ts';

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
  const { files } = ports;
  await files.makeFolder(places.folder);
  await removeTemporaries(files, places.folder);
  const notices: RecoveryNotice[] = [...remarksOf(found)];
  if (found.broken !== null) notices.push(await mendJournal(places, found.broken, found.revision, ports));
  const store = checkpointOf(places, ports, { workspace: found.workspace, revision: found.revision });
  if (found.rung === 'checkpoint') {
    const isOldCopy = await wasReplaced(places, found, ports);
    await store.read();
    await ensurePrevious(places, ports);
    store.data = { workspace: found.workspace, revision: found.revision };
    if (isOldCopy) {
      await store.write();
      notices.push(madeAgain(found));
    }
    if (found.document.version < knownVersion) notices.push(await upgradeFile(places, found, store, ports));
    return { store, notices };
  }
  const keptAs = await keepDamaged(places, ports);
  await store.write();
  notices.push(standIn(found, keptAs));
  return { store, notices };
}

/** What a look at a file without the right to write has to say. */
export function remarksOf(found: FoundState): readonly RecoveryNotice[] {
  if (found.document.version > knownVersion)
    return [{ kind: 'newer-format', detail: newerText(found), keptAs: null }];
  return oddities(found.document);
}

export const oddities = (document: OpenedDocument): readonly RecoveryNotice[] =>
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
  if (broken.cut !== null) {
    const bytes = await files.read(broken.cut.path, Number.MAX_SAFE_INTEGER);
    keptAs = await setAside(files, places, broken.cut.path, bytes.subarray(broken.cut.keep), stamp);
    const segment = await files.append(broken.cut.path);
    try {
      await segment.truncate(broken.cut.keep);
      await segment.sync();
    } finally {
      await segment.close();
    }
  }
  for (const path of broken.behind) keptAs = await moveAside(files, places, path, stamp);
  if (broken.behind.length > 0) await files.syncFolder(places.journal);
  if (broken.kind === 'torn') {
    const detail = `The program was stopped while it wrote an edit after revision ${revision}; that edit had not been shown as saved, and was dropped.`;
    return { kind: 'torn-tail', detail, keptAs };
  }
  const detail = `The journal breaks off after revision ${revision} (${broken.detail}). What stood behind that was set aside.`;
  return { kind: 'journal-gap', detail, keptAs };
}

async function upgradeFile(
  places: Places,
  found: FoundState,
  store: CheckpointStore,
  ports: RecoveryPorts,
): Promise<RecoveryNotice> {
  const bytes = await ports.files.read(places.file, mostBytes);
  await keepOriginal(places, found.document.revision, ports.clock.now(), bytes, ports);
  await store.write();
  const detail = `The file was of format ${found.document.version} and is now of format ${knownVersion}; a copy from before is among the backups.`;
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
async function keepDamaged(places: Places, { files, clock, nonce }: RecoveryPorts): Promise<string | null> {
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
