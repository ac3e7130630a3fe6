import { ArchiveRestore, Download, History as HistoryIcon } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Step } from '../../../shared/editing/history.ts';
import { csvOf } from '../../../shared/exchange/csv-out.ts';
import { byDay } from '../../state/by-day.ts';
import { safeFileName, saveFile } from '../../state/save-file.ts';
import { go, trailOf } from '../../state/step-trail.ts';
import { showRecovery } from '../../state/view-store.ts';
import { openWorkspace, useWorkspaceStore } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ScrollPane } from '../../ui/scroll-pane.tsx';
import { FilterBar } from './filter-bar.tsx';
import { historyColumns, historyRows } from './history-table.ts';
import { noFilter, passes } from './step-filter.ts';
import { StepRow } from './step-row.tsx';

function saveHistory(steps: readonly Step[]): void {
  const workspace = openWorkspace();
  const rows = historyRows(steps, workspace);
  const bytes = new TextEncoder().encode(csvOf({ name: 'History', columns: historyColumns, rows }));
  void saveFile({ name: safeFileName(`${workspace.about.name}, history`, 'csv'), kind: 'csv', bytes });
}

function Head({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <header className="flex items-start gap-4">
      <div className="flex flex-1 flex-col gap-0.5">
        <h2 className="text-title font-semibold">History</h2>
        <p className="text-muted">
          Newest first. Returning takes steps back one by one; nothing is lost until you make another change.
        </p>
      </div>
      <Button
        icon={<Download size={14} aria-hidden />}
        hint="The steps below with each field, before and after; reasons for leave are left out"
        onPress={() => saveHistory(steps)}
      >
        Save as CSV
      </Button>
      <Button icon={<ArchiveRestore size={14} aria-hidden />} onPress={() => showRecovery('points')}>
        Restore points
      </Button>
    </header>
  );
}

/** What was changed, when and by whom, newest first: before and after of each step, and the way back to it. */
export function History() {
  const history = useWorkspaceStore((state) => state.history);
  const readOnly = useWorkspaceStore((state) => state.readOnlyBecause !== null);
  const [filter, setFilter] = useState(noFilter);
  const trail = useMemo(() => trailOf(history), [history]);
  const shown = useMemo(() => trail.filter(({ step }) => passes(step, filter)), [trail, filter]);
  if (trail.length === 0)
    return (
      <EmptyState
        icon={<HistoryIcon size={28} aria-hidden />}
        title="No changes yet"
        action={<Button onPress={() => showRecovery('points')}>Restore points</Button>}
      >
        Every change you make stands here with its name, and can be taken back.
      </EmptyState>
    );
  return (
    <ScrollPane label="History">
      <div className="mx-auto flex w-full max-w-240 flex-col gap-4 px-8 py-6">
        <Head steps={shown.map(({ step }) => step)} />
        <FilterBar filter={filter} onChange={setFilter} />
        {shown.length === 0 ? (
          <p className="text-muted" role="status">
            None of the {trail.length} steps is like that.{' '}
            <Button size="small" kind="quiet" onPress={() => setFilter(noFilter)}>
              Show all
            </Button>
          </p>
        ) : null}
        {byDay(shown, ({ step }) => step.time).map(({ day, rows: ofDay }) => (
          <section key={`${day} ${ofDay[0]?.away ?? 0}`} aria-label={day === '' ? 'Before' : day}>
            {day === '' ? null : <h3 className="px-3 pb-1 text-label font-medium text-muted">{day}</h3>}
            <ol className="flex flex-col">
              {ofDay.map((line) => (
                <StepRow key={`${line.step.revision} ${line.away}`} line={line} readOnly={readOnly} />
              ))}
            </ol>
          </section>
        ))}
        {filter === noFilter && history.undo.length > 0 && !readOnly ? (
          <div className="flex items-center gap-3 border-t border-divider px-3 pt-2 text-muted">
            <span className="flex-1">As it was before these changes</span>
            <Button size="small" kind="quiet" onPress={() => go(-history.undo.length)}>
              Return to here
            </Button>
          </div>
        ) : null}
      </div>
    </ScrollPane>
  );
}
