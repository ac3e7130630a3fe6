import type { Channels, Reply } from '../../shared/contract/channels.ts';
import type { Ports } from '../ports.ts';
import { diskProblem } from '../storage/disk-problem.ts';
import { bytesOfBase64 } from '../storage/disk-text.ts';
import { durableWrite } from '../storage/durable-write.ts';

/** Writes bytes that the window made where the lead chooses; null when they cancel. A host without dialogs has the page download them. */
export async function saveFile(
  { name, kind, base64 }: Channels['file.save']['request'],
  ports: Pick<Ports, 'dialogs' | 'files' | 'nonce'>,
): Promise<Reply<Channels['file.save']['reply']>> {
  if (ports.dialogs === null) {
    return {
      ok: false,
      problem: { kind: 'unsupported', what: 'save a file', instead: 'Use the download of the browser' },
    };
  }
  const file = await ports.dialogs.chooseDestination({ name, kind });
  if (file === null) return { ok: true, value: null };
  try {
    await durableWrite(ports.files, file, bytesOfBase64(base64), ports.nonce());
    return { ok: true, value: { file } };
  } catch (error) {
    return { ok: false, problem: diskProblem('write', file, error) };
  }
}
