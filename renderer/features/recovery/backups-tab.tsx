import { FolderOpen } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { BackupSettings } from '../../../shared/contract/recovery.ts';
import { problemText } from '../../../shared/words/problem-text.ts';
import { instantText } from '../../state/clock.ts';
import { keeper } from '../../state/keeper.ts';
import { showToast } from '../../state/toast-store.ts';
import { useWorkspaceStore } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { takeWrittenFile } from './take-written-file.ts';

function Fact({ name, children }: { readonly name: string; readonly children: string }) {
  return (
    <div className="flex gap-4 border-b border-divider py-2">
      <dt className="w-44 shrink-0 text-muted">{name}</dt>
      <dd className="min-w-0 break-all">{children}</dd>
    </div>
  );
}

const exportJournal = async (): Promise<void> => {
  const reply = await keeper().call('journal.export', null);
  if (reply.ok) takeWrittenFile(reply.value);
  else if (reply.problem.kind !== 'cancelled') showToast({ text: problemText(reply.problem), tone: 'error' });
};

/** Where copies go, how many are kept, and the whole journal to take away. */
export function BackupsTab() {
  const host = useWorkspaceStore((state) => state.host);
  const [settings, setSettings] = useState<BackupSettings | null>(null);
  useEffect(() => {
    void keeper()
      .call('backups.settings', null)
      .then((reply) => {
        if (reply.ok) setSettings(reply.value);
        else showToast({ text: problemText(reply.problem), tone: 'error' });
      });
  }, []);
  if (settings === null) return null;
  const choose = async (folder: 'ask' | 'none'): Promise<void> => {
    const reply = await keeper().call('backups.choose', { folder });
    if (reply.ok) setSettings(reply.value);
    else if (reply.problem.kind !== 'cancelled')
      showToast({ text: problemText(reply.problem), tone: 'error' });
  };
  const fixedReason = settings.isFixed
    ? 'EVENWATCH_BACKUPS names the folder'
    : host?.host === 'browser'
      ? 'The browser shows no folders to a page: start Evenwatch with EVENWATCH_BACKUPS set to one'
      : undefined;
  return (
    <div className="flex max-w-180 flex-col gap-4">
      <p>
        The generation before is always kept. Beside it stand 24 hourly and 14 daily copies, and five each
        from before an import, an upgrade and a restore. A copy is read back before an old one goes.
      </p>
      <dl className="flex flex-col border-t border-divider">
        <Fact name="Beside the plan">{settings.ownFolder ?? 'no plan is open'}</Fact>
        <Fact name="A second folder">{settings.folder ?? 'none chosen'}</Fact>
        <Fact name="Newest copy there">
          {settings.lastCopy === null ? 'none yet' : instantText(settings.lastCopy)}
        </Fact>
      </dl>
      {settings.problem === null ? null : (
        <p role="alert" className="rounded-lg bg-error-ground px-3 py-2 text-error">
          {problemText(settings.problem)}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button
          icon={<FolderOpen size={14} aria-hidden />}
          disabledReason={fixedReason}
          onPress={() => void choose('ask')}
        >
          {settings.folder === null ? 'Choose a second folder…' : 'Choose another folder…'}
        </Button>
        {settings.folder === null ? null : (
          <Button disabledReason={fixedReason} onPress={() => void choose('none')}>
            Stop copying there
          </Button>
        )}
        <Button onPress={() => void exportJournal()}>Export the journal…</Button>
      </div>
      {fixedReason === undefined ? null : <p className="text-muted">{fixedReason}.</p>}
      <p className="text-muted">
        The journal holds every edit since the plan was made. Each line carries the checksum of the one
        before, so “evenwatch verify” tells whether any was altered. It is for the lead alone: private reasons
        for leave stand in it as they were typed.
      </p>
    </div>
  );
}
