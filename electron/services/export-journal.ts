import type { Reply } from '../../shared/contract/channels.ts';
import type { WrittenFile } from '../../shared/contract/recovery.ts';
import type { Ports } from '../ports.ts';
import { folderNameOf } from '../storage/places.ts';
import { journalBytes } from '../storage/segments.ts';
import { handOut } from './hand-out.ts';
import type { Session } from './session.ts';

/** The whole journal as one file of lines, the oldest first: readable, and verified by `evenwatch verify` like the journal itself. */
export async function exportJournal(session: Session | null, ports: Ports): Promise<Reply<WrittenFile>> {
  if (session === null) return { ok: false, problem: { kind: 'not-open' } };
  const name = `${folderNameOf(session.workspace().about.name)}-journal.jsonl`;
  return handOut(name, await journalBytes(ports.files, session.places.journal), ports);
}
