import type { MouseEvent, ReactNode } from 'react';
import { safeUrl } from '../../../shared/runbooks/safe-url.ts';
import { problemText } from '../../../shared/words/problem-text.ts';
import { keeper } from '../../state/keeper.ts';
import { showToast } from '../../state/toast-store.ts';
import { useWorkspaceStore } from '../../state/workspace-store.ts';
import { scrollToPart } from './scroll-to.ts';

async function openOutside(url: string): Promise<void> {
  const reply = await keeper().call('shell.openLink', { url });
  if (!reply.ok && reply.problem.kind !== 'cancelled')
    showToast({ text: problemText(reply.problem), tone: 'error' });
}

/** A link out of the app: the desktop asks and gives it to the system's program, a browser opens a tab of its own. */
export function ExternalLink({ url, children }: { readonly url: string; readonly children: ReactNode }) {
  const address = safeUrl(url);
  if (address === null) return <>{children}</>;
  const follow = (event: MouseEvent) => {
    if (address.startsWith('#')) {
      // A place on this page, such as a footnote. The address of the window stays as it is.
      event.preventDefault();
      scrollToPart(decodeURIComponent(address.slice(1)));
    } else if (useWorkspaceStore.getState().host?.host === 'desktop') {
      event.preventDefault();
      void openOutside(address);
    }
  };
  return (
    <a
      href={address}
      onClick={follow}
      title={address.startsWith('#') ? undefined : address}
      target="_blank"
      rel="noreferrer noopener"
    >
      {children}
    </a>
  );
}
