import { unzipSync } from 'fflate';
import type { RunbookFile } from '../../../shared/words/runbook-files.ts';

/** Longest archive, and most bytes that all it holds may have unpacked: more is no folder of runbooks. */
const MOST_PACKED = 30_000_000;
const MOST_UNPACKED = 40_000_000;

const pathOf = (file: File): string => (file.webkitRelativePath === '' ? file.name : file.webkitRelativePath);

const ofFile = (file: File): RunbookFile => ({
  path: pathOf(file),
  size: file.size,
  read: async () => new Uint8Array(await file.arrayBuffer()),
});

async function ofArchive(file: File): Promise<readonly RunbookFile[]> {
  if (file.size > MOST_PACKED)
    throw new Error(`${file.name} is larger than 30 MB; unpack it and import the folder`);
  let unpacked = 0;
  const held = unzipSync(new Uint8Array(await file.arrayBuffer()), {
    filter({ name, originalSize }) {
      unpacked += originalSize;
      if (unpacked > MOST_UNPACKED)
        throw new Error(`${file.name} holds more than 40 MB; unpack it and import the folder in parts`);
      return !name.endsWith('/');
    },
  });
  return Object.entries(held).map(([path, bytes]) => ({
    path,
    size: bytes.length,
    read: () => Promise.resolve(bytes),
  }));
}

const isArchive = (file: File): boolean => file.webkitRelativePath === '' && /\.zip$/i.test(file.name);

/**
 * The files that were chosen, and those of archives among them. Rejects where an archive cannot be unpacked.
 *
 * @param rest called between two files: a page asks the disk for the size of each, and waits for the answer
 */
export async function pickedFiles(
  chosen: readonly File[],
  rest: () => Promise<void>,
): Promise<readonly RunbookFile[]> {
  const files: RunbookFile[] = [];
  for (const file of chosen) {
    if (isArchive(file)) files.push(...(await ofArchive(file)));
    else files.push(ofFile(file));
    await rest();
  }
  return files;
}
