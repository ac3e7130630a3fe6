import { createContext, use, type ReactNode } from 'react';
import type { RunbookId } from '../../../shared/model/ids.ts';
import { showRunbook } from '../../state/view-store.ts';

/** What following a link to another runbook does; null where it may not be followed, as in the preview of a text that is not saved. */
export const FollowRunbook = createContext<((id: RunbookId) => void) | null>(showRunbook);

/** A link from one runbook to another: it opens here, and nothing leaves the app. */
export function InnerLink({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const follow = use(FollowRunbook);
  return (
    <a
      href={`#runbook=${id}`}
      title={follow === null ? 'Opens once the runbook is saved' : undefined}
      onClick={(event) => {
        event.preventDefault();
        follow?.(id as RunbookId);
      }}
    >
      {children}
    </a>
  );
}
