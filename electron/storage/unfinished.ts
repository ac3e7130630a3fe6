import type { RecoveryNotice } from '../../shared/contract/channels.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import type { Ports } from '../ports.ts';
import { bytesOf } from './disk-text.ts';
import { durableWrite } from './durable-write.ts';
import type { Places } from './places.ts';
import { faultOf } from './log-line.ts';

/**
 * Notes for the next start that the last checkpoint could not be written. On a disk that takes nothing the note fails as well; then the host has told it, and the
 * log says it.
 */
export async function noteUnfinished(
  places: Places,
  problem: Problem,
  { files, nonce, clock, log }: Pick<Ports, 'files' | 'nonce' | 'clock' | 'log'>,
): Promise<void> {
  try {
    const note = JSON.stringify({ at: clock.now(), problem });
    await durableWrite(files, places.unfinished, bytesOf(note), nonce());
  } catch (error) {
    log(`that the checkpoint failed could not be noted: ${faultOf(error)}`);
  }
}

/** What the last session could not say any more; told once. */
export async function unfinishedNotice(
  places: Places,
  edits: number,
  { files }: Pick<Ports, 'files'>,
): Promise<readonly RecoveryNotice[]> {
  if ((await files.look(places.unfinished)) === null) return [];
  await files.remove(places.unfinished);
  if (edits === 0) return []; // it reached the disk all the same
  const made = ` ${edits === 1 ? 'One edit was' : `${edits} edits were`} made again from the journal; nothing is missing.`;
  const detail = `When the plan was closed, its last checkpoint could not be written.${made}`;
  return [{ kind: 'late-checkpoint', detail, keptAs: null }];
}
