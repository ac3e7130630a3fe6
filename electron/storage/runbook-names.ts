import { join } from 'node:path';
import { runbookImporter } from '../../shared/exchange/runbook-import.ts';
import { runbookPaths } from '../../shared/exchange/runbook-out.ts';
import type { RunbookId } from '../../shared/model/ids.ts';
import type { Runbook } from '../../shared/model/runbook.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import type { Files } from '../ports.ts';
import { textOf } from './disk-text.ts';
import { rests } from './rests.ts';

/** Longer than any runbook with its front matter. */
export const MOST_BYTES = 16 * 1024 * 1024;

/** The runbook of the plan that a file is: by its id, or by its title where the file names no other id. Null where it is none. */
export function runbookIn(workspace: Workspace, path: string, text: string): RunbookId | null {
  const importer = runbookImporter(workspace, () => 'runbook-unknown');
  importer.add({ path, text });
  const { items } = importer.result();
  return items.length === 1 ? (items[0]?.before?.id ?? null) : null;
}

/**
 * The files of a folder in which runbooks lie under other names than their titles give: somebody named them so, or the title has changed
 * since. They keep their names, or the next import would find the same runbook in two files. Where both names are there, the title's counts.
 * Rejects with the disk's error.
 *
 * @param root the folder, with every link followed
 */
export async function namesThere(
  root: string,
  workspace: Workspace,
  runbooks: readonly Runbook[],
  files: Files,
): Promise<ReadonlyMap<RunbookId, string>> {
  const names = new Map<RunbookId, string>();
  const byTitle = runbookPaths(runbooks);
  const expected = new Set(byTitle.values());
  const { isDue, rest } = rests();
  for (const path of await files.list(root)) {
    if (!path.toLowerCase().endsWith('.md') || expected.has(path)) continue;
    const there = await files.look(join(root, path));
    if (there === null || there.folder || there.bytes > MOST_BYTES) continue;
    const text = textOf(await files.read(join(root, path), MOST_BYTES));
    const id = text.ok ? runbookIn(workspace, path, text.value) : null;
    const usual = id === null ? undefined : byTitle.get(id);
    if (
      id !== null &&
      usual !== undefined &&
      !names.has(id) &&
      (await files.look(join(root, usual))) === null
    )
      names.set(id, path);
    if (isDue()) await rest();
  }
  return names;
}
