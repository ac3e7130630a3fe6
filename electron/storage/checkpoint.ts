import { Low } from 'lowdb';
import type { Problem } from '../../shared/contract/problems.ts';
import { closeWorkspace } from '../../shared/document/close.ts';
import { mostBytes, type Hash } from '../../shared/document/envelope.ts';
import { openWorkspace, type OpenedDocument } from '../../shared/document/open.ts';
import { refused, type Result } from '../../shared/result.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import type { Files } from '../ports.ts';
import { diskProblem } from './disk-problem.ts';
import { bytesOf, textOf } from './disk-text.ts';
import { durableWrite } from './durable-write.ts';
import { codeOf } from './node-files.ts';
import type { Places } from './places.ts';

export interface Checkpoint {
  readonly workspace: Workspace;
  readonly revision: number;
}

/** A workspace file, read and checked. Problems of the disk and of the content are values alike. */
export async function readDocument(
  files: Files,
  path: string,
  hash: Hash,
): Promise<Result<OpenedDocument, Problem>> {
  let bytes: Uint8Array;
  try {
    bytes = await files.read(path, mostBytes);
  } catch (error) {
    if (codeOf(error) !== 'EFBIG') return refused(diskProblem('read the workspace', path, error));
    return refused({
      kind: 'too-large',
      file: path,
      bytes: (await files.look(path))?.bytes ?? 0,
      most: mostBytes,
    });
  }
  const text = textOf(bytes);
  if (!text.ok) return refused({ kind: 'not-a-workspace', file: path, detail: text.reason });
  return openWorkspace(text.value, path, hash);
}

/** Thrown by lowdb's `read`, which knows no other way to say no: with the disk's code, like any error of the disk. */
class UnreadableCheckpoint extends Error {
  readonly code: string;
  constructor(problem: Problem) {
    super(`the checkpoint cannot be read: ${problem.kind}`);
    this.code = problem.kind === 'disk' ? problem.code : 'ESTALE'; // it was sound a moment ago
  }
}

/**
 * Gives a sound file that has no previous generation one of its own content. Without it, damage to a young workspace would leave the
 * journal with nothing to stand on.
 */
export async function ensurePrevious(
  places: Places,
  { files, nonce }: Pick<CheckpointPorts, 'files' | 'nonce'>,
): Promise<void> {
  if ((await files.look(places.previous)) !== null) return;
  await durableWrite(files, places.previous, await files.read(places.file, mostBytes), nonce());
}

/** The state in memory, as lowdb holds it, with `write` to make it durable. */
export type CheckpointStore = Low<Checkpoint>;

interface CheckpointPorts {
  readonly files: Files;
  readonly hash: Hash;
  readonly nonce: () => string;
}

/**
 * The whole workspace in one file, through lowdb: it keeps the state in memory, and this adapter is how the state reaches the disk. lowdb's own
 * file adapter never flushes, and its presets stay in memory under NODE_ENV=test, so neither is used.
 *
 * A write keeps the file that it replaces as the previous generation, but only if that file still is, byte for byte, what was
 * read or written here: damage from elsewhere must not push out the last good copy.
 */
export function checkpointOf(places: Places, ports: CheckpointPorts, initial: Checkpoint): CheckpointStore {
  const { files, hash, nonce } = ports;
  let known: string | null = null;

  const keepPrevious = async (): Promise<void> => {
    if (known === null || (await files.look(places.file)) === null) return;
    const text = textOf(await files.read(places.file, mostBytes));
    if (text.ok && hash(text.value) === known)
      await durableWrite(files, places.previous, bytesOf(text.value), nonce());
  };

  return new Low<Checkpoint>(
    {
      async read() {
        const document = await readDocument(files, places.file, hash);
        if (!document.ok) throw new UnreadableCheckpoint(document.reason);
        const text = textOf(await files.read(places.file, mostBytes));
        known = text.ok ? hash(text.value) : null;
        return { workspace: document.value.workspace, revision: document.value.revision };
      },
      async write({ workspace, revision }) {
        const text = closeWorkspace(workspace, revision, hash);
        await keepPrevious();
        await durableWrite(files, places.file, bytesOf(text), nonce());
        known = hash(text);
      },
    },
    initial,
  );
}
