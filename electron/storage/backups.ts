import { basename, join } from 'node:path';
import { closeWorkspace } from '../../shared/document/close.ts';
import { tableNames, type Workspace } from '../../shared/model/workspace.ts';
import type { Files, Ports } from '../ports.ts';
import type { Checkpoint } from './checkpoint.ts';
import { bytesOf } from './disk-text.ts';
import { durableWrite } from './durable-write.ts';
import { inName, type Places } from './places.ts';
import { readDocument } from './read-document.ts';

/**
 * How many copies of each kind are kept. `hourly` and `daily` rotate. `shrunk` takes a state that lost over 30 % of its records, or that
 * was not cleanly loaded: it may be what the lead wants, but it must not push out the copies from before. The others hold what was there before something
 * large was done; `other-version` what something else wrote into the file.
 */
export const kept = {
  hourly: 24,
  daily: 14,
  shrunk: 14,
  'before-upgrade': 5,
  'before-import': 5,
  'before-restore': 5,
  'other-version': 20,
} as const;
export type BackupKind = keyof typeof kept;
export const backupKinds = Object.keys(kept) as readonly BackupKind[];

/** Copies of what stood here: the ladder climbs down on them. Another version is none of them. */
const ownKinds = backupKinds.filter((kind) => kind !== 'other-version');

const largestLoss = 0.3;

export type BackupPorts = Pick<Ports, 'files' | 'hash' | 'nonce'>;

export interface Backup {
  readonly path: string;
  readonly kind: BackupKind;
  readonly revision: number;
  /** Hour, day or instant at which it was taken. */
  readonly label: string;
  /** Records in it; null where the name does not say so, as in format 1. */
  readonly records: number | null;
}

/** Names begin with the revision, so that they sort by it: the clock may be wrong, and is for display. */
const nameOf = (revision: number, label: string, records: number | null): string =>
  `r${String(revision).padStart(12, '0')}-${label}${records === null ? '' : `-n${records}`}.json`;

const named = /^r(\d{12})-([0-9TZ-]+?)(?:-n(\d+))?\.json$/;

function backupOf(folder: string, kind: BackupKind, name: string): Backup | null {
  const [, revision, label, records] = named.exec(name) ?? [];
  if (revision === undefined || label === undefined) return null;
  const path = join(folder, kind, name);
  return {
    path,
    kind,
    revision: Number(revision),
    label,
    records: records === undefined ? null : Number(records),
  };
}

/** Copies of one kind, the lowest revision first. */
export async function backupsOf(files: Files, folder: string, kind: BackupKind): Promise<readonly Backup[]> {
  const names = await files.list(join(folder, kind));
  return names.flatMap((name) => backupOf(folder, kind, name) ?? []);
}

async function allBackups(
  files: Files,
  folder: string,
  kinds: readonly BackupKind[],
): Promise<readonly Backup[]> {
  const found: Backup[] = [];
  for (const kind of kinds) found.push(...(await backupsOf(files, folder, kind)));
  return found.sort((left, right) => right.revision - left.revision);
}

/** Paths of all backups that a recovery may use, the highest revision first. */
export async function backupsToTry(files: Files, places: Places): Promise<readonly string[]> {
  return (await allBackups(files, places.backups, ownKinds)).map(({ path }) => path);
}

/** Revision of the newest backup, by its name; -1 without any. */
export async function newestBackup(files: Files, places: Places): Promise<number> {
  return (await allBackups(files, places.backups, ['hourly', 'daily', 'shrunk']))[0]?.revision ?? -1;
}

export const recordsIn = (workspace: Workspace): number =>
  tableNames.reduce((sum, table) => sum + Object.keys(workspace[table]).length, 0);

export interface DueBackup {
  readonly state: Checkpoint;
  /** ISO instant. */
  readonly now: string;
  /** False where the state stands in for a damaged one: then it is not known to be whole. */
  readonly isClean: boolean;
}

/**
 * Takes the backups that are due in a folder of backups: one for each clock hour and one for each day in which there was a checkpoint. Each is read back and
 * checked before it joins the set and an old one leaves.
 *
 * @param folder the workspace's own `backups`, or the one that the lead chose
 */
export async function takeDueBackups(
  folder: string,
  { state, now, isClean }: DueBackup,
  ports: BackupPorts,
): Promise<void> {
  const records = recordsIn(state.workspace);
  let bytes: Uint8Array | null = null;
  for (const [kind, label] of [
    ['hourly', now.slice(0, 13)],
    ['daily', now.slice(0, 10)],
  ] as const) {
    const names = [
      ...(await backupsOf(ports.files, folder, kind)),
      ...(await backupsOf(ports.files, folder, 'shrunk')),
    ];
    if (names.some((backup) => backup.label === label)) continue;
    const slot = isClean && !(await isShrunk(folder, records, ports)) ? kind : 'shrunk';
    // Opened once to the end; a second copy of the same bytes needs only to be the same.
    const check = bytes === null ? 'open' : 'same';
    bytes ??= bytesOf(closeWorkspace(state.workspace, state.revision, ports.hash));
    await keepCopy(folder, slot, nameOf(state.revision, label, records), bytes, ports, check);
  }
}

/**
 * Keeps a copy of bytes as they are, before something large is done: an upgrade, an import, a restore, a merge.
 *
 * @param isOurs true for a file that we wrote and that must be readable; false keeps whatever it is
 */
export async function keepBefore(
  folder: string,
  kind: BackupKind,
  of: {
    readonly revision: number;
    readonly now: string;
    readonly bytes: Uint8Array;
    readonly isOurs: boolean;
  },
  ports: BackupPorts,
): Promise<string> {
  const label = `${inName(of.now)}-${Number.parseInt(ports.nonce().slice(0, 8), 16)}`;
  return keepCopy(
    folder,
    kind,
    nameOf(of.revision, label, null),
    of.bytes,
    ports,
    of.isOurs ? 'open' : 'same',
  );
}

async function keepCopy(
  folder: string,
  kind: BackupKind,
  name: string,
  bytes: Uint8Array,
  ports: BackupPorts,
  check: 'open' | 'same',
): Promise<string> {
  const { files, nonce } = ports;
  const slot = join(folder, kind);
  await files.makeFolder(slot);
  const candidate = join(slot, `${name}${uncheckedEnd}`);
  await durableWrite(files, candidate, bytes, nonce());
  if (!(await isReadBack(candidate, bytes, check, ports))) {
    await files.remove(candidate);
    throw new Error(`a backup could not be read back: ${candidate}`);
  }
  await files.rename(candidate, join(slot, name));
  await files.syncFolder(slot);
  await prune(files, folder, kind);
  return join(slot, name);
}

async function isReadBack(
  path: string,
  bytes: Uint8Array,
  check: 'open' | 'same',
  { files, hash }: BackupPorts,
): Promise<boolean> {
  if (check === 'open') return (await readDocument(files, path, hash)).ok;
  return Buffer.compare(await files.read(path, bytes.length), bytes) === 0;
}

/** Ends the names of copies that were not read back yet; what carries it after a crash is rubbish. */
export const uncheckedEnd = '.unchecked';

async function prune(files: Files, folder: string, kind: BackupKind): Promise<void> {
  const all = await backupsOf(files, folder, kind);
  for (const { path } of all.slice(0, Math.max(0, all.length - kept[kind]))) await files.remove(path);
}

/**
 * True when a state has over 30 % fewer records than the fullest copy of the rotation. The fullest, not the newest: a state that withers step by step
 * would else pass each time. Copies that cannot be read say nothing.
 */
async function isShrunk(folder: string, records: number, ports: BackupPorts): Promise<boolean> {
  let fullest = 0;
  for (const backup of await allBackups(ports.files, folder, ['hourly', 'daily']))
    fullest = Math.max(fullest, backup.records ?? (await recordsAt(backup.path, ports)));
  return records < fullest * (1 - largestLoss);
}

async function recordsAt(path: string, { files, hash }: BackupPorts): Promise<number> {
  const document = await readDocument(files, path, hash);
  return document.ok ? recordsIn(document.value.workspace) : 0;
}

/** Folder inside the one that the lead chose: several workspaces may be copied there. */
export const chosenFolderOf = (chosen: string, places: Places, hash: BackupPorts['hash']): string =>
  join(chosen, `${basename(places.folder)}-${hash(places.file).slice(0, 8)}`);
