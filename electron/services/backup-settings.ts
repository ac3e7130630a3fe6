import type { Channels, Reply } from '../../shared/contract/channels.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import type { BackupSettings } from '../../shared/contract/recovery.ts';
import type { Ports } from '../ports.ts';
import { backupKinds, backupsOf, chosenFolderOf } from '../storage/backups.ts';
import { chooseBackupFolder, chosenBackupFolder } from '../storage/backup-folder.ts';
import { diskProblem } from '../storage/disk-problem.ts';
import type { Session } from './session.ts';

/** Where backups of the open workspace go, and how the last one fared. */
export async function backupSettings(session: Session | null, ports: Ports): Promise<Reply<BackupSettings>> {
  const folder = await chosenBackupFolder(ports);
  return {
    ok: true,
    value: {
      folder,
      isFixed: ports.backupFolder !== undefined,
      ownFolder: session?.places.backups ?? null,
      lastCopy: folder === null || session === null ? null : await newestCopy(folder, session, ports),
      problem: session?.backupProblem() ?? null,
    },
  };
}

async function newestCopy(folder: string, session: Session, ports: Ports): Promise<string | null> {
  let newest: string | null = null;
  for (const kind of backupKinds) {
    for (const { path } of await backupsOf(ports.files, chosenFolderOf(folder, session.places, ports.hash), kind)) {
      const changed = (await ports.files.look(path))?.changed ?? null;
      if (changed !== null && (newest === null || changed > newest)) newest = changed;
    }
  }
  return newest;
}

/** Lets the lead choose a folder, or none. A copy is put there at once, so that a folder that takes none is refused while the lead is looking. */
export async function chooseBackups(
  { folder: wish }: Channels['backups.choose']['request'],
  session: Session | null,
  ports: Ports,
): Promise<Reply<BackupSettings>> {
  if (ports.backupFolder !== undefined) return unsupported('choosing another folder', 'EVENWATCH_BACKUPS names it');
  if (wish === 'none') {
    const unsaved = await saveFolder(null, ports);
    return unsaved === null ? backupSettings(session, ports) : { ok: false, problem: unsaved };
  }
  if (ports.dialogs === null) return unsupported('choosing a folder in the page', 'start Evenwatch with EVENWATCH_BACKUPS set to the folder');
  const folder = await ports.dialogs.chooseFolder('Keep copies of your plans in');
  if (folder === null) return { ok: false, problem: { kind: 'cancelled' } };
  const before = await chosenBackupFolder(ports);
  const unsaved = await saveFolder(folder, ports);
  if (unsaved !== null) return { ok: false, problem: unsaved };
  const problem = (await session?.backUpNow()) ?? null;
  if (problem === null) return backupSettings(session, ports);
  return { ok: false, problem: (await saveFolder(before, ports)) ?? problem };
}

/** Why the settings did not take the folder; null where they did. */
async function saveFolder(folder: string | null, ports: Ports): Promise<Problem | null> {
  try {
    await chooseBackupFolder(folder, ports);
    return null;
  } catch (error) {
    return diskProblem('write the settings in', ports.host.dataFolder, error);
  }
}

const unsupported = (what: string, instead: string): Reply<never> => ({
  ok: false,
  problem: { kind: 'unsupported', what, instead },
});
