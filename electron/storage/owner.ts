import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { ok, refused, type Result } from '../../shared/result.ts';
import type { Files, OpenFile, Ports } from '../ports.ts';
import { bytesOf, textOf } from './disk-text.ts';
import { codeOf } from './node-files.ts';

const claimSchema = z.strictObject({
  pid: z.int().min(1),
  /** Tells this process from a later one with the same number. */
  signature: z.string(),
  host: z.string(),
  since: z.string(),
  nonce: z.string(),
});
type Claim = z.infer<typeof claimSchema>;

/** The right to write one workspace, as long as it is held. */
export interface Owner {
  /** False when somebody took the file away: then nothing may be written any more. */
  isStillOurs(): Promise<boolean>;
  release(): Promise<void>;
}

/**
 * Claims that this process gave up. On a disk that takes nothing, a file cannot even be removed; once it can, the claim that is
 * still there must not keep us out of our own workspace until a restart.
 */
const givenUp = new Set<string>();

/** Others that come and go in between must not make us give up at once. */
const mostAttempts = 10;

type OwnerPorts = Pick<Ports, 'files' | 'processes' | 'nonce' | 'clock'> & {
  readonly host: { readonly host: string };
};

/**
 * Takes a workspace for this process by creating its owner file, which only one process can. The file of a process that died is
 * moved aside first. The reason of a refusal names the live owner.
 */
export async function takeOwnership(path: string, ports: OwnerPorts): Promise<Result<Owner, string>> {
  const { files, processes } = ports;
  const claim: Claim = {
    pid: processes.pid,
    signature: (await processes.signature(processes.pid)) ?? 'unknown',
    host: ports.host.host,
    since: ports.clock.now(),
    nonce: ports.nonce(),
  };
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    if (await created(files, path, claim)) {
      await clearDead(path, ports);
      return ok(ownerOf(files, path, claim.nonce));
    }
    const holder = await settledClaim(files, path);
    if (holder === 'nobody') continue;
    if (holder !== 'unreadable' && !givenUp.has(holder.nonce) && (await isAlive(holder, processes)))
      return refused(inWords(holder));
    await moveAside(files, path, nonceOf(holder), ports.nonce());
  }
  return refused('another program that is starting at this moment');
}

async function created(files: Files, path: string, claim: Claim): Promise<boolean> {
  let file: OpenFile;
  try {
    file = await files.create(path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    try {
      await file.write(bytesOf(JSON.stringify(claim)));
      await file.sync();
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    // A claim that could not be made sure must not keep us out the next time.
    givenUp.add(claim.nonce);
    await files.remove(path);
    throw error;
  }
}

/** Who holds the file. `unreadable`: its writer has not said yet who it is, or died before it did. */
type Holder = Claim | 'nobody' | 'unreadable';

const nonceOf = (holder: Holder): string | null => (typeof holder === 'string' ? null : holder.nonce);

async function readClaim(files: Files, path: string): Promise<Holder> {
  const bytes = await bytesIfThere(files, path);
  if (bytes === null) return 'nobody';
  const text = textOf(bytes);
  if (!text.ok) return 'unreadable';
  try {
    return claimSchema.safeParse(JSON.parse(text.value)).data ?? 'unreadable';
  } catch {
    return 'unreadable'; // no JSON: written half
  }
}

/** A claim that cannot be read is given the time to be written: whoever is starting must not be taken for dead. */
async function settledClaim(files: Files, path: string): Promise<Holder> {
  let holder = await readClaim(files, path);
  for (let waits = 0; holder === 'unreadable' && waits < 10; waits++) {
    await pause(50);
    holder = await readClaim(files, path);
  }
  return holder;
}

/** Not looked for first: its owner may give it back between a look and a read. */
async function bytesIfThere(files: Files, path: string): Promise<Uint8Array | null> {
  try {
    return await files.read(path, 65_536);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

async function isAlive(holder: Claim, processes: OwnerPorts['processes']): Promise<boolean> {
  const signature = await processes.signature(holder.pid);
  if (signature === null) return false;
  return signature === holder.signature || signature === 'alive' || holder.signature === 'alive';
}

/** Ends the names of owner files that were moved out of the way. */
const deadEnd = '.dead';

/** Removes what is left of dead owners where a removal failed. A live one's file may be there for a moment, on its way back. */
async function clearDead(path: string, { files, processes }: OwnerPorts): Promise<void> {
  const folder = dirname(path);
  try {
    for (const name of await files.list(folder)) {
      if (!name.startsWith(basename(path)) || !name.endsWith(deadEnd)) continue;
      const claim = await readClaim(files, join(folder, name));
      if (typeof claim === 'string' || !(await isAlive(claim, processes))) await files.remove(join(folder, name));
    }
  } catch {
    return; // rubbish may wait for the next start; the workspace is ours all the same
  }
}

/** Moves a dead owner's file away. Whoever else did the same a moment earlier has a fresh file there: that one goes back. */
async function moveAside(files: Files, path: string, expected: string | null, nonce: string): Promise<void> {
  const aside = `${path}.${nonce}${deadEnd}`;
  try {
    await files.rename(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  const moved = nonceOf(await readClaim(files, aside));
  if (moved !== expected && (await files.look(path)) === null)
    await files.rename(aside, path);
  else await files.remove(aside);
}

const inWords = (holder: Claim): string =>
  `the ${holder.host} host, process ${holder.pid}, since ${holder.since}`;

function ownerOf(files: Files, path: string, nonce: string): Owner {
  const isStillOurs = async (): Promise<boolean> => {
    let holder = await readClaim(files, path);
    if (holder === 'nobody') {
      // Somebody who took it for another's may be about to put it back: moveAside.
      await pause(50);
      holder = await readClaim(files, path);
    }
    return nonceOf(holder) === nonce;
  };
  return {
    isStillOurs,
    async release() {
      givenUp.add(nonce);
      if (await isStillOurs()) await files.remove(path);
    },
  };
}
