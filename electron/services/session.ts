import type {
  Acknowledged,
  Channels,
  Opened,
  RecoveryNotice,
  Reply,
} from '../../shared/contract/channels.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import type { JournalLine } from '../../shared/document/journal-line.ts';
import { digestOf } from '../../shared/editing/changes.ts';
import { edit } from '../../shared/editing/edit.ts';
import { mostSteps } from '../../shared/editing/history.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import { refusalText } from '../../shared/words/refusal-text.ts';
import type { Ports } from '../ports.ts';
import { takeDueBackups } from '../storage/backups.ts';
import type { CheckpointStore } from '../storage/checkpoint.ts';
import { diskProblem } from '../storage/disk-problem.ts';
import type { Journal } from '../storage/journal.ts';
import type { Owner } from '../storage/owner.ts';
import type { Places } from '../storage/places.ts';

/** What a session begins with, once the disk was read and put in order. */
export interface Beginning {
  readonly places: Places;
  readonly workspace: Workspace;
  readonly revision: number;
  readonly recentLines: readonly JournalLine[];
  readonly notices: readonly RecoveryNotice[];
  /** Null where nothing may be written; then `readOnlyBecause` says why. */
  readonly keeping: {
    readonly store: CheckpointStore;
    readonly journal: Journal;
    readonly owner: Owner;
  } | null;
  readonly readOnlyBecause: string | null;
}

/** One open workspace. Its calls must come one after the other: workspace.ts sees to that. */
export interface Session {
  readonly file: string;
  opened(): Opened;
  workspace(): Workspace;
  apply(request: Channels['workspace.apply']['request']): Promise<Reply<Acknowledged>>;
  /** True when the journal has grown so far that the whole should be written again. */
  isCheckpointDue(): boolean;
  /** Writes the whole workspace and takes the backups that are due; does nothing without new edits. */
  checkpoint(): Promise<void>;
  /** Writes what is left and gives the workspace free. */
  close(): Promise<void>;
}

const mostEdits = 1000;
const mostJournalBytes = 1024 * 1024;

export function beginSession(beginning: Beginning, ports: Ports): Session {
  const { places, keeping } = beginning;
  let { workspace, revision, recentLines, readOnlyBecause } = beginning;
  let editsSince = 0;
  let bytesSince = 0;
  // Told once: a page that is loaded again must not announce a recovery of an hour ago.
  let notices = beginning.notices;

  const opened = (): Opened => {
    const told = notices;
    notices = [];
    return { file: places.file, workspace, revision, readOnlyBecause, recentLines, notices: told };
  };

  const apply = async ({
    baseRevision,
    title,
    command,
  }: Channels['workspace.apply']['request']): Promise<Reply<Acknowledged>> => {
    if (keeping === null || readOnlyBecause !== null)
      return no({ kind: 'read-only', because: readOnlyBecause ?? 'it was opened to look only' });
    if (baseRevision !== revision) return no({ kind: 'stale-base', sent: baseRevision, current: revision });
    const edited = edit(workspace, command);
    if (!edited.ok)
      return no({ kind: 'refused-edit', refusal: refusalText(edited.reason, workspace).replace(/\.$/, '') });
    const { changes } = edited.value;
    const line: JournalLine = { revision: revision + 1, time: ports.clock.now(), title, command, changes };
    try {
      if (!(await keeping.owner.isStillOurs())) {
        readOnlyBecause = 'another program took it over';
        return no({ kind: 'read-only', because: readOnlyBecause });
      }
      bytesSince += await keeping.journal.append(line);
    } catch (error) {
      return no(diskProblem('write the journal of', places.file, error));
    }
    workspace = edited.value.workspace;
    revision = line.revision;
    recentLines = [...recentLines.slice(1 - mostSteps), line];
    editsSince += 1;
    return { ok: true, value: { revision, digest: digestOf(changes) } };
  };

  const checkpoint = async (): Promise<void> => {
    if (keeping === null || editsSince === 0 || readOnlyBecause !== null) return;
    if (!(await keeping.owner.isStillOurs())) {
      readOnlyBecause = 'another program took it over';
      return;
    }
    keeping.store.data = { workspace, revision };
    await keeping.store.write();
    editsSince = 0;
    bytesSince = 0;
    await keeping.journal.endSegment();
    await takeDueBackups(places, { workspace, revision }, ports.clock.now(), ports);
  };

  return {
    file: places.file,
    opened,
    workspace: () => workspace,
    apply,
    isCheckpointDue: () => editsSince >= mostEdits || bytesSince >= mostJournalBytes,
    checkpoint,
    async close() {
      if (keeping === null) return;
      try {
        await checkpoint();
        await keeping.journal.endSegment();
      } catch (error) {
        // Nothing is lost: the journal has every edit, and the next start makes them again.
        ports.log(`the checkpoint at closing failed: ${String(error)}`);
      }
      try {
        await keeping.owner.release();
      } catch (error) {
        // The next start finds that its owner is dead.
        ports.log(`the owner file could not be removed: ${String(error)}`);
      }
    },
  };
}

const no = (problem: Problem): { readonly ok: false; readonly problem: Problem } => ({ ok: false, problem });
