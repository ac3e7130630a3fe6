import { join } from 'node:path';
import { z } from 'zod';
import type { RecentWorkspace } from '../../shared/contract/channels.ts';
import type { Ports } from '../ports.ts';
import { codeOf } from './node-files.ts';
import { bytesOf, textOf } from './disk-text.ts';
import { durableWrite, temporaryEnd } from './durable-write.ts';
import { workspacesIn } from './places.ts';
import { seal, sealed } from './sealed.ts';

const entriesSchema = z
  .array(z.strictObject({ file: z.string(), name: z.string(), savedAt: z.string() }).readonly())
  .readonly();
type Entries = z.infer<typeof entriesSchema>;

const mostEntries = 20;
const temporaryMilliseconds = 60_000;

type RecentPorts = Pick<Ports, 'files' | 'nonce' | 'log' | 'hash' | 'clock'>;

/** The workspaces opened before, the last one first: the list of the start screen, and the only files a window may name. */
export interface Recent {
  list(): Promise<readonly RecentWorkspace[]>;
  /** Puts a workspace first. */
  remember(entry: Omit<RecentWorkspace, 'present'>): Promise<void>;
  /** Takes a workspace off the list; one that is not on it changes nothing. The file is not touched. */
  forget(file: string): Promise<void>;
}

export function recentIn(dataFolder: string, { files, nonce, log, hash, clock }: RecentPorts): Recent {
  const path = join(dataFolder, 'recent.json');

  const entries = async (): Promise<Entries> => {
    if ((await files.look(path)) === null) return found();
    const text = textOf(await files.read(path, 1024 * 1024));
    // A list without a checksum is of a version that did not write one.
    const plain = text.ok ? entriesSchema.safeParse(parsedOrNull(text.value)).data : undefined;
    const known = plain ?? sealed(text, entriesSchema, hash);
    if (known !== null) return known;
    log(`${path} cannot be read; the list is made from the workspaces that are there`);
    return found();
  };

  /** Without a list, for instance because it was damaged: what lies in the data folder. */
  const found = async (): Promise<Entries> => {
    const folder = workspacesIn(dataFolder);
    const all: { file: string; name: string; savedAt: string }[] = [];
    for (const name of await files.list(folder)) {
      const file = join(folder, name, 'workspace.json');
      const look = await files.look(file);
      if (look !== null) all.push({ file, name, savedAt: look.changed });
    }
    return all.sort((left, right) => right.savedAt.localeCompare(left.savedAt));
  };

  const write = async (next: Entries): Promise<void> => {
    await files.makeFolder(dataFolder);
    await clearTemporaries();
    await durableWrite(files, path, bytesOf(seal(next, hash)), nonce());
  };

  /** What killed programs left. Another program may be writing the list at this moment: its file is younger than this. */
  const clearTemporaries = async (): Promise<void> => {
    for (const name of await files.list(dataFolder)) {
      const look = name.endsWith(temporaryEnd) ? await files.look(join(dataFolder, name)) : null;
      if (look !== null && Date.parse(clock.now()) - Date.parse(look.changed) > temporaryMilliseconds)
        await files.remove(join(dataFolder, name));
    }
  };

  /** A drive that does not answer has nothing to open. */
  const isThere = async (file: string): Promise<boolean> => {
    try {
      return (await files.look(file)) !== null;
    } catch (error) {
      if (codeOf(error) === 'ETIMEDOUT') return false;
      throw error;
    }
  };

  return {
    async list() {
      return Promise.all(
        (await entries()).map(async (entry) => ({
          ...entry,
          present: await isThere(entry.file),
        })),
      );
    },
    async remember({ file, name, savedAt }) {
      const others = (await entries()).filter((entry) => entry.file !== file);
      await write([{ file, name, savedAt }, ...others].slice(0, mostEntries));
    },
    async forget(file) {
      const all = await entries();
      const others = all.filter((entry) => entry.file !== file);
      if (others.length < all.length) await write(others);
    },
  };
}

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
