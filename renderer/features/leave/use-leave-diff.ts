import { useMemo, useState } from 'react';
import type { LeaveImportRow } from '../../../shared/exchange/leave-compare.ts';
import type { diffLeave, leaveImportCommand, remembered } from '../../../shared/exchange/leave-diff.ts';
import type { ImportProblem } from '../../../shared/exchange/import-report.ts';
import { type LeaveFile, type Mapping, rememberable } from '../../../shared/exchange/leave-file.ts';
import { importedText, importTitle } from '../../../shared/words/import-text.ts';
import { leaveDaysText, leaveKindText } from '../../../shared/words/leave-text.ts';
import { personName } from '../../../shared/words/names.ts';
import type { LeaveId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { act } from '../../state/act.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import type { PreviewRow, PreviewSign } from '../../ui/import-preview.tsx';

/** The functions that compare and take over: fetched with the readers. */
export interface Differ {
  readonly diffLeave: typeof diffLeave;
  readonly leaveImportCommand: typeof leaveImportCommand;
  readonly remembered: typeof remembered;
}

export const previewColumns = ['Person', 'Days', 'Kind', 'Note'] as const;

/** What the lead left out, with the sign that it had: it stays where it was looked at. */
type LeftOut = ReadonlyMap<LeaveId, PreviewSign>;

function previewRow(workspace: Workspace, imported: LeaveImportRow, leftOut: LeftOut): PreviewRow {
  const { row, leave, before, note, entries } = imported;
  const was = entries.map((entry) => leftOut.get(entry)).find((known) => known !== undefined);
  const sign = was ?? imported.sign;
  const changed = (text: string, was: string | null) =>
    was === null || was === text || sign !== 'changed' ? { text } : { text, before: was };
  return {
    key: `${row ?? ''} ${leave.id} ${leave.from} ${leave.part}`,
    row,
    sign,
    ...(entries.length === 0 ? {} : { isTaken: was === undefined }),
    cells: [
      { text: personName(workspace, leave.person) },
      changed(leaveDaysText(leave), before === null ? null : leaveDaysText(before)),
      changed(leaveKindText(leave), before === null ? null : leaveKindText(before)),
      { text: note },
    ],
  };
}

/** What a file would do, and the step that does it. */
export function useLeaveDiff(
  { diffLeave: compare, leaveImportCommand: commandOf, remembered: withNames }: Differ,
  file: LeaveFile,
  about: readonly ImportProblem[],
  source: string,
) {
  const workspace = useWorkspace();
  const [merges, setMerges] = useState(false);
  const [remembers, setRemembers] = useState(true);
  const [leftOut, setLeftOut] = useState<LeftOut>(() => new Map<LeaveId, PreviewSign>());
  const diff = useMemo(
    () => compare(workspace, file, merges, new Set(leftOut.keys())),
    [compare, workspace, file, merges, leftOut],
  );
  const rows = useMemo(
    () => diff.rows.map((row) => previewRow(workspace, row, leftOut)),
    [diff, workspace, leftOut],
  );
  const onTake = (shown: readonly PreviewRow[], takes: boolean): void => {
    const entriesOf = new Map(rows.map((row, place) => [row, diff.rows[place]?.entries ?? []]));
    const next = new Map(leftOut);
    for (const row of shown)
      for (const entry of entriesOf.get(row) ?? [])
        if (takes) next.delete(entry);
        else next.set(entry, row.sign);
    setLeftOut(next);
  };
  const problems = [...about, ...file.problems, ...diff.problems];
  const count = diff.rows.filter(
    ({ sign }) => sign === 'new' || sign === 'changed' || sign === 'gone',
  ).length;
  const title = importTitle(count, 'leave', 'leaves');
  const commandFor = (mapping: Mapping) =>
    commandOf(diff.rows, remembers ? withNames(workspace, mapping, rememberable(file.unknown)) : [], {
      title,
      source,
    });
  const overlaps = merges || diff.problems.some(({ what }) => what.startsWith('overlaps'));
  const disabledReason = problems.some(({ severity }) => severity === 'error')
    ? 'Mend the errors first'
    : count === 0
      ? leftOut.size > 0
        ? 'Nothing is ticked that changes the plan'
        : 'Nothing in the file changes the plan'
      : undefined;
  /** True once it is done. */
  const run = (mapping: Mapping): boolean => {
    const command = commandFor(mapping);
    return command !== null && act(command, importedText(count, 'leave', 'leaves'), title) === null;
  };
  return {
    rows,
    onTake,
    problems,
    title,
    disabledReason,
    run,
    overlaps,
    merges,
    setMerges,
    remembers,
    setRemembers,
  };
}
