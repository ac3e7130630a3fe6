import { FileOutput } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { runbooksInOrder } from '../../../shared/runbooks/coverage.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { RunbookId } from '../../../shared/model/ids.ts';
import type { Runbook } from '../../../shared/model/runbook.ts';
import { countText } from '../../../shared/words/number-text.ts';
import { today as todayIn } from '../../state/clock.ts';
import { showToast } from '../../state/toast-store.ts';
import { openWorkspace, useWorkspace, useWorkspaceStore } from '../../state/workspace-store.ts';
import { buttonLook } from '../../ui/button.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import { ExportKit } from './export-kit.tsx';
import type { Exporting } from './use-export.ts';

type Form = 'archive' | 'folder';

async function asMarkdown(form: Form, runbooks: readonly Runbook[], today: LocalDate): Promise<void> {
  const { exportMarkdown, exportMarkdownFolder } = await import('./export-markdown.ts');
  await (form === 'folder'
    ? exportMarkdownFolder(runbooks)
    : exportMarkdown(openWorkspace(), runbooks, today));
}

interface Props {
  readonly shown: RunbookId | null;
  readonly exporting: Exporting;
}

/** *Export*: runbooks as Markdown files, and somebody's kit for a quarter. */
export function ExportRunbooks({ shown, exporting }: Props) {
  const workspace = useWorkspace();
  const [isKit, setIsKit] = useState(false);
  const [busy, setBusy] = useState(false);
  const all = runbooksInOrder(workspace);
  const investor = all.filter(({ audience }) => audience === 'investor');
  const open = shown === null ? undefined : workspace.runbooks[shown];
  const isDesktop = useWorkspaceStore(({ host }) => host?.host === 'desktop');
  const allTitle = `All ${countText(all.length)}${investor.length === all.length ? '' : ', internal ones too'}`;
  const give = (form: Form, runbooks: readonly Runbook[]): void => {
    setBusy(true);
    void asMarkdown(form, runbooks, todayIn(workspace.about.zone))
      .catch((error: unknown) =>
        showToast({ text: `The files could not be made: ${String(error)}`, tone: 'error' }),
      )
      .finally(() => setBusy(false));
  };
  const entries = (form: Form): readonly MenuEntry[] => {
    const entry = (what: string, title: string, runbooks: readonly Runbook[]): MenuEntry => ({
      id: `${what}-${form}`,
      title: form === 'folder' ? `${title}, into a folder…` : title,
      run: () => give(form, runbooks),
    });
    return [
      // One file alone is no folder to keep in step.
      ...(open === undefined || form === 'folder' ? [] : [entry('one', `${open.title} alone`, [open])]),
      ...(investor.length === all.length || investor.length === 0
        ? []
        : [entry('investor', `All ${countText(investor.length)} investor-facing`, investor)]),
      ...(all.length > (form === 'folder' ? 0 : 1) ? [entry('all', allTitle, all)] : []),
    ];
  };
  return (
    <>
      <Menu
        label="Export runbooks"
        trigger={
          <AriaButton className={buttonLook('quiet', 'small')} isDisabled={busy} aria-busy={busy}>
            <FileOutput size={13} aria-hidden />
            {busy ? 'Writing…' : 'Export'}
          </AriaButton>
        }
        groups={[
          ...(isDesktop
            ? [{ id: 'folder', title: 'Markdown files, for Git', entries: entries('folder') }]
            : []),
          { id: 'archive', title: 'Markdown files, zipped', entries: entries('archive') },
          {
            id: 'kit',
            title: 'On paper',
            entries: [{ id: 'kit', title: 'On-call kit of a person…', run: () => setIsKit(true) }],
          },
        ]}
      />
      {isKit ? <ExportKit exporting={exporting} onClose={() => setIsKit(false)} /> : null}
    </>
  );
}
