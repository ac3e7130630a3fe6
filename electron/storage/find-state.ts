import { applyChanges } from '../../shared/editing/changes.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import type { Hash } from '../../shared/document/envelope.ts';
import { noChecksum, type JournalLine } from '../../shared/document/journal-line.ts';
import { checkWorkspace, type OpenedDocument } from '../../shared/document/open.ts';
import { ok, refused, type Result } from '../../shared/result.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import type { Files } from '../ports.ts';
import { backupsToTry } from './backups.ts';
import { readDocument } from './checkpoint.ts';
import type { Places } from './places.ts';
import { readJournal, type Break } from './read-journal.ts';

/** Where a state was found: the file itself, or what stands in for it. */
export type Rung = 'checkpoint' | 'previous' | 'backup';

/** The best state that the disk holds, and what is wrong with the rest. Nothing has been written to find it. */
export interface FoundState {
  readonly rung: Rung;
  readonly path: string;
  readonly document: OpenedDocument;
  /** The document with the journal's edits. */
  readonly workspace: Workspace;
  readonly revision: number;
  readonly recentLines: readonly JournalLine[];
  readonly lastChecksum: string;
  readonly broken: Break | null;
  /** Why the file itself could not be used; null when it could. */
  readonly damage: Problem | null;
}

/**
 * The ladder: the checkpoint; else the generation before it; else the newest backup that is sound; each with the edits that the
 * journal has for it. The problem of the checkpoint is returned when no rung holds.
 */
export async function findState(
  files: Files,
  places: Places,
  hash: Hash,
): Promise<Result<FoundState, Problem>> {
  const own = await readDocument(files, places.file, hash);
  if (own.ok)
    return ok(
      await withJournal(files, places, hash, {
        rung: 'checkpoint',
        path: places.file,
        document: own.value,
        damage: null,
      }),
    );
  // A disk that says no, and a file from the future, are no damage: an older copy would be the wrong answer.
  if (['disk', 'newer-format', 'too-large'].includes(own.reason.kind)) return refused(own.reason);
  const others = [
    { rung: 'previous' as const, path: places.previous },
    ...(await backupsToTry(files, places)).map((path) => ({ rung: 'backup' as const, path })),
  ];
  for (const { rung, path } of others) {
    const document = await readDocument(files, path, hash);
    if (document.ok)
      return ok(
        await withJournal(files, places, hash, { rung, path, document: document.value, damage: own.reason }),
      );
  }
  return refused(own.reason);
}

type Base = Pick<FoundState, 'rung' | 'path' | 'document' | 'damage'>;

async function withJournal(files: Files, places: Places, hash: Hash, base: Base): Promise<FoundState> {
  const { workspace, revision } = base.document;
  const journal = await readJournal(files, places.journal, revision, hash);
  const replayed = replay(workspace, journal.lines);
  if (!replayed.ok) {
    const broken: Break = { kind: 'gap', detail: replayed.reason, cut: null, behind: journal.beyond };
    return { ...base, workspace, revision, recentLines: [], lastChecksum: noChecksum, broken };
  }
  return {
    ...base,
    workspace: replayed.value,
    revision: journal.lines.at(-1)?.revision ?? revision,
    recentLines: journal.recent,
    lastChecksum: journal.lastChecksum,
    broken: journal.broken,
  };
}

/**
 * The journal's edits made again, from the records they changed and not by the rules of today. They must fit: a journal that belongs to another
 * file, put here by hand, would otherwise be mixed into this one.
 */
function replay(workspace: Workspace, lines: readonly JournalLine[]): Result<Workspace, string> {
  let current = workspace;
  for (const line of lines) {
    const next = applyChanges(current, line.changes);
    if (!next.ok) return refused(`edit ${line.revision} does not fit the file`);
    current = next.value;
  }
  if (lines.length === 0) return ok(workspace);
  const checked = checkWorkspace(current);
  if (checked.ok) return ok(current);
  const [first] = checked.reason;
  return refused(`its edits lead to a broken workspace (${first?.where ?? ''}: ${first?.what ?? ''})`);
}
