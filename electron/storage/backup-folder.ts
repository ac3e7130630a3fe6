import type { Ports } from '../ports.ts';
import { changeSettings, readSettings, type SettingsPorts } from './settings.ts';

/** The folder in which backups are kept besides the workspace's own; null when nobody chose one. The environment goes first. */
export async function chosenBackupFolder(
  ports: SettingsPorts & Pick<Ports, 'backupFolder'>,
): Promise<string | null> {
  return ports.backupFolder ?? (await readSettings(ports)).backupFolder;
}

export const chooseBackupFolder = (folder: string | null, ports: SettingsPorts): Promise<void> =>
  changeSettings({ backupFolder: folder }, ports);
