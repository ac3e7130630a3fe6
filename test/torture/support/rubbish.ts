import { readdir } from 'node:fs/promises';

/** Names below a folder that only a process that died may leave, and the next start must clear away. */
export async function rubbishIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => /(-tmp|\.dead|\.unchecked|\.tmp)$/.test(name) && !name.startsWith('chromium'));
}
