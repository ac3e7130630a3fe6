import { z } from 'zod';
import type { Ports } from '../ports.ts';
import { bytesOf, textOf } from './disk-text.ts';
import { durableWrite } from './durable-write.ts';
import type { Places } from './places.ts';
import { seal, sealed } from './sealed.ts';

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

/**
 * What is known about versions of the file; null where nobody kept that, or where it was damaged: a flipped letter would else turn a file of ours into a stranger. A file
 * that is not among `checksums` was written by something else.
 */
export async function readWritten({ files, hash }: Pick<Ports, 'files' | 'hash'>, places: Places): Promise<Written | null> {
  if ((await files.look(places.written)) === null) return null;
  return sealed(textOf(await files.read(places.written, 1024 * 1024)), writtenSchema, hash);
}

/** Adds a checksum. For a file of ours to be called before it is written: a kill in between must not make it a stranger. */
export async function rememberWritten(
  places: Places,
  checksum: string,
  ports: Pick<Ports, 'files' | 'nonce' | 'hash'>,
  as: keyof Written = 'checksums',
): Promise<void> {
  const before = (await readWritten(ports, places)) ?? { checksums: [], settled: [] };
  if (before[as].at(-1) === checksum) return;
  const list = [...before[as].filter((other) => other !== checksum), checksum].slice(-mostChecksums);
  const bytes = bytesOf(seal({ ...before, [as]: list }, ports.hash));
  await durableWrite(ports.files, places.written, bytes, ports.nonce());
}
