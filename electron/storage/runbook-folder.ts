import { dirname, join } from 'node:path';
import type { Channels, Reply } from '../../shared/contract/channels.ts';
import { runbookImporter } from '../../shared/exchange/runbook-import.ts';
import { runbookFolder, type RunbookFolder } from '../../shared/exchange/runbook-out.ts';
import type { Runbook } from '../../shared/model/runbook.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import { imageType } from '../../shared/runbooks/images.ts';
import type { Ports } from '../ports.ts';
import { diskProblem } from './disk-problem.ts';
import { bytesOf, textOf } from './disk-text.ts';
import { durableWrite } from './durable-write.ts';

type Request = Channels['runbooks.folder']['request'];
type Answer = Reply<Channels['runbooks.folder']['reply']>;
type FolderPorts = Pick<Ports, 'files' | 'dialogs' | 'nonce'>;

/** Longer than any runbook with its front matter. */
const MOST_BYTES = 16 * 1024 * 1024;

/** Milliseconds' work between two rests, so that the window's edits are not held up. */
const SLICE = 12;
const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

interface Wanted {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Whether what lies there is an older state of the same, and may be replaced. */
  readonly isOlder: (there: Uint8Array) => boolean;
}

/** Whether a file is this runbook in another state: by its id, or by its title where the file names no other id. */
function readsAs(workspace: Workspace, path: string, there: Uint8Array, wanted: string): boolean {
  const text = textOf(there);
  if (!text.ok) return false;
  const runbookIn = (from: string): string | undefined => {
    const importer = runbookImporter(workspace, () => 'runbook-unknown');
    importer.add({ path, text: from });
    const { items } = importer.result();
    return items.length === 1 ? items[0]?.before?.id : undefined;
  };
  const [ours, theirs] = [runbookIn(wanted), runbookIn(text.value)];
  return ours !== undefined && ours === theirs;
}

const wantedOf = (workspace: Workspace, { texts, images }: RunbookFolder): readonly Wanted[] => [
  ...texts.map(({ path, text }) => ({
    path,
    bytes: bytesOf(text),
    isOlder: (there: Uint8Array) => readsAs(workspace, path, there, text),
  })),
  ...images.map(({ path, image }) => ({
    path,
    bytes: Buffer.from(image.base64, 'base64'),
    isOlder: (there: Uint8Array) => imageType(there) === image.type,
  })),
];

const isSame = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

/** Files that differ from what lies in the folder, and those there that are something else. */
async function compared(
  root: string,
  wanted: readonly Wanted[],
  { files }: FolderPorts,
): Promise<{ readonly writing: readonly Wanted[]; readonly foreign: readonly string[] }> {
  const writing: Wanted[] = [];
  const foreign: string[] = [];
  let begun = performance.now();
  for (const one of wanted) {
    const path = join(root, one.path);
    const there = await files.look(path);
    // A link would lead the writing to somewhere else.
    const isElsewhere = there !== null && (await files.resolve(path)) !== path;
    if (there === null) writing.push(one);
    else if (there.folder || isElsewhere || there.bytes > MOST_BYTES) foreign.push(one.path);
    else {
      const bytes = await files.read(path, MOST_BYTES);
      if (isSame(bytes, one.bytes)) continue;
      if (one.isOlder(bytes)) writing.push(one);
      else foreign.push(one.path);
    }
    if (performance.now() - begun < SLICE) continue;
    await rest();
    begun = performance.now();
  }
  return { writing, foreign };
}

async function write(root: string, writing: readonly Wanted[], { files, nonce }: FolderPorts): Promise<void> {
  for (const { path, bytes } of writing) {
    await files.makeFolder(dirname(join(root, path)));
    await durableWrite(files, join(root, path), bytes, nonce());
  }
}

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
    const made = runbookFolder(workspace, runbooks);
    const wanted = wantedOf(workspace, made);
    const images = await ports.files.look(join(root, 'images'));
    const isLed =
      images !== null && (await ports.files.resolve(join(root, 'images'))) !== join(root, 'images');
    const { writing, foreign } = await compared(root, wanted, ports);
    const inTheWay = isLed ? ['images', ...foreign] : foreign;
    if (inTheWay.length > 0)
      return { ok: false, problem: { kind: 'folder-foreign', folder: root, files: inTheWay } };
    await write(root, writing, ports);
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
