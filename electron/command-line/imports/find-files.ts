import { basename, join, resolve } from 'node:path';
import { problemText } from '../../../shared/words/problem-text.ts';
import { isHiddenName, type RunbookFile } from '../../../shared/words/runbook-files.ts';
import type { Files } from '../../ports.ts';
import { diskProblem } from '../../storage/disk-problem.ts';
import { Stop } from '../outcome.ts';
import type { FoundFiles } from './format.ts';

/** Most files of one import that are looked at, and how far down folders are followed: nobody waits for a whole disk to be read. */
const MOST_FILES = 10_000;
const MOST_DEPTH = 16;

/** What is named is meant as a text, unless its name says a picture. */
const isPicture = (path: string): boolean => /\.(png|jpe?g|gif|webp)$/i.test(path);

/**
 * The files that were named, and those in the folders that were, but for what is hidden. A file of a folder is called by its place there,
 * `runbooks/images/chart.png`; nothing has been read yet. Links in folders are not followed.
 *
 * @throws Stop where something is not there, or a folder holds too much
 */
export async function findFiles(paths: readonly string[], files: Files): Promise<FoundFiles> {
  const found: RunbookFile[] = [];
  const links: string[] = [];
  const take = (path: string, place: string, size: number, isText = false): void => {
    if (found.length === MOST_FILES)
      throw new Stop(
        `There are more than 10,000 files in ${paths.join(', ')}. Import them in parts, a folder at a time.`,
      );
    found.push({ path, size, isText, read: () => files.read(place, size) });
  };
  const walk = async (called: string, folder: string, depth: number): Promise<void> => {
    for (const name of await files.list(folder)) {
      if (isHiddenName(name)) continue;
      const [path, place] = [`${called}/${name}`, join(folder, name)];
      const there = await files.look(place);
      if (there === null || (await files.resolve(place)) !== place) links.push(path);
      else if (!there.folder) take(path, place, there.bytes);
      else if (depth < MOST_DEPTH) await walk(path, place, depth + 1);
    }
  };
  for (const path of paths) {
    try {
      const there = await files.look(path);
      if (there === null) throw new Stop(problemText({ kind: 'not-found', file: path }));
      const called = basename(resolve(path));
      if (!there.folder) take(path, path, there.bytes, !isPicture(path));
      else await walk(called, await files.resolve(path), 0);
    } catch (error) {
      if (error instanceof Stop) throw error;
      throw new Stop(problemText(diskProblem('read', path, error)));
    }
  }
  return { files: found, links };
}
