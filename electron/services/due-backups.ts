import type { Problem } from '../../shared/contract/problems.ts';
import type { Ports } from '../ports.ts';
import { chosenFolderOf, takeDueBackups } from '../storage/backups.ts';
import { chosenBackupFolder } from '../storage/backup-folder.ts';
import type { Checkpoint } from '../storage/checkpoint.ts';
import { diskProblem } from '../storage/disk-problem.ts';
import { codeOf } from '../storage/node-files.ts';
import type { Places } from '../storage/places.ts';
import { faultOf } from '../storage/log-line.ts';

/** The backups of one open workspace: in its own folder, and in the one that the lead chose. */
export interface Backups {
  /** Never rejects: a checkpoint that was written stands, whatever becomes of its copies. */
  take(state: Checkpoint, isClean: boolean): Promise<void>;
  problem(): Problem | null;
}

export function backupsFor(places: Places, ports: Ports): Backups {
  let problem: Problem | null = null;

  const takeIn = async (folder: string, state: Checkpoint, isClean: boolean): Promise<Problem | null> => {
    try {
      await takeDueBackups(folder, { state, isClean, now: ports.clock.now() }, ports);
      return null;
    } catch (error) {
      ports.log(`a backup failed: ${faultOf(error)}`);
      return codeOf(error) === 'EUNKNOWN'
        ? { kind: 'disk', tried: 'keep a backup in', file: folder, code: 'EIO' }
        : diskProblem('keep a backup in', folder, error);
    }
  };

  return {
    async take(state, isClean) {
      const own = await takeIn(places.backups, state, isClean);
      const chosen = await chosenBackupFolder(ports);
      const there =
        chosen === null ? null : await takeIn(chosenFolderOf(chosen, places, ports.hash), state, isClean);
      problem = there ?? own;
    },
    problem: () => problem,
  };
}
