import { basename, join } from 'node:path';
import type { Files } from '../ports.ts';
import { durableWrite } from './durable-write.ts';
import { inName, type Places } from './places.ts';

interface Stamp {
  readonly now: string;
  readonly nonce: string;
}

/** The folder that takes what is kept aside. */
type Quarantine = Pick<Places, 'quarantine'>;

const nameIn = (places: Quarantine, path: string, { now, nonce }: Stamp): string =>
  join(places.quarantine, `${inName(now)}-${nonce.slice(0, 6)}-${basename(path)}`);

/**
 * Keeps a copy of bad bytes under a dated name. A copy, not a move: the original stays where it is until something sound has taken
 * its place, so a crash in between loses neither.
 */
export async function setAside(
  files: Files,
  places: Quarantine,
  path: string,
  bytes: Uint8Array,
  stamp: Stamp,
): Promise<string> {
  await files.makeFolder(places.quarantine);
  const kept = nameIn(places, path, stamp);
  await durableWrite(files, kept, bytes, stamp.nonce);
  return kept;
}

/** Moves a whole file to the quarantine. */
export async function moveAside(files: Files, places: Places, path: string, stamp: Stamp): Promise<string> {
  await files.makeFolder(places.quarantine);
  const kept = nameIn(places, path, stamp);
  await files.rename(path, kept);
  await files.syncFolder(places.quarantine);
  return kept;
}
