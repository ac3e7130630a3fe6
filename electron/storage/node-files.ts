/** The files port on a real disk: the only place that touches node:fs. */
import {
  accessSync,
  appendFileSync,
  constants,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import * as fs from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Files, OpenFile } from '../ports.ts';
import { scrubbed } from './scrubbed.ts';

const onlyOwner = 0o600;
const onlyOwnerFolder = 0o700;

/** The system's code of an error, such as `ENOSPC`; `EUNKNOWN` for anything else that was thrown. */
export function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null ? (error as { code?: unknown }).code : undefined;
  return typeof code === 'string' ? code : 'EUNKNOWN';
}

const failure = (code: string, path: string): Error => Object.assign(new Error(`${code}: ${path}`), { code });

function opened(handle: fs.FileHandle): OpenFile {
  return {
    async write(bytes) {
      // One call may write less than it was given (a full disk, a signal).
      for (let at = 0; at < bytes.length;)
        at += (await handle.write(bytes, at, bytes.length - at)).bytesWritten;
    },
    sync: () => handle.sync(),
    syncData: () => handle.datasync(),
    truncate: (length) => handle.truncate(length),
    close: () => handle.close(),
  };
}

/** Windows refuses to rename while a virus scanner looks at the file; that passes within moments. */
async function renamePatiently(from: string, to: string): Promise<void> {
  for (let wait = 10; ; wait *= 2) {
    try {
      await fs.rename(from, to);
      return;
    } catch (error) {
      const isPassing = process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error));
      if (!isPassing || wait > 1000) throw error;
      await pause(wait);
    }
  }
}

async function unlessMissing<Value>(action: Promise<Value>, missing: Value): Promise<Value> {
  try {
    return await action;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return missing;
    throw error;
  }
}

export const nodeFiles: Files = {
  async read(path, most) {
    const { size } = await regular(path);
    if (size > most) throw failure('EFBIG', path);
    const bytes = await fs.readFile(path);
    if (bytes.length > most) throw failure('EFBIG', path);
    return bytes;
  },
  async create(path, readers = 'owner') {
    if (readers === 'everybody') return opened(await fs.open(path, 'ax'));
    const handle = await fs.open(path, 'ax', onlyOwner); // appending: after a truncate the next write must not leave a hole
    await handle.chmod(onlyOwner); // whatever the umask
    return opened(handle);
  },
  // Not 'a', which would make the file, for everybody to read, if it were not there.
  append: async (path) => opened(await fs.open(path, constants.O_WRONLY | constants.O_APPEND)),
  async look(path) {
    const found = await unlessMissing(fs.stat(path, { bigint: true }), null);
    if (found === null) return null;
    const id = `${found.dev}:${found.ino}`;
    return {
      bytes: Number(found.size),
      changed: found.mtime.toISOString(),
      folder: found.isDirectory(),
      id,
      mark: `${id}:${found.size}:${found.mtimeNs}:${found.ctimeNs}`,
    };
  },
  resolve: (path) => fs.realpath(path),
  rename: renamePatiently,
  remove: (path) => unlessMissing(fs.unlink(path), undefined),
  async removeFolder(path) {
    try {
      await fs.rmdir(path);
    } catch (error) {
      if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(codeOf(error))) throw error;
    }
  },
  list: async (folder) => (await unlessMissing(fs.readdir(folder), [] as string[])).sort(),
  async makeFolder(path, readers = 'owner') {
    const isOpen = readers === 'everybody';
    const first = await fs.mkdir(path, { recursive: true, ...(isOpen ? {} : { mode: onlyOwnerFolder }) });
    if (first === undefined) return;
    if (!isOpen) await fs.chmod(path, onlyOwnerFolder);
    await syncFolder(dirname(first)); // the new name must outlive a power cut as well
  },
  syncFolder,
};

async function regular(path: string): Promise<{ readonly size: number }> {
  const found = await fs.stat(path);
  if (!found.isFile()) throw failure(found.isDirectory() ? 'EISDIR' : 'EINVAL', path); // a pipe would block for ever
  return found;
}

async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return; // folders cannot be opened there; NTFS journals names itself
  const handle = await fs.open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Writes lines to a log at once, so that the last words of a dying process are kept; also to standard error. A log that has grown to `most` bytes becomes `<path>.1`, and the one
 * before it goes: a disk that fails every minute must not fill what is left of it with complaints. The user's folders and the names of plans are left out.
 */
export function logTo(path: string, most = 1024 * 1024): (line: string) => void {
  const places = { data: dirname(path), home: homedir() };
  return (told) => {
    const line = scrubbed(told, places);
    process.stderr.write(`${line}\n`);
    try {
      mkdirSync(dirname(path), { recursive: true, mode: onlyOwnerFolder });
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) >= most) renameSync(path, `${path}.1`);
      appendFileSync(path, `${new Date().toISOString()} ${line}\n`, { mode: onlyOwner });
    } catch (error) {
      process.stderr.write(`the log ${path} cannot be written: ${codeOf(error)}\n`);
    }
  };
}

/** The text of a small file, at once; null where there is none to be had. For what is worth no word when it is lost. */
export function readNow(path: string, most = 4096): string | null {
  try {
    return readFileSync(path, 'utf8').slice(0, most);
  } catch {
    return null; // a first start, or a folder that cannot be read: whoever opens a plan there says so
  }
}

/** Replaces a small file, at once, so that it is done before a window is gone; what cannot be written is left. */
export function writeNow(path: string, text: string): void {
  try {
    writeFileSync(`${path}.new`, text, { mode: onlyOwner });
    renameSync(`${path}.new`, path);
  } catch {
    // A folder that cannot be written to is told about where plans are.
  }
}

/** The system's code for why nothing can be kept in a folder; null where it can. The folder is made where it is missing. */
export function folderFault(folder: string): string | null {
  try {
    mkdirSync(folder, { recursive: true, mode: onlyOwnerFolder });
    accessSync(folder, constants.W_OK | constants.X_OK);
    return null;
  } catch (error) {
    return codeOf(error);
  }
}
