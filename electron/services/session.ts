import type {
  Acknowledged,
  Channels,
  Opened,
  RecoveryNotice,
  Reply,
} from '../../shared/contract/channels.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import { closeWorkspace } from '../../shared/document/close.ts';
import type { JournalLine } from '../../shared/document/journal-line.ts';
import { digestOf } from '../../shared/editing/changes.ts';
import type { Changes, Command } from '../../shared/editing/command.ts';
import { edit } from '../../shared/editing/edit.ts';
import { mostSteps } from '../../shared/editing/history.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import { refusalText } from '../../shared/words/refusal-text.ts';
import type { Ports } from '../ports.ts';
import { keepBefore, type BackupKind } from '../storage/backups.ts';
import { ChangedUnderneath } from '../storage/changed-underneath.ts';
import type { CheckpointStore } from '../storage/checkpoint.ts';
import { bytesOf } from '../storage/disk-text.ts';
import { diskProblem } from '../storage/disk-problem.ts';
import type { Journal } from '../storage/journal.ts';
import type { Owner } from '../storage/owner.ts';
import type { Places } from '../storage/places.ts';
import { moveAside } from '../storage/quarantine.ts';
import { packSegments } from '../storage/segments.ts';
import { noteUnfinished } from '../storage/unfinished.ts';
import { backupsFor } from './due-backups.ts';
import { faultOf } from '../storage/log-line.ts';

/** What a session begins with, once the disk was read and put in order. */
export interface Beginning {
  readonly places: Places;
  readonly workspace: Workspace;
  readonly revision: number;
  readonly recentLines: readonly JournalLine[];
  readonly notices: readonly RecoveryNotice[];
  /** Null where nothing may be written; then `readOnlyBecause` says why. */
  readonly keeping: Keeping | null;
  readonly readOnlyBecause: string | null;
}

export interface Keeping {
  readonly store: CheckpointStore;
  readonly journal: Journal;
  readonly owner: Owner;
  /** False where the state stands in for a damaged one: backups of it must not push out older ones. */
  readonly isClean: boolean;
}

/** One open workspace. Its calls must come one after the other: workspace.ts sees to that. */
export interface Session {
  readonly file: string;
  readonly places: Places;
  opened(): Opened;
  workspace(): Workspace;
  revision(): number;
  /** Checksum of the last line of the journal; null where nothing may be written. */
  journalHead(): string | null;
  /** True where edits are taken. */
  isWritable(): boolean;
  apply(request: Channels['workspace.apply']['request']): Promise<Reply<Acknowledged>>;
  /** True when the journal has grown so far that the whole should be written again. */
  isCheckpointDue(): boolean;
  /** Writes the whole workspace and takes the backups that are due; does nothing without new edits, unless it must. */
  checkpoint(must?: 'must'): Promise<void>;
  /** Takes the backups that are due now, of what is open. The problem, where one failed. */
  backUpNow(): Promise<Problem | null>;
  /** False when something else wrote the file, or into the journal, since it was read or written here. */
  isUntouched(): Promise<boolean>;
  /** Keeps a copy of what is open, before something large is done to it. */
  keepCopy(kind: BackupKind): Promise<void>;
  /** From now on the file may be written over while it bears this mark, whoever wrote it last, and what something else put into the journal is set aside. */
  passOver(mark: string | null): Promise<void>;
  /** Why the last backup in the chosen folder failed; null when it did not. */
  backupProblem(): Problem | null;
  /** Writes what is left and gives the workspace free. The problem, where the last checkpoint failed: the journal has every edit then. */
  close(): Promise<Problem | null>;
}

const mostEdits = 1000;
const mostJournalBytes = 1024 * 1024;

/** Records that an edit brings in or takes away at once from which on it counts as an import. A plan of a quarter is none. */
const manyRecords = 100;

export function beginSession(beginning: Beginning, ports: Ports): Session {
  const { places, keeping } = beginning;
  let { workspace, revision, recentLines, readOnlyBecause } = beginning;
  let editsSince = 0;
  let bytesSince = 0;
  // Told once: a page that is loaded again must not announce a recovery of an hour ago.
  let notices = beginning.notices;
  const backups = backupsFor(places, ports);

  const opened = (): Opened => {
    const told = notices;
    notices = [];
    return { file: places.file, workspace, revision, readOnlyBecause, recentLines, notices: told };
  };

  const keepCopy = async (kind: BackupKind): Promise<void> => {
    const bytes = bytesOf(closeWorkspace(workspace, revision, ports.hash));
    await keepBefore(places.backups, kind, { revision, now: ports.clock.now(), bytes, isOurs: true }, ports);
  };

  /** A problem where something else took the workspace over or wrote its file: then nothing may be written. */
  const trespass = async ({ owner, store }: Keeping): Promise<Problem | null> => {
    if (!(await owner.isStillOurs())) {
      readOnlyBecause = 'another program took it over';
      return { kind: 'read-only', because: readOnlyBecause };
    }
    return (await store.isUntouched()) ? null : { kind: 'changed-underneath', file: places.file };
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
    const line: JournalLine = { revision: revision + 1, time: ports.clock.now(), by: ports.host.user, title, command, changes };
    try {
      const problem = await trespass(keeping);
      if (problem !== null) return no(problem);
      if (bringsMany(command, changes)) await keepCopy('before-import');
      bytesSince += await keeping.journal.append(line);
    } catch (error) {
      return no(problemOf(error, 'write the journal of', places.file));
    }
    workspace = edited.value.workspace;
    revision = line.revision;
    recentLines = [...recentLines.slice(1 - mostSteps), line];
    editsSince += 1;
    return { ok: true, value: { revision, digest: digestOf(changes) } };
  };

  const checkpoint = async (must?: 'must'): Promise<void> => {
    if (keeping === null || readOnlyBecause !== null || (editsSince === 0 && must === undefined)) return;
    if (!(await keeping.owner.isStillOurs())) {
      readOnlyBecause = 'another program took it over';
      return;
    }
    keeping.store.data = { workspace, revision };
    await keeping.store.write();
    editsSince = 0;
    bytesSince = 0;
    await tidy(keeping);
    await backups.take({ workspace, revision }, keeping.isClean);
  };

  /** What is left to do once a checkpoint stands. It stands whatever becomes of this, so nothing of it is told as a failure to save. */
  const tidy = async ({ journal }: Keeping): Promise<void> => {
    try {
      await journal.endSegment();
      await packSegments(places.journal, revision, ports);
    } catch (error) {
      ports.log(`the journal could not be tidied: ${faultOf(error)}`);
    }
  };

  const close = async (): Promise<Problem | null> => {
    if (keeping === null) return null;
    let problem: Problem | null = null;
    try {
      await checkpoint();
    } catch (error) {
      // Nothing is lost: the journal has every edit, and the next start makes them again.
      ports.log(`the checkpoint at closing failed: ${faultOf(error)}`);
      problem = problemOf(error, 'write the last checkpoint of', places.file);
      await noteUnfinished(places, problem, ports);
    }
    try {
      await keeping.journal.close();
    } catch (error) {
      ports.log(`the journal could not be ended: ${faultOf(error)}`);
    }
    try {
      await keeping.owner.release(); // whatever became of the journal: else nobody could open it while this program runs
    } catch (error) {
      // The next start finds that its owner is dead.
      ports.log(`the workspace could not be given free: ${faultOf(error)}`);
    }
    return problem;
  };

  return {
    file: places.file,
    places,
    opened,
    workspace: () => workspace,
    revision: () => revision,
    journalHead: () => keeping?.journal.head() ?? null,
    isWritable: () => keeping !== null && readOnlyBecause === null,
    apply,
    isCheckpointDue: () => editsSince >= mostEdits || bytesSince >= mostJournalBytes,
    checkpoint,
    keepCopy,
    async backUpNow() {
      await backups.take({ workspace, revision }, keeping?.isClean ?? false);
      return backups.problem();
    },
    isUntouched: async () =>
      keeping === null || ((await keeping.store.isUntouched()) && (await keeping.journal.isUntouched())),
    async passOver(mark) {
      if (keeping === null) return;
      keeping.store.passOver(mark);
      const stamp = { now: ports.clock.now(), nonce: ports.nonce() };
      await keeping.journal.reclaim((path) => moveAside(ports.files, places, path, stamp));
    },
    backupProblem: () => backups.problem(),
    close,
  };
}

const no = (problem: Problem): { readonly ok: false; readonly problem: Problem } => ({ ok: false, problem });

const problemOf = (error: unknown, tried: string, file: string): Problem =>
  error instanceof ChangedUnderneath
    ? { kind: 'changed-underneath', file: error.path }
    : diskProblem(tried, file, error);

function bringsMany(command: Command, changes: Changes): boolean {
  if (changes.length <= manyRecords || command.kind === 'accept-plan' || command.kind === 'restore')
    return false;
  return changes.filter(({ before, after }) => before === null || after === null).length > manyRecords;
}
