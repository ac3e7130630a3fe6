import type { OtherVersion } from '../../shared/contract/recovery.ts';
import type { Ports } from '../ports.ts';
import { backupsOf } from '../storage/backups.ts';
import { conflictedCopies } from '../storage/conflicted-copies.ts';
import { readPlain } from '../storage/read-document.ts';
import { readWritten } from '../storage/written.ts';
import type { Session } from './session.ts';

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
  const plain = await readPlain(ports.files, path, ports.hash);
  // One that cannot be read is told when it is compared.
  return plain.ok && settled.includes(plain.value.checksum) ? [] : versionAt(id, kind, path, ports);
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
