import { useEffect, useState } from 'react';
import type { Channels } from '../../../../shared/contract/channels.ts';
import type { RunbookId } from '../../../../shared/model/ids.ts';
import { problemText } from '../../../../shared/words/problem-text.ts';
import { keeper } from '../../../state/keeper.ts';

export type Versions =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed'; readonly why: string }
  | ({ readonly kind: 'here' } & Channels['runbook.versions']['reply']);

/** The versions of a runbook that the keeper's journal remembers; asked for once. */
export function useVersions(runbook: RunbookId): Versions {
  const [versions, setVersions] = useState<Versions>({ kind: 'waiting' });
  useEffect(() => {
    let gone = false;
    void keeper()
      .call('runbook.versions', { runbook })
      .then((reply) => {
        if (gone) return;
        setVersions(
          reply.ok ? { kind: 'here', ...reply.value } : { kind: 'failed', why: problemText(reply.problem) },
        );
      });
    return () => {
      gone = true;
    };
  }, [runbook]);
  return versions;
}
