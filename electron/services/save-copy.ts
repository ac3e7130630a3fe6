import type { Channels, Reply } from '../../shared/contract/channels.ts';
import { closeWorkspace } from '../../shared/document/close.ts';
import type { Ports } from '../ports.ts';
import { bytesOf } from '../storage/disk-text.ts';
import { diskProblem } from '../storage/disk-problem.ts';
import { durableWrite } from '../storage/durable-write.ts';
import { folderNameOf } from '../storage/places.ts';

/**
 * Writes what the window shows to a file of the lead's choice; a host without dialogs answers with the text, for the browser to
 * download. This is the way out when the keeper cannot save, so it takes the window's workspace and not the keeper's.
 */
export async function saveCopy(
  { workspace, revision }: Channels['workspace.saveCopy']['request'],
  ports: Ports,
): Promise<Reply<Channels['workspace.saveCopy']['reply']>> {
  const text = closeWorkspace(workspace, revision, ports.hash);
  if (ports.dialogs === null) return { ok: true, value: { file: null, text } };
  const name = `${folderNameOf(workspace.about.name)}-${ports.clock.now().slice(0, 10)}.evenwatch.json`;
  const file = await ports.dialogs.chooseDestination({ name, kind: 'workspace' });
  if (file === null) return { ok: false, problem: { kind: 'cancelled' } };
  try {
    await durableWrite(ports.files, file, bytesOf(text), ports.nonce());
    return { ok: true, value: { file, text: null } };
  } catch (error) {
    return { ok: false, problem: diskProblem('write the copy', file, error) };
  }
}
