import { BookOpen } from 'lucide-react';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { RunbookId } from '../../../shared/model/ids.ts';
import type { Runbook } from '../../../shared/model/runbook.ts';
import { coverageOf, runbooksInOrder } from '../../../shared/runbooks/coverage.ts';
import { today as todayIn } from '../../state/clock.ts';
import { closeReviewList, showReviewList, useReviewList } from '../../state/runbook-review.ts';
import { showRunbook, useView } from '../../state/view-store.ts';
import { useWorkspace, useWorkspaceStore } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PrintView } from '../../ui/print-view.tsx';
import { useEscape, useIncidentMode } from './incident-mode.ts';
import { useKeptDrafts } from './kept-drafts.ts';
import { ImportRunbooks } from './import-runbooks.tsx';
import { newRunbook } from './new-runbook.ts';
import { ReviewReport } from './review-report.tsx';
import { RunbookForm } from './runbook-form.tsx';
import { RunbookList } from './runbook-list.tsx';
import { RunbookReader } from './runbook-reader.tsx';
import { ExportProgress } from './export-progress.tsx';
import { UnsavedNote } from './unsaved-note.tsx';
import { useUnsaved, type Unsaved } from './unsaved.ts';
import { useExport } from './use-export.ts';
import './runbooks.css';
import './reader-modes.css';

/** What the right half shows besides the chosen runbook: the form, for a change or for a new one. */
type Editing =
  { readonly kind: 'none' } | { readonly kind: 'change' } | { readonly kind: 'new'; readonly draft: Runbook };

const none: Editing = { kind: 'none' };

/** List on the left, the chosen runbook on the right. */
export function Runbooks() {
  const workspace = useWorkspace();
  const readOnlyBecause = useWorkspaceStore((state) => state.readOnlyBecause);
  const chosen = useView((view) => view.runbook);
  const [editing, setEditing] = useState<Editing>(none);
  const exporting = useExport();
  const reviewing = useReviewList((list) => list.open);
  const isIncident = useIncidentMode((mode) => mode.on);
  useEscape();
  const unsaved = useUnsaved((state) => state.all);
  const isKnown = useKeptDrafts();
  const reader = useRef<HTMLElement>(null);

  const today = todayIn(workspace.about.zone);
  // Kept until the plan changes, and with them the rows of the list: a print that begins and ends draws none of them again.
  const runbooks = useMemo(() => runbooksInOrder(workspace), [workspace]);
  const coverage = useMemo(() => coverageOf(workspace, today), [workspace, today]);
  // Investor-facing is what the team shows by itself.
  const first = runbooks.find((it) => it.audience === 'investor') ?? runbooks[0];
  const shown = (chosen === null ? undefined : workspace.runbooks[chosen]) ?? first;

  /** Another page begins at its top. */
  const turnTo = useCallback((next: Editing) => {
    setEditing(next);
    closeReviewList();
    reader.current?.scrollTo({ top: 0 });
  }, []);
  const choose = useCallback(
    (id: RunbookId) => {
      turnTo(none);
      showRunbook(id);
    },
    [turnTo],
  );
  const write = (pipeline: Runbook['pipeline']) =>
    turnTo({ kind: 'new', draft: newRunbook(workspace, pipeline) });
  const goOn = ({ base, isNew }: Unsaved) =>
    turnTo(isNew ? { kind: 'new', draft: base } : { kind: 'change' });
  const close = (saved: Runbook | null) => {
    turnTo(none);
    if (saved !== null) showRunbook(saved.id);
  };

  if (shown === undefined && editing.kind !== 'new') {
    return (
      <section className="runbooks" aria-label="Runbooks">
        <EmptyState
          icon={<BookOpen size={28} aria-hidden="true" />}
          title="No runbooks yet"
          action={
            <span className="inline-flex items-center gap-2">
              <Button
                kind="primary"
                disabledReason={readOnlyBecause === null ? undefined : `Read only: ${readOnlyBecause}`}
                onPress={() => write(coverage.pipelinesWithout[0] ?? null)}
              >
                Write the first runbook
              </Button>
              <ImportRunbooks readOnlyBecause={readOnlyBecause} />
            </span>
          }
        >
          A runbook says what a pipeline delivers, who owns it, what goes wrong and what to do then. Write one
          for each pipeline that investors see.
        </EmptyState>
      </section>
    );
  }
  const draft = editing.kind === 'new' ? editing.draft : editing.kind === 'change' ? shown : undefined;
  const begun = shown === undefined ? undefined : unsaved.get(shown.id);
  const report = reviewing && draft === undefined && !isIncident;
  return (
    <section className="runbooks" aria-label="Runbooks" data-incident={(isIncident && !draft) || undefined}>
      <RunbookList
        runbooks={runbooks}
        coverage={coverage}
        shown={editing.kind === 'new' || report ? null : (shown?.id ?? null)}
        onReview={() => {
          setEditing(none);
          showReviewList();
        }}
        onChoose={choose}
        onWrite={write}
        onGoOn={goOn}
        exporting={exporting}
        readOnlyBecause={readOnlyBecause}
      />
      <section
        className="runbook-pane"
        ref={reader}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a pane that scrolls must be reachable by keys
        tabIndex={0}
        aria-label={draft ? 'Edit runbook' : report ? 'Reviews and gaps' : (shown?.title ?? 'Runbook')}
      >
        {draft && !isKnown ? (
          <p role="status">What was written before is looked for…</p>
        ) : draft ? (
          <RunbookForm key={draft.id} runbook={draft} isNew={editing.kind === 'new'} onClose={close} />
        ) : report ? (
          <ReviewReport
            runbooks={runbooks}
            coverage={coverage}
            today={today}
            readOnlyBecause={readOnlyBecause}
            onChoose={choose}
            onWrite={write}
          />
        ) : shown ? (
          <>
            {begun === undefined ? null : <UnsavedNote unsaved={begun} onGoOn={goOn} />}
            <RunbookReader
              key={shown.id}
              runbook={shown}
              all={runbooks}
              today={today}
              exporting={exporting}
              readOnlyBecause={readOnlyBecause}
              onEdit={() => turnTo({ kind: 'change' })}
            />
          </>
        ) : null}
      </section>
      {exporting.busy ? <ExportProgress /> : null}
      {exporting.printing ? (
        <PrintView
          key={exporting.printing.turn}
          title={exporting.printing.title}
          articles={exporting.printing.articles}
          style={exporting.printing.style}
          {...(exporting.printing.foot === undefined ? {} : { foot: exporting.printing.foot })}
          onDone={exporting.printed}
        />
      ) : null}
    </section>
  );
}
