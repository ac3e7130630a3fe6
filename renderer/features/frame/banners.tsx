import { CircleAlert, Info, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { perform } from '../../state/actions.ts';
import { useConnection } from '../../state/connection-store.ts';
import { outbox } from '../../state/saving.ts';
import { showRecovery } from '../../state/view-store.ts';
import { useWorkspaceStore } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { noticeText } from './notice-text.ts';
import { unsavedText } from './save-text.ts';

function Banner({
  tone,
  children,
  actions,
}: {
  readonly tone: 'error' | 'warning';
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}) {
  const look = tone === 'error' ? 'bg-error-ground text-error' : 'bg-warning-ground text-warning';
  const Icon = tone === 'error' ? CircleAlert : Info;
  return (
    <div
      role="group"
      aria-label={tone === 'error' ? 'Problem' : 'Notice'}
      className={`flex items-center gap-3 border-b border-divider px-3 py-1.5 ${look}`}
    >
      <Icon size={16} className="shrink-0" aria-hidden />
      <p className="min-w-0 flex-1">{children}</p>
      <div className="flex shrink-0 gap-2">{actions}</div>
    </div>
  );
}

const connectionTexts = {
  lost: 'The connection to Evenwatch on this computer is lost; trying again. What was shown as saved is saved.',
  refused:
    'This page is not allowed to open your plan. Open the address that Evenwatch printed when it started.',
  replaced:
    'Evenwatch is open in another window, and only one can write. Close this one, or close the other and load this one again.',
} as const;

/** Over the whole window, start screen included: without its keeper the page can only show. */
export function ConnectionBanner() {
  const connection = useConnection((state) => state.connection);
  return connection === 'connected' ? null : <Banner tone="error">{connectionTexts[connection]}</Banner>;
}

/** What stays in sight until it is settled: unsaved edits, and what start-up had to repair. */
export function Banners() {
  const saving = useWorkspaceStore((state) => state.saving);
  const notices = useWorkspaceStore((state) => state.notices);
  return (
    <>
      {saving.kind === 'not-saved' ? (
        <Banner
          tone="error"
          actions={
            <>
              <Button size="small" onPress={outbox.retry}>
                Retry
              </Button>
              <Button size="small" onPress={() => perform('save-copy')}>
                Save a copy
              </Button>
              {saving.problem.kind === 'changed-underneath' ? (
                <Button size="small" onPress={() => showRecovery('versions')}>
                  Compare versions
                </Button>
              ) : null}
              {saving.problem.kind === 'stale-base' || saving.problem.kind === 'refused-edit' ? (
                <Button size="small" kind="danger" onPress={() => perform('reload')}>
                  Reload from disk
                </Button>
              ) : null}
            </>
          }
        >
          {unsavedText(saving.problem, saving.waiting)}
        </Banner>
      ) : null}
      {notices.map((notice) => (
        <Banner
          key={`${notice.kind} ${notice.detail}`}
          tone="warning"
          actions={
            <>
              {notice.kind === 'other-version' ? (
                <Button size="small" onPress={() => showRecovery('versions')}>
                  Compare versions
                </Button>
              ) : null}
              <IconButton
                label="Dismiss"
                icon={<X size={14} aria-hidden />}
                onPress={() =>
                  useWorkspaceStore.setState({ notices: notices.filter((other) => other !== notice) })
                }
              />
            </>
          }
        >
          {noticeText(notice)}
        </Banner>
      ))}
    </>
  );
}
