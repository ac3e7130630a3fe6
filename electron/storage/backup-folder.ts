import { join } from 'node:path';
import { z } from 'zod';
import type { Ports } from '../ports.ts';
import { bytesOf, textOf } from './disk-text.ts';
import { durableWrite } from './durable-write.ts';

const settingsSchema = z.strictObject({ backupFolder: z.string().min(1).nullable() });

type SettingsPorts = Pick<Ports, 'files' | 'host' | 'nonce' | 'log' | 'backupFolder'>;

const settingsFile = (ports: Pick<Ports, 'host'>): string => join(ports.host.dataFolder, 'settings.json');

/** The folder in which backups are kept besides the workspace's own; null when nobody chose one. The environment goes first. */
export async function chosenBackupFolder(ports: SettingsPorts): Promise<string | null> {
  if (ports.backupFolder !== undefined) return ports.backupFolder;
  const path = settingsFile(ports);
  try {
    if ((await ports.files.look(path)) === null) return null;
    const text = textOf(await ports.files.read(path, 64 * 1024));
    const parsed = text.ok ? settingsSchema.safeParse(JSON.parse(text.value)) : null;
    if (parsed?.success === true) return parsed.data.backupFolder;
    ports.log(`${path} cannot be read; backups go to the workspace's own folder alone`);
  } catch (error) {
    ports.log(`${path} cannot be read: ${String(error)}`);
  }
  return null;
}

export async function chooseBackupFolder(folder: string | null, ports: SettingsPorts): Promise<void> {
  await ports.files.makeFolder(ports.host.dataFolder);
  await durableWrite(ports.files, settingsFile(ports), bytesOf(JSON.stringify({ backupFolder: folder })), ports.nonce());
}
