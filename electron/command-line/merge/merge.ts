import { checkWorkspace } from '../../../shared/document/open.ts';
import {
  compareVersions,
  takenOver,
  withChoices,
  type MergedRecord,
  type Side,
} from '../../../shared/document/merge.ts';
import { applyRecorded, diff } from '../../../shared/editing/changes.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { conflictLines, conflictsTold, type ConflictTold } from '../../../shared/words/merge-text.ts';
import { diffLines, versionDiff, type RecordDiff } from '../../../shared/words/version-diff.ts';
import type { Files } from '../../ports.ts';
import type { Arguments } from '../arguments.ts';
import { asJson, FINDINGS, FINE, type Outcome, Stop } from '../outcome.ts';
import { writeWorkspace } from '../write-file.ts';
import { ancestorOf, readVersion, type FoundAncestor, type Version } from './ancestor.ts';
import { newClashes } from './clashes.ts';
import { contradictionText } from './contradiction.ts';
import { counted } from '../../../shared/words/number-text.ts';

interface Wish {
  readonly ours: string;
  readonly theirs: string;
  readonly prefer: Side | null;
}

function wishOf({ file, others: [theirs], out, prefer, dryRun }: Arguments): Wish {
  const example = 'evenwatch merge --base BASE OURS THEIRS --to OUT';
  if (file === null || theirs === undefined)
    throw new Stop(`evenwatch merge needs two versions of a workspace: ${example}.`);
  if (out === null && !dryRun)
    throw new Stop(`evenwatch merge needs --to OUT for the result, or --dry-run: ${example}.`);
  if (prefer !== null && prefer !== 'ours' && prefer !== 'theirs')
    throw new Stop(`--prefer is ours or theirs, not "${prefer}".`);
  return { ours: file, theirs, prefer };
}

interface Merged {
  readonly workspace: Workspace;
  /** What it changes in ours. */
  readonly changes: readonly RecordDiff[];
  readonly conflicts: readonly ConflictTold[];
  /** True where there are conflicts that nobody settled. */
  readonly isOpen: boolean;
}

function merged(ancestor: FoundAncestor, ours: Version, theirs: Version, prefer: Side | null): Merged {
  const found: readonly MergedRecord[] = compareVersions(
    ancestor.workspace,
    ours.workspace,
    theirs.workspace,
  );
  const conflicting = found.filter(({ conflicts }) => conflicts.length > 0);
  const records = withChoices(
    found,
    conflicting.map(({ table, id }) => ({ table, id, side: prefer ?? 'ours' })),
  );
  const workspace = applyRecorded(ours.workspace, takenOver(records));
  const isOpen = prefer === null && conflicting.length > 0;
  const checked = checkWorkspace(workspace);
  // With conflicts that wait for an answer nothing is known yet of the result.
  if (!checked.ok && !isOpen)
    throw new Stop(contradictionText(checked.reason, workspace, ours.workspace, theirs.workspace));
  const conflicts = conflictsTold(conflicting, {
    ancestor: ancestor.workspace,
    ours: ours.workspace,
    theirs: theirs.workspace,
  });
  return { workspace, changes: versionDiff(ours.workspace, workspace), conflicts, isOpen };
}

/** That of the version which the result is the same as; a state that neither has comes after both. */
function revisionOf(workspace: Workspace, ours: Version, theirs: Version): number {
  for (const version of [ours, theirs])
    if (diff(workspace, version.workspace).length === 0) return version.revision;
  return Math.max(ours.revision, theirs.revision) + 1;
}

/**
 * Merges two versions of a workspace that come from one state, by record and field. Conflicts are listed and nothing is written, unless it is said whose values
 * stand; what would contradict itself is refused.
 *
 * @throws Stop with the reason
 */
export async function mergeHere(given: Arguments, files: Files): Promise<Outcome> {
  const { prefer, ...wish } = wishOf(given);
  const [ours, theirs] = [await readVersion(wish.ours, files), await readVersion(wish.theirs, files)];
  if (ours.workspace.about.id !== theirs.workspace.about.id)
    throw new Stop(
      `${ours.file} and ${theirs.file} are two workspaces, not two versions of one: there is nothing to merge.`,
    );
  const ancestor = await ancestorOf(given.base, ours, theirs, files);
  const { workspace, changes, conflicts, isOpen } = merged(ancestor, ours, theirs, prefer);
  const clashes = isOpen ? [] : newClashes(workspace, ours.workspace, theirs.workspace);
  const isWritten = !given.dryRun && !isOpen;
  if (isWritten && given.out !== null)
    await writeWorkspace(given.out, workspace, revisionOf(workspace, ours, theirs), null, files);
  const told = { ancestor: ancestor.revision, written: isWritten, prefer, conflicts, changes, clashes };
  return {
    code: isOpen || (given.dryRun && changes.length > 0) ? FINDINGS : FINE,
    out: given.json ? asJson(told) : mergeText(told, given.out),
    notes: [...ours.notes, ...theirs.notes, ancestor.told],
  };
}

interface Told {
  readonly written: boolean;
  readonly prefer: Side | null;
  readonly conflicts: readonly ConflictTold[];
  readonly changes: readonly RecordDiff[];
  readonly clashes: readonly string[];
}

function mergeText({ written, prefer, conflicts, changes, clashes }: Told, to: string | null): string {
  const fields = counted(conflicts.length, 'field');
  const differ =
    conflicts.length === 0
      ? ['The versions fit: nothing was changed in both, differently.']
      : [
          prefer === null
            ? `${fields} changed in both, differently. Nothing was written: say --prefer ours or --prefer theirs, or merge the two in the window.`
            : `${fields} changed in both, differently; taken from ${prefer}:`,
          ...conflicts.flatMap(conflictLines),
        ];
  if (prefer === null && conflicts.length > 0) return `${differ.join('\n')}\n`;
  const count =
    changes.length === 0
      ? 'Nothing changes in ours'
      : `${counted(changes.length, 'record')} ${changes.length === 1 ? 'changes' : 'change'} in ours`;
  const clash =
    clashes.length === 0
      ? []
      : ['Each version keeps these rules, the two together do not:', ...clashes.map((one) => `  ${one}`)];
  const result = written
    ? `${count}; the merged workspace is in ${to ?? ''}.`
    : `${count}; nothing was written.`;
  return `${[...differ, result, ...changes.flatMap(diffLines), ...clash].join('\n')}\n`;
}
