/** A workspace with a past, made once and copied for each case: what every damage is done to. */
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { handClock, keeperOn, openedBy, pastLife, valueOf } from './real-keeper.ts';
import { trackedRequest } from './tracked-edits.ts';

export interface History {
  readonly data: string;
  /** The workspace file, below `data`. */
  readonly file: string;
  /** The last edit that was acknowledged. */
  readonly revision: number;
  /** Revision of the checkpoint. */
  readonly checkpoint: number;
}

/**
 * Three checkpoints in three hours, each with its backups, then edits that only the journal has. It ends as a process that
 * was killed does: not closed, with its owner file.
 */
export async function aHistory(
  data: string,
  { edits = 4, workspace = sampleWorkspace() }: { edits?: number; workspace?: Workspace } = {},
): Promise<History> {
  const { clock, rest, set } = handClock();
  const keeper = keeperOn(data, { clock, processes: pastLife(4_000_001) });
  await mkdir(data, { recursive: true });
  const opened = await openedBy(keeper, { kind: 'new', workspace });
  let { revision } = opened;
  const editTimes = async (times: number): Promise<void> => {
    for (let count = 0; count < times; count++)
      revision = valueOf(await keeper.apply(trackedRequest(opened.workspace, revision))).revision;
  };
  for (const hour of ['10', '11', '12']) {
    set(`2026-11-23T${hour}:15:00.000Z`);
    await editTimes(3);
    rest();
    await keeper.recent();
  }
  await keeper.open({ kind: 'last' }); // waits for the checkpoint
  const checkpoint = revision;
  await editTimes(edits);
  return { data, file: opened.file, revision, checkpoint };
}

/** A copy that lies elsewhere, with its list of recent workspaces leading there. */
export async function copyOf(model: History, data: string): Promise<History> {
  await rm(data, { recursive: true, force: true });
  await cp(model.data, data, { recursive: true });
  const file = join(data, relative(model.data, model.file));
  const entry = { file, name: 'Torture', savedAt: '2026-11-23T12:15:00.000Z' };
  await writeFile(join(data, 'recent.json'), JSON.stringify([entry]));
  return { ...model, data, file };
}

/** Every file below the workspace's folder, as paths relative to it. */
export async function filesOf({ file }: History): Promise<readonly string[]> {
  const folder = dirname(file);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/** True when a file of the quarantine holds exactly these bytes. */
export async function isKept({ file }: History, bytes: Uint8Array): Promise<boolean> {
  const folder = join(dirname(file), 'quarantine');
  for (const name of await readdir(folder).catch(() => [] as string[])) {
    if ((await readFile(join(folder, name))).equals(bytes)) return true;
  }
  return false;
}
