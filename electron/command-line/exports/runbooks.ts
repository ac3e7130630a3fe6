import { runbookFolder } from '../../../shared/exchange/runbook-out.ts';
import type { Runbook } from '../../../shared/model/runbook.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { runbooksInOrder } from '../../../shared/runbooks/coverage.ts';
import { problemText } from '../../../shared/words/problem-text.ts';
import { unreadableText } from '../../../shared/words/runbook-export-text.ts';
import type { Files } from '../../ports.ts';
import { diskProblem } from '../../storage/disk-problem.ts';
import { compareRunbooks, filesOf, inTheWay, writeRunbooks } from '../../storage/runbook-folder.ts';
import { namesThere } from '../../storage/runbook-names.ts';
import { randomNonce } from '../../storage/system.ts';
import { Stop } from '../outcome.ts';
import type { ExportAsked, Exported, ExportFormat, Into, OutFile } from './format.ts';
import type { PutFile } from './put-files.ts';

/** Files in which these runbooks lie already under names of their own. */
async function namesIn(
  into: Into | null,
  workspace: Workspace,
  given: readonly Runbook[],
): Promise<ReadonlyMap<string, string>> {
  if (into === null || (await into.files.look(into.folder)) === null) return new Map();
  try {
    return await namesThere(await into.files.resolve(into.folder), workspace, given, into.files);
  } catch (error) {
    throw new Stop(problemText(diskProblem('read', into.folder, error)));
  }
}

/** The runbooks that investors may read, unless all of them are asked for. */
async function make({ workspace, audience }: ExportAsked, into: Into | null): Promise<Exported> {
  const all = runbooksInOrder(workspace);
  const given = audience === 'internal' ? all : all.filter((runbook) => runbook.audience === 'investor');
  const folder = runbookFolder(workspace, given, await namesIn(into, workspace, given));
  const left = all.length - given.length;
  return {
    files: filesOf(folder).map(({ path, bytes }) => ({ file: path, bytes })),
    facts: { audience: audience ?? 'investor', runbooks: given.length },
    notes: [
      ...(left === 0
        ? []
        : [
            `${left} of ${all.length} runbooks are not investor-facing; --audience internal writes them too.`,
          ]),
      ...(folder.unreadable.length === 0 ? [] : [unreadableText(folder.unreadable)]),
    ],
  };
}

/**
 * Writes what differs from what lies in the folder; what is no older state of the same runbook is never written over.
 *
 * @throws Stop where something else lies in the way; the disk's error
 */
async function put(
  folder: string,
  workspace: Workspace,
  wanted: readonly OutFile[],
  dryRun: boolean,
  files: Files,
): Promise<readonly PutFile[]> {
  if ((await files.look(folder)) === null) return wanted.map((one) => ({ ...one, state: 'new' }));
  const root = await files.resolve(folder);
  const ours = wanted.map(({ file, bytes }) => ({ path: file, bytes }));
  const states = await compareRunbooks(root, workspace, ours, { files });
  const foreign = inTheWay(states);
  if (foreign.length > 0) throw new Stop(problemText({ kind: 'folder-foreign', folder, files: foreign }));
  const writing = ours.filter(({ path }) => states.get(path) !== 'same');
  if (!dryRun) await writeRunbooks(root, writing, { files, nonce: randomNonce });
  // Everything else has been refused.
  return wanted.map((one) => ({ ...one, state: states.get(one.file) as PutFile['state'] }));
}

export const runbooks: ExportFormat = {
  help: 'runbooks as Markdown files with their pictures, for a folder in Git; reads back by import --format runbooks',
  into: 'folder',
  noun: 'files',
  options: ['audience'],
  make,
  put,
};
