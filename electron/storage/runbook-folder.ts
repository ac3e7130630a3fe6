import { dirname, join } from 'node:path';
import type { Channels, Reply } from '../../shared/contract/channels.ts';
import { runbookFolder, type RunbookFolder } from '../../shared/exchange/runbook-out.ts';
import type { Runbook } from '../../shared/model/runbook.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import { imageType } from '../../shared/runbooks/images.ts';
import type { Ports } from '../ports.ts';
import { diskProblem } from './disk-problem.ts';
import { bytesOf, textOf } from './disk-text.ts';
import { rests } from './rests.ts';
import { durableWrite } from './durable-write.ts';
import { MOST_BYTES, namesThere, runbookIn } from './runbook-names.ts';

type Request = Channels['runbooks.folder']['request'];
type Answer = Reply<Channels['runbooks.folder']['reply']>;
type FolderPorts = Pick<Ports, 'files' | 'dialogs' | 'nonce'>;

/** A file that the folder is to have, a text or a picture. */
export interface RunbookFile {
  /** Below the folder: `profit.md`, `images/chart.png`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What a file would be to the folder: `foreign` lies in the way and is no older state of the same. */
export type RunbookFileState = 'new' | 'changed' | 'same' | 'foreign';

/** Whether a file is this runbook in another state. */
function readsAs(workspace: Workspace, path: string, there: Uint8Array, wanted: string): boolean {
  const text = textOf(there);
  if (!text.ok) return false;
  const ours = runbookIn(workspace, path, wanted);
  return ours !== null && ours === runbookIn(workspace, path, text.value);
}

/** The files of a folder of runbooks. */
export const filesOf = ({ texts, images }: RunbookFolder): readonly RunbookFile[] => [
  ...texts.map(({ path, text }) => ({ path, bytes: bytesOf(text) })),
  ...images.map(({ path, image }) => ({ path, bytes: Buffer.from(image.base64, 'base64') })),
];

/** Whether what lies there is an older state of the same, and may be replaced. */
function isOlder(workspace: Workspace, { path, bytes }: RunbookFile, there: Uint8Array): boolean {
  const type = imageType(bytes);
  if (type !== null) return imageType(there) === type;
  const text = textOf(bytes);
  return text.ok && readsAs(workspace, path, there, text.value);
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

/**
 * What each file would be to a folder, in their order. A folder of pictures that is a link is foreign too. Rejects with the disk's error.
 *
 * @param root the folder, with every link followed
 */
export async function compareRunbooks(
  root: string,
  workspace: Workspace,
  wanted: readonly RunbookFile[],
  { files }: Pick<Ports, 'files'>,
): Promise<ReadonlyMap<string, RunbookFileState>> {
  const states = new Map<string, RunbookFileState>();
  const isLed = async (path: string): Promise<boolean> =>
    (await files.look(path)) !== null && (await files.resolve(path)) !== path;
  if (await isLed(join(root, 'images'))) states.set('images', 'foreign');
  const stateOf = async (one: RunbookFile): Promise<RunbookFileState> => {
    const path = join(root, one.path);
    const there = await files.look(path);
    if (there === null) return 'new';
    // A link would lead the writing to somewhere else.
    if (there.folder || there.bytes > MOST_BYTES || (await isLed(path))) return 'foreign';
    const bytes = await files.read(path, MOST_BYTES);
    if (isSame(bytes, one.bytes)) return 'same';
    return isOlder(workspace, one, bytes) ? 'changed' : 'foreign';
  };
  const { isDue, rest } = rests();
  for (const one of wanted) {
    states.set(one.path, await stateOf(one));
    if (isDue()) await rest();
  }
  return states;
}

/** Writes files into the folder, each whole or not at all. Rejects with the disk's error. */
export async function writeRunbooks(
  root: string,
  writing: readonly RunbookFile[],
  { files, nonce }: Pick<Ports, 'files' | 'nonce'>,
): Promise<void> {
  for (const { path, bytes } of writing) {
    await files.makeFolder(dirname(join(root, path)));
    await durableWrite(files, join(root, path), bytes, nonce());
  }
}

/** Files that lie in the way. */
export const inTheWay = (states: ReadonlyMap<string, RunbookFileState>): readonly string[] =>
  [...states].flatMap(([path, state]) => (state === 'foreign' ? [path] : []));

/**
 * Writes runbooks as Markdown files into a folder that the lead chooses: those alone that say something else than what lies there, so that a
 * version control sees what changed and nothing else. A file under such a name that is no older state of the same runbook is never written
 * over, and where there is one nothing is written at all. What the plan no longer has stays where it is.
 */
export async function exportIntoFolder(
  ports: FolderPorts,
  workspace: Workspace,
  { runbooks: ids }: Request,
): Promise<Answer> {
  if (ports.dialogs === null)
    return {
      ok: false,
      problem: { kind: 'unsupported', what: 'choose a folder', instead: 'Take the files as an archive' },
    };
  const runbooks: Runbook[] = [];
  for (const id of ids) {
    const runbook = workspace.runbooks[id];
    if (runbook === undefined)
      return {
        ok: false,
        problem: { kind: 'bad-message', channel: 'runbooks.folder', detail: `there is no runbook ${id}` },
      };
    runbooks.push(runbook);
  }
  const folder = await ports.dialogs.chooseFolder('Write the runbooks into');
  if (folder === null) return { ok: true, value: null };
  try {
    const root = await ports.files.resolve(folder);
    const made = runbookFolder(workspace, runbooks, await namesThere(root, workspace, runbooks, ports.files));
    const wanted = filesOf(made);
    const states = await compareRunbooks(root, workspace, wanted, ports);
    const foreign = inTheWay(states);
    if (foreign.length > 0)
      return { ok: false, problem: { kind: 'folder-foreign', folder: root, files: foreign } };
    const writing = wanted.filter(({ path }) => states.get(path) !== 'same');
    await writeRunbooks(root, writing, ports);
    const value = {
      folder: root,
      written: writing.length,
      same: wanted.length - writing.length,
      unreadable: made.unreadable,
    };
    return { ok: true, value };
  } catch (error) {
    return { ok: false, problem: diskProblem('write the runbooks into', folder, error) };
  }
}
