import { basename } from 'node:path';
import type { Files, OpenFile } from '../../../electron/ports.ts';

export interface Call {
  readonly name: string;
  readonly on: string;
}

/** Decides about a call before it reaches the disk: an error's code to fail with, or null to let it through. */
type Judge = (call: Call, number: number) => string | null;

const failed = (code: string, call: Call): Error =>
  Object.assign(new Error(`${code}: ${call.name} ${call.on}`), { code });

/** The disk, with every call written down in order, and failing where the judge says so. A failing write writes half. */
export function watchedFiles(
  files: Files,
  judge: Judge = () => null,
): { readonly files: Files; readonly calls: Call[] } {
  const calls: Call[] = [];
  const enter = (name: string, on: string): void => {
    const call = { name, on };
    calls.push(call);
    const code = judge(call, calls.length);
    if (code !== null) throw failed(code, call);
  };
  const wrapped = (file: OpenFile, on: string): OpenFile => ({
    async write(bytes) {
      try {
        enter('write', on);
      } catch (error) {
        await file.write(bytes.subarray(0, Math.floor(bytes.length / 2)));
        throw error;
      }
      await file.write(bytes);
    },
    async sync() {
      enter('sync', on);
      await file.sync();
    },
    async syncData() {
      enter('syncData', on);
      await file.syncData();
    },
    async truncate(length) {
      enter('truncate', on);
      await file.truncate(length);
    },
    async close() {
      await file.close(); // a descriptor that stays open would end the test, not the program
      enter('close', on);
    },
  });
  return {
    calls,
    files: {
      async read(path, most) {
        enter('read', basename(path));
        return files.read(path, most);
      },
      async create(path) {
        enter('create', basename(path));
        return wrapped(await files.create(path), basename(path));
      },
      async append(path) {
        enter('append', basename(path));
        return wrapped(await files.append(path), basename(path));
      },
      async look(path) {
        enter('look', basename(path));
        return files.look(path);
      },
      async resolve(path) {
        enter('resolve', basename(path));
        return files.resolve(path);
      },
      async rename(from, to) {
        enter('rename', basename(to));
        return files.rename(from, to);
      },
      async remove(path) {
        enter('remove', basename(path));
        return files.remove(path);
      },
      async removeFolder(path) {
        enter('removeFolder', basename(path));
        return files.removeFolder(path);
      },
      async list(folder) {
        enter('list', basename(folder));
        return files.list(folder);
      },
      async makeFolder(path) {
        enter('makeFolder', basename(path));
        return files.makeFolder(path);
      },
      async syncFolder(path) {
        enter('syncFolder', basename(path));
        return files.syncFolder(path);
      },
    },
  };
}
