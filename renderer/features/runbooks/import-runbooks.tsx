import { FileInput } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { promisedRules } from '../../../shared/deadlines/promised-rules.ts';
import type { DeadlineId } from '../../../shared/model/ids.ts';
import type { RunbookFiles } from '../../../shared/words/runbook-files.ts';
import {
  importedRunbooksText,
  importRunbooksTitle,
  runbookFactsText,
} from '../../../shared/words/runbook-import-text.ts';
import { act } from '../../state/act.ts';
import { announce } from '../../state/announce.ts';
import { today as todayIn } from '../../state/clock.ts';
import { chooseFiles } from '../../state/choose-files.ts';
import { useHandedFiles } from '../../state/handed-files.ts';
import { showToast } from '../../state/toast-store.ts';
import { showRunbook } from '../../state/view-store.ts';
import { openWorkspace, useWorkspace } from '../../state/workspace-store.ts';
import { buttonLook } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ImportDialog } from '../../ui/import-dialog.tsx';
import { ImportPreview } from '../../ui/import-preview.tsx';
import { Menu } from '../../ui/menu.tsx';
import { PromisedDeadlines } from './promised-deadlines.tsx';
import { isSame, previewColumns, previewRows } from './import-preview-rows.ts';

const MARKDOWN = '.md,.markdown,.mdx,.txt,.png,.jpg,.jpeg,.gif,.webp,.zip,text/markdown,text/plain';

/** More rules than anybody reads are not offered here; each runbook offers its own. */
const MOST_RULES = 50;

function Preview({ files, onClose }: { readonly files: RunbookFiles; readonly onClose: () => void }) {
  const workspace = useWorkspace();
  const today = todayIn(workspace.about.zone);
  const { items, images, problems } = files;
  const news = items.filter((item) => !isSame(item));
  const [promised] = useState(() =>
    promisedRules(
      workspace,
      items.map(({ runbook }) => runbook),
      today,
      () => `deadline-${crypto.randomUUID()}`,
    ).slice(0, MOST_RULES),
  );
  const [without, setWithout] = useState<ReadonlySet<DeadlineId>>(new Set());
  const rules = promised.map(({ rule }) => rule).filter(({ id }) => !without.has(id));
  const reason = problems.some(({ severity }) => severity === 'error')
    ? 'Mend the errors first'
    : items.length === 0
      ? 'There is no runbook in it'
      : news.length + rules.length + images.length === 0
        ? 'Everything in it stands here already'
        : undefined;
  const run = (): void => {
    const [first] = news;
    const refusal = act(
      {
        kind: 'import-records',
        title: importRunbooksTitle(news.length, rules.length, images.length),
        source: (news.length === 1
          ? (first?.path ?? '')
          : runbookFactsText(files.files, items.length, images.length)
        ).slice(0, 300),
        records: [
          ...news.map(({ runbook }) => ({ table: 'runbooks', record: runbook }) as const),
          ...images.map((image) => ({ table: 'images', record: image }) as const),
          ...rules.map((rule) => ({ table: 'deadlines', record: rule }) as const),
        ],
      },
      importedRunbooksText(news.length, rules.length, images.length),
    );
    if (refusal !== null) return;
    // The list may leave it out, as it does what is not for investors: open, it stands there.
    if (first !== undefined) showRunbook(first.runbook.id);
    onClose();
  };
  return (
    <ImportDialog
      title="Import runbooks"
      isOpen
      onClose={onClose}
      facts={`${runbookFactsText(files.files, items.length, images.length)}. What is not understood stays in the notes, word for word.`}
      problems={problems}
      problemsOf="File"
      action={{
        title: importRunbooksTitle(news.length, rules.length, images.length),
        disabledReason: reason,
        run,
      }}
    >
      {items.length === 0 ? (
        <EmptyState title="No runbook to show">
          Choose Markdown files, or plain text with a “Pipeline Name” for each runbook.
        </EmptyState>
      ) : (
        <>
          {promised.length === 0 ? null : (
            <PromisedDeadlines promised={promised} today={today} without={without} onWithout={setWithout} />
          )}
          <ImportPreview
            caption="What the import would do"
            columns={previewColumns}
            rows={previewRows(workspace, items)}
          />
        </>
      )}
    </ImportDialog>
  );
}

async function read(chosen: readonly File[]): Promise<RunbookFiles> {
  announce('Reading the files.');
  const { readRunbookFiles } = await import('./read-runbook-files.ts');
  return readRunbookFiles(openWorkspace(), chosen);
}

/** *Import*: Markdown files or a folder of them, looked at before they are taken over as one step. */
export function ImportRunbooks({ readOnlyBecause }: { readonly readOnlyBecause: string | null }) {
  const [files, setFiles] = useState<RunbookFiles | null>(null);
  const [busy, setBusy] = useState(false);
  const disabledReason = readOnlyBecause === null ? undefined : `Read only: ${readOnlyBecause}`;
  const open = (chosen: readonly File[]): void => {
    if (chosen.length === 0) return;
    setBusy(true);
    void read(chosen)
      .then(setFiles, (error: unknown) =>
        showToast({ text: `The files could not be read: ${String(error)}`, tone: 'error' }),
      )
      .finally(() => setBusy(false));
  };
  const choose = (what: Parameters<typeof chooseFiles>[0]): void => void chooseFiles(what).then(open);
  useHandedFiles('runbooks', open);
  return (
    <>
      <Menu
        label="Import runbooks"
        trigger={
          <AriaButton className={buttonLook('quiet', 'small')} isDisabled={busy} aria-busy={busy}>
            <FileInput size={13} aria-hidden />
            {busy ? 'Reading…' : 'Import'}
          </AriaButton>
        }
        groups={[
          {
            id: 'from',
            entries: [
              {
                id: 'files',
                title: 'Markdown files or a ZIP…',
                disabledReason,
                run: () => choose({ accept: MARKDOWN }),
              },
              { id: 'folder', title: 'Folder of Markdown…', disabledReason, run: () => choose('folder') },
            ],
          },
        ]}
      />
      {files === null ? null : <Preview files={files} onClose={() => setFiles(null)} />}
    </>
  );
}
