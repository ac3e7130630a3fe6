import { z } from 'zod';
import { keptDraftSchema, mostDrafts, type KeptDraft } from '../../shared/contract/drafts.ts';
import type { Ports } from '../ports.ts';
import { bytesOf, textOf } from './disk-text.ts';
import { durableWrite } from './durable-write.ts';
import type { Places } from './places.ts';
import { moveAside } from './quarantine.ts';

type DraftPorts = Pick<Ports, 'files' | 'nonce' | 'clock' | 'log'>;

const schema = z.array(keptDraftSchema).max(mostDrafts);

/** As many as a request may hold, in UTF-8. */
const MOST_BYTES = 256 * 1024 * 1024;

function draftsIn(bytes: Uint8Array): readonly KeptDraft[] | null {
  const text = textOf(bytes);
  if (!text.ok) return null;
  try {
    return schema.safeParse(JSON.parse(text.value)).data ?? null;
  } catch {
    return null; // no JSON: the caller keeps the bytes
  }
}

/** What is kept beside a workspace. A file that cannot be read goes to the quarantine, where its words can still be looked up. */
export async function draftsBeside(places: Places, ports: DraftPorts): Promise<readonly KeptDraft[]> {
  if ((await ports.files.look(places.drafts)) === null) return [];
  const drafts = draftsIn(await ports.files.read(places.drafts, MOST_BYTES));
  if (drafts !== null) return drafts;
  const stamp = { now: ports.clock.now(), nonce: ports.nonce() };
  ports.log(
    `${places.drafts} cannot be read; kept as ${await moveAside(ports.files, places, places.drafts, stamp)}`,
  );
  return [];
}

/** Resolves when it is on the disk; where there is nothing to keep, when nothing is kept any more. */
export async function keepBeside(
  places: Places,
  drafts: readonly KeptDraft[],
  { files, nonce }: DraftPorts,
): Promise<void> {
  if (drafts.length > 0) await durableWrite(files, places.drafts, bytesOf(JSON.stringify(drafts)), nonce());
  else if ((await files.look(places.drafts)) !== null) await files.remove(places.drafts);
}
