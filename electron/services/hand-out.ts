import type { Reply } from '../../shared/contract/channels.ts';
import type { WrittenFile } from '../../shared/contract/recovery.ts';
import type { Ports } from '../ports.ts';
import { base64Of } from '../storage/disk-text.ts';
import { diskProblem } from '../storage/disk-problem.ts';
import { durableWrite } from '../storage/durable-write.ts';

/** Writes bytes where the lead chooses; a host without dialogs gives them to the page, to be downloaded. */
export async function handOut(name: string, bytes: Uint8Array, ports: Ports): Promise<Reply<WrittenFile>> {
  if (ports.dialogs === null) return { ok: true, value: { file: null, name, base64: base64Of(bytes) } };
  const file = await ports.dialogs.chooseDestination({ name, kind: 'any' });
  if (file === null) return { ok: false, problem: { kind: 'cancelled' } };
  try {
    await durableWrite(ports.files, file, bytes, ports.nonce());
    return { ok: true, value: { file, name, base64: null } };
  } catch (error) {
    return { ok: false, problem: diskProblem('write', file, error) };
  }
}
