import type { ReactNode } from 'react';
import type { ImportProblem } from '../../../shared/exchange/import-report.ts';
import type { LeaveFile, Mapping } from '../../../shared/exchange/leave-file.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ImportDialog } from '../../ui/import-dialog.tsx';
import { ImportPreview } from '../../ui/import-preview.tsx';
import { ImportUnknown } from './import-unknown.tsx';
import { previewColumns, useLeaveDiff, type Differ } from './use-leave-diff.ts';
import type { LeaveSource } from './use-leave-file.ts';

interface Props {
  readonly source: LeaveSource;
  readonly facts: string;
  readonly onClose: () => void;
  readonly differ: Differ;
  readonly file: LeaveFile;
  /** What is to be said of the file before its entries. */
  readonly about: readonly ImportProblem[];
  readonly mapping: Mapping;
  readonly onMapping: (mapping: Mapping) => void;
  /** How the file is read. */
  readonly reading: ReactNode;
}

/** What calendars and tables have in common: who is meant, what overlaps, what would be done, and the one step. */
export function ImportFrame({
  source,
  facts,
  onClose,
  differ,
  file,
  about,
  mapping,
  onMapping,
  reading,
}: Props) {
  const {
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
  } = useLeaveDiff(differ, file, about, source.name);
  return (
    <ImportDialog
      title="Import leave"
      isOpen
      onClose={onClose}
      facts={facts}
      problems={problems}
      action={{
        title,
        disabledReason,
        run: () => {
          if (run(mapping)) onClose();
        },
      }}
      reading={
        <>
          {reading}
          <ImportUnknown
            file={file}
            mapping={mapping}
            onMapping={onMapping}
            remembers={remembers}
            onRemembers={setRemembers}
          />
          {overlaps ? (
            <Checkbox checked={merges} onChange={setMerges}>
              Merge with leave that it overlaps; else that is left out
            </Checkbox>
          ) : null}
        </>
      }
    >
      {rows.length === 0 ? (
        <EmptyState title="No leave to show">No entry of this file is read as somebody’s leave.</EmptyState>
      ) : (
        <ImportPreview
          caption="What the import would do"
          columns={previewColumns}
          rows={rows}
          onTake={onTake}
        />
      )}
    </ImportDialog>
  );
}
