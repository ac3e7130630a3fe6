import { join } from 'node:path';
import { closeWorkspace } from '../../shared/document/close.ts';
import { tableNames, type Workspace } from '../../shared/model/workspace.ts';
import type { Files, Ports } from '../ports.ts';
import { readDocument, type Checkpoint } from './checkpoint.ts';
import { bytesOf } from './disk-text.ts';
import { durableWrite } from './durable-write.ts';
import type { Places } from './places.ts';

/**
 * `hourly` and `daily` rotate. `shrunk` takes a state that lost over 30 % of its records against the newest backup: it may be what the
 * lead wants, but it must not push out the copies from before. `before-upgrade` holds files of an older format as they were.
 */
const kept = { hourly: 24, daily: 14, shrunk: 5, 'before-upgrade': 5 } as const;
export type BackupKind = keyof typeof kept;

const largestLoss = 0.3;

type BackupPorts = Pick<Ports, 'files' | 'hash' | 'nonce'>;

/** Names begin with the revision, so that they sort by it: the clock may be wrong, and is for display. */
const nameOf = (revision: number, label: string): string =>
  `r${String(revision).padStart(12, '0')}-${label}.json`;
const revisionOf = (name: string): number => Number(/^r(\d{12})-/.exec(name)?.[1] ?? -1);
const labelOf = (name: string): string => name.slice(14, -'.json'.length);

async function backupsOf(files: Files, places: Places, kind: BackupKind): Promise<readonly string[]> {
  return (await files.list(join(places.backups, kind))).filter((name) =>
    /^r\d{12}-[0-9TZ-]+\.json$/.test(name),
  );
}

/** Paths of all backups that a recovery may use, the highest revision first. */
export async function backupsToTry(
  files: Files,
  places: Places,
  kinds = Object.keys(kept) as BackupKind[],
): Promise<readonly string[]> {
  const found: { path: string; revision: number }[] = [];
  for (const kind of kinds) {
    for (const name of await backupsOf(files, places, kind)) {
      found.push({ path: join(places.backups, kind, name), revision: revisionOf(name) });
    }
  }
  return found.sort((left, right) => right.revision - left.revision).map(({ path }) => path);
}

/** Revision of the newest backup, by its name; -1 without any. */
export async function newestBackup(files: Files, places: Places): Promise<number> {
  const names = await Promise.all(
    (['hourly', 'daily', 'shrunk'] as const).map((kind) => backupsOf(files, places, kind)),
  );
  return names.flat().reduce((newest, name) => Math.max(newest, revisionOf(name)), -1);
}

/**
 * Takes the backups that are due: one for each clock hour and one for each day in which there was a checkpoint. Each is read back and
 * checked before it joins the set and an old one leaves.
 *
 * @param now ISO instant
 */
export async function takeDueBackups(
  places: Places,
  state: Checkpoint,
  now: string,
  ports: BackupPorts,
): Promise<void> {
  const hour = now.slice(0, 13);
  const day = now.slice(0, 10);
  for (const [kind, label] of [
    ['hourly', hour],
    ['daily', day],
  ] as const) {
    const names = [
      ...(await backupsOf(ports.files, places, kind)),
      ...(await backupsOf(ports.files, places, 'shrunk')),
    ];
    if (names.some((name) => labelOf(name) === label)) continue;
    const slot = (await isShrunk(places, state, ports)) ? 'shrunk' : kind;
    await takeBackup(places, slot, label, state, ports);
  }
}

async function takeBackup(
  places: Places,
  kind: BackupKind,
  label: string,
  state: Checkpoint,
  ports: BackupPorts,
): Promise<void> {
  const text = closeWorkspace(state.workspace, state.revision, ports.hash);
  await keepBytes(places, kind, nameOf(state.revision, label), bytesOf(text), ports, true);
}

/** Keeps a file as it was before something rewrote it. */
export async function keepOriginal(
  places: Places,
  revision: number,
  now: string,
  bytes: Uint8Array,
  ports: BackupPorts,
): Promise<void> {
  await keepBytes(places, 'before-upgrade', nameOf(revision, now.slice(0, 13)), bytes, ports, false);
}

async function keepBytes(
  places: Places,
  kind: BackupKind,
  name: string,
  bytes: Uint8Array,
  ports: BackupPorts,
  check: boolean,
): Promise<void> {
  const { files, hash, nonce } = ports;
  const folder = join(places.backups, kind);
  await files.makeFolder(folder);
  const candidate = join(folder, `${name}.unchecked`);
  await durableWrite(files, candidate, bytes, nonce());
  const reread = await readDocument(files, candidate, hash);
  if (check && !reread.ok) throw new Error(`a backup could not be read back: ${reread.reason.kind}`);
  await files.rename(candidate, join(folder, name));
  await files.syncFolder(folder);
  await prune(files, places, kind);
}

async function prune(files: Files, places: Places, kind: BackupKind): Promise<void> {
  const names = await backupsOf(files, places, kind);
  for (const name of names.slice(0, Math.max(0, names.length - kept[kind])))
    await files.remove(join(places.backups, kind, name));
}

async function isShrunk(places: Places, state: Checkpoint, ports: BackupPorts): Promise<boolean> {
  const [newest] = await backupsToTry(ports.files, places, ['hourly', 'daily']);
  if (newest === undefined) return false;
  const before = await readDocument(ports.files, newest, ports.hash);
  return before.ok && countOf(state.workspace) < countOf(before.value.workspace) * (1 - largestLoss);
}

const countOf = (workspace: Workspace): number =>
  tableNames.reduce((sum, table) => sum + Object.keys(workspace[table]).length, 0);
