import type { Problem } from '../../shared/contract/problems.ts';
import { knownVersion } from '../../shared/document/envelope.ts';
import { noChecksum } from '../../shared/document/journal-line.ts';
import { ok, refused, type Result } from '../../shared/result.ts';
import type { Ports } from '../ports.ts';
import { checkpointOf, ensurePrevious } from '../storage/checkpoint.ts';
import { diskProblem } from '../storage/disk-problem.ts';
import { findState, type FoundState } from '../storage/find-state.ts';
import { openJournal } from '../storage/journal.ts';
import { takeOwnership, type Owner } from '../storage/owner.ts';
import { folderNameOf, placesOf, workspaceFile, type Places } from '../storage/places.ts';
import { readDocument, readPlain } from '../storage/read-document.ts';
import { keepDamaged, remarksOf, settle } from '../storage/recovery.ts';
import { readSegment, segmentsIn } from '../storage/segments.ts';
import { unfinishedNotice } from '../storage/unfinished.ts';
import { listPoints, stateAt, type Around, type FoundPoint } from './restore-points.ts';
import type { Beginning } from './session.ts';
import { takeOver } from './take-over.ts';
import { faultOf } from '../storage/log-line.ts';

/**
 * Opens a workspace that is on the disk, by its resolved path. Nothing but the owner file is written before a state was found; if none is, that goes
 * again and everything is as it was.
 */
export async function beginWithFile(file: string, ports: Ports): Promise<Result<Beginning, Problem>> {
  const { files } = ports;
  const places = placesOf(file, ports.host.dataFolder);
  const isKnown = (await files.look(places.folder)) !== null;
  if (!isKnown) {
    // A file that was never ours: look before a folder is put beside it.
    const first = await readDocument(files, places.file, ports.hash);
    if (!first.ok) return first;
  }
  const taken = await takeOrLook(places, ports);
  if (!taken.ok) return taken;
  const { owner, because } = taken.value;
  let beginning: Result<Beginning, Problem> | null = null;
  try {
    const found = await findState(files, places, ports.hash);
    beginning = found.ok ? ok(await beginFrom(found.value, places, owner, because, ports)) : found;
    return beginning;
  } finally {
    // Whoever does not write, for whatever reason, must not keep others from it.
    if (!beginning?.ok || beginning.value.keeping === null) await giveUp(owner, places, ports);
  }
}

/** Ready to write, if everything speaks for it; else to look at, with the reason. */
async function beginFrom(
  found: FoundState,
  places: Places,
  owner: Owner | null,
  because: string,
  ports: Ports,
): Promise<Beginning> {
  const barrier = owner === null ? because : newerFormat(found);
  if (owner === null || barrier !== null) return toLookAt(places, found, barrier ?? because);
  try {
    if (found.ours !== null) return await takeOver(places, found, found.ours, owner, ports);
    const { store, notices } = await settle(places, found, ports);
    const { workspace, revision, recentLines } = found;
    const journal = openJournal(places.journal, { revision, checksum: found.lastChecksum }, ports);
    const late = await unfinishedNotice(places, revision - found.document.revision, ports);
    const isClean = found.rung === 'checkpoint' && (found.broken === null || found.broken.kind === 'torn');
    return {
      places,
      workspace,
      revision,
      recentLines,
      notices: [...notices, ...late],
      keeping: { store, journal, owner, isClean },
      readOnlyBecause: null,
    };
  } catch (error) {
    const problem = diskProblem('put in order', places.file, error);
    ports.log(`a plan could not be put in order: ${problem.kind}${problem.kind === 'disk' ? ` ${problem.code}` : ''}`);
    return toLookAt(places, found, 'the disk does not take what has to be written first');
  }
}

/** Why a newer version must have been here, which alone may write; null when none was. */
function newerFormat({ document, newerJournal }: FoundState): string | null {
  if (document.version > knownVersion)
    return `it was written by a newer version of Evenwatch (format ${document.version})`;
  return newerJournal === null ? null : `a newer version of Evenwatch edited it (format ${newerJournal}); those edits are not shown`;
}

/**
 * Opens a file that could not be read with the state of a restore point in its place. What is there is set aside first; the state gets a revision above all that were, so
 * that nothing of the old journal is taken for its continuation.
 */
export async function beginWithPoint(place: Around, point: FoundPoint, ports: Ports): Promise<Result<Beginning, Problem>> {
  const { places } = place;
  const taken = await takeOrLook(places, ports);
  if (!taken.ok) return taken;
  const { owner, because } = taken.value;
  if (owner === null) return refused({ kind: 'read-only', because });
  let isDone = false;
  try {
    const there = await readPlain(ports.files, places.file, ports.hash);
    // What a newer version wrote is opened to look at, and never set aside for an older state.
    const newer = there.ok && there.value.version > knownVersion ? there.value.version : null;
    if (newer !== null) return refused({ kind: 'newer-format', file: places.file, found: newer, known: knownVersion });
    const state = await stateAt(place, point, ports);
    if (!state.ok) return state;
    const workspace = state.value;
    const revision = (await highestRevision(places, ports)) + 1;
    const keptAs = await keepDamaged(places, ports);
    const store = checkpointOf(places, ports, { workspace, revision });
    await store.write();
    const detail = `The plan was opened as it stood at revision ${point.revision}; what was in its place was set aside.`;
    const journal = openJournal(places.journal, { revision, checksum: noChecksum }, ports);
    isDone = true;
    return ok({
      places,
      workspace,
      revision,
      recentLines: [],
      notices: [{ kind: 'backup', detail, keptAs }],
      keeping: { store, journal, owner, isClean: false },
      readOnlyBecause: null,
    });
  } finally {
    if (!isDone) await giveUp(owner, places, ports);
  }
}

/** The highest revision that anything in a workspace's folder bears. */
async function highestRevision(places: Places, ports: Ports): Promise<number> {
  const lines = (await segmentsIn(ports.files, places.journal)).at(-1);
  const { lines: last } = lines === undefined ? { lines: [] } : await readSegment(ports.files, lines, ports.hash);
  const listed = await listPoints({ places, session: null }, null, ports);
  return Math.max(0, lines?.first ?? 0, last.at(-1)?.line.revision ?? 0, ...listed.points.map(({ revision }) => revision));
}

/** Puts a workspace into a new folder of the data folder, named after it. */
export async function beginWithWorkspace(
  { workspace, revision, notices }: Pick<Beginning, 'workspace' | 'revision' | 'notices'>,
  ports: Ports,
): Promise<Result<Beginning, Problem>> {
  const { files } = ports;
  const places = placesOf(await freeFile(workspace.about.name, ports), ports.host.dataFolder);
  let owned: Owner | null = null;
  try {
    await files.makeFolder(places.folder);
    const owner = await takeOwnership(places.owner, ports);
    if (!owner.ok) return refused({ kind: 'in-use', file: places.file, by: owner.reason });
    owned = owner.value;
    const store = checkpointOf(places, ports, { workspace, revision });
    await store.write();
    await ensurePrevious(places, ports);
    const journal = openJournal(places.journal, { revision, checksum: noChecksum }, ports);
    return ok({
      places,
      workspace,
      revision,
      recentLines: [],
      notices,
      keeping: { store, journal, owner: owner.value, isClean: true },
      readOnlyBecause: null,
    });
  } catch (error) {
    await giveUp(owned, places, ports);
    return refused(diskProblem('create', places.file, error));
  }
}

async function freeFile(name: string, { files, host }: Ports): Promise<string> {
  for (let number = 1; ; number++) {
    const file = workspaceFile(host.dataFolder, `${folderNameOf(name)}${number === 1 ? '' : `-${number}`}`);
    if ((await files.look(placesOf(file, host.dataFolder).folder)) === null) return file;
  }
}

/** The path by which a file is known: links followed, as far as the file is there. */
export async function resolved(file: string, { files }: Pick<Ports, 'files'>): Promise<string> {
  // What is not there cannot be resolved; a file that vanished may still have its backups.
  return (await files.look(file)) === null ? file : files.resolve(file);
}

type Taken =
  { readonly owner: Owner; readonly because: '' } | { readonly owner: null; readonly because: string };

/** The right to write; or, where the disk does not let anybody write, the reason to look only. */
async function takeOrLook(places: Places, ports: Ports): Promise<Result<Taken, Problem>> {
  try {
    await ports.files.makeFolder(places.folder);
    const owner = await takeOwnership(places.owner, ports);
    if (owner.ok) return ok({ owner: owner.value, because: '' });
    return refused({ kind: 'in-use', file: places.file, by: owner.reason });
  } catch (error) {
    const problem = diskProblem('write beside', places.file, error);
    return ok({
      owner: null,
      because: `its folder cannot be written to (${problem.kind === 'disk' ? problem.code : 'it is not there'})`,
    });
  }
}

async function giveUp(owner: Owner | null, places: Places, ports: Ports): Promise<void> {
  try {
    await owner?.release();
    await ports.files.removeFolder(places.folder);
  } catch (error) {
    ports.log(`a plan could not be given free: ${faultOf(error)}`);
  }
}

const toLookAt = (places: Places, found: FoundState, because: string): Beginning => ({
  places,
  workspace: found.workspace,
  revision: found.revision,
  recentLines: found.recentLines,
  notices: remarksOf(found),
  keeping: null,
  readOnlyBecause: because,
});
