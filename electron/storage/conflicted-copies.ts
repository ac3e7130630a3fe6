import { basename, dirname, extname, join } from 'node:path';
import type { Files } from '../ports.ts';
import type { Places } from './places.ts';

/**
 * Copies of a file that programs which synchronise folders leave beside it when both sides were changed: `plan (Ann's conflicted copy 2026-11-23).json`,
 * `plan.sync-conflict-20261123-101500-ABCDEFG.json`, `plan_conflict-1.json`.
 */
export async function conflictedCopies(files: Files, places: Places): Promise<readonly string[]> {
  const folder = dirname(places.file);
  const name = basename(places.file);
  const end = extname(name);
  const stem = name.slice(0, name.length - end.length);
  return (await files.list(folder))
    .filter((other) => other !== name && other.startsWith(stem) && other.endsWith(end))
    .filter((other) => /conflict/i.test(other.slice(stem.length)))
    .map((other) => join(folder, other));
}
