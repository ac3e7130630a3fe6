import type { RecoveryNotice } from '../../shared/contract/channels.ts';
import { mostBytes } from '../../shared/document/envelope.ts';
import type { JournalLine } from '../../shared/document/journal-line.ts';
import { commonAncestor } from '../../shared/document/merge.ts';
import { finishDocument, readPlainDocument } from '../../shared/document/open.ts';
import { diff } from '../../shared/editing/changes.ts';
import { closeWorkspace } from '../../shared/document/close.ts';
import { mostSteps } from '../../shared/editing/history.ts';
import type { Ports } from '../ports.ts';
import { keepBefore } from '../storage/backups.ts';
import { bytesOf, textOf } from '../storage/disk-text.ts';
import type { FoundState } from '../storage/find-state.ts';
import { editsBack, mostEditsBack } from '../storage/history.ts';
import { openJournal } from '../storage/journal.ts';
import type { Owner } from '../storage/owner.ts';
import type { Places } from '../storage/places.ts';
import { settleJournal } from '../storage/recovery.ts';
import { rememberWritten } from '../storage/written.ts';
import type { Beginning } from './session.ts';

/**
 * Opens a file that something else wrote while it was closed: another computer through a synchronised folder, say. What it holds becomes one more edit of our history, so that
 * undo leads back to what was kept here. Where both sides had been edited, ours is also set aside as a version to compare with. The order lets a kill at any point find
 * either the same question again or the answer whole.
 */
export async function takeOver(
  places: Places,
  theirs: FoundState,
  ours: FoundState,
  owner: Owner,
  ports: Ports,
): Promise<Beginning> {
  const { store, notices } = await settleJournal(places, ours, ports);
  const journal = openJournal(places.journal, { revision: ours.revision, checksum: ours.lastChecksum }, ports);
  const changes = diff(ours.workspace, theirs.workspace);
  const told: RecoveryNotice[] = [...notices];
  const mark = (await ports.files.look(places.file))?.mark ?? null;
  const bytes = await ports.files.read(places.file, mostBytes);
  await keepBefore(places.backups, 'other-version', { revision: theirs.revision, now: ports.clock.now(), bytes, isOurs: false }, ports);
  let { revision, recentLines } = ours;
  if (changes.length > 0) {
    const keptAs = (await hasOwnEdits(places, theirs, ours, ports)) ? await setOursAside(places, ours, ports) : null;
    const line: JournalLine = {
      revision: revision + 1,
      time: ports.clock.now(),
      by: ports.host.user,
      title: 'Take over another version of the file',
      command: { kind: 'restore', from: 'other-version', changes },
      changes,
    };
    await journal.append(line);
    revision = line.revision;
    recentLines = [...recentLines.slice(1 - mostSteps), line];
    told.push(notice(ours.revision, changes.length, keptAs));
  }
  store.passOver(mark);
  store.data = { workspace: theirs.workspace, revision };
  await store.write();
  await journal.endSegment();
  const checksum = checksumIfTaken(bytes, theirs, places, ports);
  // It is what is open now: nobody has to compare its copy.
  if (checksum !== null) await rememberWritten(places, checksum, ports, 'settled');
  return {
    places,
    workspace: theirs.workspace,
    revision,
    recentLines,
    notices: told,
    keeping: { store, journal, owner, isClean: true },
    readOnlyBecause: null,
  };
}

/** The checksum of what was kept aside; null if yet another version had arrived between the look at theirs and the copy: that one has been seen by nobody. */
function checksumIfTaken(bytes: Uint8Array, theirs: FoundState, places: Places, { hash }: Ports): string | null {
  const text = textOf(bytes);
  if (!text.ok) return null;
  const plain = readPlainDocument(text.value, places.file, hash);
  const document = plain.ok ? finishDocument(plain.value) : plain;
  return plain.ok && document.ok && diff(document.value.workspace, theirs.workspace).length === 0 ? plain.value.checksum : null;
}

/** True when we had made edits that the other version does not come from. */
async function hasOwnEdits(places: Places, theirs: FoundState, ours: FoundState, ports: Ports): Promise<boolean> {
  const head = { revision: ours.revision, checksum: ours.lastChecksum };
  const edits: JournalLine[] = [];
  for await (const line of editsBack(ports.files, places, head, ports.hash)) {
    if (edits.length >= mostEditsBack) break;
    edits.push(line);
  }
  const ancestor = commonAncestor(ours, theirs.workspace, edits, theirs.revision);
  return ancestor === null || ancestor.revision < ours.revision;
}

async function setOursAside(places: Places, ours: FoundState, ports: Ports): Promise<string> {
  const bytes = bytesOf(closeWorkspace(ours.workspace, ours.revision, ports.hash));
  return keepBefore(places.backups, 'other-version', { revision: ours.revision, now: ports.clock.now(), bytes, isOurs: true }, ports);
}

function notice(revision: number, records: number, keptAs: string | null): RecoveryNotice {
  const what = `Something else wrote this file since it was closed here: ${records === 1 ? 'one record differs' : `${records} records differ`} from revision ${revision}.`;
  const next =
    keptAs === null
      ? 'It was taken over as one edit, which you can undo.'
      : 'It is what is open now, as one edit that you can undo. Edits made here that it does not have are kept beside it: compare the two versions.';
  return { kind: 'other-version', detail: `${what} ${next}`, keptAs };
}
