import { z } from 'zod';
import type { Files, Ports } from '../ports.ts';
import { bytesOf, textOf } from './disk-text.ts';
import { durableWrite } from './durable-write.ts';
import type { Places } from './places.ts';

const checksums = z.array(z.string()).readonly();

const writtenSchema = z.strictObject({
  /** Of the versions of the file that were written here, the newest last. */
  checksums,
  /** Of versions by something else that the lead has dealt with. */
  settled: checksums,
});

export type Written = z.infer<typeof writtenSchema>;

/** More than there are backups: a copy of ours that somebody put back is no other version. */
const mostChecksums = 100;

/** What is known about versions of the file; null where nobody kept that. A file that is not among `checksums` was written by something else. */
export async function readWritten(files: Files, places: Places): Promise<Written | null> {
  if ((await files.look(places.written)) === null) return null;
  const text = textOf(await files.read(places.written, 1024 * 1024));
  try {
    return text.ok ? (writtenSchema.safeParse(JSON.parse(text.value)).data ?? null) : null;
  } catch {
    return null; // no JSON: as if it was not there, and the next checkpoint writes it again
  }
}

/** Adds a checksum. For a file of ours to be called before it is written: a kill in between must not make it a stranger. */
export async function rememberWritten(
  places: Places,
  checksum: string,
  { files, nonce }: Pick<Ports, 'files' | 'nonce'>,
  as: keyof Written = 'checksums',
): Promise<void> {
  const before = (await readWritten(files, places)) ?? { checksums: [], settled: [] };
  if (before[as].at(-1) === checksum) return;
  const list = [...before[as].filter((other) => other !== checksum), checksum].slice(-mostChecksums);
  await durableWrite(files, places.written, bytesOf(JSON.stringify({ ...before, [as]: list })), nonce());
}
