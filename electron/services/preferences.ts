import type { Reply } from '../../shared/contract/channels.ts';
import type { Preferences } from '../../shared/contract/preferences.ts';
import type { Ports } from '../ports.ts';
import { chosenConventions, conventionsOf } from '../../shared/words/conventions.ts';
import { writeBy } from '../../shared/words/writing.ts';
import { diskProblem } from '../storage/disk-problem.ts';
import { changeSettings, readSettings } from '../storage/settings.ts';

export const readPreferences = async (ports: Ports): Promise<Reply<Preferences>> => ({
  ok: true,
  value: (await readSettings(ports)).preferences,
});

export async function savePreferences(preferences: Preferences, ports: Ports): Promise<Reply<null>> {
  try {
    await changeSettings({ preferences }, ports);
    return { ok: true, value: null };
  } catch (error) {
    return { ok: false, problem: diskProblem('write the settings in', ports.host.dataFolder, error) };
  }
}

/** Makes paper as its reader writes dates and times: what the window shows is what is printed. */
export async function writingAsReader<Value>(ports: Ports, print: () => Promise<Value>): Promise<Value> {
  const { preferences } = await readSettings(ports);
  writeBy(chosenConventions(conventionsOf(ports.host.locale ?? ''), preferences));
  return print();
}
