import { FileDown } from 'lucide-react';
import type { KeptDamage } from '../../../shared/contract/recovery.ts';
import { problemText } from '../../../shared/words/problem-text.ts';
import { bytesText } from '../../../shared/words/recovery-text.ts';
import { instantText } from '../../state/clock.ts';
import { useWorkspaceStore } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PointList } from './point-list.tsx';
import { PointPreview } from './point-preview.tsx';
import { useRestore } from './use-restore.ts';

function Damaged({
  items,
  onExport,
}: {
  readonly items: readonly KeptDamage[];
  readonly onExport: (item: KeptDamage) => void;
}) {
  if (items.length === 0) return null;
  return (
    <section aria-label="Damaged files" className="flex flex-col gap-1 border-t border-divider pt-4">
      <h3 className="font-medium">Damaged files, kept as they were</h3>
      <p className="text-muted">Nothing here is used. Export one to ask for help with it.</p>
      <ul className="flex flex-col">
        {items.map((item) => (
          <li key={item.id} className="flex items-center gap-3 py-1">
            <span className="min-w-0 flex-1 break-all">{item.file}</span>
            <span className="shrink-0 text-label text-muted">
              {bytesText(item.bytes)}, set aside {instantText(item.time)}
            </span>
            <Button size="small" icon={<FileDown size={13} aria-hidden />} onPress={() => onExport(item)}>
              Export
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Older states to go back to, each with what it would change; and what could not be read, kept for help. */
export function RestoreTab({ file }: { readonly file: string | null }) {
  const { revision, readOnlyBecause, saving } = useWorkspaceStore();
  const { list, selected, preview, problem, busy, select, earlier, restore, exportDamage } = useRestore(
    file,
    revision,
  );
  if (list === null)
    return (
      <p role="status" className="text-muted">
        Looking for restore points…
      </p>
    );
  const isUnsaved = file === null && saving.kind !== 'saved';
  const disabledReason = busy
    ? 'It is being restored'
    : isUnsaved
      ? 'Some changes are not saved yet'
      : file === null && readOnlyBecause !== null
        ? `Read only: ${readOnlyBecause}`
        : undefined;
  return (
    <div className="flex flex-col gap-4">
      {problem === null ? null : (
        <p role="alert" className="rounded-lg bg-error-ground px-3 py-2 text-error">
          {problemText(problem)}
        </p>
      )}
      {list.points.length === 0 ? (
        <EmptyState title="No backup yet">
          The first edit makes the first restore point; copies follow every hour and every day.
        </EmptyState>
      ) : (
        <div className="grid min-h-80 grid-cols-[minmax(16rem,24rem)_minmax(0,1fr)] gap-6">
          <div className="flex max-h-[60vh] flex-col border-r border-divider">
            <PointList
              points={list.points}
              selected={selected?.id ?? null}
              onSelect={select}
              onEarlier={list.hasEarlier ? earlier : null}
            />
          </div>
          {preview === null ? (
            <p role="status" className="text-muted">
              {problem === null ? 'Reading what it holds…' : ''}
            </p>
          ) : (
            <PointPreview preview={preview} onRestore={restore} disabledReason={disabledReason} />
          )}
        </div>
      )}
      <Damaged items={list.damaged} onExport={exportDamage} />
    </div>
  );
}
