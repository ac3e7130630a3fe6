import { Low } from 'lowdb';
import { closeWorkspace } from '../../shared/document/close.ts';
import { mostBytes, type Hash } from '../../shared/document/envelope.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import type { Files } from '../ports.ts';
import { ChangedUnderneath } from './changed-underneath.ts';
import { bytesOf, textOf } from './disk-text.ts';
import { durableWrite } from './durable-write.ts';
import { codeOf } from './node-files.ts';
import type { Places } from './places.ts';
import type { Seen } from './read-document.ts';
import { rememberWritten } from './written.ts';

export interface Checkpoint {
  readonly workspace: Workspace;
  readonly revision: number;
}

interface StorePorts {
  readonly files: Files;
  readonly hash: Hash;
  readonly nonce: () => string;
}

/** The state in memory, as lowdb holds it, with `write` to make it durable. */
export interface CheckpointStore extends Low<Checkpoint> {
  /** False when something else wrote the file since it was read or written here: then it must not be written over. */
  isUntouched(): Promise<boolean>;
  /**
   * Lets the file be written over, whoever wrote it, as long as it bears this mark: what it held then was kept elsewhere. Null where there was no file. What arrives later
   * is another version again.
   */
  passOver(mark: string | null): void;
  /** Takes the file that was read for ours: it may be written over while its content is the one that was seen. */
  recognise(seen: Seen): void;
}

/** No mark of a file: it differs from all. */
const unknown = '';

/**
 * The whole workspace in one file, through lowdb: it keeps the state in memory, and this adapter is how the state reaches the disk. lowdb's own
 * file adapter never flushes, and its presets stay in memory under NODE_ENV=test, so neither is used.
 *
 * A write keeps the file that it replaces as the previous generation, but only if that file still is, byte for byte, what was
 * read or written here: damage from elsewhere must not push out the last good copy, and what something else wrote must not be written over. That is looked for before
 * the temporary file is written, right before the rename, and after it. No system call renames only over a known file: what arrives in the moment between the second
 * look and the rename is written over.
 */
export function checkpointOf(places: Places, ports: StorePorts, initial: Checkpoint): CheckpointStore {
  const { files, hash, nonce } = ports;
  /** Hash of the text that we read or wrote; null when the file holds nothing of ours. */
  let known: string | null = null;
  /** Hash of the text that was being written when the disk failed: it may be there all the same. */
  let tried: string | null = null;
  /** Mark of the file when it was looked at last; null when nothing is to be expected of it, `unknown` when only its content tells. */
  let mark: string | null = null;

  const isUntouched = async (): Promise<boolean> => {
    const look = await files.look(places.file);
    // Gone, or never there: nothing that a write could destroy.
    if (look === null || mark === null || look.mark === mark) return true;
    if ((await textOfOurs()) === null) return false;
    mark = look.mark; // the same content: copied, touched, or put back
    return true;
  };

  /** The text of the file if it is one of ours, else null. */
  const textOfOurs = async (): Promise<string | null> => {
    if (known === null && tried === null) return null;
    const bytes = await bytesUnlessTooMany();
    const text = bytes === null ? null : textOf(bytes);
    return text?.ok === true && [known, tried].includes(hash(text.value)) ? text.value : null;
  };

  /** A file longer than any of ours is none of ours. */
  const bytesUnlessTooMany = async (): Promise<Uint8Array | null> => {
    try {
      return await files.read(places.file, mostBytes);
    } catch (error) {
      if (codeOf(error) === 'EFBIG') return null;
      throw error;
    }
  };

  const refuseIfChanged = async (): Promise<void> => {
    if (!(await isUntouched())) throw new ChangedUnderneath(places.file);
  };

  const keepPrevious = async (): Promise<void> => {
    if ((await files.look(places.file)) === null) return;
    const text = await textOfOurs();
    if (text !== null) await durableWrite(files, places.previous, bytesOf(text), nonce());
  };

  const low = new Low<Checkpoint>(
    {
      // The ladder reads (find-state.ts), once for all that has to be known; what it found is what this begins with.
      read: () => Promise.resolve(null),
      async write({ workspace, revision }) {
        const text = closeWorkspace(workspace, revision, hash);
        await keepPrevious();
        await rememberWritten(places, checksumIn(text), ports);
        await refuseIfChanged();
        tried = hash(text);
        // Flushing takes long enough for another version to arrive: asked again with nothing but the rename left to do.
        await durableWrite(files, places.file, bytesOf(text), nonce(), refuseIfChanged);
        [known, tried] = [tried, null];
        // What lies there now is ours only if it reads like ours: one that arrived after the rename must not be taken for it.
        mark = unknown;
        await refuseIfChanged();
      },
    },
    initial,
  );
  return Object.assign(low, {
    isUntouched,
    passOver(passed: string | null) {
      [known, tried] = [null, null];
      mark = passed ?? unknown;
    },
    recognise(seen: Seen) {
      [known, mark] = [seen.hash, seen.mark];
    },
  });
}

/** The checksum that a file's first line says. */
const checksumIn = (text: string): string => /"checksum":"([0-9a-f]{64})"/.exec(text)?.[1] ?? '';

/**
 * Gives a sound file that has no previous generation one of its own content. Without it, damage to a young workspace would leave the
 * journal with nothing to stand on.
 */
export async function ensurePrevious(
  places: Places,
  { files, nonce }: Pick<StorePorts, 'files' | 'nonce'>,
): Promise<void> {
  if ((await files.look(places.previous)) !== null) return;
  await durableWrite(files, places.previous, await files.read(places.file, mostBytes), nonce());
}
