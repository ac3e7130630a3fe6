import type { OtherVersion } from '../../shared/contract/recovery.ts';
import { mostBytes } from '../../shared/document/envelope.ts';
import type { Ports } from '../ports.ts';
import { backupsOf } from '../storage/backups.ts';
import { conflictedCopies } from '../storage/conflicted-copies.ts';
import { readPlain } from '../storage/read-document.ts';
import { readWritten } from '../storage/written.ts';
import type { Session } from './session.ts';
import { faultOf } from '../storage/log-line.ts';

/** Other versions of the open file that nobody has dealt with: the file itself if something else wrote it, copies beside it, and those set aside. */
export async function versionsOf(session: Session, ports: Ports): Promise<readonly OtherVersion[]> {
  const { places } = session;
  const all: OtherVersion[] = [];
  if (!(await session.isUntouched())) all.push(...(await versionAt('file', 'changed-underneath', places.file, ports)));
  const settled = (await readWritten(ports, places))?.settled ?? [];
  const copies = await conflictedCopies(ports.files, places);
  for (const [index, path] of copies.entries()) all.push(...(await unsettled(`copy:${index}`, 'conflicted-copy', path, settled, ports)));
  for (const { path, revision, label } of await backupsOf(ports.files, places.backups, 'other-version'))
    all.push(...(await unsettled(`aside:${revision}/${label}`, 'set-aside', path, settled, ports)));
  return all;
}

/** Compared with what is there: no window can name a path. */
export const findVersion = async (session: Session, id: string, ports: Ports): Promise<OtherVersion | null> =>
  (await versionsOf(session, ports)).find((version) => version.id === id) ?? null;

async function unsettled(
  id: string,
  kind: OtherVersion['kind'],
  path: string,
  settled: readonly string[],
  ports: Ports,
): Promise<readonly OtherVersion[]> {
  try {
    if (settled.includes((await fingerprintOf(path, ports)).print)) return [];
  } catch (error) {
    // One that the disk does not give is told when it is compared.
    ports.log(`could not read another version: ${faultOf(error)}`);
  }
  return versionAt(id, kind, path, ports);
}

/**
 * What a version is known by once it was dealt with, whatever name it has then: its own checksum, or that of its bytes where it is no workspace that could be read.
 * Rejects with the disk's code.
 */
export async function fingerprintOf(
  path: string,
  { files, hash }: Pick<Ports, 'files' | 'hash'>,
): Promise<{ readonly print: string; readonly revision: number | null }> {
  const plain = await readPlain(files, path, hash);
  if (plain.ok) return { print: plain.value.checksum, revision: plain.value.revision };
  const bytes = await files.read(path, mostBytes);
  return { print: hash(Buffer.from(bytes).toString('latin1')), revision: null };
}

async function versionAt(
  id: string,
  kind: OtherVersion['kind'],
  file: string,
  ports: Ports,
): Promise<readonly OtherVersion[]> {
  const look = await ports.files.look(file);
  return look === null ? [] : [{ id, kind, file, bytes: look.bytes, time: look.changed }];
}
