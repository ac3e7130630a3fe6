import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const oneMinute = 60_000;

/** Names below a folder that only a process that died may leave, and the next start must clear away. */
export async function rubbishIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true });
  const found = names.filter((name) => /(-tmp|\.dead|\.unchecked|\.tmp)$/.test(name) && !name.startsWith('chromium'));
  const rubbish: string[] = [];
  for (const name of found) if (!(await mayBeInUse(folder, name))) rubbish.push(name);
  return rubbish;
}

/** The list of plans belongs to all hosts: a young temporary file of it may be one that another host is writing. */
async function mayBeInUse(folder: string, name: string): Promise<boolean> {
  if (!name.startsWith('.recent.json.')) return false;
  return Date.now() - (await stat(join(folder, name))).mtimeMs < oneMinute;
}
