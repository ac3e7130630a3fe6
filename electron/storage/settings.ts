import { join } from 'node:path';
import { z } from 'zod';
import { defaultPreferences } from '../../shared/contract/preferences.ts';
import { preferencesSchema } from '../../shared/contract/schemas.ts';
import type { Ports } from '../ports.ts';
import { bytesOf, textOf } from './disk-text.ts';
import { durableWrite } from './durable-write.ts';

/** What is set on this machine for all workspaces. Files of older versions hold fewer fields. */
const settingsSchema = z.object({
  backupFolder: z.string().min(1).nullable().default(null),
  preferences: preferencesSchema.default(defaultPreferences).catch(defaultPreferences),
});

export type Settings = z.infer<typeof settingsSchema>;

export type SettingsPorts = Pick<Ports, 'files' | 'host' | 'nonce' | 'log'>;

const none: Settings = { backupFolder: null, preferences: defaultPreferences };

const settingsFile = (ports: Pick<Ports, 'host'>): string => join(ports.host.dataFolder, 'settings.json');

/** The settings of this machine; those of a fresh one where the file is missing, or cannot be read, which the log then says. */
export async function readSettings(ports: SettingsPorts): Promise<Settings> {
  const path = settingsFile(ports);
  try {
    if ((await ports.files.look(path)) === null) return none;
    const text = textOf(await ports.files.read(path, 256 * 1024));
    const parsed = text.ok ? settingsSchema.safeParse(JSON.parse(text.value)) : null;
    if (parsed?.success === true) return parsed.data;
    ports.log(`${path} cannot be read; the usual settings are taken`);
  } catch (error) {
    ports.log(`${path} cannot be read: ${String(error)}`);
  }
  return none;
}

let writing: Promise<unknown> = Promise.resolve();

/** Changes some settings and leaves the others. One change at a time: two at once would each write what the other had not yet. */
export function changeSettings(change: Partial<Settings>, ports: SettingsPorts): Promise<void> {
  const next = writing.then(async () => {
    const settings = { ...(await readSettings(ports)), ...change };
    await ports.files.makeFolder(ports.host.dataFolder);
    await durableWrite(ports.files, settingsFile(ports), bytesOf(JSON.stringify(settings)), ports.nonce());
  });
  writing = next.catch(() => undefined);
  return next;
}
