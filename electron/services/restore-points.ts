import type { PointKind, RestoreList, RestorePoint } from '../../shared/contract/recovery.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import { checkWorkspace } from '../../shared/document/open.ts';
import { wayBack } from '../../shared/document/way-back.ts';
import { applyRecorded } from '../../shared/editing/changes.ts';
import { refused, type Result } from '../../shared/result.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import type { Ports } from '../ports.ts';
import { backupKinds, backupsOf, chosenFolderOf } from '../storage/backups.ts';
import { chosenBackupFolder } from '../storage/backup-folder.ts';
import { editsBack } from '../storage/history.ts';
import { inQuarantine, type Places } from '../storage/places.ts';
import { readDocument, revisionIn } from '../storage/read-document.ts';
import type { Session } from './session.ts';

/** Edits of the journal that one answer lists. */
const mostEdits = 200;

/** What points are looked for beside: the open workspace, or the place of one that could not be opened. */
export interface Around {
  readonly places: Places;
  readonly session: Session | null;
}

/** A point with the file that it is read from; null for a position of the journal. */
export interface FoundPoint extends RestorePoint {
  readonly path: string | null;
}

/** Of one revision, the edit itself comes first, then the file, then its older copies. */
const nearest: readonly PointKind[] = ['edit', 'checkpoint', 'previous'];
const rank = ({ kind }: RestorePoint): number => (nearest.includes(kind) ? nearest.indexOf(kind) : nearest.length);

/** Everything that can be taken back, the newest first. Files are listed, not read: what a point holds is told by its preview. */
export async function listPoints(around: Around, before: number | null, ports: Ports): Promise<RestoreList> {
  const edits = await editPoints(around, before, ports);
  const copies = before === null ? await copiesOf(around, ports) : [];
  const points = [...edits.points, ...copies].sort(
    (left, right) => right.revision - left.revision || rank(left) - rank(right) || right.time.localeCompare(left.time),
  );
  return {
    points: points.map(({ path: _path, ...point }) => point),
    hasEarlier: edits.hasEarlier,
    damaged: before === null ? await damagedFiles(around.places, ports) : [],
  };
}

/** The point of this id, or null: ids are compared with what is there, so that no window can name a path. */
export async function findPoint(around: Around, id: string, ports: Ports): Promise<FoundPoint | null> {
  const revision = /^edit:(\d{1,15})$/.exec(id)?.[1];
  if (revision === undefined) return (await copiesOf(around, ports)).find((copy) => copy.id === id) ?? null;
  const { points } = await editPoints(around, Number(revision) + 1, ports, 1);
  return points.find((point) => point.id === id) ?? null;
}

/** The workspace at a point, sound and in the form of today; or the problem of its file. */
export async function stateAt(around: Around, point: FoundPoint, ports: Ports): Promise<Result<Workspace, Problem>> {
  if (point.path !== null) {
    const document = await readDocument(ports.files, point.path, ports.hash);
    return document.ok ? { ok: true, value: document.value.workspace } : document;
  }
  const { session } = around;
  if (session === null) return refused({ kind: 'not-open' });
  const edits = [];
  for await (const line of linesOf(around, ports)) {
    if (line.revision <= point.revision) break;
    edits.push(line);
  }
  const checked = checkWorkspace(applyRecorded(session.workspace(), wayBack(edits)));
  return checked.ok
    ? checked
    : refused({ kind: 'invalid-workspace', file: `revision ${point.revision}`, findings: checked.reason });
}

/** The edits that led to what is open, the newest first. */
export async function* linesOf({ places, session }: Around, ports: Ports): ReturnType<typeof editsBack> {
  const checksum = session?.journalHead() ?? null;
  if (session === null || checksum === null) return;
  yield* editsBack(ports.files, places, { revision: session.revision(), checksum }, ports.hash);
}

async function editPoints(
  around: Around,
  before: number | null,
  ports: Ports,
  most = mostEdits,
): Promise<{ readonly points: readonly FoundPoint[]; readonly hasEarlier: boolean }> {
  const points: FoundPoint[] = [];
  const now = around.session?.revision() ?? 0;
  const below = Math.min(before ?? now, now); // what is open now is nothing to go back to
  for await (const { revision, time, title } of linesOf(around, ports)) {
    if (revision >= below) continue;
    if (points.length === most) return { points, hasEarlier: true };
    points.push({
      id: `edit:${revision}`,
      kind: 'edit',
      revision,
      time,
      title,
      bytes: null,
      editsSince: now - revision,
      inChosenFolder: false,
      path: null,
    });
  }
  return { points, hasEarlier: false };
}

async function copiesOf(around: Around, ports: Ports): Promise<readonly FoundPoint[]> {
  const { places, session } = around;
  const now = session?.revision() ?? null;
  const found: FoundPoint[] = [];
  const add = async (
    id: string,
    kind: PointKind,
    path: string,
    revision: number | null,
    inChosenFolder = false,
  ): Promise<void> => {
    const look = await ports.files.look(path);
    const its = revision ?? (look === null ? null : await revisionIn(ports.files, path));
    if (look === null || its === null || (kind === 'checkpoint' && its === now)) return; // the last: what is open, once more
    const isOnTheWay = now !== null && its <= now && kind !== 'other-version';
    const editsSince = isOnTheWay ? now - its : null;
    found.push({ id, kind, revision: its, time: look.changed, title: null, bytes: look.bytes, editsSince, inChosenFolder, path });
  };
  await add('file', 'checkpoint', places.file, null);
  await add('previous', 'previous', places.previous, null);
  const chosen = await chosenBackupFolder(ports);
  const folders: [string, string][] = [['backup', places.backups]];
  if (chosen !== null) folders.push(['chosen', chosenFolderOf(chosen, places, ports.hash)]);
  for (const [name, folder] of folders) {
    for (const kind of backupKinds)
      for (const { path, revision, label } of await backupsOf(ports.files, folder, kind))
        await add(`${name}:${kind}/${revision}/${label}`, kind, path, revision, name === 'chosen');
  }
  return found;
}

async function damagedFiles(places: Places, { files }: Ports): Promise<RestoreList['damaged']> {
  const found: { id: string; file: string; bytes: number; time: string }[] = [];
  for (const name of await files.list(places.quarantine)) {
    const file = inQuarantine(places, name);
    const look = await files.look(file);
    if (look !== null && !look.folder) found.push({ id: `damaged:${name}`, file, bytes: look.bytes, time: look.changed });
  }
  return found.reverse();
}

/** Path of a damaged file by its id; null where there is none. */
export async function damagedPath(places: Places, id: string, ports: Ports): Promise<string | null> {
  return (await damagedFiles(places, ports)).find((damage) => damage.id === id)?.file ?? null;
}
