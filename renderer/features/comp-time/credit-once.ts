import { settle } from './acts.ts';
import type { Ledger } from './use-ledger.ts';

/** What was offered to be credited by itself already, in this window: an undo is not answered by doing it again. */
const offered = new Set<string>();

/**
 * Credits what was served, where the policy approves by itself. Corrections of what was credited before always wait for the
 * lead. As one step, which undo takes back.
 */
export function creditOnce({ workspace, policy, due }: Ledger): void {
  if (policy?.compTime.approval !== 'automatic') return;
  const fresh = due.settlements.filter(
    ({ occasion, takeBack }) => takeBack.length === 0 && !offered.has(`${workspace.about.id} ${occasion}`),
  );
  if (fresh.length === 0) return;
  for (const { occasion } of fresh) offered.add(`${workspace.about.id} ${occasion}`);
  settle(fresh);
}
